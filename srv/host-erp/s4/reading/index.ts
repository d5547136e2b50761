import type { ReadingPorts } from '../../reading'
import { customers } from './customers'
import { openReservations, requestedItems, requisitions } from './demand'
import { equipment } from './equipment'
import { products } from './products'
import { infoRecords, stock, supply } from './stock'
import { billOfMaterial, costCenter } from './structures'

/** What SAP S/4HANA tells, by its released APIs in OData V2. */
export const reading: ReadingPorts = { customers, products, equipment, billOfMaterial, stock, openReservations, requestedItems, requisitions, infoRecords, supply, costCenter }
