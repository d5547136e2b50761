import type { DeadlineCase } from './case'

const tuesdayNine = 'started Tue 2026-11-24 09:00+01:00'

export const reopenings: DeadlineCase[] = [
  { name: 'stopped in time, the due date tells when it would have been', target: '8h office', due: 'Tue 2026-11-24 17:00+01:00', left: '5h', status: 'stopped',
    events: [tuesdayNine, 'stopped Tue 2026-11-24 12:00+01:00'], now: 'Fri 2026-11-27 12:00+01:00' },
  { name: 'stopped to the minute, the target was met', target: '4h office', due: 'Tue 2026-11-24 13:00+01:00', left: '0h', status: 'stopped',
    events: [tuesdayNine, 'stopped Tue 2026-11-24 13:00+01:00'], now: 'Fri 2026-11-27 12:00+01:00' },
  { name: 'stopped a minute late', target: '2h office', due: 'Mon 2026-11-23 10:00+01:00', left: '-1m', breached: true, status: 'stopped',
    events: ['started Fri 2026-11-20 16:00+01:00', 'stopped Mon 2026-11-23 10:01+01:00'] },
  { name: 'stopped late in the evening, seven hours of work too late', target: '2h office', due: 'Mon 2026-11-23 10:00+01:00', left: '-7h', breached: true,
    events: ['started Fri 2026-11-20 16:00+01:00', 'stopped Mon 2026-11-23 20:00+01:00'] },
  { name: 'stopped in the evening on which it was due, nothing was worked after it', target: '8h office', due: 'Fri 2026-11-20 17:00+01:00', left: '0h',
    events: ['started Fri 2026-11-20 09:00+01:00', 'stopped Fri 2026-11-20 20:00+01:00'] },
  { name: 'stopped while paused, time counts no further and the due date is that of one resumed then', target: '4h office', due: 'Wed 2026-11-25 11:00+01:00',
    left: '3h', status: 'stopped', events: ['started Tue 2026-11-24 10:00+01:00', 'paused Tue 2026-11-24 11:00+01:00', 'stopped Tue 2026-11-24 16:00+01:00'] },
  { name: 'resumed on the next day, the time between does not count', target: '8h office', due: 'Wed 2026-11-25 14:00+01:00', left: '5h', status: 'running',
    events: [tuesdayNine, 'stopped Tue 2026-11-24 12:00+01:00', 'resumed Wed 2026-11-25 09:00+01:00'] },
  { name: 'resumed in the night', target: '8h office', due: 'Thu 2026-11-26 14:00+01:00', left: '5h',
    events: [tuesdayNine, 'stopped Tue 2026-11-24 12:00+01:00', 'resumed Wed 2026-11-25 20:00+01:00'] },
  { name: 'resumed at once, nothing changes', target: '8h office', due: 'Tue 2026-11-24 17:00+01:00', left: '5h',
    events: [tuesdayNine, 'stopped Tue 2026-11-24 12:00+01:00', 'resumed Tue 2026-11-24 12:00+01:00'] },
  { name: 'resumed after a weekend', target: '3h office', due: 'Mon 2026-11-23 16:30+01:00', left: '2h30m',
    events: ['started Fri 2026-11-20 16:00+01:00', 'stopped Fri 2026-11-20 16:30+01:00', 'resumed Mon 2026-11-23 14:00+01:00'] },
  { name: 'resumed after a stop that was late', target: '2h office', due: 'Tue 2026-11-24 11:00+01:00', left: '-2h', breached: true,
    events: [tuesdayNine, 'stopped Tue 2026-11-24 12:00+01:00', 'resumed Wed 2026-11-25 09:00+01:00'], now: 'Wed 2026-11-25 10:00+01:00' },
  { name: 'resumed after a stop to the minute: due as before, not late yet', target: '4h office', due: 'Tue 2026-11-24 13:00+01:00', left: '0h',
    events: [tuesdayNine, 'stopped Tue 2026-11-24 13:00+01:00', 'resumed Wed 2026-11-25 09:00+01:00'] },
  { name: 'and late when it runs on', target: '4h office', due: 'Tue 2026-11-24 13:00+01:00', left: '-30m', breached: true,
    events: [tuesdayNine, 'stopped Tue 2026-11-24 13:00+01:00', 'resumed Wed 2026-11-25 09:00+01:00'], now: 'Wed 2026-11-25 09:30+01:00' },
  { name: 'resumed after a stop out of a pause', target: '8h office', due: 'Wed 2026-11-25 16:00+01:00', left: '7h',
    events: [tuesdayNine, 'paused Tue 2026-11-24 10:00+01:00', 'stopped Tue 2026-11-24 12:00+01:00', 'resumed Wed 2026-11-25 09:00+01:00'] },
  { name: 'resumed twice', target: '8h office', due: 'Thu 2026-11-26 13:00+01:00', left: '4h',
    events: [tuesdayNine, 'stopped Tue 2026-11-24 11:00+01:00', 'resumed Wed 2026-11-25 09:00+01:00', 'stopped Wed 2026-11-25 11:00+01:00',
      'resumed Thu 2026-11-26 09:00+01:00'] },
  { name: 'resumed after a holiday and a change of clocks', target: '8h feast', due: 'Tue 2027-03-30 14:00+02:00', left: '5h',
    events: ['started Thu 2027-03-25 09:00+01:00', 'stopped Thu 2027-03-25 12:00+01:00', 'resumed Tue 2027-03-30 09:00+02:00'] }
]

