import cds from '@sap/cds'
import { Decimal } from 'decimal.js'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { grouped } from '../../grouped'
import type HostErpService from '../../host-erp/service'
import type { BillingRequest } from '../../host-erp/ports'
import { nextNumbers } from '../../number-range'
import { present } from '../../present'
import { bringUpToDate, lockFinances } from '../costs/ledger'
import { financeSettings, salesAreaOf, valueOf } from '../settings'
import { type Charge, chargesOf } from './charges'

export const REQUESTS = 'aftersales.BillingRequests'
export const host = () => present<HostErpService>('host-erp')

interface Order { number: string; customer_ID: string | null; customerNumber: string | null }

/**
 * Asks billing to charge the customer with what is billable and has not been charged: one request a currency. What became less is credited.
 * @returns the requests
 */
export async function requestBilling(workOrder_ID: string): Promise<string[]> {
  await lockFinances([workOrder_ID])
  await bringUpToDate([workOrder_ID])
  const order = await readOrder(workOrder_ID)
  await refuseUnfinished(workOrder_ID, order)
  const charges = chargesOf(await billableRows(workOrder_ID), await chargedSoFar(workOrder_ID))
  if (!charges.length) fail(422, 'BILLING_NOTHING', { args: [order.number] })
  if (!order.customerNumber) fail(422, 'BILLING_CUSTOMER_MISSING', { args: [order.number] })
  const requests: string[] = []
  for (const [, own] of grouped(charges, ({ currency, companyCode }) => `${companyCode}/${currency}`)) requests.push(await write(workOrder_ID, order, own))
  return requests
}

async function readOrder(ID: string): Promise<Order> {
  const columns = ['number', 'customer_ID', 'customer.number as customerNumber']
  const order = (await SELECT.one.from(entities().WorkOrders).columns(...(columns as never[])).where({ ID })) as unknown as Order | undefined
  return order ?? fail(404, 'WORK_ORDER_UNKNOWN')
}

/** What will become of a request decides what is left to ask for. */
async function refuseUnfinished(workOrder_ID: string, { number }: Order): Promise<void> {
  const open = await SELECT.one.from(entities().BillingRequests).columns('number').where({ workOrder_ID, state_code: { in: ['Queued', 'Failed'] } })
  if (open) fail(409, 'BILLING_UNDERWAY', { args: [number, open.number] })
}

const billableRows = (workOrder_ID: string) => {
  const states = financeSettings().billing.from === 'posted' ? ['Posted'] : ['Open', 'Posting', 'Posted']
  const columns = ['ID', 'state_code', 'amount', 'currency_code as currency', 'quantity', 'unit', 'description', 'taxCode', 'costType_code as costType', 'companyCode', 'accountingIndicator_code as indicator']
  return (SELECT.from(entities().RepairCosts).columns(...(columns as never[])).where({ workOrder_ID }).orderBy('performedOn', 'costItem_ID', 'share', 'correction') as unknown as Promise<Parameters<typeof chargesOf>[0]>)
    .then(rows => rows.map(row => ({ ...row, isBillable: row.indicator === 'billable' && states.includes(row.state_code), isSettled: [...states, 'Cancelled'].includes(row.state_code) })))
}

async function chargedSoFar(workOrder_ID: string): Promise<Map<string, string>> {
  const columns = ['repairCost_ID', 'netAmount']
  const items = (await SELECT.from(entities().BillingRequestItems).columns(...(columns as never[]))
    .where({ 'request.workOrder_ID': workOrder_ID, 'request.state_code': { '!=': 'Cancelled' } } as never)) as { repairCost_ID: string; netAmount: string }[]
  const sums = new Map<string, string>()
  for (const { repairCost_ID, netAmount } of items) sums.set(repairCost_ID, new Decimal(sums.get(repairCost_ID) ?? 0).plus(netAmount).toFixed())
  return sums
}

async function write(workOrder_ID: string, order: Order, charges: Charge[]): Promise<string> {
  const { BillingRequests, BillingRequestItems } = entities()
  const ID = cds.utils.uuid(), messageID = cds.utils.uuid()
  const [{ companyCode, currency }] = charges
  const net = charges.reduce((sum, { netAmount }) => sum.plus(netAmount), new Decimal(0))
  const isCredit = net.isNegative() && !net.isZero()
  const [number] = await nextNumbers('BillingRequest')
  await INSERT.into(BillingRequests).entries({
    ID, number, workOrder_ID, companyCode, customer_ID: order.customer_ID, isCredit, state_code: 'Queued', netAmount: net.abs().toFixed(), currency_code: currency, hostMessage_ID: messageID
  })
  await INSERT.into(BillingRequestItems).entries(charges.map(({ repairCost_ID, description, quantity, unit, netAmount, taxCode }) => ({
    ID: cds.utils.uuid(), request_ID: ID, repairCost_ID, description, quantity, unit, netAmount, taxCode
  })))
  await host().submit('billing.request', requestOf(order, charges, isCredit), { cause: { entity: REQUESTS, ID }, workOrder_ID, ID: messageID })
  return ID
}

function requestOf({ customerNumber, number }: Order, charges: Charge[], isCredit: boolean): BillingRequest {
  const { billing: { salesArea, reason, materials } } = financeSettings()
  const [{ companyCode, currency }] = charges
  const sign = isCredit ? -1 : 1
  return {
    customer: customerNumber!, ...salesAreaOf(salesArea, companyCode), ...(isCredit && { isCredit }), ...(reason && { reason }), currency, pricingDate: cds.context!.timestamp.toISOString().slice(0, 10),
    items: charges.map(({ costType, description, quantity, unit, netAmount }) => ({
      material: valueOf(materials, costType), description: (description ?? number).slice(0, 40), quantity: new Decimal(quantity ?? 1).abs().toFixed(), ...(unit && { unit }),
      netAmount: new Decimal(netAmount).times(sign).toFixed()
    }))
  }
}
