import { chooseColumns } from './choose-columns'
import { better, scoreOf, type Score } from './anneal'
import type { Weights } from './insertion'
import type { Model } from './model'
import type { Column, Columns } from './route-pool'
import { loaded, sequencesFrom, type Sequences } from './solution'

/** Set partitioning: the best choice among known routes. */
export interface Polish { pools: Columns[]; routes: Int32Array; orders: Int32Array; incumbent: Sequences; weights: Weights; seconds: number }

/** Sequences of the task's routes; null when nothing better than the incumbent was found. */
export type Polished = { sequences: Sequences; score: Score } | null

/**
 * Chooses for each technician-day (kind of day) at most its number of columns so that every order is on one or pays for being left out.
 * Orders may be covered twice, which lets more routes combine; the second visit is dropped where it saves most.
 */
export async function polish(model: Model, task: Polish): Promise<Polished> {
  const kinds = new Map<number, number[]>()
  for (const r of task.routes) kinds.set(model.kind[r], [...(kinds.get(model.kind[r]) ?? []), r])
  const incumbent = columnsOf(model, task)
  const known = task.pools.flatMap(({ route, from, nodes, cost, breaches }) =>
    Array.from(route, (r, j) => ({ route: r, nodes: nodes.subarray(from[j], from[j + 1]), cost: cost[j], breaches: breaches[j] })))
  const own = new Set(task.orders)
  const within = ({ route, nodes }: Column) => kinds.has(model.kind[route]) && nodes.every(node => node >= model.orders || own.has(node))
  const columns = [...incumbent, ...distinct(model, known.filter(within))]
  const chosen = await chooseColumns(model, task, columns, incumbent.length, [...kinds.keys()], [...kinds.values()].map(routes => routes.length))
  if (!chosen) return null
  const lists = assemble(model, kinds, chosen)
  const score = scoreOf(loaded(model, sequencesFrom(lists)))
  return better(score, scoreOf(loaded(model, only(model, task)))) ? { sequences: sequencesFrom(Array.from(task.routes, r => lists[r])), score } : null
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

function columnsOf(model: Model, task: Polish): Column[] {
  const s = loaded(model, only(model, task))
  const { nodes, from } = task.incumbent
  return Array.from(task.routes).filter(r => s.visits[r]).map(r => ({ route: r, nodes: nodes.slice(from[r], from[r + 1]), cost: s.cost[r], breaches: s.breaches[r] }))
}

/** Gives columns of a kind to its days, and drops second visits where that saves most travel. */
function assemble(model: Model, kinds: Map<number, number[]>, chosen: Column[]): number[][] {
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
  return lists
}

function saving({ travel, stops, startStop, endStop, orders }: Model, list: number[], r: number, x: number): number {
  const visits = list.filter(node => node < orders)
  const i = visits.indexOf(x)
  const before = i ? visits[i - 1] : startStop[r]
  const after = i + 1 < visits.length ? visits[i + 1] : endStop[r]
  return travel[before * stops + x] + travel[x * stops + after] - travel[before * stops + after]
}
