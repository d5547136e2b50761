import type { QualityObject, QualityObjectReading } from '../../reading'
import { fromInstant, instantLiteral, literal, padded, stripped } from '../../wire-format'
import { api, type Api } from '../connection'
import { fromHost, many, query, textOf, type Row } from './pages'

const PAGE = 200

/** Numbers that one address can hold; fewer than elsewhere, as each is asked for in two forms. */
const NUMBERS_PER_REQUEST = 8

interface Kind { api: Api; entity: string; number: string; length: number; instant(moment: string): string; changedAt(row: Row): string | null; expand?: string; toObject(row: Row): QualityObject }

/** Phases of a notification in the host; the fifth is a deletion flag. */
const STATUSES: Record<string, QualityObject['status']> = { 1: 'OSNO', 2: 'NOPO', 3: 'NOPR', 4: 'NOCO', 5: 'DLFL' }

const codeOf = (group: unknown, code: unknown) => [textOf(group), textOf(code)].filter(Boolean).join('/') || null

const notifications: Kind = {
  api: api('CE_QUALITYNOTIFICATION_0001', { odata: 'v4' }), entity: 'QualityNotification', number: 'QualityNotification', length: 12,
  instant: moment => new Date(moment).toISOString(), changedAt: row => row.ChangedDateTime ?? null,
  expand: '_QualityNotificationItem($expand=_QltyNotificationItemCause)', toObject: notificationRead
}

const defects: Kind = {
  api: api('API_DEFECT_SRV'), entity: 'A_Defect', number: 'Defect', length: 11,
  instant: instantLiteral, changedAt: row => fromInstant(row.ChangedDateTime), toObject: defectRead
}

const readingOf = ({ api: source, entity, number, length, instant, changedAt, expand, toObject }: Kind): QualityObjectReading => ({
  changedSince: moment => fromHost(async () => {
    const found: { document: string; changedAt: string | null }[] = []
    for (let skip = 0; ; skip += PAGE) {
      const rows = await source.read(query(entity, {
        $select: `${number},ChangedDateTime`, $filter: `ChangedDateTime ge ${instant(moment)}`, $orderby: `ChangedDateTime,${number}`, $top: String(PAGE), $skip: String(skip)
      }))
      found.push(...rows.map(row => ({ document: stripped(String(row[number])), changedAt: changedAt(row) })))
      if (rows.length < PAGE) return found
    }
  }),
  byNumbers: numbers => fromHost(async () => {
    const found = new Map<string, QualityObject>()
    for (let from = 0; from < numbers.length; from += NUMBERS_PER_REQUEST) {
      const forms = new Set(numbers.slice(from, from + NUMBERS_PER_REQUEST).flatMap(each => [padded(each, length), stripped(each)]))
      const $filter = [...forms].map(form => `${number} eq ${literal(form)}`).join(' or ')
      for (const row of await source.read(query(entity, { $filter, ...(expand && { $expand: expand }) }))) found.set(stripped(String(row[number])), toObject(row))
    }
    return [...found.values()]
  })
})

export const qualityObjects = { notification: readingOf(notifications), defect: readingOf(defects) }

export function notificationRead(row: Row): QualityObject {
  return {
    document: stripped(row.QualityNotification), status: row.IsDeleted === true ? 'DLFL' : STATUSES[row.NotifProcessingPhase] ?? null, changedAt: row.ChangedDateTime ?? null,
    text: textOf(row.NotificationText), requiredEnd: textOf(row.NotificationRequiredEndDate), completedOn: textOf(row.NotificationCompletionDate),
    priority: textOf(row.NotificationPriority),
    items: many(row._QualityNotificationItem).map(item => ({
      item: item.NotificationItem, text: textOf(item.NotificationItemText), defect: codeOf(item.DefectCodeGroup, item.DefectCode),
      objectPart: codeOf(item.NotifItmObjectPartCodeGroup, item.NotifItmObjectPartCode), isDeleted: item.IsDeleted === true,
      causes: many(item._QltyNotificationItemCause).map(cause => ({
        cause: cause.NotificationCauseID, text: textOf(cause.NotificationCauseText), code: codeOf(cause.NotificationCauseCodeGroup, cause.NotificationCauseCode),
        isDeleted: cause.IsDeleted === true
      }))
    }))
  }
}

/** A defect is one item; the API tells no status but the flag for deletion. */
export function defectRead(row: Row): QualityObject {
  const isDeleted = row.IsDeleted === 'X' || row.IsDeleted === true
  return {
    document: stripped(row.Defect), status: isDeleted ? 'DLFL' : 'CRTD', changedAt: fromInstant(row.ChangedDateTime), text: textOf(row.DefectText),
    requiredEnd: null, completedOn: null, priority: null,
    items: [{ item: '0001', text: null, defect: codeOf(row.DefectCodeGroup, row.DefectCode), objectPart: codeOf(row.DefectObjectCodeGroup, row.DefectObjectCode), isDeleted, causes: [] }]
  }
}
