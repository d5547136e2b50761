import cds from '@sap/cds'
import type { Happened } from '../../work-orders/service'
import { fail } from '../../errors'
import { refuseForeignOrder } from '../claims/orders'
import { planningRound } from '../planning-round'
import { sparePartsSettings } from '../settings'
import { noteAllRepairs, noteRepair } from './keeping'
import { localized } from '../localized'
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
  const orders = cds.services['aftersales.WorkOrderService']
  orders?.on(STEPS as never, ({ data: { ID } }: { data: Happened }) => noteRepair(ID))
  orders?.after('importHistory', async () => { await noteAllRepairs() })
}

interface OrderFacts { technician_ID: string | null; model: string | null; faultCategory_code: string | null; plant: string | null; product_ID: string | null }

async function proposalsFor(workOrder_ID: string, user: cds.User) {
  const { WorkOrders, UsualParts, ModelParts } = cds.entities('aftersales')
  const order = (await SELECT.one.from(WorkOrders).columns('ID', 'technician_ID', 'model', 'faultCategory_code', 'plant', 'equipment.product.ID as product_ID')
    .where({ ID: workOrder_ID })) as unknown as OrderFacts | undefined
  if (!order) fail(404, 'WORK_ORDER_UNKNOWN')
  await refuseForeignOrder(order as never, user)
  const { model, faultCategory_code, product_ID, plant } = order!
  const usual = model && faultCategory_code ? ((await SELECT.from(UsualParts).where({ model, faultCategory_code })) as unknown as Usual[]) : []
  const components = product_ID && plant ? ((await SELECT.from(ModelParts).where({ product_ID, plant })) as unknown as Component[]) : []
  const uses = model ? ((await SELECT.from(UsualParts).columns('part_ID', 'sum(repairsWithPart) as uses').where({ model }).groupBy('part_ID')) as { part_ID: string; uses: number }[]) : []
  const proposals = proposeParts(
    usual.map(({ part_ID, quantity, repairs, repairsWithPart, share, isManual }) => ({ part_ID, quantity: Number(quantity), repairs, repairsWithPart, share, isManual: Boolean(isManual) })),
    components.map(component => ({ ...component, quantity: Number(component.quantity) })),
    new Map(uses.map(({ part_ID, uses: count }) => [part_ID, Number(count)])), sparePartsSettings().usualShare)
  return described(workOrder_ID, proposals)
}

/** With what people want to know of the parts, in their language. */
async function described(workOrder_ID: string, proposals: ReturnType<typeof proposeParts>) {
  if (!proposals.length) return []
  const { Products, PartStocks, Reservations } = cds.entities('aftersales')
  const part_ID = { in: proposals.map(each => each.part_ID) }
  const parts = await localized<Record<string, any>[]>(SELECT.from(Products).columns('ID', 'number', 'name', 'baseUnit', 'isBatchManaged', 'isSerialManaged').where({ ID: part_ID, isActive: true }))
  const stocks = (await SELECT.from(PartStocks).columns('part_ID', 'sum(available) as pieces').where({ part_ID, available: { '>': 0 } } as never)
    .and('place.isActive = true').groupBy('part_ID')) as Pieces[]
  const needs = (await SELECT.from(Reservations).columns('part_ID', 'sum(quantity - releasedQuantity) as pieces').where({ part_ID, workOrder_ID } as never).groupBy('part_ID')) as Pieces[]
  return proposals.flatMap(proposal => {
    const part = parts.find(({ ID }) => ID === proposal.part_ID)
    if (!part) return []
    const { number, name, baseUnit: unit, isBatchManaged, isSerialManaged } = part
    return [{ ...proposal, number, name, unit, isBatchManaged, isSerialManaged, needed: piecesOf(needs, proposal.part_ID), available: piecesOf(stocks, proposal.part_ID) }]
  })
}

interface Pieces { part_ID: string; pieces: number | string }
const piecesOf = (rows: Pieces[], part_ID: string) => Math.round(Number(rows.find(row => row.part_ID === part_ID)?.pieces ?? 0) * 1000) / 1000
