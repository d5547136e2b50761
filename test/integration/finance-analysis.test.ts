import cds from '@sap/cds'
import { startApp } from '../setup/app'
import { bookCost, doneOrder, FINANCE } from '../setup/finance'

const app = startApp()
const apply = async (entity: string, transformations: string) => (await app.as('controller').get(`${FINANCE}/${entity}?$apply=${encodeURIComponent(transformations)}`)).data.value
const cents = (amount: string | number | null) => (amount === null ? null : Math.round(Number(amount) * 100))

test('costs are grouped by month and by names, in one currency, and a total over two of them is none', async () => {
  const euro = await doneOrder(app, [{ type_code: 'travel', quantity: 1, rate: 45.01, performedOn: '2026-10-31' }, { type_code: 'travel', quantity: 1, rate: 10 }], { accountingIndicator_code: 'warranty' })
  const pound = await doneOrder(app, [])
  await cds.db.run(UPDATE('aftersales.WorkOrders').with({ plant: '1110', currency_code: 'GBP' } as never).where({ ID: pound }))
  await bookCost(app, pound, { type_code: 'travel', quantity: 1, rate: 7, currency_code: 'GBP' })
  const ours = `filter(workOrder_ID eq ${euro} or workOrder_ID eq ${pound})`

  const months = await apply('CostAnalysis', `${ours}/groupby((calendarMonth,costTypeName,companyCodeCurrency_code),aggregate(companyCodeAmount))/orderby(companyCodeCurrency_code,calendarMonth)`)
  expect(months.map((row: any) => [row.companyCodeCurrency_code, row.calendarMonth, row.costTypeName, cents(row.companyCodeAmount)])).toEqual([
    ['EUR', '2026-10', 'Travel', 4501], ['EUR', '2026-11', 'Travel', 1000], ['GBP', '2026-11', 'Travel', 700]
  ])
  const [total] = await apply('CostAnalysis', `${ours}/aggregate(companyCodeAmount,workOrder_ID with countdistinct as orders)`)
  expect([total.companyCodeAmount, total.orders]).toEqual([null, 2])
  const [figures] = await apply('CostAnalysis', `${ours}/filter(companyCodeCurrency_code eq 'EUR')/aggregate(companyCodeAmount,warrantyAmount,billableAmount)`)
  expect([figures.companyCodeAmount, figures.warrantyAmount, figures.billableAmount].map(cents)).toEqual([5501, 5501, 0])
})

test('orders are compared with their plan by what they belong to, where both are there', async () => {
  const planned = await doneOrder(app, [{ type_code: 'travel', quantity: 1, rate: 90 }]), unplanned = await doneOrder(app, [{ type_code: 'travel', quantity: 1, rate: 90 }])
  await cds.db.run(UPDATE('aftersales.OrderFinances').with({ planned: '80' } as never).where({ workOrder_ID: planned }))
  const rows = await apply('CostComparison', `filter(costs/any(c:c/workOrder_ID eq ${planned} or c/workOrder_ID eq ${unplanned}))/groupby((model,companyCodeCurrency_code),aggregate(planned,actual,difference))`)
  expect(rows.map((row: any) => [row.companyCodeCurrency_code, ...[row.planned, row.actual, row.difference].map(cents)])).toEqual([['EUR', 8000, 9000, 1000]])
})
