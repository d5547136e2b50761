import { USER } from '../environment'
import { refuse } from '../errors'
import { count } from '../wire/counters'
import { changeStamp, today } from './dates'
import { checkPartner } from './masters'
import { itemNumber, nextNumber } from './numbers'
import { insert } from './table'

type Row = Record<string, any>

const API = 'CE_QUALITYNOTIFICATION_0001'
const TYPES = ['Q1', 'Q2', 'Q3']

/** Creates a quality notification with items, causes and long text. */
export async function createNotification(data: Row): Promise<Row> {
  const { _QualityNotificationItem: wanted = [], _QltyNotificationLongText: texts = [], ...fields } = data
  if (!TYPES.includes(fields.NotificationType)) refuse('M7/001', 'TQ80', fields.NotificationType ?? '')
  if (fields.NotificationType === 'Q1' && !fields.Customer) refuse('ZHOST/001', 'Customer')
  checkPartner(fields.Customer)
  const QualityNotification = nextNumber('notification')
  const header = {
    ...fields, QualityNotification, NotificationOrigin: fields.NotificationType, NotifProcessingPhase: '1', IsDeleted: false, IsBusinessPurposeCompleted: false,
    CreatedByUser: USER, CreationDate: today(), LastChangedDate: today(), NotificationReportingDate: fields.NotificationReportingDate ?? today(), ChangedDateTime: changeStamp()
  }
  const items = wanted.map((row: Row, index: number) => {
    const NotificationItem = itemNumber(index, 4)
    return {
      ...row, QualityNotification, NotificationItem, IsDeleted: false,
      _QltyNotificationItemCause: (row._QltyNotificationItemCause ?? []).map((cause: Row, at: number) =>
        ({ ...cause, QualityNotification, NotificationItem, NotificationCauseID: itemNumber(at, 4), IsDeleted: false }))
    }
  })
  const longTexts = texts.map((row: Row, index: number) => ({ Language: 'EN', ...row, QualityNotification, LongTextInternalNumber: itemNumber(index, 10) }))
  await insert(`${API}.QualityNotification`, [header])
  await insert(`${API}.QualityNotificationItem`, items)
  await insert(`${API}.QltyNotificationItemCause`, items.flatMap((item: Row) => item._QltyNotificationItemCause))
  await insert(`${API}.QltyNotificationLongText`, longTexts)
  count('documents', 'notification')
  return { ...header, _QualityNotificationItem: items, _QltyNotificationLongText: longTexts }
}
