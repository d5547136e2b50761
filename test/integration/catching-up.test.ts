import cds from '@sap/cds'
import { order, startApp } from '../setup/app'
import { setTime } from '../setup/time'
import { catchUp } from '../../srv/service-levels/catch-up-round'
import { giveWarnings } from '../../srv/service-levels/warnings/handlers'

const LEVELS = '/odata/v4/service-levels'
const ORDERS = '/odata/v4/work-orders/WorkOrders'
const NOW = '2026-11-22T09:00:00Z'
const app = startApp()
const get = async (path: string, user = 'admin') => (await app.as(user).get(path)).data.value
const board = () => get(`${LEVELS}/ClockBoard?$filter=kind_code eq 'fix'&$select=number,orderStatus_code,status_code,criticality,dueAt&$orderby=number`)
const counts = async () => {
  const { Clocks, ClockEvents, Warnings, Notices } = cds.entities('aftersales')
  const of = async (entity: unknown) => Number((await SELECT.one.from(entity as string).columns('count(*) as count')).count)
  return { clocks: await of(Clocks), events: await of(ClockEvents), warnings: await of(Warnings), notices: await of(Notices) }
}
const edit = (ID: string) => app.as('dispatcher').post(`${order(ID)}/aftersales.WorkOrderService.draftEdit`, {})

test('an order that somebody edits is left for later, the others are caught up once, though two do it at a time', async () => {
  setTime(NOW)
  const [{ ID }] = await get(`${ORDERS}?$filter=status_code eq 'Released' and startswith(number,'WO-S')&$top=1`)
  expect((await edit(ID)).status).toBe(201)
  expect(await Promise.all([catchUp(), catchUp()])).toEqual([true, true])
  expect(await get(`${LEVELS}/Clocks?$filter=workOrder_ID eq ${ID}`)).toEqual([])
  expect((await counts()).clocks).toBeGreaterThan(10)
  await app.as('dispatcher').delete(order(ID, false))
  expect(await catchUp()).toBe(false)
  expect(await get(`${LEVELS}/Clocks?$filter=workOrder_ID eq ${ID}`)).not.toEqual([])
})

test('what was due before nobody is told of, however often orders are caught up', async () => {
  setTime(NOW)
  const before = await counts()
  await Promise.all([catchUp(), catchUp()])
  await giveWarnings()
  expect(await counts()).toEqual({ ...before, notices: 0 })
  expect(await get(`${LEVELS}/Warnings?$filter=state_code eq 'Open' and escalateAt ne null`)).toEqual([])
})

test('the board shows orders as their history says: late ones, some with time left, some that wait for the customer', async () => {
  setTime(NOW)
  const rows = await board()
  const shown = (criticality: number) => rows.filter((row: any) => row.criticality === criticality).length
  expect([shown(1), shown(3), shown(0)].map(count => count > 0)).toEqual([true, true, true])
  expect(rows.filter((row: any) => row.status_code === 'paused').every((row: any) => row.orderStatus_code === 'OnHold')).toBe(true)
})

test('lists of orders and the board say the same of what is overdue', async () => {
  setTime(NOW)
  const late = (await board()).filter((row: any) => row.criticality === 1).map(({ number }: { number: string }) => number)
  const overdue = (await get(`${ORDERS}?$filter=isOverdue eq true&$select=number&$orderby=number`)).map(({ number }: { number: string }) => number)
  expect(overdue).toEqual(late)
  expect(late.length).toBeGreaterThan(0)
})

test('clocks stopped with the steps that the history tells of', async () => {
  setTime(NOW)
  const [{ ID, events: [completed] }] = await get(`${ORDERS}?$filter=status_code eq 'Completed' and startswith(number,'WO-S')&$top=1&$expand=events($filter=type_code eq 'Completed')`)
  const [fix] = await get(`${LEVELS}/Clocks?$filter=workOrder_ID eq ${ID} and kind_code eq 'fix'`)
  expect([fix.status_code, Date.parse(fix.stoppedAt)]).toEqual(['stopped', Date.parse(completed.at)])
})

test('orders that are closed or cancelled get no clocks', async () => {
  const closed = await get(`${LEVELS}/Clocks?$filter=workOrder/status_code in ('Closed','Cancelled')`)
  expect(closed).toEqual([])
})

test('from then on they warn like others', async () => {
  const [next] = await get(`${LEVELS}/Warnings?$filter=state_code eq 'Planned'&$orderby=fireAt&$top=1`)
  setTime(next.fireAt)
  await giveWarnings()
  expect(await get(`${LEVELS}/Warnings?$filter=ID eq ${next.ID}`)).toEqual([expect.objectContaining({ state_code: 'Open', escalationLevel: 1 })])
  expect((await counts()).notices).toBeGreaterThan(0)
})
