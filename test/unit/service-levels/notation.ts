import type { ClockEvent, Target } from '../../../srv/service-levels/clock'
import { CALENDARS, type CalendarName } from './cases/calendars'

/**
 * How the tables write things: `Fri 2026-11-20 16:00+01:00` for an instant, `1h30m` or `-2h` for a duration, `3h office` or
 * `promised Fri …` for a target, `paused Tue …`, `targetChanged Tue … to 4h office`, `paused Tue …, recorded Wed …` for an event.
 */
const EVENT = /^(\w+) (.{26,29}?)(?: to (.+?))?(?:, recorded (.+))?$/

/** The zones of the calendars that a text names, in order. */
export function zonesIn(texts: string[]): string[] {
  const names = texts.join(' ').match(/\w+/g)!.filter((word): word is CalendarName => Object.hasOwn(CALENDARS, word))
  return names.length ? names.map(name => CALENDARS[name].timeZone) : ['Europe/Berlin']
}

/** An instant as people at a site write it. */
export function written(instant: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone, weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit',
    hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZoneName: 'longOffset'
  })
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  const seconds = part.second === '00' ? '' : `:${part.second}`
  return `${part.weekday} ${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}${seconds}${part.timeZoneName.slice(3) || '+00:00'}`
}

/** @throws Error when no clock in these zones has ever shown that day, time and offset together: a slip in a table */
export function instantOf(text: string, zones: string[]): number {
  const instant = Date.parse(text.slice(4).replace(' ', 'T'))
  if (!zones.some(zone => !Number.isNaN(instant) && written(instant, zone) === text)) throw new Error(`There is no ${text} in ${zones}`)
  return instant
}

export function durationOf(text: string): number {
  const [, sign, hours = 0, minutes = 0] = /^(-)?(?:(\d+)h)?(?:(\d+)m)?$/.exec(text)!
  return (sign ? -60_000 : 60_000) * (Number(hours) * 60 + Number(minutes))
}

export function targetOf(text: string, zones: string[]): Target {
  if (text.startsWith('promised ')) return { dueAt: instantOf(text.slice(9), zones) }
  const [duration, calendar] = text.split(' ')
  return { calendar, workingTime: durationOf(duration) }
}

export function eventOf(text: string, zones: string[], started: Target): ClockEvent {
  const [, type, at, target, recordedAt] = EVENT.exec(text)!
  return {
    type: type as ClockEvent['type'], at: instantOf(at, zones),
    ...(recordedAt && { recordedAt: instantOf(recordedAt, zones) }),
    ...(type === 'started' && { target: started }), ...(target && { target: targetOf(target, zones) })
  }
}
