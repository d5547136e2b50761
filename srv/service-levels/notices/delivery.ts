import cds from '@sap/cds'
import { inTurn } from '../../turns'
import { CHANNELS } from './channels'
import { claimNotices, concludeNotices, isNoticeDue, type Claimed } from './outbox'

const LOG = cds.log('service-levels')

/**
 * Sends what is due until nothing is: takes some, sends them at the same time without any transaction, writes down what became of
 * them together with taking the next.
 *
 * @returns how many left
 */
export async function deliverNotices(isStopped: () => boolean): Promise<number> {
  if (!(await inTurn(isNoticeDue))) return 0
  let [count, claimed] = [0, await inTurn(claimNotices)]
  while (claimed.length) {
    const outcomes = await Promise.all(claimed.map(send))
    const sent = outcomes.flatMap(({ notice, reason }) => (reason === undefined ? [notice] : []))
    const failed = outcomes.flatMap(({ notice, reason }) => (reason === undefined ? [] : [{ notice, reason }]))
    count += sent.length
    claimed = await inTurn(async () => {
      await concludeNotices(sent, failed)
      return isStopped() ? [] : claimNotices()
    })
  }
  return count
}

/** What the server said is kept on the notice; addresses are not logged. */
async function send(notice: Claimed): Promise<{ notice: Claimed; reason?: string }> {
  try {
    await CHANNELS[notice.channel_code].send(notice)
    return { notice }
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    LOG.warn(`Notice ${notice.ID} could not be sent${code ? `: ${code}` : ''}`)
    return { notice, reason: message || String(error) }
  }
}