const promise = 'promised Wed 2026-11-25 12:00+01:00'

export const promises: DeadlineCase[] = [
  { name: 'a promise is due when it is due', target: promise, due: 'Wed 2026-11-25 12:00+01:00', left: '27h', events: [tuesdayNine] },
  { name: 'also on Saturday', target: 'promised Sat 2026-11-28 10:00+01:00', due: 'Sat 2026-11-28 10:00+01:00', left: '97h', events: [tuesdayNine] },
  { name: 'a pause does not move it', target: promise, due: 'Wed 2026-11-25 12:00+01:00', left: '2h',
    events: [tuesdayNine, 'paused Tue 2026-11-24 10:00+01:00', 'resumed Wed 2026-11-25 10:00+01:00'] },
  { name: 'nor keep it', target: promise, due: 'Wed 2026-11-25 12:00+01:00', left: '-1h', breached: true, status: 'paused',
    events: [tuesdayNine, 'paused Tue 2026-11-24 10:00+01:00'], now: 'Wed 2026-11-25 13:00+01:00' },
  { name: 'stopped before it, it was kept', target: promise, due: 'Wed 2026-11-25 12:00+01:00', left: '1h', status: 'stopped',
    events: [tuesdayNine, 'stopped Wed 2026-11-25 11:00+01:00'], now: 'Fri 2026-11-27 12:00+01:00' },
  { name: 'stopped to the minute, it was kept', target: promise, due: 'Wed 2026-11-25 12:00+01:00', left: '0h',
    events: [tuesdayNine, 'stopped Wed 2026-11-25 12:00+01:00'] },
  { name: 'stopped after it, it was not', target: promise, due: 'Wed 2026-11-25 12:00+01:00', left: '-3h', breached: true,
    events: [tuesdayNine, 'stopped Wed 2026-11-25 15:00+01:00'], now: 'Fri 2026-11-27 12:00+01:00' },
  { name: 'stopped out of a pause, it counts when that was', target: promise, due: 'Wed 2026-11-25 12:00+01:00', left: '-3h', breached: true,
    events: [tuesdayNine, 'paused Tue 2026-11-24 10:00+01:00', 'stopped Wed 2026-11-25 15:00+01:00'] },
  { name: 'over a change of clocks, hours are hours', target: 'promised Sun 2026-03-29 12:00+02:00', due: 'Sun 2026-03-29 12:00+02:00', left: '10h',
    events: ['started Sun 2026-03-29 01:00+01:00'] },
  { name: 'instead of working time', target: '8h office', due: 'Thu 2026-11-26 12:00+01:00', left: '50h', earlier: ['Tue 2026-11-24 17:00+01:00'],
    events: [tuesdayNine, 'targetChanged Tue 2026-11-24 10:00+01:00 to promised Thu 2026-11-26 12:00+01:00'] },
  { name: 'replaced by working time, which counts from the start', target: promise, due: 'Tue 2026-11-24 17:00+01:00', left: '7h',
    earlier: ['Wed 2026-11-25 12:00+01:00'],
    events: [tuesdayNine, 'targetChanged Tue 2026-11-24 10:00+01:00 to 8h office'] },
  { name: 'replaced by a later one after it was broken', target: promise, due: 'Thu 2026-11-26 12:00+01:00', left: '23h', earlier: ['Wed 2026-11-25 12:00+01:00'],
    events: [tuesdayNine, 'targetChanged Wed 2026-11-25 13:00+01:00 to promised Thu 2026-11-26 12:00+01:00'] }
]

