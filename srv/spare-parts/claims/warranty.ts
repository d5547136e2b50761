import cds from '@sap/cds'
import { Decimal } from 'decimal.js'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { nextNumbers } from '../../number-range'
import { host, today } from './documents'
import { partOf, type Part } from './parts'
import type { Reservation } from './pieces'
import { arriveAt } from './stock'

const RETURNS = 'aftersales.WarrantyReturns'

interface Defect {
  row: Reservation; part: Part; quantity: number; serialNumber: string | null; batch: string | null; place: { plant: string; storageLocation: string }; reason: string | null
}
export interface WarrantyReturn {
  ID: string; number: string; part_ID: string; workOrder_ID: string | null; reservation_ID: string | null; quantity: string | number; unit: string | null; state_code: string
  plant: string; storageLocation: string; supplier: string | null; serialNumber: string | null; batch: string | null; hostMessage_ID: string | null
}

/** A defective part that its supplier answers for. It is asked for what a piece is worth, or costs where nothing is known of its value. */
export async function openWarrantyReturn({ row, part, quantity, serialNumber, batch, place, reason }: Defect): Promise<void> {
  const { PartSupplies, WarrantyReturns } = entities()
  const supply = await SELECT.one.from(PartSupplies).columns('supplier', 'value', 'price', 'currency_code').where({ part_ID: part.ID, plant: place.plant })
  const each = supply?.value ?? supply?.price
  const [number] = await nextNumbers('WarrantyReturn')
  await INSERT.into(WarrantyReturns).entries({
    ID: cds.utils.uuid(), number, reservation_ID: row.ID, workOrder_ID: row.workOrder_ID, part_ID: part.ID, quantity, unit: row.unit, serialNumber, batch, ...place, reason,
    supplier: supply?.supplier ?? null, claimValue: each == null ? null : new Decimal(each).times(quantity).toFixed(3), currency_code: supply?.currency_code ?? null
  })
}

/** Out of blocked stock to the supplier (movement type 122), once the host has the document by which the part came there. */
export async function send(ID: string, supplier?: string | null): Promise<void> {
  const { WarrantyReturns } = entities()
  const row = await lockedReturn(ID)
  const to = supplier?.trim() || row.supplier || fail(422, 'SUPPLIER_MISSING', { target: 'supplier', args: [row.number] })
  const part = await partOf(row.part_ID)
  const { ID: hostMessage_ID } = await host().submit('movement.vendorReturn', {
    supplier: to, postingDate: today(), items: [{
      material: part.number, plant: row.plant, storageLocation: row.storageLocation, quantity: String(Number(row.quantity)), unit: row.unit ?? undefined,
      batch: row.batch ?? undefined, serialNumbers: row.serialNumber ? [row.serialNumber] : undefined
    }]
  }, { cause: { entity: RETURNS, ID }, workOrder_ID: row.workOrder_ID ?? undefined, dependsOn: await blockingDocument(row) })
  const changed = await UPDATE(WarrantyReturns).with({ state_code: 'Sending', supplier: to, hostMessage_ID, refusal: null } as never).where({ ID, state_code: 'Open' })
  if (!changed) await refuseState(row)
}

/** The document that brings the part into blocked stock, while the host does not have it. */
async function blockingDocument({ reservation_ID, serialNumber }: WarrantyReturn): Promise<string | undefined> {
  const { PartMovements } = entities()
  const line = await SELECT.one.from(PartMovements).columns('hostMessage_ID')
    .where({ reservation_ID, kind_code: 'Scrapped', 'hostMessage.state_code': { '!=': 'Confirmed' }, ...(serialNumber && { serialNumber }) }).orderBy('sequence desc')
  return line?.hostMessage_ID
}

export async function credit(ID: string, amount: unknown): Promise<void> {
  if (!(Number(amount) >= 0)) fail(422, 'CREDIT_NEGATIVE', { target: 'amount' })
  await decide(ID, { state_code: 'Credited', creditedValue: amount })
}

export const refuseCredit = (ID: string, reason: string): Promise<void> =>
  reason?.trim() ? decide(ID, { state_code: 'Refused', refusal: reason.trim() }) : fail(422, 'REASON_MISSING', { target: 'reason' })

async function decide(ID: string, changes: Record<string, unknown>): Promise<void> {
  const changed = await UPDATE(entities().WarrantyReturns).with(changes as never).where({ ID, state_code: 'Sent' })
  if (!changed) await refuseState(await lockedReturn(ID))
}

async function lockedReturn(ID: string): Promise<WarrantyReturn> {
  const row = await SELECT.one.from(entities().WarrantyReturns).where({ ID }).forUpdate()
  return (row as unknown as WarrantyReturn | undefined) ?? fail(404, 'WARRANTY_RETURN_UNKNOWN')
}

async function refuseState({ number, state_code }: WarrantyReturn): Promise<never> {
  const { WarrantyReturnStates } = entities()
  const state = await (SELECT.one.from(WarrantyReturnStates).columns('name').where({ code: state_code }) as unknown as { localized: PromiseLike<{ name: string } | undefined> }).localized
  return fail(409, 'WARRANTY_RETURN_WRONG_STATE', { args: [number, state?.name ?? state_code] })
}

/** The host has the return: the pieces have left blocked stock. */
export async function noteSent(ID: string, message_ID: string, hostDocument: string): Promise<void> {
  const { WarrantyReturns } = entities()
  const changed = await UPDATE(WarrantyReturns).with({ state_code: 'Sent', hostDocument, refusal: null } as never).where({ ID, hostMessage_ID: message_ID, state_code: 'Sending' })
  if (!changed) return
  await arriveAt(await lockedReturn(ID))
}

/** The host does not want the return: it can be sent again. */
export async function noteNotSent(ID: string, message_ID: string, refusal: string, isOver: boolean): Promise<void> {
  const { WarrantyReturns } = entities()
  await UPDATE(WarrantyReturns).with({ refusal, ...(isOver && { state_code: 'Open', hostMessage_ID: null }) } as never).where({ ID, hostMessage_ID: message_ID })
}
