import { entities } from '../../entities'

/** A part of a batch, or one with a serial number: what is looked for in equipment. */
export interface Piece { part_ID: string; batch: string | null; serialNumber: string | null }
export interface Holder {
  ID: string; part_ID: string; batch: string | null; partSerialNumber: string | null; isFitted: boolean; equipment_ID: string; serialNumber: string; equipmentName: string | null; siteName: string | null
  customerName: string | null; fittedBy_ID: string | null; removedBy_ID: string | null; openOrders: number; openNotifications: number
}
export interface Notification {
  ID: string; number: string; shortText: string; status: string; criticality: number | null; workOrder_ID: string | null; equipment_ID: string | null; supplier: string | null
  part_ID: string | null; batch: string | null; partSerialNumber: string | null
}
interface Named { ID: string; number: string; text: string | null; status: string | null; criticality: number | null }
type Condition = unknown[]

/** No more of anything but equipment is drawn. */
export const MOST = 100

const rows = <Row>(query: unknown): Promise<Row[]> => Promise.resolve(query as PromiseLike<Row[]>)
const or = (conditions: Condition[]): Condition => conditions.flatMap((condition, i) => [...(i ? ['or'] : []), { xpr: condition }])
const is = (field: string, value: unknown): Condition => [{ ref: field.split('.') }, '=', { val: value }]
const both = (...conditions: Condition[]): Condition => conditions.flatMap((condition, i) => [...(i ? ['and'] : []), { xpr: condition }])

const pieceIn = (piece: Piece, serial: string): Condition =>
  piece.batch ? both(is('part_ID', piece.part_ID), is('batch', piece.batch)) : both(is('part_ID', piece.part_ID), is(serial, piece.serialNumber))

const HOLDER = ['ID', 'part_ID', 'batch', 'partSerialNumber', 'isFitted', 'equipment_ID', 'serialNumber', 'equipmentName', 'siteName', 'customerName', 'fittedBy_ID', 'removedBy_ID', 'openOrders', 'openNotifications']

/** Who holds or held any of the pieces, those that hold them now first. The rows are chosen before anything else of them is read. */
export async function holdersOf(pieces: Piece[], top: number): Promise<Holder[]> {
  const chosen = await rows<{ ID: string }>(SELECT.from(entities().FittedParts).columns('ID').where(or(pieces.map(piece => pieceIn(piece, 'serialNumber'))) as never)
    .orderBy('removedAt' as never, 'fittedAt desc' as never, 'ID' as never).limit(top))
  if (!chosen.length) return []
  return rows(SELECT.from('aftersales.QualityService.BatchHolders').columns(...HOLDER as never[]).where({ ID: { in: chosen.map(({ ID }) => ID) } } as never)
    .orderBy('isFitted desc' as never, 'fittedAt desc' as never, 'ID' as never))
}

export async function holderCount(pieces: Piece[]): Promise<number> {
  const [{ count }] = await rows<{ count: number }>(SELECT.from(entities().FittedParts).columns('count(*) as count' as never).where(or(pieces.map(piece => pieceIn(piece, 'serialNumber'))) as never))
  return Number(count)
}

const NOTIFICATION = ['ID', 'number', 'shortText', 'status.name as status', 'status.criticality as criticality', 'workOrder_ID', 'equipment_ID', 'supplier', 'part_ID', 'batch', 'partSerialNumber']

/** Notifications that any condition holds for, newest first. */
function notifications(conditions: Condition[]): Promise<Notification[]> {
  if (!conditions.length) return Promise.resolve([])
  return rows(SELECT.localized.from(entities().QualityNotifications).columns(...NOTIFICATION as never[]).where(or(conditions) as never).orderBy('createdAt desc' as never, 'ID' as never).limit(MOST))
}

export const notificationsBy = (field: string, values: string[]) => notifications(values.map(value => is(field, value)))
export const notificationsAbout = (pieces: Piece[]) => notifications(pieces.map(piece => pieceIn(piece, 'partSerialNumber')))

