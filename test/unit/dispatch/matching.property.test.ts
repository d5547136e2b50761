import fc from 'fast-check'
import { match } from '../../../srv/dispatch/matching/matching'
import type { Technician } from '../../../srv/dispatch/matching/technician'
import { kilometres } from '../../../srv/great-circle'
import { at, east, job, OFFICE, poolOf, technician, visit } from './matching-world'

/** Times that differ by less, in milliseconds, are the same. */
const SAME = 1000
const STEP = 5, MINUTE = 60_000

interface Found { start: number; end: number; added: number }

/**
 * The cheapest place, found the long way: each step of the day is tried, minute by minute, on the wall clock.
 */
function byHand(person: Technician, minutes: number, km: number, notBefore: number, deadline: number): Found | undefined {
  const worked = OFFICE.map(({ from, to }) => ({ from: at(from), to: at(to) }))
  const isAway = (from: number, to: number) => person.absences.some(absence => absence.from < to && absence.to > from)
  const isWorking = (minute: number) => worked.some(span => span.from <= minute && minute < span.to) && !isAway(minute, minute + MINUTE)
  const isBreak = (minute: number) => minute >= worked[0].to && minute < worked[1].from && !isAway(minute, minute + MINUTE)
  const endOf = (start: number) => {
    let rest = minutes, time = start
    for (; rest > 0; time += MINUTE) {
      if (isWorking(time)) rest--
      else if (!isBreak(time) || isAway(worked[0].to, worked[1].from)) return undefined
    }
    return time
  }
  const minutesOfWork = Array.from({ length: 24 * 60 }, (_, i) => at('00:00') + i * MINUTE).filter(isWorking)
  if (!minutesOfWork.length) return undefined
  const [open, close] = [minutesOfWork[0], minutesOfWork.at(-1)! + MINUTE]
  const stops = [{ from: open, to: open, place: person.base }, ...person.visits, { from: close, to: close, place: person.base }]
  const places: (Found & { isLate: boolean })[] = []
  for (let gap = 0; gap < stops.length - 1; gap++) {
    const [before, after] = [stops[gap], stops[gap + 1]]
    const [there, on] = [kilometres(before.place, east(km)) * MINUTE, kilometres(east(km), after.place) * MINUTE]
    const free = Math.max(...stops.slice(0, gap + 1).map(stop => stop.to))
    for (let start = at('00:00'); start < at('23:55'); start += STEP * MINUTE) {
      const end = isWorking(start) && start >= notBefore && start >= free + there - SAME ? endOf(start) : undefined
      if (end === undefined || end + on > (gap === stops.length - 2 ? close : after.from) + SAME) continue
      places.push({ start, end, added: (there + on - kilometres(before.place, after.place) * MINUTE) / MINUTE, isLate: end > deadline })
      break
    }
  }
  return places.sort((a, b) => Number(a.isLate) - Number(b.isLate) || a.added - b.added || a.start - b.start)[0]
}

const steps = (from: number, to: number) => fc.integer({ min: from, max: to }).map(step => step * STEP)
const time = (minutes: number) => at('00:00') + minutes * MINUTE

/** Visits one after the other. */
const days = fc.array(fc.record({ pause: steps(0, 30), length: steps(1, 24), km: fc.integer({ min: -40, max: 40 }) }), { maxLength: 5 }).map(list => {
  let clock = 8 * 60
  return list.map(({ pause, length, km }) => {
    const from = clock + pause
    clock = from + length
    return visit(time(from), time(clock), east(km))
  })
})
const absences = fc.array(fc.record({ from: steps(84, 204), length: steps(1, 30) }), { maxLength: 2 })
  .map(list => list.map(({ from, length }) => ({ from: time(from), to: time(from + length), kind: 'duty' })).sort((a, b) => a.from - b.from))

test('the place that is found is the cheapest one that a search of the whole day finds', () => {
  let placed = 0
  fc.assert(fc.property(days, absences, steps(1, 60), fc.integer({ min: -50, max: 50 }), steps(90, 200), steps(100, 220), fc.integer({ min: -20, max: 20 }),
    (visits, away, minutes, km, notBefore, deadline, home) => {
      const person = technician('A', { visits, absences: away, base: east(home) })
      const work = job({ place: east(km), notBefore: time(notBefore), deadline: time(deadline), needs: { minutes } } as never)
      const [found] = match(work, poolOf([person]), {}, 1).ranked
      const expected = byHand(person, minutes, km, time(notBefore), time(deadline))
      expect(Boolean(found)).toBe(Boolean(expected))
      if (!found) return
      placed++
      expect(found.addedMinutes).toBeCloseTo(expected!.added, 1)
      expect([found.end > time(deadline), found.start >= time(notBefore)]).toEqual([expected!.end > time(deadline), true])
    }), { numRuns: 600 })
  expect(placed).toBeGreaterThan(100)
})

test('a pool that changed by and by answers as one that is made anew', () => {
  const person = (i: number) => fc.record({ visits: days, absences, isActive: fc.boolean(), capacity: fc.constantFrom(null, 1, 3) })
    .map(changes => technician(`T-${i}`, { ...changes, skills: [{ skill: 'E', level: 1 + (i % 3), from: -Infinity, to: Infinity }] }))
  const crowd = fc.tuple(...Array.from({ length: 6 }, (_, i) => person(i)))
  fc.assert(fc.property(crowd, fc.array(crowd, { maxLength: 4 }), fc.integer({ min: -20, max: 20 }), (first, later, km) => {
    const work = job({ place: east(km), days: 2, needs: { skills: [{ skill: 'E', level: 2 }], minutes: 45 } } as never)
    const weights = { travel: 120, slack: 60, load: 20 }
    const pool = poolOf([...first])
    const rows = (of: typeof pool) => {
      const { ranked, rejected } = match(work, of, weights, 10)
      return [...ranked.map(each => [each.technician.number, each.start, each.total]), ...rejected.map(each => [each.technician.number, each.rule])]
    }
    const people = [...first]
    rows(pool)
    for (const [i, state] of later.entries()) {
      const changed = state.filter((_, index) => (index + i) % 2)
      for (const each of changed) people[people.findIndex(({ ID }) => ID === each.ID)] = each
      pool.replace(new Map(changed.map(each => [each.ID, each])))
      expect(rows(pool)).toEqual(rows(poolOf([...people])))
    }
    pool.replace(new Map([[first[0].ID, undefined], ['ID of T-9', technician('T-9')]]))
    expect(rows(pool)).toEqual(rows(poolOf([...people.slice(1), technician('T-9')])))
  }), { numRuns: 100 })
})
