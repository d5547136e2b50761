import type { DocumentRequest, TimeConfirmationPort, TimeConfirmationRequest } from '../ports'
import { NotSendable } from '../failures'
import { postingSettings } from '../settings'
import { dateLiteral, literal, padded, toDate, toQuantity, toText } from '../wire-format'
import { api, distinct, filled, numberIn } from './connection'
import { costCenterOf, orderOf } from './cost-object'

type Row = Record<string, any>

const entries = api('API_MANAGE_WORKFORCE_TIMESHEET')

/** TimeSheetOperation: creating and deleting are both a POST of an entry. */
const CREATE = 'C'
const DELETE = 'D'
const CANCELLED = '60'
const NOTE_LENGTH = 40

/** The note carries the key at its end. It lies within a complex type, by which the host does not filter: the person's day is read. */
export const confirm: TimeConfirmationPort['confirm'] = {
  async send(request, key) {
    return numberIn(await entries.create('TimeSheetEntryCollection', timeSheetEntryOf(request, key)), 'TimeSheetRecord')
  },
  async find({ personnelNumber, companyCode, workedOn }, key) {
    const filter = `PersonWorkAgreementExternalID eq ${literal(personnelNumber)} and CompanyCode eq ${literal(companyCode)} and TimeSheetDate eq ${dateLiteral(workedOn)}`
    const own = (await entries.read(query(filter))).filter(({ TimeSheetDataFields: fields }) => String(fields?.TimeSheetNote ?? '').endsWith(key))
    const valid = own.filter(isValid)
    return distinct(valid.length ? valid : own.slice(0, 1), row => row.TimeSheetRecord)
  },
  undo: remove
}

export const cancel: TimeConfirmationPort['cancel'] = {
  async send({ document }) {
    await remove(document!)
    return document!
  },
  async find({ document }: DocumentRequest) {
    return (await recordsOf(document!)).some(isValid) ? [] : [document!]
  }
}

/** Whose entry it is has to be said, though its number is unique. */
async function remove(document: string): Promise<void> {
  const [entry] = (await recordsOf(document)).filter(isValid)
  if (!entry) return
  const { PersonWorkAgreementExternalID, CompanyCode, TimeSheetRecord, TimeSheetDate } = entry
  await entries.create('TimeSheetEntryCollection', { PersonWorkAgreementExternalID, CompanyCode, TimeSheetRecord, TimeSheetDate, TimeSheetOperation: DELETE })
}

/** The API is known to pass over filters in silence: what is not the record is left out here. */
async function recordsOf(document: string): Promise<Row[]> {
  const number = padded(document, 12)
  const rows = await entries.read(query(`TimeSheetRecord eq ${literal(number)}`))
  return rows.filter(row => padded(String(row.TimeSheetRecord), 12) === number)
}

const isValid = ({ TimeSheetStatus }: Row) => TimeSheetStatus !== CANCELLED
const query = (filter: string) => `TimeSheetEntryCollection?$filter=${filter.replaceAll(' ', '%20')}`

/** An entry, released at once: only then does it become an activity allocation. */
export function timeSheetEntryOf(request: TimeConfirmationRequest, key: string): Row {
  const { costObject, hours } = request
  if (costObject.serviceOrder) throw new NotSendable('Hours against a service order are confirmed by a service confirmation, not by the time sheet')
  return {
    PersonWorkAgreementExternalID: request.personnelNumber, CompanyCode: request.companyCode, TimeSheetDate: toDate(request.workedOn),
    TimeSheetIsReleasedOnSave: true, TimeSheetIsExecutedInTestRun: false, TimeSheetOperation: CREATE,
    TimeSheetDataFields: filled({
      ControllingArea: postingSettings().controllingArea, ActivityType: request.activityType,
      SenderCostCenter: request.senderCostCenter && padded(request.senderCostCenter, 10), ReceiverCostCenter: costCenterOf(costObject), InternalOrder: orderOf(costObject),
      WBSElement: costObject.wbsElement, RecordedHours: toQuantity(hours, 4, 2), RecordedQuantity: toQuantity(hours, 15, 3), HoursUnitOfMeasure: 'H',
      TimeSheetNote: `${toText(request.text ?? '', NOTE_LENGTH - key.length - 1)} ${key}`.trim()
    })
  }
}
