import { loadsOf } from '../../../srv/dispatch/board/loads'
import { daysBetween } from '../../../srv/dispatch/board/days'
import { proposedBy } from '../../../app/dispatch/webapp/board/ghosts'
import { rowsOf } from '../../../app/dispatch/webapp/board/placing'
import { scaleFor } from '../../../app/dispatch/webapp/board/scale'
import { boxAround, project, zoomed } from '../../../app/dispatch/webapp/map/projection'
import { Clock } from '../../../app/dispatch/webapp/model/clock'
import { rowsOfScope } from '../../../app/dispatch/webapp/weights/closest'

const HOUR = 3_600_000
const at = (time: string, day = '2026-11-24') => Date.parse(`${day}T${time}:00Z`)
const iso = (time: string, day?: string) => new Date(at(time, day)).toISOString()
const boardDay = (day: string) => ({ day, startsAt: `${day}T00:00:00.000Z`, endsAt: new Date(Date.parse(`${day}T00:00:00Z`) + 24 * HOUR).toISOString() })
const span = (from: string, to: string, day?: string) => ({ startsAt: iso(from, day), endsAt: iso(to, day) })
const visit = (ID: string, from: string, to: string, travelMinutes = 0) => ({ ID, technician_ID: 'A', plannedStart: iso(from), plannedEnd: iso(to), travelMinutes }) as any

describe('the scale', () => {
  test('shows an hour more than anybody works, and leaves out the nights between days', () => {
    const scale = scaleFor([boardDay('2026-11-24'), boardDay('2026-11-25')], [{ working: [span('08:00', '16:00'), span('07:30', '12:00', '2026-11-25')] }], [])
    expect(scale.windows.map(({ from, to }) => [new Date(from).toISOString(), (to - from) / HOUR])).toEqual([['2026-11-24T06:00:00.000Z', 11], ['2026-11-25T06:00:00.000Z', 11]])
    expect([scale.at(at('06:00')), scale.at(at('03:00', '2026-11-25')), scale.at(at('23:00', '2026-11-25'))]).toEqual([0, 50, 100])
  })

  test('gives back the quarter of an hour under the pointer', () => {
    const scale = scaleFor([boardDay('2026-11-24')], [{ working: [span('08:00', '16:00')] }], [])
    for (const time of ['07:00', '09:15', '16:45']) expect(scale.instant(scale.at(at(time)) + 0.1)).toBe(at(time))
  })

  test('makes room for a visit outside the working time', () => {
    const scale = scaleFor([boardDay('2026-11-24')], [{ working: [span('08:00', '16:00')] }], [visit('late', '18:30', '19:30')])
    expect(new Date(scale.windows[0].to).toISOString()).toBe('2026-11-24T21:00:00.000Z')
  })
})

test('visits at the same time lie above each other, and the load counts them against the working time', () => {
  const person = { technician_ID: 'A', working: [span('08:00', '16:00')], absences: [] } as any
  const visits = [visit('second', '10:00', '12:00', 30), visit('first', '08:00', '11:00'), visit('third', '12:00', '13:00')]
  const [row] = rowsOf([person], visits, scaleFor([boardDay('2026-11-24')], [person], visits))
  expect(row.visits.map(({ visit: { ID }, level }) => [ID, level])).toEqual([['first', 0], ['second', 1], ['third', 0]])
  expect([row.levels, row.load, row.travel.length]).toEqual([2, 75, 1])
})

