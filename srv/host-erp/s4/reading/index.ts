import { forPurpose } from '../../calls'
import type { ReadingPorts } from '../../reading'
import { customers } from './customers'
import { openReservations, requestedItems, requisitions } from './demand'
import { equipment } from './equipment'
import { postedValues } from './posted-values'
import { products } from './products'
import { qualityObjects } from './quality'
import { infoRecords, stock, supply } from './stock'
import { billOfMaterial, costCenter } from './structures'

/** What SAP S/4HANA tells, by its released APIs. */
export const reading: ReadingPorts = {
  ...asked('master-data', { customers, products, equipment, billOfMaterial }),
  ...asked('spare-parts', { stock, openReservations, requestedItems, requisitions, infoRecords, supply }),
  ...asked('finance', { costCenter, postedValues }),
  ...asked('quality', { qualityObjects })
}

/** Each request tells for whom and what for it is made. */
function asked<T extends object>(capability: string, ports: T, kind = 'read'): T {
  const named = Object.entries(ports).map(([name, port]) => [name, typeof port === 'function'
    ? (...parameters: unknown[]) => forPurpose({ capability, kind: kind === 'read' ? `${kind}.${name}` : kind }, () => port(...parameters))
    : asked(capability, port as object, kind === 'read' ? `${kind}.${name}` : kind)])
  return Object.fromEntries(named) as T
}
