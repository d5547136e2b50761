import cds from '@sap/cds'
import { entities } from '../../entities'
import { Round } from '../../round'
import { expire } from './answering'

const BATCH = 100

/**
 * Passes unanswered offers on, each in its own transaction, so that one that can't be passed on now holds up no other. Two instances
 * don't pass an offer on twice: the state changes once.
 */
export class OfferRound extends Round {
  constructor() {
    super('dispatch', 'Unanswered offers could not be looked for; they will be looked for again')
  }

  protected async doWork(): Promise<void> {
    await this.eachInTurn(unanswered, expire, ID => `The offer ${ID} could not be passed on; it will be tried again:`)
  }
}

async function unanswered(): Promise<string[]> {
  const { Assignments } = entities()
  const rows = (await SELECT.from(Assignments).columns('ID').where({ state_code: 'Offered', answerBy: { '<=': cds.context!.timestamp.toISOString() } })
    .orderBy('answerBy').limit(BATCH)) as { ID: string }[]
  return rows.map(({ ID }) => ID)
}
