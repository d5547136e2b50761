import type cds from '@sap/cds'
import { fail } from '../../errors'
import { mayCall, type Restricted } from '../../permissions'

const READER = 'CostReader'

/** A system that pulls costs reads those and nothing else of the service: code lists, which everybody may read, are nobody's who has that role alone. */
export function confineReaders(service: cds.ApplicationService): void {
  const costs = `${service.name}.RepairCosts`
  const others = { '@requires': [(service as unknown as { definition: Restricted }).definition['@requires'] ?? []].flat().filter(role => role !== READER) }
  service.before('*', req => {
    const isReaderOnly = req.user.is(READER) && !mayCall(req.user, others)
    if (isReaderOnly && !(req.event === 'READ' && (req.target as { name?: string } | undefined)?.name === costs)) fail(403, 'NOT_ALLOWED')
  })
}
