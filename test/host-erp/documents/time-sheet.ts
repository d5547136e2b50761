import cds from '@sap/cds'
import Decimal from 'decimal.js'
import { companyCodes, decimalsOf, isInternalOrder, isWbsElement, ownAccounts, personOf, rateOf } from '../data/books'
import { refuse } from '../errors'
import { count } from '../wire/counters'
import { book, type Line, mirror } from './ledger'
import { checkCostCenter, checkLock, isCostCenter } from './masters'
import { nextNumber } from './numbers'
import { insert, updateRow } from './table'

type Row = Record<string, any>

const ENTRY = 'API_MANAGE_WORKFORCE_TIMESHEET.TimeSheetEntryCollection'
const RELEASED = '30'
const CANCELLED = '60'

/** A POST creates or deletes an entry: its operation says which. Released hours are valued and allocated at once. */
export async function writeTimeSheetEntry(data: Row): Promise<Row> {
  if (data.TimeSheetOperation === 'D') return cancel(data)
  if (data.TimeSheetOperation !== 'C') return refuse('ZHOST/001', 'TimeSheetOperation')
  const { TimeSheetDataFields: fields = {}, ...entry } = data
  const { PersonWorkAgreementExternalID: person, CompanyCode: companyCode, TimeSheetDate: day } = entry
  if (!person) refuse('ZHOST/001', 'PersonWorkAgreementExternalID')
  if (!companyCodes.has(companyCode)) refuse('M7/001', 'T001', companyCode ?? '')
  const hours = new Decimal(fields.RecordedHours || 0)
  if (hours.lte(0) || hours.gt(24)) refuse('ZHOST/001', 'RecordedHours')
  checkReceiver(fields, companyCode)
  const sender = fields.SenderCostCenter || senderOf(companyCode, person)
  checkCostCenter(sender)
  const price = rateOf(companyCode, fields.ActivityType, day, stripped(sender))
  if (!fields.ActivityType || !price) return refuse('ZHOST/016', `${fields.ActivityType ?? ''}`, day)
  const TimeSheetRecord = nextNumber('timeSheet')
  const stored = { ...entry, PersonWorkAgreement: '', TimeSheetRecord, TimeSheetStatus: RELEASED, TimeSheetPredecessorRecord: '' }
  await insert(ENTRY, [{ ...stored, ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [PREFIX + name, value])) }])
  const amount = hours.times(price.rate).toDecimalPlaces(decimalsOf(price.currency), Decimal.ROUND_HALF_UP).toFixed()
  await book({ document: TimeSheetRecord, origin: 'CATS', companyCode, postingDate: day, reference: String(fields.TimeSheetNote ?? '').split(' ').at(-1) }, allocation({ amount, currency: price.currency }, {
    costCenter: fields.ReceiverCostCenter, internalOrder: fields.InternalOrder, wbsElement: fields.WBSElement
  }, sender))
  count('documents', 'timeSheet')
  return { ...stored, TimeSheetDataFields: fields }
}

/** Debit who got the hours, credit whose hours they are. */
export function allocation({ amount, currency }: { amount: string; currency: string }, receiver: Partial<Line>, sender: string): Line[] {
  const { cost, offset } = ownAccounts('labour')
  return [{ account: cost, debitCredit: 'S', amount, currency, ...receiver }, { account: offset, debitCredit: 'H', amount, currency, costCenter: sender }]
}

/** The person's cost centre; the service department, where nobody says whose hours they are. */
export const senderOf = (companyCode: string, person?: string) => {
  const { costCenter } = personOf(person) ?? {}
  return costCenter && isCostCenter(costCenter, companyCode) ? costCenter : `00${companyCode}1301`
}

function checkReceiver({ ReceiverCostCenter: costCenter, InternalOrder: order, WBSElement: wbsElement }: Row, companyCode: string): void {
  if ([costCenter, order, wbsElement].filter(Boolean).length !== 1) refuse('ZHOST/001', 'one of ReceiverCostCenter, InternalOrder and WBSElement')
  if (costCenter && !isCostCenter(costCenter, companyCode)) refuse('M7/001', 'CSKS', costCenter)
  if (order && !isInternalOrder(order)) refuse('M7/001', 'AUFK', order)
  if (wbsElement && !isWbsElement(wbsElement)) refuse('M7/001', 'PRPS', wbsElement)
}

async function cancel({ PersonWorkAgreementExternalID, CompanyCode, TimeSheetRecord }: Row): Promise<Row> {
  checkLock('Time sheet entry', TimeSheetRecord)
  const key = { PersonWorkAgreementExternalID, CompanyCode, TimeSheetRecord }
  const entry = (await cds.run(SELECT.one.from(ENTRY).where(key))) as Row | null
  if (!entry || entry.TimeSheetStatus === CANCELLED) return refuse('M7/001', 'CATSDB', TimeSheetRecord ?? '')
  await updateRow(ENTRY, { TimeSheetStatus: CANCELLED }, key)
  await mirror(TimeSheetRecord)
  return { ...entry, TimeSheetStatus: CANCELLED, TimeSheetOperation: 'D' }
}

/** CAP keeps the fields of a structure one by one; the host shows them nested. */
const PREFIX = 'TimeSheetDataFields_'
export function nested(row: Row): Row {
  const [parts, others] = [true, false].map(isPart => Object.entries(row).filter(([name]) => name.startsWith(PREFIX) === isPart))
  return { ...Object.fromEntries(others), TimeSheetDataFields: Object.fromEntries(parts.map(([name, value]) => [name.slice(PREFIX.length), value ?? ''])) }
}

const stripped = (number: string) => number.replace(/^0+(?=\d)/, '')
