import { entities } from '../../entities'
import { languageOf } from './languages'
import { noticeSettings } from './settings'
import type { Recipient } from './writing'

/** What notices to a customer say of an order, and whom they go to. Instants as ISO strings. */
export interface CustomersOrder {
  ID: string
  number: string
  status_code: string
  channel_code: string | null
  shortText: string | null
  serialNumber: string | null
  customer_ID: string | null
  customerName: string | null
  contactEmail: string | null
  customerEmail: string | null
  customerLanguage: string | null
  siteName: string | null
  city: string | null
  country: string | null
  region: string | null
  timeZone: string | null
  promisedAt: string | null
  plannedStart: string | null
  completedAt: string | null
  holdReason_code: string | null
}

/** Of an order, what tells whether and how its customer can be reached. */
export type Reachable = Pick<CustomersOrder, 'channel_code' | 'customer_ID' | 'contactEmail' | 'customerEmail' | 'customerLanguage' | 'country' | 'timeZone'>

const COLUMNS = [
  'ID', 'number', 'status_code', 'channel_code', 'shortText', 'serialNumber', 'customer_ID', 'customerName', 'contactEmail', 'siteName', 'city', 'country', 'region',
  'timeZone', 'promisedAt', 'plannedStart', 'completedAt', 'holdReason_code'
]

export async function customersOrders(IDs: string[]): Promise<CustomersOrder[]> {
  if (!IDs.length) return []
  const { WorkOrders } = entities()
  return (await SELECT.from(WorkOrders).columns(
    ...COLUMNS, { ref: ['customer', 'email'], as: 'customerEmail' } as never, { ref: ['customer', 'language'], as: 'customerLanguage' } as never
  ).where({ ID: { in: IDs } })) as unknown as CustomersOrder[]
}

/**
 * The customer as somebody to be told: at the order's contact address, else the customer's, in the language of the customer.
 *
 * @returns nothing without an address, and for imported orders, whose customers expect no word from us
 */
export function customerOf({ channel_code, customer_ID, contactEmail, customerEmail, customerLanguage, country, timeZone }: Reachable): Recipient | undefined {
  const email = contactEmail || customerEmail
  if (!customer_ID || !email || channel_code === 'import') return undefined
  const { quietFrom, quietTo } = noticeSettings()
  return { customer_ID, email, language: customerLanguage || languageOf(country), timeZone, quietFrom, quietTo }
}

/** What all texts to customers may name. */
export function valuesFor({ number, shortText, serialNumber, customerName, siteName, city, promisedAt }: CustomersOrder) {
  return {
    order: number, shortText, equipment: serialNumber, customer: customerName, site: [siteName, city].filter(Boolean).join(', '),
    dueAt: promisedAt ? new Date(promisedAt) : null
  }
}
