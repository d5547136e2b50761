import type { Database } from '../work-orders/database'
import { orderID } from '../work-orders/orders'
import type { Seeded } from './pairs'

const YES: Record<string, string> = { sqlite: '1', postgres: 'true' }, NO: Record<string, string> = { sqlite: '0', postgres: 'false' }
const CHUNK = 1000, PLENTY = 1_000_000

/** New orders for those who release, others for notes and costs, a part of which there is plenty, and costs of finished orders that wait to be posted. */
export async function prepare(db: Database, kind: string, orders: number): Promise<Seeded> {
  const fresh = { release: Array.from({ length: Math.floor(orders / 2) }, (_, i) => orderID(i * 2)), children: Array.from({ length: 60 }, (_, i) => orderID(i * 2 + 1)) }
  const put = (IDs: string[], status: string) =>
    db.run(`UPDATE aftersales_WorkOrders SET status_code = '${status}', isOpen = ${YES[kind]} WHERE ID IN (${IDs.map(ID => `'${ID}'`).join(', ')})`)
  for (let from = 0; from < fresh.release.length; from += CHUNK) await put(fresh.release.slice(from, from + CHUNK), 'New')
  await put(fresh.children, 'Released')
  await db.run('DELETE FROM aftersales_OrderFinances')
  await db.run(`INSERT INTO aftersales_OrderFinances (workOrder_ID, state_code, companyCode, currency_code, actual, open, openCount, incompleteCount, costDate, fiscalYear, fiscalPeriod)
    SELECT ID, 'Open', '1010', 'EUR', 100, 100, 1, 0, '2026-11-20', '2026', '11' FROM aftersales_WorkOrders WHERE status_code IN ('Completed', 'Accepted', 'Closed') AND substr(ID, 36) IN ('1', '9')`)
  const one = async (sql: string) => Object.values((await db.query(sql))[0])[0] as string
  const partID = await one("SELECT ID FROM aftersales_Products WHERE number = 'SP-1004'")
  await db.run(`DELETE FROM aftersales_PartStocks WHERE part_ID = '${partID}'`)
  await db.run(`INSERT INTO aftersales_PartStocks (part_ID, plant, storageLocation, unrestricted, blocked, reserved, claimed, unit, readAt, isStale, onOrder, onOrderPromised)
    VALUES ('${partID}', '1010', '0001', ${PLENTY}, 0, 0, 0, 'EA', '${new Date().toISOString()}', ${NO[kind]}, 0, 0)`)
  await db.settle()
  return { orders, technician_ID: await one("SELECT ID FROM aftersales_Technicians WHERE userId = 'technician'"), partID, fresh }
}
