import { Graph, type Edge, type Node } from './graph'
import {
  batchesOf, casesOf, equipmentOf, fittedParts, holderCount, holdersOf, MOST, notificationsAbout, notificationsBy, ordersOf, partsOf, partsWithSerial, piecesOfItems, type Notification, type Piece
} from './reading'

/** Where a trace begins. */
export interface TraceStart { kind: string; ID?: string | null; part_ID?: string | null; batch?: string | null; serialNumber?: string | null; supplier?: string | null }
export interface Trace { nodes: Node[]; edges: Edge[]; holders: number; shown: number; isCut: boolean }

/** More pieces are not looked for at once. */
const MOST_PIECES = 20

const pieceKey = ({ part_ID, batch, serialNumber }: Piece) => (batch ? `batch:${part_ID}/${batch}` : `serial:${part_ID}/${serialNumber}`)
const pieceOf = (part_ID: string | null, batch: string | null, serialNumber: string | null): Piece[] =>
  (part_ID && (batch || serialNumber) ? [{ part_ID, batch: batch || null, serialNumber: batch ? null : serialNumber }] : [])

/**
 * What hangs together with a thing: order, notification, case, batch or serial number, its supplier, and all other equipment that holds it.
 *
 * @param top pieces of equipment that are drawn at most
 * @returns nothing when there is no such thing
 */
export async function tracePaths(start: TraceStart, top: number): Promise<Trace | undefined> {
  const trace = new Tracing()
  if (!(await trace.beginAt(start))) return undefined
  return trace.follow(top)
}

class Tracing {
  private readonly graph = new Graph()
  private readonly pieces = new Map<string, Piece>()
  private readonly notifications = new Map<string, Notification>()
  private readonly orders = new Set<string>()
  private readonly equipment = new Set<string>()
  private readonly suppliers = new Map<string, Set<string>>()
  private starts: string[] = []
  private capa?: string
  private isCut = false

  /** @returns whether there is such a thing */
  async beginAt({ kind, ID, part_ID, batch, serialNumber, supplier }: TraceStart): Promise<boolean> {
    const begin: Record<string, () => Promise<unknown>> = {
      order: async () => {
        this.orders.add(ID!)
        this.take(await notificationsBy('workOrder_ID', [ID!]))
        for (const fitted of await fittedParts({ order: ID! })) this.hold(fitted)
        return (await ordersOf([ID!])).length
      },
      notification: async () => this.take(await notificationsBy('ID', [ID!])),
      capa: async () => {
        const { capas, links } = await casesOf({ capa: ID! })
        this.capa = ID!
        if (links.length) this.take(await notificationsBy('ID', links.map(({ notification_ID }) => notification_ID)))
        return capas.length
      },
      equipment: async () => {
        this.equipment.add(ID!)
        this.take(await notificationsBy('equipment_ID', [ID!]))
        for (const fitted of await fittedParts({ equipment: ID! })) if (!fitted.removedAt) this.hold(fitted)
        return (await equipmentOf([ID!])).length
      },
      batch: async () => this.hold({ part_ID: part_ID!, batch: batch!, serialNumber: null }),
      serial: async () => {
        const part_IDs = part_ID ? [part_ID] : await partsWithSerial(serialNumber!)
        for (const each of part_IDs) this.hold({ part_ID: each, batch: null, serialNumber: serialNumber! })
        return part_IDs.length
      },
      supplier: async () => {
        this.suppliers.set(supplier!, new Set())
        for (const delivered of await batchesOf({ supplier: supplier! })) this.hold({ ...delivered, serialNumber: null })
        this.take(await notificationsBy('supplier', [supplier!]))
        return true
      }
    }
    const isThere = await begin[kind]()
    this.starts = ID ? [`${kind}:${ID}`] : supplier ? [`supplier:${supplier}`] : [...this.pieces.keys()]
    return Boolean(isThere)
  }

  async follow(top: number): Promise<Trace> {
    for (const item of await piecesOfItems([...this.notifications.keys()])) for (const piece of pieceOf(item.part_ID, item.batch, item.serialNumber)) {
      this.hold(piece)
      this.graph.link(`notification:${item.notification_ID}`, pieceKey(piece), 'about')
    }
    const pieces = [...this.pieces.values()]
    if (pieces.length) this.take(await notificationsAbout(pieces))
    await this.drawSuppliers(pieces)
    const [holders, shown] = await this.drawHolders(pieces, top)
    await this.drawCases()
    await this.drawNotifications()
    await this.drawOrders()
    await this.drawPieces(pieces)
    return { ...this.graph.drawn(this.starts), holders, shown, isCut: this.isCut || shown < holders }
  }

  private take(found: Notification[]): number {
    if (found.length === MOST) this.isCut = true
    for (const notification of found) {
      this.notifications.set(notification.ID, notification)
      for (const piece of pieceOf(notification.part_ID, notification.batch, notification.partSerialNumber)) this.hold(piece)
    }
    return found.length
  }

