import cds from '@sap/cds'
import { Decimal } from 'decimal.js'
import { entities } from '../../entities'
import { present } from '../../present'
import type WorkOrderService from '../../work-orders/service'

interface Reservation {
  ID: string; workOrder_ID: string; part_ID: string; part: string | null; partNumber: string; unit: string | null; plant: string | null; carrier_ID: string | null
  issuedQuantity: string | number; returnedQuantity: string | number
  orderTechnician: string | null; orderCurrency: string | null; accountingIndicator: string | null
}
interface PartItem { ID: string; quantity: string | number; part_ID: string; rate: string | number | null; hostAmount: string | null }

const COLUMNS = ['ID', 'workOrder_ID', 'part_ID', 'part.name as part', 'part.number as partNumber', 'unit', 'plant', 'carrier_ID', 'issuedQuantity', 'returnedQuantity',
  'workOrder.technician_ID as orderTechnician', 'workOrder.currency_code as orderCurrency', 'workOrder.accountingIndicator_code as accountingIndicator']

const orders = () => present<WorkOrderService>('work-orders')

/**
 * A part that was issued is a cost item, of what was not brought back: one for each need, whatever the order's status. What was scrapped has
 * been used up all the same. Pieces that all came back leave an item of nothing, so that one sees what happened.
 */
export async function followReservation(ID: string): Promise<void> {
  const { Reservations, CostItems } = entities()
  const need = (await SELECT.one.from(Reservations).columns(...(COLUMNS as never[])).where({ ID })) as unknown as Reservation | null
  if (!need) return
  const quantity = new Decimal(need.issuedQuantity).minus(need.returnedQuantity)
  const item = (await SELECT.one.from(CostItems).columns('ID', 'quantity', 'part_ID', 'rate', 'hostAmount').where({ reservation_ID: ID })) as unknown as PartItem | null
  if (!item) return quantity.isPositive() && !quantity.isZero() ? book(need, quantity) : undefined
  if (quantity.equals(item.quantity) && item.part_ID === need.part_ID) return
  await orders().changeCost(item.ID, { quantity: quantity.toFixed(3), part_ID: need.part_ID, hostAmount: null })
}

async function book(need: Reservation, quantity: Decimal): Promise<void> {
  const { value, currency } = await valueOf(need)
  await orders().bookCosts([{
    ID: cds.utils.uuid(), workOrder_ID: need.workOrder_ID, type_code: 'part', source_code: 'goodsIssue', description: (need.part ?? need.partNumber).slice(0, 80),
    quantity: quantity.toFixed(3), unit: need.unit, rate: value, currency_code: currency ?? need.orderCurrency, accountingIndicator_code: need.accountingIndicator,
    performedOn: cds.context!.timestamp.toISOString().slice(0, 10), technician_ID: need.carrier_ID ?? need.orderTechnician, part_ID: need.part_ID, reservation_ID: need.ID
  }])
}

/** What a piece is worth where it was taken from: the moving price as the host told it last. Without one the item waits for it. */
async function valueOf({ part_ID, plant }: Reservation): Promise<{ value: string | null; currency: string | null }> {
  const { PartSupplies } = entities()
  const supply = plant && (await SELECT.one.from(PartSupplies).columns('value', 'price', 'currency_code').where({ part_ID, plant }))
  const { value, price, currency_code } = (supply || {}) as { value?: string | null; price?: string | null; currency_code?: string | null }
  const worth = value ?? price
  return { value: worth == null ? null : String(worth), currency: currency_code ?? null }
}