/** What the defects of notifications are about, besides the notifications' own parts. */
export async function piecesOfItems(notification_IDs: string[]): Promise<(Piece & { notification_ID: string })[]> {
  if (!notification_IDs.length) return []
  return rows(SELECT.from(entities().NotificationItems).columns('notification_ID', 'part_ID', 'batch', 'serialNumber')
    .where({ notification_ID: { in: notification_IDs }, part_ID: { '!=': null } } as never).limit(MOST))
}

/** What an order fitted or removed, or what a piece of equipment holds or held. */
export function fittedParts(by: { order?: string; equipment?: string }): Promise<(Piece & { fittedBy_ID: string | null; removedBy_ID: string | null; removedAt: string | null })[]> {
  const where = by.order ? or([is('fittedBy_ID', by.order), is('removedBy_ID', by.order)]) : is('equipment_ID', by.equipment)
  return rows(SELECT.from(entities().FittedParts).columns('part_ID', 'batch', 'serialNumber', 'fittedBy_ID', 'removedBy_ID', 'removedAt').where(where as never).orderBy('fittedAt desc' as never).limit(MOST))
}

export function ordersOf(IDs: string[]): Promise<Named[]> {
  return IDs.length ? rows(SELECT.localized.from(entities().WorkOrders).columns('ID', 'number', 'shortText as text', 'status.name as status', 'status.criticality as criticality')
    .where({ ID: { in: IDs } } as never).limit(MOST)) : Promise.resolve([])
}

/** The cases of notifications, or one case. */
export async function casesOf(by: { notifications?: string[]; capa?: string }): Promise<{ capas: Named[]; links: { capa_ID: string; notification_ID: string }[] }> {
  const { CapaNotifications, CapaCases } = entities()
  if (by.notifications?.length === 0) return { capas: [], links: [] }
  const where = by.capa ? { capa_ID: by.capa } : { notification_ID: { in: by.notifications } }
  const links = await rows<{ capa_ID: string; notification_ID: string }>(SELECT.from(CapaNotifications).columns('capa_ID', 'notification_ID').where(where as never).limit(MOST))
  const IDs = [...new Set([...links.map(({ capa_ID }) => capa_ID), ...(by.capa ? [by.capa] : [])])]
  const capas = IDs.length ? await rows<Named>(SELECT.localized.from(CapaCases).columns('ID', 'number', 'title as text', 'phase.name as status', 'phase.criticality as criticality').where({ ID: { in: IDs } } as never)) : []
  return { capas, links }
}

/** Who delivered batches. */
export function batchesOf(by: { pieces: Piece[] } | { supplier: string }): Promise<{ part_ID: string; batch: string; supplier: string | null; receivedOn: string | null }[]> {
  const conditions = 'supplier' in by ? [is('supplier', by.supplier)] : by.pieces.filter(({ batch }) => batch).map(({ part_ID, batch }) => both(is('part_ID', part_ID), is('batch', batch)))
  return conditions.length ? rows(SELECT.from(entities().PartBatches).columns('part_ID', 'batch', 'supplier', 'receivedOn').where(or(conditions) as never).orderBy('receivedOn desc' as never).limit(MOST)) : Promise.resolve([])
}

export async function partsOf(IDs: string[]): Promise<Map<string, { number: string; name: string | null }>> {
  const found = IDs.length ? await rows<{ ID: string; number: string; name: string | null }>(SELECT.localized.from(entities().Products).columns('ID', 'number', 'name').where({ ID: { in: IDs } } as never)) : []
  return new Map(found.map(part => [part.ID, part]))
}

export async function equipmentOf(IDs: string[]): Promise<{ ID: string; serialNumber: string; name: string | null; siteName: string | null }[]> {
  return IDs.length ? rows(SELECT.from(entities().Equipment).columns('ID', 'serialNumber', 'name', 'siteName').where({ ID: { in: IDs } } as never).limit(MOST)) : []
}

/** Parts that have a piece with a serial number. */
export async function partsWithSerial(serialNumber: string): Promise<string[]> {
  const found = await rows<{ part_ID: string }>(SELECT.distinct.from(entities().FittedParts).columns('part_ID').where({ serialNumber } as never).limit(MOST))
  return found.map(({ part_ID }) => part_ID)
}

