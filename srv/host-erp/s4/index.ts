import type { HostErp } from '../ports'
import * as billing from './billing'
import * as movements from './goods-movements'
import * as journalEntries from './journal-entries'
import * as notifications from './quality'
import * as requisitions from './requisitions'
import * as reservations from './reservations'
import * as serviceConfirmations from './service-confirmations'
import * as serviceOrders from './service-orders'
import * as times from './time-sheet'

/** SAP S/4HANA behind the ports, by its released APIs. */
export const s4: HostErp = { reservations, movements, requisitions, serviceOrders, notifications, journalEntries, times, serviceConfirmations, billing }
