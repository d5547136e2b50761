import type { QualityObject, QualityObjectItem } from '../../host-erp/reading'
import type { NotificationRequest } from '../../host-erp/ports'

/** What somebody did in the host. */
export interface Remark {
  kind_code: string
  item: string | null
  before: string | null
  after: string | null
}

/** What is known of the host's document: as it was read, or as it was asked for, when its own fields are still unknown. */
export type Known = Partial<Omit<QualityObject, 'items'>> & { items: QualityObjectItem[] }

/** The document as we asked for it, so that the first reading tells what others have added already. */
export function askedFor({ items = [] }: Pick<NotificationRequest, 'items'>, isDefect: boolean): Known {
  const codeOf = (code?: { codeGroup: string; code: string }) => (code ? `${code.codeGroup}/${code.code}` : null)
  const numbered = (index: number) => String(index + 1).padStart(4, '0')
  const asked = items.map((item, index): QualityObjectItem => ({
    item: numbered(index), text: null, defect: codeOf(item.defect), objectPart: codeOf(item.objectPart), isDeleted: false,
    causes: (item.causes ?? []).map(({ cause }, at) => ({ cause: numbered(at), text: null, code: codeOf(cause), isDeleted: false }))
  }))
  return { items: isDefect ? asked.slice(0, 1).map(item => ({ ...item, causes: [] })) : asked }
}

/**
 * What is different in the host, in the order in which people read it. Fields that were not known before are no difference; a text is compared
 * only where the host's own was known, since it is cut and carries our reference.
 */
export function differencesOf(before: Known, after: QualityObject): Remark[] {
  const remarks: Remark[] = []
  const field = (kind_code: string, name: 'status' | 'text' | 'requiredEnd' | 'priority' | 'completedOn') => {
    if (before[name] === undefined || before[name] === after[name]) return
    remarks.push({ kind_code, item: null, before: before[name] ?? null, after: after[name] })
  }
  field('status', 'status')
  field('completion', 'completedOn')
  field('text', 'text')
  field('requiredEnd', 'requiredEnd')
  field('priority', 'priority')
  for (const item of after.items) remarks.push(...ofItem(before.items.find(each => each.item === item.item), item))
  return remarks
}

function ofItem(before: QualityObjectItem | undefined, after: QualityObjectItem): Remark[] {
  const told = (item: QualityObjectItem) => [item.defect, item.objectPart, item.text].filter(Boolean).join(' · ')
  const remarks = changeOf('item', after.item, before && { ...before, told: told({ ...before, text: before.text && after.text ? before.text : after.text }) }, { ...after, told: told(after) })
  for (const cause of after.causes) {
    const earlier = before?.causes.find(each => each.cause === cause.cause)
    const toldCause = (text: string | null, code: string | null) => [code, text].filter(Boolean).join(' · ')
    remarks.push(...changeOf('cause', `${after.item}/${cause.cause}`, earlier && { ...earlier, told: toldCause(earlier.text ?? cause.text, earlier.code) }, { ...cause, told: toldCause(cause.text, cause.code) }))
  }
  return remarks
}

interface Told { told: string; isDeleted: boolean }

function changeOf(what: 'item' | 'cause', item: string, before: Told | undefined, after: Told): Remark[] {
  const remark = (step: string) => [{ kind_code: `${what}${step}`, item, before: before?.told || null, after: after.told || null }]
  if (!before) return after.isDeleted ? [] : remark('Added')
  if (after.isDeleted !== before.isDeleted) return remark(after.isDeleted ? 'Deleted' : 'Changed')
  return before.told === after.told ? [] : remark('Changed')
}
