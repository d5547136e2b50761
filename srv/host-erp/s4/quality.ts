import type { NotificationPort, NotificationRequest } from '../ports'
import { qualitySettings } from '../settings'
import { literal, padded, toDay, toQuantity, toText, toUnit } from '../wire-format'
import { api, distinct, filled, numberIn } from './connection'

const notifications = api('CE_QUALITYNOTIFICATION_0001', { odata: 'v4' })
const defects = api('API_DEFECT_SRV')

/**
 * Neither API has a field for a reference, and a long text can't be asked for. Hence the key ends the short text, where people see it and a filter finds it.
 * There is no deletion either: of two documents somebody flags one in the host, which then no longer counts.
 */
export const notification: NotificationPort['notification'] = {
  async send(request, key) {
    return numberIn(await notifications.create('QualityNotification', notificationOf(request, key)), 'QualityNotification')
  },
  async find({ type }, key) {
    const filter = `NotificationType eq ${literal(type)} and IsDeleted eq false and endswith(NotificationText,${literal(key)})`
    return distinct(await notifications.read(`QualityNotification?$select=QualityNotification&$filter=${spaced(filter)}`), row => row.QualityNotification)
  }
}

export const defect: NotificationPort['defect'] = {
  async send(request, key) {
    return numberIn(await defects.create('A_Defect', defectOf(request, key)), 'Defect')
  },
  async find({ plant }, key) {
    const filter = `${plant ? `Plant eq ${literal(plant)} and ` : ''}IsDeleted eq '' and endswith(DefectText,${literal(key)}) eq true`
    return distinct(await defects.read(`A_Defect?$select=Defect&$filter=${spaced(filter)}`), row => row.Defect)
  }
}

/** The deep insert of header, items with their causes, and long text. */
export function notificationOf(request: NotificationRequest, key: string) {
  return filled({
    MasterLanguage: 'EN', NotificationType: request.type, NotificationText: withKey(request.description, key),
    NotificationReportingDate: request.reportedOn && toDay(request.reportedOn), NotificationRequiredEndDate: request.requiredEnd && toDay(request.requiredEnd),
    Material: request.material, Plant: request.plant, Batch: request.batch,
    Customer: request.customer && padded(request.customer, 10), Supplier: request.supplier && padded(request.supplier, 10),
    _QltyNotificationLongText: [{ Language: 'EN', QltyNotificationLongText: longTextOf(request, key) }],
    _QualityNotificationItem: request.items?.map(item => filled({
      NotificationItemText: toText([deviceOf(request), item.text].filter(Boolean).join(' '), 40), NumberOfDefects: 1,
      ...(item.defect && { DefectCodeCatalog: '9', DefectCodeGroup: item.defect.codeGroup, DefectCode: item.defect.code }),
      ...(item.objectPart && { NotifItmObjectPartCodeCtlg: 'B', NotifItmObjectPartCodeGroup: item.objectPart.codeGroup, NotifItmObjectPartCode: item.objectPart.code }),
      ExternalDefectiveQuantity: item.quantity && Number(toQuantity(item.quantity)), DefectiveQuantityUnit: item.quantity && item.unit && toUnit(item.unit),
      _QltyNotificationItemCause: item.causes?.map(({ text, cause, isRootCause }) => filled({
        NotificationCauseText: text && toText(text, 40), NotificationCauseCodeCatalog: '5', NotificationCauseCodeGroup: cause.codeGroup, NotificationCauseCode: cause.code,
        NotificationRootCause: isRootCause && 'X'
      }))
    }))
  })
}

/** One coded finding: that of the first item. The API has no place for further ones, for causes and for a long text. */
export function defectOf(request: NotificationRequest, key: string) {
  const { defect: code, objectPart, quantity, unit } = request.items?.[0] ?? {}
  return filled({
    DefectText: withKey(request.description, key), DefectCategory: qualitySettings().defectCategory, Equipment: request.equipment && padded(request.equipment, 18),
    Material: request.material, Plant: request.plant, NumberOfDefects: 1,
    ...(code && { DefectCodeCatalog: '9', DefectCodeGroup: code.codeGroup, DefectCode: code.code }),
    ...(objectPart && { DefectObjectCodeCatalog: 'B', DefectObjectCodeGroup: objectPart.codeGroup, DefectObjectCode: objectPart.code }),
    DefectiveQuantity: quantity && toQuantity(quantity), DefectiveQuantityUnit: quantity && unit && toUnit(unit)
  })
}

const TEXT_LENGTH = 40

/** What went wrong in as many characters as the key leaves. */
const withKey = (text: string, key: string) => `${toText(text.replace(/\s+/g, ' '), TEXT_LENGTH - key.length - 1).trimEnd()} ${key}`

const deviceOf = ({ equipment, serialNumber }: NotificationRequest) => [equipment, serialNumber].filter(Boolean).join(' / ')

/** The header has neither equipment nor serial number, and cuts the short text. */
function longTextOf({ number, equipment, serialNumber, udi, description, longText }: NotificationRequest, key: string): string {
  const facts = { Notification: number, Equipment: equipment, 'Serial number': serialNumber, UDI: udi, Reference: key }
  return [...Object.entries(facts).filter(([, value]) => value).map(([name, value]) => `${name}: ${value}`), description, longText].filter(Boolean).join('\n')
}

const spaced = (filter: string) => filter.replaceAll(' ', '%20')
