import { setTimeout as sleep } from 'node:timers/promises'
import cds from '@sap/cds'
import type WorkOrderService from '../work-orders/service'
import { catchUpBatch } from './catching-up'
import { noticeSettings } from './notices/settings'
import { setPromises } from './promises'
import { ifPresent } from '../present'
import { beginForEachTenant } from '../tenants'
import { inTurn } from '../turns'

const LOG = cds.log('service-levels')
/** Until then drafts are saved, and what another instance holds is done. */
const LATER = 60_000

/** Once after each start, in the background: orders that are older than their clocks get them. */
export function catchUpAtStart(): void {
  let isStopped = false
  cds.on('shutdown', () => { isStopped = true })
  cds.once('listening', () => {
    if (!noticeSettings().look) return
    beginForEachTenant('service-levels', () => {
      void untilDone(() => isStopped).catch(error => LOG.error('Orders without clocks could not be caught up; the next start tries again', error))
    })
  })
}

async function untilDone(isStopped: () => boolean): Promise<void> {
  while (!isStopped() && (await catchUp(isStopped))) await sleep(LATER, undefined, { ref: false })
}

/** Gives all live orders without clocks theirs, each batch in a transaction of its own; true when some were left for later. */
export async function catchUp(isStopped = () => false): Promise<boolean> {
  const orders = ifPresent<WorkOrderService>('work-orders')
  if (!orders) return false
  let [after, skipped]: [string | undefined, boolean] = ['', false]
  while (after !== undefined && !isStopped()) {
    const from: string = after
    const batch = await inTurn(async () => {
      const caught = await catchUpBatch(from, IDs => orders.beingEdited(IDs))
      await setPromises(orders, caught.promises)
      return caught
    })
    skipped ||= batch.skipped
    after = batch.next
  }
  return skipped
}