test('a proposal stands beside what it moves: the new place on a level of its own, the old one marked, the load as it is', () => {
  const person = { technician_ID: 'A', working: [span('08:00', '16:00')], absences: [] } as any
  const visits = [{ ...visit('moved', '09:00', '10:00'), workOrder_ID: 'O1' }, { ...visit('stays', '11:00', '12:00'), workOrder_ID: 'O2' }]
  const change = (workOrder_ID: string, change_code: string, from: string | null, to: string | null) => ({
    ID: workOrder_ID, workOrder_ID, technician_ID: from && 'A', plannedStart: from && iso(from), plannedEnd: to && iso(to), change_code, change: { name: change_code }, workOrder: { number: workOrder_ID }
  }) as any
  const proposed = proposedBy([change('O1', 'moved', '09:30', '10:30'), change('O3', 'added', '13:00', '14:00'), change('O4', 'dropped', null, null)])
  const scale = scaleFor([boardDay('2026-11-24')], [person], visits)
  const [row] = rowsOf([person], visits, scale, proposed), [plain] = rowsOf([person], visits, scale)
  expect(row.ghosts.map(({ ghost: { number, change: kind }, level }) => [number, kind, level])).toEqual([['O1', 'moved', 1], ['O3', 'added', 0]])
  expect(row.visits.map(({ visit: { ID }, leaving }) => [ID, leaving])).toEqual([['moved', 'moved'], ['stays', undefined]])
  expect([row.levels, row.load, plain.load]).toEqual([2, plain.load, 25])
})

test('weights of an area are its own, or those of the closest wider scope', () => {
  const weight = (area: string, orderType: string, minutes: number) => ({ area, orderType, factor_code: 'travel', minutes })
  const rows = [weight('*', '*', 120), weight('*', 'SM01', 90), weight('SOUTH', '*', 60)], factors = [{ code: 'travel', name: 'Travel' }, { code: 'cost', name: 'Cost' }]
  const travel = (area: string, orderType: string) => rowsOfScope(rows, factors, area, orderType)[0]
  expect(travel('SOUTH', '*')).toMatchObject({ minutes: 60, isOwn: true, isRemovable: true, wider: { minutes: 120 } })
  expect(travel('SOUTH', 'SM01')).toMatchObject({ minutes: 60, isOwn: false, wider: { area: 'SOUTH' } })
  expect(travel('*', '*')).toMatchObject({ minutes: 120, isOwn: true, isRemovable: false })
  expect(rowsOfScope(rows, factors, 'SOUTH', '*')[1]).toMatchObject({ minutes: 0, isOwn: false, wider: undefined })
})

test('instants and clocks on the wall agree, on days when they change as well', () => {
  const clock = new Clock('Europe/Berlin', 'en')
  expect(clock.instant('2026-10-25', '09:00')).toBe(Date.parse('2026-10-25T08:00:00Z'))
  expect(clock.instant('2026-03-29', '09:00')).toBe(Date.parse('2026-03-29T07:00:00Z'))
  expect(clock.wall('2026-12-31T23:30:00Z')).toEqual({ day: '2027-01-01', time: '00:30' })
})

test('the map holds all places, and a place stays under the pointer while it is zoomed', () => {
  const places = [{ latitude: 48.9, longitude: 9.2 }, { latitude: 53.5, longitude: 10 }]
  const box = boxAround(places, 2.5), point = project(places[0])
  for (const { x, y } of places.map(project)) expect([x > box.x && x < box.x + box.width, y > box.y && y < box.y + box.height]).toEqual([true, true])
  expect(box.width / box.height).toBeCloseTo(2.5)
  const near = zoomed(box, 0.5, point)
  expect((point.x - near.x) / near.width).toBeCloseTo((point.x - box.x) / box.width)
})

describe('loads', () => {
  const days = daysBetween('2026-11-24', '2026-11-25', 'UTC')
  const work = [{ from: at('08:00'), to: at('16:00') }]

  test('are visits in percent of the working time without absences', () => {
    const [first, second] = loadsOf(days, [{ working: work, absences: [{ from: at('12:00'), to: at('20:00') }], visits: [{ from: at('09:00'), to: at('10:00') }] }], [])
    expect(first).toEqual({ day: '2026-11-24', technicians: 1, availableMinutes: 240, plannedMinutes: 60, percent: 25, dueOrders: 0 })
    expect(second).toMatchObject({ technicians: 0, percent: null })
  })

  test('count promises on the day on which they end, those that are over on the first', () => {
    const due = loadsOf(days, [], [at('10:00', '2026-11-20'), at('10:00'), at('10:00', '2026-11-25'), at('10:00', '2026-11-26')]).map(({ dueOrders }) => dueOrders)
    expect(due).toEqual([2, 1])
  })
})
