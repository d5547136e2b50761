import type cds from '@sap/cds'
import { fail } from '../../errors'
import { tracePaths, type TraceStart } from './paths'

/** What has to be given to begin at a thing of a kind. */
const NEEDED: Record<string, (keyof TraceStart)[]> = {
  order: ['ID'], notification: ['ID'], capa: ['ID'], equipment: ['ID'], batch: ['part_ID', 'batch'], serial: ['serialNumber'], supplier: ['supplier']
}
const USUAL_TOP = 50, MOST_TOP = 500

/** The ways from a thing to all that it may concern, and who delivered a batch as people enter it. */
export function implementTrace(service: cds.ApplicationService): void {
  service.on('trace', async req => {
    const { top, ...start } = req.data as TraceStart & { top?: number | null }
    if (!Object.hasOwn(NEEDED, start.kind ?? '')) fail(400, 'TRACE_KIND_UNKNOWN', { target: 'kind', args: [start.kind] })
    const missing = NEEDED[start.kind].find(parameter => !start[parameter])
    if (missing) fail(400, 'TRACE_START_MISSING', { target: missing, args: [missing] })
    const trace = await tracePaths(only(start), Math.min(MOST_TOP, Math.max(1, top ?? USUAL_TOP)))
    return trace ?? fail(404, 'TRACE_START_UNKNOWN')
  })
  service.before(['CREATE', 'UPDATE'], service.entities.PartBatches, req => {
    req.data.source_code = 'person'
  })
}

/** Without parameters that don't belong to the kind. */
function only(start: TraceStart): TraceStart {
  const optional = start.kind === 'serial' ? ['part_ID' as const] : []
  return Object.fromEntries([['kind', start.kind], ...[...NEEDED[start.kind], ...optional].map(parameter => [parameter, start[parameter]])]) as unknown as TraceStart
}
