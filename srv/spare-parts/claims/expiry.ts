import cds from '@sap/cds'
import { entities } from '../../entities'
import { Round } from '../../round'
import { lockedNeed } from './claiming'
import { noteOnOrder } from './orders'
import { fallBack } from './releasing'
import { piecesOf } from './states'

const BATCH = 100

/** Gives claims back whose time is over, each in its own transaction. Two instances don't do it twice: the row is locked and looked at again. */
export class ExpiryRound extends Round {
  constructor() {
    super('spare-parts', 'Claims that are over could not be looked for; they will be looked for again')
  }

  protected async doWork(): Promise<void> {
    await this.eachInTurn(overdue, expire, ID => `The claim ${ID} could not be given back; it will be tried again:`)
  }
}

const now = () => cds.context!.timestamp.toISOString()

async function overdue(): Promise<string[]> {
  const rows = (await SELECT.from(entities().Reservations).columns('ID')
    .where({ state_code: { in: ['Claimed', 'Reserved'] }, expiresAt: { '<=': now() } }).orderBy('expiresAt').limit(BATCH)) as { ID: string }[]
  return rows.map(({ ID }) => ID)
}

/** What is picked or on its way to its place stays held. */
async function expire(ID: string): Promise<void> {
  const { order, row, part } = await lockedNeed(ID)
  const { claimed, picked } = piecesOf(row)
  if (!claimed || picked || row.transfer_ID || !row.expiresAt || new Date(row.expiresAt).toISOString() > now()) return
  await fallBack(row, { kind: 'Expired' })
  await noteOnOrder(order.ID, 'PartReleased', 'expired', { quantity: claimed, unit: row.unit ?? '', part: part.number }, true)
}
