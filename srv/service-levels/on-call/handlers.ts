import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { check, type Finding, type TeamShift } from './coverage'

const DAY = 86_400_000
const LONGEST = 92

/** Whether the rota holds: asked for by days ahead, and said to whoever saves a shift that overlaps another one. */
export function keepRota(service: cds.ApplicationService): void {
  const { OnCallShifts } = service.entities as Record<string, any>
  service.on('checkRota', req => checkRota((req.data as { days?: number | null }).days ?? 14))
  service.after(['CREATE', 'UPDATE'], OnCallShifts, async (_, req) => {
    const { ID } = req.data as { ID: string }
    const other = await overlapping(ID)
    if (other) req.warn({ code: 'SHIFT_OVERLAPS', message: 'SHIFT_OVERLAPS', args: [other.team], target: 'startsAt' } as never)
  })
}

/** @throws 400 for more days than a rota is planned ahead */
async function checkRota(days: number): Promise<Finding[]> {
  if (days < 1 || days > LONGEST) fail(400, 'DAYS_OUT_OF_RANGE', { target: 'days', args: [1, LONGEST] })
  const { OnCallShifts } = entities()
  const now = cds.context!.timestamp.getTime()
  const shifts = (await SELECT.from(OnCallShifts).columns('team', 'region_code', 'timeZone', 'startsAt', 'endsAt', 'main_ID')
    .where({ endsAt: { '>': new Date(now - 14 * DAY).toISOString() } })) as TeamShift[]
  return check(shifts, now, now + days * DAY)
}

/** A shift for the same sites at the same time: only the one that begins last would be asked. */
async function overlapping(ID: string): Promise<{ team: string } | undefined> {
  const { OnCallShifts } = entities()
  const shift = (await SELECT.one.from(OnCallShifts, { ID } as never).columns('region_code', 'timeZone', 'startsAt', 'endsAt')) as TeamShift
  const { region_code, timeZone, startsAt, endsAt } = shift
  return SELECT.one.from(OnCallShifts).columns('team')
    .where({ ID: { '!=': ID }, region_code: region_code ?? null, timeZone: timeZone ?? null, startsAt: { '<': endsAt }, endsAt: { '>': startsAt } } as never) as never
}
