import cds from '@sap/cds'
import fc from 'fast-check'
import { isBusy } from '../../srv/contention'
import { giveClaimsBack } from '../../srv/spare-parts/claims/handlers'
import { partID, piecesIn } from './parts'

/** What people, and time, do to a need; the numbers choose among what is there. */
const STEPS = ['claim', 'claim', 'claim', 'claim', 'pick', 'issue', 'issue', 'issue', 'issue', 'consume', 'consume', 'returnUnused', 'scrap', 'release', 'transferFrom', 'need', 'expire', 'cancel', 'sendBack'] as const
type StepName = (typeof STEPS)[number]
interface Step { name: StepName; part: number; place: number; share: number; row: number }

/** One order's parts, from the first need on. */
export type Sequence = Step[]

export const PARTS = ['SP-1001', 'SP-1002', 'SP-1003', 'SP-1004', 'SP-2001', 'SP-4001', 'SP-3002']
const SERIAL_MANAGED = 'SP-3002'
export const PLACES = ['1010 0001', '1010 0002', '1010 V001', '1110 0001', '1310 0002'].map(key => ({ plant: key.slice(0, 4), storageLocation: key.slice(5) }))

export function sequences(count: number, seed: number): Sequence[] {
  // Small numbers are no likelier than others: each chooses among what is there.
  const natural = fc.noBias(fc.nat({ max: 1000 }))
  const step = fc.record({ name: fc.constantFrom(...STEPS), part: natural, place: natural, share: natural, row: natural })
  return fc.sample(fc.noBias(fc.array(step, { minLength: 4, maxLength: 14, size: 'max' })), { numRuns: count, seed })
}

const pick = <T>(list: T[], by: number): T => list[by % list.length]
const IDs = new Map<string, string>()

/** Plays a sequence for an order of its own. What the rules refuse (4xx) is part of the game, as is a host that can't be asked for a part's first
 * figures, and a transaction that the database ended because two waited for each other; anything else is not. */
export async function play(sequence: Sequence): Promise<void> {
  for (const number of PARTS) if (!IDs.has(number)) IDs.set(number, await partID(number))
  const { ID: order } = await as('agent', 'ServiceAgent', () => service('WorkOrderService').send('intake', { channel_code: 'phone', serialNumber: 'LAT-0420-1105', symptom: 'Spindle makes a loud noise' })) as { ID: string }
  await attempt(() => need(order, sequence[0]))
  for (const step of sequence) await attempt(() => take(order, step))
  // Most orders end, so that there are pieces for those that come after them.
  if (sequence[0].share % 5) await windUp(order, sequence[0].share)
}

/** The order is cancelled, and what somebody has of it is returned, or found defective. */
async function windUp(order: string, share: number): Promise<void> {
  await attempt(() => cancel(order))
  const rows = (await cds.tx(() => SELECT.from('aftersales.Reservations').columns('ID', 'inHandQuantity', 'part_ID').where({ workOrder_ID: order }))) as { ID: string; inHandQuantity: string; part_ID: string }[]
  for (const { ID, inHandQuantity, part_ID } of rows) {
    const isSerial = part_ID === IDs.get(SERIAL_MANAGED), quantity = Number(inHandQuantity)
    const action = share % 3 ? 'returnUnused' : 'scrap'
    for (let piece = 0; piece < (isSerial ? quantity : Math.min(1, quantity)); piece++)
      await attempt(async () => onRow(action, ID, isSerial ? { quantity: 1, serialNumber: await serialInHand(ID) } : { quantity }))
  }
}

const cancel = (order: string) => as('dispatcher', 'Dispatcher', () => service('WorkOrderService').send({
  event: 'cancel', entity: 'aftersales.WorkOrderService.WorkOrders', params: [{ ID: order, IsActiveEntity: true }], data: { reason_code: 'MISTAKE' }
}))

