import type { Highs } from 'highs'
import type { Model } from './model'
import type { Polish } from './polish'
import type { Column } from './route-pool'
import { TICKS } from './ticks'

/** Columns that the integer program may choose from at most, and nodes of its search tree. */
const MOST = 600
const NODES = 40

/** Share of the time for the relaxed program. */
const RELAXED = 0.5

let highs: Promise<Highs> | undefined

interface Program {
  columns: Column[]
  orders: Int32Array
  rowOfOrder: Map<number, number>
  rowOfKind: Map<number, number>
  counts: number[]
  cost: (column: Column) => number
  lost: (x: number) => number
}

/**
 * The relaxed program prices all columns; those whose reduced cost alone exceeds the gap between it and the incumbent can be in no
 * better plan. The integer program chooses among the rest (at most so many, cheapest first). The first `started` columns are the incumbent.
 */
export async function chooseColumns(model: Model, task: Polish, columns: Column[], started: number, kinds: number[], counts: number[]): Promise<Column[] | null> {
  const solver = await (highs ??= import('highs').then(({ default: load }) => load()))
  const { orders, weights } = task
  const program: Program = {
    columns, orders, counts, rowOfOrder: new Map(Array.from(orders, (x, i) => [x, i] as const)),
    rowOfKind: new Map(kinds.map((kind, i) => [kind, orders.length + i] as const)),
    cost: ({ cost, breaches }) => (cost + weights.breach * breaches) / TICKS, lost: x => (weights.lost * model.lost[x]) / TICKS
  }
  const served = new Set(columns.slice(0, started).flatMap(({ nodes }) => Array.from(nodes)))
  const incumbent = columns.slice(0, started).reduce((sum, column) => sum + program.cost(column), 0)
    + orders.reduce((sum, x) => sum + (served.has(x) ? 0 : program.lost(x)), 0)
  const relaxed = run(solver, model, program, { time_limit: Math.min(task.seconds * RELAXED, 1e6) })
  if (!relaxed) return null
  const gap = incumbent - relaxed.value
  if (gap < 1e-6 * Math.max(1, Math.abs(incumbent))) return null
  const priced = columns.map((column, j) => ({ column, price: j < started ? -1 : relaxed.prices[j] })).filter(({ price }) => price < gap)
  const few = priced.sort((a, b) => a.price - b.price).slice(0, MOST).map(({ column }) => column)
  const own = new Set(columns.slice(0, started))
  const limits = { time_limit: Math.min(task.seconds * (1 - RELAXED), 1e6), mip_rel_gap: 1e-7, mip_max_nodes: NODES }
  const whole = run(solver, model, { ...program, columns: few }, limits, { columns: few.map(column => own.has(column)), served })
  return whole && few.filter((_, j) => whole.chosen[j] > 0.5)
}

/** Solves the program: relaxed, or over whole columns when a start is given. */
function run(highs: Highs, model: Model, program: Program, options: Record<string, number>, start?: { columns: boolean[]; served: Set<number> }) {
  const { columns, orders, rowOfOrder, rowOfKind, counts, cost, lost } = program
  const numCols = columns.length + orders.length
  const numRows = orders.length + counts.length
  const starts = new Int32Array(numCols + 1)
  const indices: number[] = []
  columns.forEach(({ nodes, route }, j) => {
    for (const node of nodes) if (node < model.orders) indices.push(rowOfOrder.get(node)!)
    indices.push(rowOfKind.get(model.kind[route])!)
    starts[j + 1] = indices.length
  })
  orders.forEach((_, i) => {
    indices.push(i)
    starts[columns.length + i + 1] = indices.length
  })
  return highs.withModel({
    numCols, numRows, colCost: [...columns.map(cost), ...Array.from(orders, lost)], colLower: new Float64Array(numCols), colUpper: new Float64Array(numCols).fill(1),
    rowLower: [...Array.from(orders, () => 1), ...counts.map(() => -highs.infinity)], rowUpper: [...Array.from(orders, () => highs.infinity), ...counts],
    matrix: { format: 'csc', numCols, numRows, starts, indices, values: new Float64Array(indices.length).fill(1) },
    ...(start ? { integrality: new Int32Array(numCols).map((_, j) => (j < columns.length ? 1 : 0)) } : {})
  }, solver => {
    solver.options.set({ output_flag: false, ...options })
    if (start) solver.setSolution({ colValue: Float64Array.from([...start.columns.map(Number), ...Array.from(orders, x => (start.served.has(x) ? 0 : 1))]) })
    solver.run()
    const { colValue, colDual } = solver.getSolution()
    if (!start && solver.getModelStatus() !== highs.constants.modelStatus.optimal) return null
    return colValue ? { value: solver.getObjectiveValue(), chosen: colValue, prices: colDual ?? colValue } : null
  })
}
