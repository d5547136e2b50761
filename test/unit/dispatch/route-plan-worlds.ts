import fc from 'fast-check'
import type { OrderToPlan, RoutePlan, RouteProblem, TechnicianDay } from '../../../srv/dispatch/route-plan'

const orderDraft = fc.record({
  place: fc.nat(), minutes: fc.integer({ min: 5, max: 90 }), opens: fc.option(fc.integer({ min: 0, max: 480 })), width: fc.integer({ min: 0, max: 240 }), isDaily: fc.boolean(),
  dueIn: fc.option(fc.integer({ min: 60, max: 2000 })), earliestIn: fc.option(fc.integer({ min: 0, max: 900 })), demand: fc.nat(3), lost: fc.constantFrom(100, 20, 5),
  eligible: fc.option(fc.array(fc.nat(4), { maxLength: 4 })), pin: fc.option(fc.nat(4), { freq: 5 }), published: fc.option(fc.nat(4)), isFrozen: fc.boolean()
})

type Draft = typeof orderDraft extends fc.Arbitrary<infer T> ? T : never

/** Random worlds for the planner: several days, breaks, overtime, windows, deadlines, parts, pins, frozen visits. */
export const world: fc.Arbitrary<RouteProblem> = fc.record({
  points: fc.array(fc.record({ x: fc.nat(90), y: fc.nat(90) }), { minLength: 3, maxLength: 24 }),
  crew: fc.array(technicianDay(), { minLength: 1, maxLength: 5 }),
  drafts: fc.array(orderDraft, { minLength: 1, maxLength: 22 }),
  weights: fc.record({ move: fc.constantFrom(0, 15), retell: fc.constantFrom(0, 10), balance: fc.constantFrom(0, 0.5), lateness: fc.constantFrom(0.1, 2) })
}).map(({ points, crew, drafts, weights }) => {
  const days = crew.map(({ start, end, ...day }, r): TechnicianDay => ({ ...day, ID: `day ${r}`, start: start % points.length, end: end % points.length }))
  const orders = drafts.map((draft, i) => orderOf(draft, i, points.length, days))
  if (orders.length > 1 && drafts[0].isFrozen) {
    days[0].frozen = [{ order: orders[0].ID, start: days[0].from }]
    days[0].breaks = []
  }
  return { travel: points, days, orders, weights }
})

/** Worlds in which nothing costs but travel, so that times are kept by the short way wherever a day has no break. */
export const plainWorld: fc.Arbitrary<RouteProblem> = world.map(({ days, orders, ...rest }) => ({
  ...rest, weights: { balance: 0 },
  days: days.map(day => ({ ...day, overtime: 0 })), orders: orders.map(order => ({ ...order, deadline: undefined, published: undefined }))
}))

function technicianDay() {
  return fc.record({ start: fc.nat(), end: fc.nat(), day: fc.constantFrom(0, 1), length: fc.integer({ min: 120, max: 540 }), overtime: fc.constantFrom(0, 0, 60), capacity: fc.constantFrom(undefined, 4, 9), hasBreak: fc.boolean(), cost: fc.constantFrom(0, 30) })
    .map(({ day, length, hasBreak, ...rest }) => {
      const from = day * 1440 + 480
      return { ...rest, day, from, until: from + length, breaks: hasBreak ? [{ from: from + 60, to: from + Math.max(90, length - 40), minutes: 30 }] : [] }
    })
}

function orderOf(draft: Draft, i: number, places: number, days: TechnicianDay[]): OrderToPlan {
  const { place, minutes, opens, width, isDaily, dueIn, earliestIn, demand, lost, eligible, pin, published } = draft
  const on = (day: number): [number, number] => [day * 1440 + 480 + opens!, day * 1440 + 480 + opens! + width]
  return {
    ID: `order ${i}`, place: place % places, minutes, demand, lost, windows: opens === null ? undefined : isDaily ? [on(0), on(1)] : [on(0)],
    deadline: dueIn === null ? undefined : 480 + dueIn, earliest: earliestIn === null ? undefined : 480 + earliestIn,
    eligible: eligible === null ? undefined : [...new Set(eligible.filter(r => r < days.length))], pinned: pin === null || pin >= days.length ? undefined : { day: pin },
    published: published === null || published >= days.length ? undefined : { day: published, start: days[published].from + 30 }
  }
}

/** Every hard rule that the plan breaks, found on the problem's own numbers. */
export function broken({ days, orders, travel }: RouteProblem, plan: RoutePlan): string[] {
  const rules: string[] = []
  const points = travel as { x: number; y: number }[]
  const minutes = (a: number, b: number) => Math.sqrt((points[a].x - points[b].x) ** 2 + (points[a].y - points[b].y) ** 2)
  const places = new Map<string, number>()
  const expect = (holds: boolean, rule: string) => { if (!holds) rules.push(rule) }
  const atMost = (a: number, b: number) => a <= b + 1e-6
  plan.routes.forEach((route, r) => {
    const day = days[r]
    let time = day.from, place = day.start, load = 0
    const pauses = [...route.breaks]
    route.stops.forEach((stop, k) => {
      const order = orders.find(({ ID }) => ID === stop.order)!
      places.set(stop.order, (places.get(stop.order) ?? 0) + 1)
      if (stop.frozen) {
        expect(day.frozen?.[k]?.order === stop.order, `${stop.order} is frozen elsewhere`)
        time = stop.start + order.minutes
        place = order.place
        return
      }
      while (pauses.length && pauses[0].start < stop.start) {
        const pause = pauses.shift()!
        expect(atMost(time, pause.start), `a break on ${day.ID} starts during work`)
        time = pause.end
      }
      expect(atMost(time + minutes(place, order.place), stop.start), `${stop.order} starts before its technician is there`)
      expect(!order.windows || order.windows.some(([a, b]) => atMost(a, stop.start) && atMost(stop.start, b)), `${stop.order} is outside its windows`)
      expect(atMost(order.earliest ?? 0, stop.start), `${stop.order} starts before its parts are there`)
      expect((!order.pinned || order.pinned.day === r) && (!order.eligible || Array.from(order.eligible).includes(r)), `${stop.order} is on a day it must not be on`)
      expect(!order.pinned?.start || Math.abs(order.pinned.start - stop.start) < 0.01, `${stop.order} is not at its pinned time`)
      load += order.demand ?? 0
      time = stop.start + order.minutes
      place = order.place
    })
    for (const pause of pauses) {
      expect(atMost(time, pause.start), `a break on ${day.ID} starts during work`)
      time = pause.end
    }
    expect(route.stops.every(({ frozen }) => frozen) || atMost(time + minutes(place, day.end), day.until + (day.overtime ?? 0)), `${day.ID} ends too late`)
    expect(load <= (day.capacity ?? Infinity), `${day.ID} carries too much`)
    expect(route.breaks.length === (day.breaks?.length ?? 0), `${day.ID} lacks a break`)
    route.breaks.forEach(pause => expect(day.breaks!.some(({ from, to, minutes: length }) => atMost(from, pause.start) && atMost(pause.start, to) && Math.abs(pause.end - pause.start - length) < 0.01), `a break of ${day.ID} is outside its window`))
  })
  for (const { order } of plan.unserved) places.set(order, (places.get(order) ?? 0) + 1)
  for (const { ID } of orders) expect(places.get(ID) === 1, `${ID} is in the plan ${places.get(ID) ?? 0} times`)
  return rules
}
