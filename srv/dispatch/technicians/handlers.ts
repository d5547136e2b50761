import cds from '@sap/cds'
import { isTaken } from '../../contention'
import { entities } from '../../entities'
import { requireTimeZone } from '../../input-guards'
import { nameSubject } from '../../new-attachments'
import { keepReadonlyFields } from '../../readonly-fields'
import { idOf } from '../../request-key'
import { importTechnicians } from '../technician-import/import'
import { refuseOverlap } from './absences'
import { rebuildPerformance } from './rebuild'

/** Registers all that keeps technicians and what describes them right. */
export function keepTechnicians(service: cds.ApplicationService): void {
  const { Technicians, ServiceAreas, Absences } = service.entities
  service.before('CREATE', Technicians, nameSubject)
  service.before('UPDATE', Technicians, keepReadonlyFields)
  service.on('error', tellTaken)
  service.before(['CREATE', 'UPDATE'], [Technicians, ServiceAreas] as never, req => requireTimeZone((req.data as { timeZone?: string }).timeZone))
  service.after(['CREATE', 'UPDATE'], Technicians, (_, req) => refuseOverlap(((req.data as { ID?: string }).ID ?? idOf(req.params.at(-1)))!))
  service.after(['CREATE', 'UPDATE'], Absences, async (_, req) => refuseOverlap(await personOf(req)))
  service.on('importTechnicians', ({ data: { csv, mapping } }: cds.Request & { data: { csv: Buffer; mapping?: string } }) =>
    importTechnicians(csv, mapping))
  service.on('rebuildPerformance', () => rebuildPerformance())
}

/** What is there once, such as a number or a user, is refused in words; the database is the one who knows for certain. */
function tellTaken(error: Error): void {
  if (isTaken(error)) Object.assign(error, { code: 'ALREADY_THERE', status: 409, message: cds.i18n.messages.at('ALREADY_THERE') })
}

async function personOf(req: cds.Request): Promise<string> {
  const { ID, technician_ID } = req.data as { ID?: string; technician_ID?: string }
  return technician_ID ?? (await SELECT.one.from(entities().Absences, { ID: ID ?? idOf(req.params.at(-1)) } as never).columns('technician_ID'))!.technician_ID
}
