import cds from '@sap/cds'
import { Round } from '../../round'
import { inTurn } from '../../turns'
import { expire } from './answering'

const BATCH = 100
const LOG = cds.log('dispatch')

/**
 * Passes unanswered offers on, each in its own transaction, so that one that can't be passed on now holds up no other. Two instances
 * don't pass an offer on twice: the state changes once.
 */
export class OfferRound extends Round {
  constructor() {
    super('dispatch', 'Unanswered offers could not be looked for; they will be looked for again')
  }

  protected async doWork(): Promise<void> {
    for (const ID of await inTurn(unanswered)) {
      if (this.isStopped) return
      await inTurn(() => expire(ID)).catch(error => LOG.warn(`The offer ${ID} could not be passed on; it will be tried again:`, (error as Error).message))
    }
  }
}

async function unanswered(): Promise<string[]> {
  const { Assignments } = cds.entities('aftersales')
  const rows = (await SELECT.from(Assignments).columns('ID').where({ state_code: 'Offered', answerBy: { '<=': cds.context!.timestamp.toISOString() } })
    .orderBy('answerBy').limit(BATCH)) as { ID: string }[]
  return rows.map(({ ID }) => ID)
}