const pausedLate = 'paused Tue 2026-11-24 11:00+01:00, recorded Tue 2026-11-24 14:00+01:00'
const stoppedLate = 'stopped Tue 2026-11-24 10:30+01:00, recorded Tue 2026-11-24 16:00+01:00'

export const knowledge: DeadlineCase[] = [
  { name: 'before the start there is no clock', target: '8h office', due: 'open', status: 'notStarted', events: [tuesdayNine],
    now: 'Tue 2026-11-24 08:59+01:00' },
  { name: 'what takes effect later does not count yet', target: '8h office', due: 'Tue 2026-11-24 17:00+01:00', left: '6h', status: 'running',
    events: [tuesdayNine, 'paused Tue 2026-11-24 12:00+01:00'], now: 'Tue 2026-11-24 11:00+01:00' },
  { name: 'a pause that is recorded later is not seen at the time', target: '8h office', due: 'Tue 2026-11-24 17:00+01:00', left: '4h', status: 'running',
    events: [tuesdayNine, pausedLate], now: 'Tue 2026-11-24 13:00+01:00', knownAt: 'Tue 2026-11-24 13:00+01:00' },
  { name: 'and seen for the same time afterwards', target: '8h office', due: 'open', left: '6h', status: 'paused',
    events: [tuesdayNine, pausedLate], now: 'Tue 2026-11-24 13:00+01:00', knownAt: 'Tue 2026-11-24 15:00+01:00' },
  { name: 'a clock looks late until it is recorded that it was stopped', target: '2h office', due: 'Tue 2026-11-24 11:00+01:00', left: '-4h',
    breached: true, status: 'running',
    events: [tuesdayNine, stoppedLate], now: 'Tue 2026-11-24 15:00+01:00', knownAt: 'Tue 2026-11-24 15:00+01:00' },
  { name: 'and was not late after all', target: '2h office', due: 'Tue 2026-11-24 11:00+01:00', left: '30m', status: 'stopped',
    events: [tuesdayNine, stoppedLate], now: 'Tue 2026-11-24 15:00+01:00', knownAt: 'Tue 2026-11-24 16:00+01:00' },
  { name: 'a priority that is recorded later counts from when it took effect', target: '8h office', due: 'Tue 2026-11-24 13:00+01:00', left: '-2h',
    breached: true, earlier: ['Tue 2026-11-24 17:00+01:00'],
    events: [tuesdayNine, 'targetChanged Tue 2026-11-24 10:00+01:00 to 4h office, recorded Tue 2026-11-24 15:00+01:00'], now: 'Tue 2026-11-24 15:00+01:00' },
  { name: 'until it is recorded, the old one holds', target: '8h office', due: 'Tue 2026-11-24 17:00+01:00', left: '3h',
    events: [tuesdayNine, 'targetChanged Tue 2026-11-24 10:00+01:00 to 4h office, recorded Tue 2026-11-24 15:00+01:00'], now: 'Tue 2026-11-24 14:00+01:00',
    knownAt: 'Tue 2026-11-24 14:00+01:00' },
  { name: 'a resumption that is recorded later leaves the due date open until then', target: '8h office', due: 'open', left: '7h', status: 'paused',
    events: [tuesdayNine, 'paused Tue 2026-11-24 10:00+01:00', 'resumed Tue 2026-11-24 11:00+01:00, recorded Tue 2026-11-24 13:00+01:00'],
    now: 'Tue 2026-11-24 12:00+01:00',
    knownAt: 'Tue 2026-11-24 12:00+01:00' }
]
