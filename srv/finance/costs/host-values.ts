import cds from '@sap/cds'
import { Decimal } from 'decimal.js'
import { entities } from '../../entities'
import { grouped } from '../../grouped'
import type HostErpService from '../../host-erp/service'
import type { PostedValue } from '../../host-erp/reading'
import { hasHostErp, present } from '../../present'
import { Round } from '../../round'
import { inTurn } from '../../turns'
import type WorkOrderService from '../../work-orders/service'
import { type HostValue, hostValue, type Movement } from './posted-values'

interface PartItem { ID: string; workOrder_ID: string; reservation_ID: string; quantity: string | number; amount: string | number | null; currency_code: string | null; partNumber: string }
type Row = Record<string, any>

/** Needs of one turn. */
const BATCH = 50
/** What the host has not told by then it does not value. */
const PATIENCE_DAYS = 60

const host = () => present<HostErpService>('host-erp')
const orders = () => present<WorkOrderService>('work-orders')

/**
 * Parts cost what the host has booked for them, which it says in its documents: our own figure is the moving price of some hours ago. The host is
 * asked outside of transactions; what is to be asked for are items without its amount whose documents are all there.
 */
export class HostValueRound extends Round {
  constructor() {
    super('finance', 'What the host has booked for parts could not be read.')
  }

  protected async doWork(): Promise<void> {
    for (let after = ''; !this.isStopped && hasHostErp();) {
      const items = await inTurn(() => itemsWithout(after))
      if (!items.length) return
      after = items.at(-1)!.ID
      await this.readValues(items)
    }
  }

  private async readValues(items: PartItem[]): Promise<void> {
    const movements = await inTurn(() => movementsOf(items))
    for (const item of items) {
      const own = movements.get(item.reservation_ID) ?? []
      if (this.isStopped || !own.length || own.some(({ document }) => !document)) continue
      const value = hostValue(own, item.partNumber, await this.valuesOf(own))
      if (value) await inTurn(() => take(item, value)).catch(error => cds.log('finance').warn(`The host's amount of a part could not be taken: ${(error as Error).message}`))
    }
  }

  private async valuesOf(movements: Movement[]): Promise<Map<string, PostedValue[]>> {
    const values = new Map<string, PostedValue[]>()
    for (const document of new Set(movements.map(each => each.document!))) values.set(document, await host().reading.postedValues(document))
    return values
  }
}

async function itemsWithout(after: string): Promise<PartItem[]> {
  return (await SELECT.from(entities().CostItems).columns(...(['ID', 'workOrder_ID', 'reservation_ID', 'quantity', 'amount', 'currency_code', 'part.number as partNumber'] as never[]))
    .where({ source_code: 'goodsIssue', hostAmount: null, performedOn: { '>=': daysAgo(PATIENCE_DAYS) }, ID: { '>': after } }).orderBy('ID').limit(BATCH)) as unknown as PartItem[]
}

const daysAgo = (days: number) => new Date(cds.context!.timestamp.getTime() - days * 86_400_000).toISOString().slice(0, 10)

async function movementsOf(items: PartItem[]): Promise<Map<string, Movement[]>> {
  const rows = (await SELECT.from(entities().PartMovements).columns(...(['reservation_ID', 'kind_code', 'hostMessage.hostDocument as document'] as never[]))
    .where({ reservation_ID: { in: items.map(({ reservation_ID }) => reservation_ID) }, kind_code: { in: ['Issued', 'Returned'] } }).orderBy('reservation_ID', 'sequence')) as Row[]
  return grouped(rows.map(({ reservation_ID, kind_code, document }) => ({ reservation_ID, kind: kind_code, document: document ?? null }) as Movement & { reservation_ID: string }), row => row.reservation_ID)
}

/** Unless pieces have moved meanwhile: then it is asked again. */
async function take({ ID, workOrder_ID, quantity }: PartItem, { amount, currency, document }: HostValue): Promise<void> {
  const { WorkOrders, CostItems } = entities()
  await SELECT.one.from(WorkOrders).columns('ID').where({ ID: workOrder_ID }).forUpdate()
  const now = (await SELECT.one.from(CostItems).columns('quantity').where({ ID, hostAmount: null })) as { quantity: string | number } | null
  if (!now || !new Decimal(now.quantity).equals(quantity)) return
  const pieces = new Decimal(quantity)
  const rate = pieces.isZero() ? undefined : new Decimal(amount).dividedBy(pieces).toDecimalPlaces(3, Decimal.ROUND_HALF_UP).toFixed()
  await orders().changeCost(ID, { amount, hostAmount: amount, currency_code: currency, hostDocument: document, ...(rate && { rate }) })
}