const service = (name: string) => cds.services[`aftersales.${name}`] as unknown as cds.ApplicationService & { send(...args: unknown[]): Promise<unknown> }
const as = <T>(id: string, role: string, work: () => Promise<T>): Promise<T> => cds.tx({ user: new cds.User({ id, roles: [role] } as never) } as never, work as never) as unknown as Promise<T>
const parts = (event: string, data: object, more: object = {}) => as('parts', 'PartsPlanner', () => service('SparePartsService').send({ event, data, ...more }))
const onRow = (event: string, ID: string, data: object) => parts(event, data, { entity: 'aftersales.SparePartsService.Reservations', params: [{ ID }] })

async function attempt(work: () => Promise<unknown>): Promise<void> {
  await work().catch(error => {
    const { code, status, statusCode } = error as { code?: string; status?: number; statusCode?: number }
    const answered = Number(status ?? statusCode ?? code)
    if (!(answered >= 400 && answered < 500) && code !== 'HOST_UNAVAILABLE' && !isBusy(error)) throw error
  })
}

const need = (workOrder_ID: string, { part, share }: Step) => parts('need', { workOrder_ID, part_ID: IDs.get(pick(PARTS, part)), quantity: 1 + (share % 4) })

async function take(order: string, step: Step): Promise<unknown> {
  const { name, place, share } = step
  if (name === 'need') return need(order, step)
  if (name === 'cancel') return share % 3 ? undefined : cancel(order)
  const rows = (await cds.tx(() => SELECT.from('aftersales.Reservations').where({ workOrder_ID: order }).orderBy('number'))) as Record<string, unknown>[]
  if (!rows.length) return
  const row = pick(rows, step.row), ID = row.ID as string, pieces = piecesIn(row)
  const some = (of: number) => Math.max(1, Math.min(of, 1 + (share % Math.max(1, of))))
  const isSerial = row.part_ID === IDs.get(SERIAL_MANAGED)
  const piece = async () => (isSerial ? { quantity: 1, serialNumber: await serialInHand(ID) } : { quantity: some(pieces.issued - pieces.consumed - pieces.returned - pieces.scrapped) })
  if (name === 'claim') return onRow('claim', ID, { ...pick(PLACES, place), quantity: some(pieces.quantity - pieces.claimed - pieces.issued - pieces.released) })
  if (name === 'pick') return onRow('pick', ID, {})
  if (name === 'issue') return onRow('issue', ID, { quantity: some(pieces.claimed), ...(isSerial && { serialNumbers: Array.from({ length: some(pieces.claimed) }, () => cds.utils.uuid().slice(0, 18)) }) })
  if (name === 'consume') return onRow('consume', ID, await piece())
  if (name === 'returnUnused') return onRow('returnUnused', ID, { ...(await piece()), ...(share % 2 && pick(PLACES, place)) })
  if (name === 'scrap') return onRow('scrap', ID, { ...(await piece()), isSupplierDefect: share % 2 === 0 })
  if (name === 'release') return onRow('release', ID, {})
  if (name === 'transferFrom') {
    const to = pick(PLACES, place + 1)
    return onRow('transferFrom', ID, { ...pick(PLACES, place), toPlant: to.plant, toStorageLocation: to.storageLocation })
  }
  if (name === 'sendBack') return sendBack(order)
  await cds.tx(() => UPDATE('aftersales.Reservations').with({ expiresAt: '2026-01-01T00:00:00Z' }).where({ ID, state_code: { in: ['Claimed', 'Reserved'] } }))
  return giveClaimsBack()
}

async function serialInHand(reservation_ID: string): Promise<string> {
  const lines = (await cds.tx(() => SELECT.from('aftersales.PartMovements').columns('kind_code', 'serialNumber').where({ reservation_ID, serialNumber: { '!=': null } }))) as { kind_code: string; serialNumber: string }[]
  const out = new Set(lines.filter(line => line.kind_code !== 'Issued').map(line => line.serialNumber))
  return lines.find(line => !out.has(line.serialNumber))?.serialNumber ?? 'none'
}

async function sendBack(workOrder_ID: string): Promise<unknown> {
  const row = (await cds.tx(() => SELECT.one.from('aftersales.WarrantyReturns').columns('ID').where({ workOrder_ID, state_code: 'Open' }))) as { ID: string } | null
  return row && parts('sendToSupplier', { supplier: '17300001' }, { entity: 'aftersales.SparePartsService.WarrantyReturns', params: [{ ID: row.ID }] })
}
