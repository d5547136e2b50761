import type { HostErp } from '../ports'
import * as movements from './goods-movements'
import * as requisitions from './requisitions'
import * as reservations from './reservations'
import * as serviceOrders from './service-orders'

/** SAP S/4HANA behind the ports, by its released APIs in OData V2. */
export const s4: HostErp = { reservations, movements, requisitions, serviceOrders }
