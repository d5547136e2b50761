import { int32, NEVER } from './model'
import type { OrderToPlan, RouteProblem } from './problem'
import { down, TICKS, up } from './ticks'

interface Break { r: number; from: number; to: number; minutes: number }

/** Windows of orders and breaks, one row per calendar day where orders have several. */
export function compileWindows(problem: RouteProblem, orders: number[], breaks: Break[]) {
  const several = orders.some(i => (problem.orders[i].windows?.length ?? 0) > 1)
  const names = several ? [...new Set(problem.days.map(({ day }) => day ?? 0))] : [0]
  const spans = names.map(name => span(problem, several ? name : undefined))
  const width = orders.length + breaks.length
  const opens = int32(names.length * width)
  const closes = int32(names.length * width)
  for (let d = 0; d < names.length; d++) {
    orders.forEach((i, x) => {
      const [from, to] = window(problem.orders[i], spans[d])
      opens[d * width + x] = up(Math.max(from, 0))
      closes[d * width + x] = from === to ? opens[d * width + x] : down(Math.min(to, NEVER / TICKS))
    })
    breaks.forEach(({ from, to }, b) => {
      opens[d * width + orders.length + b] = up(from)
      closes[d * width + orders.length + b] = down(to)
    })
  }
  const day = int32(problem.days.length).map((_, r) => (several ? names.indexOf(problem.days[r].day ?? 0) : 0))
  return { days: names.length, opens, closes, day }
}

function span({ days }: RouteProblem, name?: number): [number, number] {
  const of = days.filter(({ day }) => name === undefined || (day ?? 0) === name)
  return [Math.min(...of.map(({ from }) => from)), Math.max(...of.map(({ until, overtime }) => until + (overtime ?? 0)))]
}

/** The part of the order's windows that counts on a day; empty (from > to) when none does. */
function window({ windows, earliest = 0, pinned }: OrderToPlan, [from, to]: [number, number]): [number, number] {
  if (pinned?.start !== undefined) return [pinned.start, pinned.start]
  const parts = (windows ?? [[from, to]]).map(([a, b]): [number, number] => [Math.max(a, earliest), b])
  const onDay = parts.filter(([a, b]) => a <= Math.min(b, to) && b >= from)
  return onDay.sort((a, b) => Math.min(b[1], to) - b[0] - (Math.min(a[1], to) - a[0]))[0] ?? [1, 0]
}
