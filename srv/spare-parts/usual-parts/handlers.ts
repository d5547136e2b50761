import cds from '@sap/cds'
import { entities } from '../../entities'
import type { Happened } from '../../work-orders/service'
import { fail } from '../../errors'
import { ifPresent } from '../../present'
import { refuseForeignOrder } from '../claims/orders'
import { planningRound } from '../planning-round'
import { sparePartsSettings } from '../settings'
import { noteAllRepairs, noteRepair } from './keeping'
import { localized, rowsOf } from '../asking'
import { freshModelParts } from './model-parts'
import { proposeParts, type Component, type Usual } from './proposing'

const STEPS = ['WorkOrder.Completed', 'WorkOrder.Accepted', 'WorkOrder.Closed', 'WorkOrder.Released', 'WorkOrder.Cancelled']

/** Usual parts are learnt from what happens to orders, kept by people, and proposed for orders. */
export function implementUsualParts(service: cds.ApplicationService): void {
  const { UsualParts } = service.entities
  service.before(['CREATE', 'UPDATE'], UsualParts, req => { (req.data as { isManual?: boolean }).isManual = true })
  service.on('proposedParts', async req => {
    const { workOrder_ID } = req.data as { workOrder_ID: string }
    await freshModelParts(workOrder_ID)
    return proposalsFor(workOrder_ID, req.user)
  })
  service.on('learnUsualParts', async req => {
    const count = await noteAllRepairs()
    req.on('succeeded', () => { void planningRound.start() })
    return count
  })
  cds.once('served', followOrders)
}

function followOrders(): void {
  const orders = ifPresent('work-orders')
  orders?.on(STEPS as never, ({ data: { ID } }: { data: Happened }) => noteRepair(ID))
  orders?.after('importHistory', async () => { await noteAllRepairs() })
}

const USUAL = ['part_ID', 'quantity', 'repairs', 'repairsWithPart', 'share', 'isManual']

interface OrderFacts { technician_ID: string | null; model: string | null; faultCategory_code: string | null; plant: string | null; product_ID: string | null }

async function proposalsFor(workOrder_ID: string, user: cds.User) {
  const { WorkOrders, UsualParts, ModelParts } = entities()
  const order = (await SELECT.one.from(WorkOrders).columns('ID', 'technician_ID', 'model', 'faultCategory_code', 'plant', 'equipment.product.ID as product_ID')
    .where({ ID: workOrder_ID })) as unknown as OrderFacts | undefined
  if (!order) fail(404, 'WORK_ORDER_UNKNOWN')
  await refuseForeignOrder(order as never, user)
  const { model, faultCategory_code, product_ID, plant } = order!
  const usual = model && faultCategory_code ? await rowsOf<Usual>(SELECT.from(UsualParts).columns(...USUAL).where({ model, faultCategory_code })) : []
  const components = product_ID && plant ? await rowsOf<Component>(SELECT.from(ModelParts).where({ product_ID, plant })) : []
  const uses = model ? await rowsOf<Pieces>(SELECT.from(UsualParts).columns('part_ID', 'sum(repairsWithPart) as pieces').where({ model }).groupBy('part_ID')) : []
  const proposals = proposeParts(
    usual.map(part => ({ ...part, quantity: Number(part.quantity), isManual: Boolean(part.isManual) })),
    components.map(component => ({ ...component, quantity: Number(component.quantity) })),
    new Map(uses.map(({ part_ID, pieces }) => [part_ID, Number(pieces)])), sparePartsSettings().usualShare)
  return described(workOrder_ID, proposals)
}

/** With what people want to know of the parts, in their language. */
async function described(workOrder_ID: string, proposals: ReturnType<typeof proposeParts>) {
  if (!proposals.length) return []
  const { Products, PartStocks, Reservations } = entities()
  const part_ID = { in: proposals.map(each => each.part_ID) }
  const parts = await localized<Part>(SELECT.from(Products).columns('ID', 'number', 'name', 'baseUnit as unit', 'isBatchManaged', 'isSerialManaged')
    .where({ ID: part_ID, isActive: true }))
  const stocks = await rowsOf<Pieces>(SELECT.from(PartStocks).columns('part_ID', 'sum(available) as pieces').where({ part_ID, available: { '>': 0 } } as never)
    .and('place.isActive = true').groupBy('part_ID'))
  const needs = await rowsOf<Pieces>(SELECT.from(Reservations).columns('part_ID', 'sum(quantity - releasedQuantity) as pieces')
    .where({ part_ID, workOrder_ID } as never).groupBy('part_ID'))
  return proposals.flatMap(proposal => {
    const part = parts.find(({ ID }) => ID === proposal.part_ID)
    if (!part) return []
    const { ID, ...facts } = part
    return [{ ...proposal, ...facts, needed: piecesOf(needs, ID), available: piecesOf(stocks, ID) }]
  })
}

interface Part { ID: string; number: string; name: string | null; unit: string | null; isBatchManaged: boolean; isSerialManaged: boolean }
interface Pieces { part_ID: string; pieces: number | string }
const piecesOf = (rows: Pieces[], part_ID: string) => Math.round(Number(rows.find(row => row.part_ID === part_ID)?.pieces ?? 0) * 1000) / 1000
