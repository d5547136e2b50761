import { randomUUID } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { keyOf } from '../../srv/host-erp/keys'
import type { Kind, Requests } from '../../srv/host-erp/kinds'

/**
 * Leaves a message in the database of a running service, as a process that died right after its commit does. The
 * service finds it by itself and delivers it. No capability that asks for documents has pages yet.
 * @returns ID, number and key of the message
 */
export function leaveMessage<K extends Kind>(database: string, kind: K, request: Requests[K]): { ID: string; number: string; key: string } {
  const db = new DatabaseSync(database)
  try {
    db.exec('pragma busy_timeout = 15000')
    const ID = randomUUID()
    const { last } = db.prepare("update aftersales_NumberRanges set last = last + 1 where object = 'HostMessage' returning last").get() as { last: number }
    const number = `HM-${String(last).padStart(6, '0')}`
    const key = keyOf(number, ID)
    const order = db.prepare('select ID from aftersales_WorkOrders order by number limit 1').get() as { ID: string }
    const now = new Date(), due = new Date(now.getTime() - 60_000)
    db.prepare(`insert into aftersales_HostMessages (ID, number, kind_code, state_code, payload, idempotencyKey, attempts, failures, dueAt, createdAt, actingUser, workOrder_ID)
      values (?, ?, ?, 'Pending', ?, ?, 0, 0, ?, ?, 'parts', ?)`)
      .run(ID, number, kind, JSON.stringify(request), key, due.toISOString(), now.toISOString(), order.ID)
    return { ID, number, key }
  } finally {
    db.close()
  }
}
