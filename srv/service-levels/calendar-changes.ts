import cds from '@sap/cds'
import { entities } from '../entities'
import { nextNumbers } from '../number-range'
import { holidaysText } from '../working-time/calendar-versions'
import { calendars, forgetCalendars, REVISION, type Calendars } from '../working-time/calendars'

/**
 * Makes a change of calendars, holidays or regions known to all instances with its transaction, and keeps what was defined before it.
 * Changes follow one another: each waits for the one before, so that no definition is lost between two.
 *
 * @param change writes the change
 */
export async function changeCalendars<T>(change: () => Promise<T>): Promise<T> {
  const request = cds.context as unknown as cds.Request
  request.on('failed', () => forgetCalendars(request.tenant))
  // Takes no number yet: it only keeps the next change waiting.
  await nextNumbers(REVISION, 0)
  const earlier = await calendars()
  const result = await change()
  await nextNumbers(REVISION)
  await keepVersions(earlier, await calendars())
  return result
}

async function keepVersions(earlier: Calendars, now: Calendars): Promise<void> {
  const { CalendarVersions } = entities()
  const { timestamp, user } = cds.context!
  // Servers' clocks differ a little: versions follow one another as changes do.
  const replacedAt = new Date(Math.max(timestamp.getTime(), earlier.lastReplacedAt())).toISOString()
  const [before, after] = [earlier.definitions(), now.definitions()]
  const replaced = [
    // A calendar that is new was nothing before; a region without holidays had none.
    ...changed(before.calendars, after.calendars).flatMap(code => (before.calendars.has(code) ? { calendar_code: code, definition: before.calendars.get(code)! } : [])),
    ...changed(before.holidays, after.holidays).map(code => ({ region_code: code, definition: before.holidays.get(code) ?? holidaysText([]) }))
  ]
  if (!replaced.length) return
  await INSERT.into(CalendarVersions).entries(replaced.map(each => ({ ...each, ID: cds.utils.uuid(), revision: now.revision, replacedAt, userId: user.id })))
  forgetCalendars(cds.context!.tenant)
}

const changed = (before: Map<string, string>, after: Map<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter(subject => before.get(subject) !== after.get(subject))
