import type { Highs } from 'highs'
import { better, scoreOf, type Score } from './anneal'
import type { Weights } from './insertion'
import type { Model } from './model'
import type { Columns } from './route-pool'
import { loaded, type Sequences } from './solution'
import { TICKS } from './ticks'

/** Set partitioning: the best choice among known routes. Ends after `seconds`, or after so many nodes of the search tree. */
export interface Polish { pools: Columns[]; routes: Int32Array; orders: Int32Array; incumbent: Sequences; weights: Weights; seconds: number; nodes: number }

/** Null when nothing better than the incumbent was found. */
export type Polished = { sequences: Sequences; score: Score } | null

interface Column { route: number; nodes: Int32Array; cost: number; breaches: number }

let highs: Promise<Highs> | undefined

/**
 * Chooses for each technician-day (kind of day) at most its number of columns so that every order is on one or pays for being left out.
 * Orders may be covered twice, which lets more routes combine; the second visit is dropped where it saves most.
 */
export async function polish(model: Model, task: Polish): Promise<Polished> {
  const solver = await (highs ??= import('highs').then(({ default: load }) => load()))
  const kinds = new Map<number, number[]>()
  for (const r of task.routes) kinds.set(model.kind[r], [...(kinds.get(model.kind[r]) ?? []), r])
  const incumbent = columnsOf(model, task)
  const known = task.pools.flatMap(({ route, from, nodes, cost, breaches }) =>
    Array.from(route, (r, j) => ({ route: r, nodes: nodes.subarray(from[j], from[j + 1]), cost: cost[j], breaches: breaches[j] })))
  const columns = [...incumbent, ...distinct(model, known.filter(({ route }) => kinds.has(model.kind[route])))]
  const chosen = solve(solver, model, task, columns, incumbent.length, [...kinds.keys()], [...kinds.values()].map(routes => routes.length))
  if (!chosen) return null
  const sequences = assemble(model, kinds, chosen)
  const score = scoreOf(loaded(model, sequences))
  return better(score, scoreOf(loaded(model, only(model, task)))) ? { sequences, score } : null
}

/** Pools of several searches share many routes. */
const distinct = (model: Model, columns: Column[]): Column[] =>
  [...new Map(columns.map(column => [`${model.kind[column.route]}:${column.nodes.join()}`, column])).values()]

/** The incumbent's routes of the task, all others empty. */
function only(model: Model, { routes, incumbent: { nodes, from } }: Polish): Sequences {
  const own = new Set(routes)
  const lists = Array.from({ length: model.routes }, (_, r) => (own.has(r) ? Array.from(nodes.subarray(from[r], from[r + 1])) : breaksOf(model, r)))
  return sequencesFrom(lists)
}

const breaksOf = (model: Model, r: number): number[] => Array.from(model.breakRoute.keys()).filter(b => model.breakRoute[b] === r).map(b => model.orders + b)

export function sequencesFrom(lists: ArrayLike<number>[]): Sequences {
  const from = new Int32Array(lists.length + 1)
  lists.forEach((list, r) => (from[r + 1] = from[r] + list.length))
  return { nodes: Int32Array.from(lists.flatMap(list => Array.from(list))), from }
}

function columnsOf(model: Model, task: Polish): Column[] {
  const s = loaded(model, only(model, task))
  const { nodes, from } = task.incumbent
  return Array.from(task.routes).filter(r => s.visits[r]).map(r => ({ route: r, nodes: nodes.slice(from[r], from[r + 1]), cost: s.cost[r], breaches: s.breaches[r] }))
}

function solve(highs: Highs, model: Model, task: Polish, columns: Column[], started: number, kinds: number[], counts: number[]): Column[] | null {
  const { orders, weights } = task
  const rowOf = new Map(Array.from(orders, (x, i) => [x, i] as const))
  const kindRow = new Map(kinds.map((kind, i) => [kind, orders.length + i] as const))
  const numCols = columns.length + orders.length
  const starts = new Int32Array(numCols + 1)
  const indices: number[] = []
  columns.forEach(({ nodes, route }, j) => {
    for (const node of nodes) if (node < model.orders) indices.push(rowOf.get(node)!)
    indices.push(kindRow.get(model.kind[route])!)
    starts[j + 1] = indices.length
  })
  orders.forEach((_, i) => {
    indices.push(i)
    starts[columns.length + i + 1] = indices.length
  })
  const served = new Set(columns.slice(0, started).flatMap(({ nodes }) => Array.from(nodes)))
  const colCost = [...columns.map(({ cost, breaches }) => (cost + weights.breach * breaches) / TICKS), ...Array.from(orders, x => (weights.lost * model.lost[x]) / TICKS)]
  return highs.withModel({
    numCols, numRows: orders.length + kinds.length, colCost, colLower: new Float64Array(numCols), colUpper: new Float64Array(numCols).fill(1),
    rowLower: [...Array.from(orders, () => 1), ...kinds.map(() => -highs.infinity)], rowUpper: [...Array.from(orders, () => highs.infinity), ...counts],
    matrix: { format: 'csc', numCols, numRows: orders.length + kinds.length, starts, indices, values: new Float64Array(indices.length).fill(1) },
    integrality: new Int32Array(numCols).map((_, j) => (j < columns.length ? 1 : 0))
  }, solver => {
    solver.options.set({ output_flag: false, mip_rel_gap: 1e-7, time_limit: Math.min(task.seconds, 1e6), mip_max_nodes: task.nodes })
    const before = [...columns.map((_, j) => (j < started ? 1 : 0)), ...Array.from(orders, x => (served.has(x) ? 0 : 1))]
    solver.setSolution({ colValue: Float64Array.from(before) })
    solver.run()
    const { colValue } = solver.getSolution()
    return colValue ? columns.filter((_, j) => colValue[j] > 0.5) : null
  })
}

/** Gives columns of a kind to its days, and drops second visits where that saves most travel. */
function assemble(model: Model, kinds: Map<number, number[]>, chosen: Column[]): Sequences {
  const lists: number[][] = Array.from({ length: model.routes }, (_, r) => breaksOf(model, r))
  const free = new Map([...kinds].map(([kind, routes]) => [kind, [...routes]]))
  const at = new Map<number, number[]>()
  for (const { route, nodes } of chosen) {
    const r = free.get(model.kind[route])!.shift()
    if (r === undefined) continue
    lists[r] = Array.from(nodes)
    for (const x of nodes) if (x < model.orders) at.set(x, [...(at.get(x) ?? []), r])
  }
  for (const [x, routes] of at) {
    const keep = routes.reduce((least, r) => (saving(model, lists[r], r, x) < saving(model, lists[least], least, x) ? r : least))
    for (const r of routes) if (r !== keep) lists[r] = lists[r].filter(node => node !== x)
  }
  return sequencesFrom(lists)
}

function saving({ travel, stops, startStop, endStop, orders }: Model, list: number[], r: number, x: number): number {
  const visits = list.filter(node => node < orders)
  const i = visits.indexOf(x)
  const before = i ? visits[i - 1] : startStop[r]
  const after = i + 1 < visits.length ? visits[i + 1] : endStop[r]
  return travel[before * stops + x] + travel[x * stops + after] - travel[before * stops + after]
}
