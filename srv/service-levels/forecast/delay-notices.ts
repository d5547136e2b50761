import cds from '@sap/cds'
import { entities } from '../../entities'
import type { Calendars } from '../../working-time/calendars'
import { iso } from '../entries'
import { customerOf, customersOrders, valuesFor, type CustomersOrder } from '../notices/customers'
import { Money } from '../notices/text'
import { writeNotices, type NoticeRequest, type Recipient } from '../notices/writing'
import { penaltiesFor, type Term } from '../terms'
import { grouped } from '../../grouped'
import { personOn, shiftFor, type Shift } from '../warnings/rota'
import type { ForecastOrder } from './facts'

/** An order that will be late, and who is to be told. */
export interface Delay {
  order: ForecastOrder
  /** In milliseconds. */
  expectedAt: number
  risk: number
  customer: boolean
  lead: boolean
}

type Person = Recipient & { ID: string }

const MINUTE = 60_000
/** A forecast is not exact to the minute: a customer is told the next half hour. */
const GRAIN = 30 * MINUTE

/** Tells customers and leads, in the caller's transaction. */
export async function tellOfDelays(delays: Delay[], all: Calendars): Promise<void> {
  if (!delays.length) return
  const orders = new Map((await customersOrders(delays.map(({ order }) => order.ID))).map(order => [order.ID, order]))
  const [terms, leads] = [await termsOf(delays), await leadsOn()]
  await writeNotices(delays.flatMap(delay => {
    const order = orders.get(delay.order.ID)!
    const expectedAt = Math.ceil(delay.expectedAt / GRAIN) * GRAIN
    const values = { ...valuesFor(order), expectedAt: new Date(expectedAt), risk: delay.risk }
    const [customer, lead] = [delay.customer ? customerOf(order) : undefined, delay.lead ? leads(order, all) : undefined]
    const compensation = compensationOf(delay, expectedAt, terms, all)
    const about = `${order.ID} ${delay.customer ? iso(delay.expectedAt) : order.promisedAt}`
    const request = (to: Recipient, template: string): NoticeRequest =>
      ({ matter: `${template} ${about}`, workOrder_ID: order.ID, to, template, values: { ...values, compensation } })
    return [...(customer ? [request(customer, compensation.length ? 'delayCompensated' : 'delay')] : []), ...(lead ? [request(lead, 'delayLead')] : [])]
  }))
}

/** What the agreement grants for the working time between the due date and the expected end. */
function compensationOf({ order: { agreement_ID, hours, promisedAt } }: Delay, expectedAt: number, terms: Map<string, Term[]>, all: Calendars): Money[] {
  const granted = terms.get(agreement_ID ?? '') ?? []
  if (!granted.length) return []
  const dueAt = Date.parse(promisedAt!)
  const late = hours ? all.named(hours).between(dueAt, expectedAt) : expectedAt - dueAt
  return penaltiesFor(granted, 'fix', late / MINUTE).map(({ amount, currency }) => new Money(amount, currency))
}

async function termsOf(delays: Delay[]): Promise<Map<string, Term[]>> {
  const { AgreementTerms } = entities()
  const IDs = [...new Set(delays.flatMap(({ order }) => order.agreement_ID ?? []))]
  if (!IDs.length) return new Map()
  const rows = (await SELECT.from(AgreementTerms).columns('agreement_ID', 'kind_code', 'clock_code', 'unitMinutes', 'amount', 'maximum', 'currency_code')
    .where({ agreement_ID: { in: IDs } })) as (Term & { agreement_ID: string })[]
  return grouped(rows, ({ agreement_ID }) => agreement_ID)
}

/** The lead who is on call for a site; told within the application only, since nothing has to be answered. */
async function leadsOn(): Promise<(order: CustomersOrder, all: Calendars) => Recipient | undefined> {
  const { OnCallShifts, OnCallPersons } = entities()
  const { timestamp } = cds.context!
  const now = timestamp.toISOString()
  const shifts = (await SELECT.from(OnCallShifts).where({ startsAt: { '<=': now }, endsAt: { '>': now } })) as Shift[]
  const IDs = [...new Set(shifts.flatMap(({ main_ID, standBy_ID, lead_ID }) => [main_ID, standBy_ID, lead_ID].flatMap(ID => ID ?? [])))]
  const rows = IDs.length ? ((await SELECT.from(OnCallPersons).columns('ID', 'userId', 'language', 'timeZone').where({ ID: { in: IDs } })) as Person[]) : []
  const people = new Map(rows.map(person => [person.ID, person]))
  return (order, all) => {
    const shift = shiftFor(shifts, { region: all.regionOf(order), timeZone: order.timeZone }, timestamp.getTime())
    const { ID, ...person } = people.get(personOn(shift, 'lead') ?? '') ?? {}
    return ID ? { ...person, person_ID: ID } : undefined
  }
}
