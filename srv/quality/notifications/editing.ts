import cds from '@sap/cds'
import { entities } from '../../entities'
import { nextNumbers } from '../../number-range'
import { keepReadonlyFields } from '../../readonly-fields'
import { idOf } from '../../request-key'
import { refuseForeignCodes, type Finding } from '../catalogs/finding-codes'
import { factsOfEquipment, factsOfOrder, isMedical, profileOf, type Row, supplierOf } from './facts'
import { judged } from './judging'
import { completed } from './raising'
import { mayBeReportable, QUESTIONS, type Screening } from './screening'
import { refuseCompleted } from './steps'

/** What is below a notification, and below its items, by the composition that holds it. */
export const CHILDREN = { items: 'NotificationItems', tasks: 'NotificationTasks', activities: 'NotificationActivities' } as const
const ANSWERS = ['intake', 'completion'].flatMap(moment => QUESTIONS.map(question => `${moment}${question}_code`))
const SOURCES = ['workOrder_ID', 'equipment_ID', 'type_code', 'part_ID', 'batch']

/** A new notification by hand, saved from a draft or posted: everything that order, equipment and rules say is filled in. */
export async function prepareCreation(req: cds.Request): Promise<void> {
  const data = req.data as Row
  await takeOver(data, {})
  const { complaint, ...rest } = data
  Object.assign(data, await completed({ ...rest, complaint: { ...(complaint as Row | undefined) } }))
  data.number = (await nextNumbers('QualityNotification'))[0]
  data.origin_code ??= 'manual'
  stampScreening(data, {})
  numberRows(data, {})
  judgeComplaint(data, data)
  await refuseForeignCodes(data.catalogProfile_code as string, findingsIn(data))
}

/** A changed notification: 409 once it is completed; what follows from the change is brought up to date. */
export async function prepareChange(req: cds.Request): Promise<void> {
  const data = req.data as Row
  const ID = (data.ID ?? idOf(req.params.at(-1))) as string
  const before = await storedWithAll(ID)
  if (!before) return
  refuseCompleted(before as never)
  keepReadonlyFields(req)
  await takeOver(data, before)
  const now = { ...before, ...data }
  data.catalogProfile_code = await profileOf(now)
  data.mayBeReportable = mayBeReportable(now as Screening, await isMedical(now.deviceClass_code))
  stampScreening(data, before)
  numberRows(data, before)
  judgeComplaint(data, before)
  await refuseForeignCodes(data.catalogProfile_code as string, findingsIn(data, before, data.catalogProfile_code === before.catalogProfile_code))
}

/** What a draft shows while it is edited: the device's data and the profile at once. */
export async function prepareDraft(data: Row, before: Row): Promise<void> {
  if (!SOURCES.some(field => field in data)) return
  await takeOver(data, before)
  data.catalogProfile_code = await profileOf({ ...before, ...data })
}

/** Order or equipment, where they are new to the notification, say what it is about. Values that were given stay. */
async function takeOver(data: Row, before: Row): Promise<void> {
  const isNew = (field: string) => Boolean(data[field]) && data[field] !== before[field]
  const given = { ...data }
  if (isNew('workOrder_ID')) {
    const { complaint, ...facts } = await factsOfOrder(data.workOrder_ID as string)
    Object.assign(data, facts, presentIn(given))
    if (!before.ID) data.complaint = { ...(complaint as Row), ...presentIn((given.complaint as Row | undefined) ?? {}) }
  } else if (isNew('equipment_ID')) {
    const { udi, ...facts } = await factsOfEquipment(data.equipment_ID as string)
    Object.assign(data, facts, { udi: given.udi ?? udi })
  }
  if (isNew('part_ID') || isNew('batch')) data.supplier = given.supplier ?? (await supplierOf(data.part_ID ?? before.part_ID, data.batch ?? before.batch, data.plant ?? before.plant))
}

const presentIn = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value != null && value !== ''))

/** Who answered, and when. */
function stampScreening(data: Row, before: Row): void {
  for (const moment of ['intake', 'completion']) {
    const changed = ANSWERS.some(field => field.startsWith(moment) && field in data && (data[field] ?? 'unknown') !== ((before[field] as string | undefined) ?? 'unknown'))
    if (changed) Object.assign(data, { [`${moment}ScreenedAt`]: cds.context!.timestamp.toISOString(), [`${moment}ScreenedBy`]: cds.context!.user.id })
  }
}

/** Rows are numbered 1, 2, 3 … as they come; a number once given stays. */
function numberRows(data: Row, before: Row): void {
  for (const name of Object.keys(CHILDREN)) number(data[name] as Row[] | undefined, before[name] as Row[] | undefined)
  for (const item of (data.items ?? []) as Row[]) {
    number(item.causes as Row[] | undefined, ((before.items ?? []) as Row[]).find(({ ID }) => ID === item.ID)?.causes as Row[] | undefined)
    for (const cause of (item.causes ?? []) as Row[]) cause.profile_code = data.catalogProfile_code
  }

  function number(rows: Row[] | undefined, stored: Row[] = []): void {
    const known = new Map(stored.map(row => [row.ID, row.position]))
    let last = Math.max(0, ...[...(rows ?? []), ...stored].map(({ position }) => Number(position ?? 0)))
    const taken = new Set<number>()
    for (const row of rows ?? []) {
      const position = Number(known.get(row.ID) ?? row.position ?? 0)
      row.position = position && !taken.has(position) ? position : ++last
      taken.add(row.position as number)
      row.profile_code = data.catalogProfile_code
    }
  }
}

/** The complaint's record, as it is saved with the notification. */
function judgeComplaint(data: Row, before: Row): void {
  const stored = before.complaint as Row | undefined
  const given = data.complaint as Row | null | undefined
  if (given === null) delete data.complaint
  const now = { ...before, ...data }
  if (given || stored?.ID) data.complaint = { ...(given ?? { ID: stored!.ID }), ...judged(given ?? {}, stored === given ? {} : (stored ?? {}), now) }
}

/** All codes in a notification that is stored as a whole. */
function findingsIn(data: Row, before: Row = {}, sameProfile = true): Finding[] {
  const found: Finding[] = []
  for (const [name, entity] of Object.entries(CHILDREN)) {
    for (const row of (data[name] ?? []) as Row[]) {
      const stored = ((before[name] ?? []) as Row[]).find(({ ID }) => ID === row.ID)
      found.push({ entity, row, before: sameProfile ? stored : undefined, path: `${name}${keyOf(row)}/` })
      for (const cause of (row.causes ?? []) as Row[]) {
        const earlier = ((stored?.causes ?? []) as Row[]).find(({ ID }) => ID === cause.ID)
        found.push({ entity: 'NotificationCauses', row: cause, before: sameProfile ? earlier : undefined, path: `items${keyOf(row)}/causes${keyOf(cause)}/` })
      }
    }
  }
  return found
}

const keyOf = ({ ID }: Row) => `(ID=${String(ID)},IsActiveEntity=false)`

async function storedWithAll(ID: string): Promise<Row | undefined> {
  const columns = [
    { ref: ['*'] }, ...['complaint', 'tasks', 'activities'].map(name => ({ ref: [name], expand: ['*'] })),
    { ref: ['items'], expand: ['*', { ref: ['causes'], expand: ['*'] }] }
  ]
  return (await SELECT.one.from(entities().QualityNotifications, { ID } as never).columns('*', ...(columns.slice(1) as never[]))) as unknown as Row | undefined
}
