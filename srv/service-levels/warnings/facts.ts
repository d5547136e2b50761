import { entities } from '../../entities'
import { warningRules } from './rules'

/** How far a warning has got with those who have to answer. */
export interface Ladder {
  ID: string
  clock_ID: string
  state_code: string
  person_ID: string | null
  escalationLevel: number | null
  escalateAt: string | null
  acknowledgedAt: string | null
  acknowledgedBy: string | null
  handedOverAt: string | null
  handedOverBy: string | null
  comment: string | null
}

/** A warning with what is said of it. */
export interface WarningFacts {
  ID: string
  workOrder_ID: string
  clock_ID: string
  rule_code: string
  level_code: string
  percent: number | null
  escalates: boolean
  tellsCustomer: boolean
  fireAt: string
  firedAt: string
  hours: string | null
  escalationLevel: number | null
  escalateAt: string | null
  isEscalated?: boolean
  /** The ladder that it goes on with. */
  earlier?: Ladder
  person_ID: string | null
  kind_code: string
  isRunning: boolean
  dueAt: string | null
  number: string
  shortText: string | null
  serialNumber: string | null
  customerName: string | null
  siteName: string | null
  city: string | null
  country: string | null
  region: string | null
  timeZone: string | null
  customer_ID: string | null
  contactEmail: string | null
  customerEmail: string | null
  customerLanguage: string | null
  channel_code: string | null
  technicianName: string | null
  technicianUser: string | null
  technicianEmail: string | null
}

const OF_ORDER = ['number', 'shortText', 'serialNumber', 'customerName', 'siteName', 'city', 'country', 'region', 'timeZone', 'customer_ID', 'contactEmail', 'channel_code']

/** Of the warnings that fit a condition, in the order in which they were due. */
export async function factsOfWarnings(which: Record<string, unknown>): Promise<WarningFacts[]> {
  const { Warnings } = entities()
  const of = (path: string[], as: string) => ({ ref: path, as }) as never
  const rows = (await SELECT.from(Warnings).columns(
    'ID', 'workOrder_ID', 'clock_ID', 'rule_code', 'level_code', 'fireAt', 'firedAt', 'hours', 'escalationLevel', 'escalateAt', 'person_ID',
    of(['clock', 'kind_code'], 'kind_code'), of(['clock', 'status_code'], 'status'), of(['clock', 'dueAt'], 'dueAt'),
    ...OF_ORDER.map(name => of(['workOrder', name], name)),
    of(['workOrder', 'customer', 'email'], 'customerEmail'), of(['workOrder', 'customer', 'language'], 'customerLanguage'), of(['workOrder', 'technician', 'name'], 'technicianName'),
    of(['workOrder', 'technician', 'userId'], 'technicianUser'), of(['workOrder', 'technician', 'email'], 'technicianEmail')
  ).where(which as never).orderBy('fireAt')) as (WarningFacts & { status: string })[]
  const rules = new Map((await warningRules()).map(({ code, percent = null, escalates, tellsCustomer }) => [code, { percent, escalates, tellsCustomer }]))
  return rows.map(({ status, ...row }) => ({ ...row, ...rules.get(row.rule_code)!, isRunning: status === 'running' }))
}
