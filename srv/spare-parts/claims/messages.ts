import { entities } from '../../entities'
import { exact } from './states'

export interface Line {
  part_ID: string; kind_code: string; quantity: string | number; plant: string | null; storageLocation: string | null; serialNumber: string | null; batch: string | null
}
export interface Waiting { ID: string; kind_code: string; state_code: string; payload: string; dependsOn_ID: string | null; hostDocument: string | null }

const MOVES = ['Issued', 'Returned', 'Scrapped']

/** What a message to the host moves, as the ledger has it. */
export async function linesOf(hostMessage_ID: string): Promise<Line[]> {
  const lines = (await SELECT.from(entities().PartMovements).columns('part_ID', 'kind_code', 'quantity', 'plant', 'storageLocation', 'serialNumber', 'batch')
    .where({ hostMessage_ID, kind_code: { in: MOVES } })) as Line[]
  if (!lines.length) throw new Error(`The ledger knows nothing of the message ${hostMessage_ID}`)
  return lines
}

export const sumOf = (lines: Line[]): number => exact(lines.reduce((sum, { quantity }) => sum + Number(quantity), 0))

/** Messages that were not sent because they wait for this one, at first or second hand. */
export async function waitingFor(ID: string): Promise<Waiting[]> {
  const next = (await SELECT.from(entities().HostMessages).columns('ID', 'kind_code', 'state_code', 'payload', 'dependsOn_ID', 'hostDocument')
    .where({ dependsOn_ID: ID, state_code: { in: ['Pending', 'NeedsAttention'] } }).orderBy('number')) as Waiting[]
  const further: Waiting[] = []
  for (const message of next) further.push(...(await waitingFor(message.ID)))
  return [...next, ...further]
}