  private hold({ part_ID, batch, serialNumber }: Piece): boolean {
    const [piece] = pieceOf(part_ID, batch, serialNumber)
    if (piece && this.pieces.size >= MOST_PIECES && !this.pieces.has(pieceKey(piece))) this.isCut = true
    else if (piece) this.pieces.set(pieceKey(piece), piece)
    return Boolean(piece)
  }

  private async drawSuppliers(pieces: Piece[]): Promise<void> {
    for (const { part_ID, batch, supplier } of await batchesOf({ pieces })) if (supplier) this.delivered(supplier, pieceKey({ part_ID, batch, serialNumber: null }))
    for (const { supplier, part_ID, batch, partSerialNumber } of this.notifications.values()) if (supplier) {
      this.delivered(supplier, ...pieceOf(part_ID, batch, partSerialNumber).map(pieceKey))
    }
    for (const [number, delivered] of this.suppliers) {
      const supplier = this.graph.add('supplier', number, { title: number })
      for (const piece of delivered) this.graph.link(supplier, piece, 'delivered')
    }
  }

  private delivered(supplier: string, ...pieces: string[]): void {
    this.suppliers.set(supplier, new Set([...(this.suppliers.get(supplier) ?? []), ...pieces]))
  }

  private async drawHolders(pieces: Piece[], top: number): Promise<[number, number]> {
    const found = pieces.length ? await holdersOf(pieces, top) : []
    for (const holder of found) {
      const { equipment_ID, serialNumber, equipmentName, siteName, customerName, openOrders, openNotifications, isFitted, fittedBy_ID, removedBy_ID } = holder
      const equipment = this.graph.add('equipment', equipment_ID, {
        ID: equipment_ID, title: serialNumber, text: [equipmentName, customerName ?? siteName].filter(Boolean).join(' · '), criticality: Number(openNotifications) ? 1 : Number(openOrders) ? 2 : 0
      })
      for (const piece of this.piecesOf(holder)) {
        this.graph.link(piece, equipment, isFitted ? 'contains' : 'contained')
        if (fittedBy_ID) this.graph.link(`order:${fittedBy_ID}`, piece, 'fitted')
        if (removedBy_ID) this.graph.link(`order:${removedBy_ID}`, piece, 'removed')
      }
    }
    return [found.length < top ? found.length : await holderCount(pieces), found.length]
  }

  private piecesOf({ part_ID, batch, partSerialNumber }: { part_ID: string; batch: string | null; partSerialNumber: string | null }): string[] {
    return [{ part_ID, batch, serialNumber: null }, { part_ID, batch: null, serialNumber: partSerialNumber }].map(pieceKey).filter(key => this.pieces.has(key))
  }

  private async drawCases(): Promise<void> {
    const { capas, links } = await casesOf({ notifications: [...this.notifications.keys()] })
    const all = this.capa && !capas.some(({ ID }) => ID === this.capa) ? [...capas, ...(await casesOf({ capa: this.capa })).capas] : capas
    for (const { ID, number, text, status, criticality } of all) this.graph.add('capa', ID, { ID, title: number, text, status, criticality })
    for (const { capa_ID, notification_ID } of links) this.graph.link(`capa:${capa_ID}`, `notification:${notification_ID}`, 'treats')
  }

  private async drawNotifications(): Promise<void> {
    for (const { ID, number, shortText, status, criticality, workOrder_ID, equipment_ID, part_ID, batch, partSerialNumber } of this.notifications.values()) {
      const id = this.graph.add('notification', ID, { ID, title: number, text: shortText, status, criticality })
      if (workOrder_ID) {
        this.orders.add(workOrder_ID)
        this.graph.link(`order:${workOrder_ID}`, id, 'raised')
      }
      const pieces = pieceOf(part_ID, batch, partSerialNumber)
      for (const piece of pieces) this.graph.link(id, pieceKey(piece), 'about')
      if (equipment_ID) this.graph.link(id, `equipment:${equipment_ID}`, 'about')
      if (equipment_ID && !pieces.length) this.equipment.add(equipment_ID)
    }
  }

  private async drawOrders(): Promise<void> {
    for (const { ID, number, text, status, criticality } of await ordersOf([...this.orders].slice(0, MOST))) this.graph.add('order', ID, { ID, title: number, text, status, criticality })
    for (const { ID, serialNumber, name, siteName } of await equipmentOf([...this.equipment].filter(ID => !this.graph.has(`equipment:${ID}`)).slice(0, MOST))) {
      this.graph.add('equipment', ID, { ID, title: serialNumber, text: [name, siteName].filter(Boolean).join(' · ') })
    }
  }

  private async drawPieces(pieces: Piece[]): Promise<void> {
    const parts = await partsOf([...new Set(pieces.map(({ part_ID }) => part_ID))])
    for (const piece of pieces) {
      const part = parts.get(piece.part_ID)
      this.graph.add(piece.batch ? 'batch' : 'serial', pieceKey(piece).replace(/^\w+:/, ''), { title: piece.batch ?? piece.serialNumber!, text: [part?.number, part?.name].filter(Boolean).join(' · ') })
    }
  }
}
