import cds from '@sap/cds'
import { action, errorOf, letTechnicianDoAll, startApp, takeOrder, technicianID } from '../setup/app'
import { HOST_ERP, startHost } from '../setup/host'
import { giveClaimsBack } from '../../srv/spare-parts/claims/handlers'
import { hostStock, mirrored, onNeed, openHostReservations, partID, piecesIn, refreshed, reservation, settled, SPARE_PARTS } from '../setup/parts'

jest.setTimeout(180_000)

const app = startApp()
const host = startHost(app)
letTechnicianDoAll()

const parts = () => app.as('parts')
const MAIN = { plant: '1010', storageLocation: '0001' }
const act = (ID: string, name: string, data: object = {}, user = 'parts') => app.as(user).post(onNeed(ID, name), data)
const atHost = async (key: string) => (await hostStock(host.erp())).get(key) ?? { unrestricted: 0, blocked: 0 }
const history = async (workOrder_ID: string): Promise<string[]> =>
  ((await cds.db.run(SELECT.from('aftersales.Events').columns('type_code').where({ workOrder_ID }).orderBy('sequence'))) as { type_code: string }[]).map(row => row.type_code)

async function reserve(part: string, quantity: number, more: object = MAIN, user = 'parts') {
  const workOrder_ID = await takeOrder(app)
  const answer = await app.as(user).post(`${SPARE_PARTS}/reserve`, { workOrder_ID, part_ID: await partID(part), quantity, ...more })
  return { workOrder_ID, ID: answer.data.ID as string, ...answer }
}

/** Takes an order of its own up to the last step before closing. */
async function throughTo(ID: string, last: 'start' | 'accept'): Promise<void> {
  const step = async (user: string, name: string, data: object = {}) => expect([name, (await app.as(user).post(action(ID, name), data)).status]).toEqual([name, 200])
  await step('dispatcher', 'release')
  await step('dispatcher', 'assign', { technician_ID: await technicianID(app) })
  await step('technician', 'start')
  if (last === 'start') return
  await step('technician', 'complete', { resolution_code: 'PARTREPLACED', summary: 'Part replaced, tested.' })
  await step('agent', 'accept', { rating: 5 })
}

describe('a part from need to settled piece', () => {
  test('is claimed, reserved, issued, used and returned, and the host has moved what we have', async () => {
    const before = await atHost('SP-1004 1010 0001')
    const { ID, workOrder_ID, status, data } = await reserve('SP-1004', 3)
    expect([status, data.state_code, piecesIn(data)]).toMatchObject([200, 'Claimed', { claimed: 3 }])
    await settled()
    expect(await reservation(app, ID)).toMatchObject({ state_code: 'Reserved', hostReservation: expect.stringMatching(/^\d{10}$/), ...MAIN })
    expect(await mirrored('SP-1004', '1010', '0001')).toMatchObject({ claimed: 3 })

    expect((await act(ID, 'pick')).data.state_code).toBe('Picked')
    expect(piecesIn((await act(ID, 'issue', { quantity: 2 })).data)).toMatchObject({ claimed: 1, picked: 1, issued: 2 })
    await settled()
    expect(piecesIn((await act(ID, 'consume', { quantity: 1 })).data)).toMatchObject({ consumed: 1, inHand: 1 })
    expect(piecesIn((await act(ID, 'returnUnused', { quantity: 1 })).data)).toMatchObject({ returned: 1, inHand: 0 })
    expect((await act(ID, 'release')).data.state_code).toBe('Consumed')
    await settled()
    expect(await atHost('SP-1004 1010 0001')).toEqual({ ...before, unrestricted: before.unrestricted - 1 })
    expect(await mirrored('SP-1004', '1010', '0001')).toMatchObject({ unrestricted: before.unrestricted - 2, claimed: 0 })
    await refreshed('SP-1004')
    expect(await mirrored('SP-1004', '1010', '0001')).toMatchObject({ unrestricted: before.unrestricted - 1, claimed: 0 })
    expect(await openHostReservations(host.erp())).toEqual([])
    expect(await history(workOrder_ID)).toEqual(['Created', 'PartClaimed', 'PartIssued', 'PartConsumed', 'PartReturned', 'PartReleased'])
  })

  test('goes into blocked stock when it is defective, from there to its supplier, and is claimed for', async () => {
    await cds.db.run(UPSERT.into('aftersales.PartSupplies').entries({ part_ID: await partID('SP-1002'), plant: '1010', supplier: '17300001', value: '96', currency_code: 'EUR' }))
    const before = await atHost('SP-1002 1010 0001')
    const { ID } = await reserve('SP-1002', 2)
    await act(ID, 'issue')
    expect((await act(ID, 'scrap', { quantity: 2, isSupplierDefect: true, reason: 'Does not charge' })).data.state_code).toBe('Scrapped')
    const { data: { value: [claim] } } = await parts().get(`${SPARE_PARTS}/WarrantyReturns?$filter=reservation_ID eq ${ID}`)
    expect(claim).toMatchObject({ state_code: 'Open', supplier: '17300001', reason: 'Does not charge', currency_code: 'EUR' })
    expect(Number(claim.claimValue)).toBe(192)
    const onReturn = (name: string, data: object = {}) => parts().post(`${SPARE_PARTS}/WarrantyReturns(${claim.ID})/aftersales.SparePartsService.${name}`, data)
    expect(errorOf(await onReturn('credit', { amount: 10 }))).toMatchObject({ status: 409, code: 'WARRANTY_RETURN_WRONG_STATE' })
    expect((await onReturn('sendToSupplier')).data.state_code).toBe('Sending')
    await settled()
    expect((await onReturn('credit', { amount: 150 })).data).toMatchObject({ state_code: 'Credited', hostDocument: expect.stringMatching(/^49/) })
    expect(await atHost('SP-1002 1010 0001')).toEqual({ unrestricted: before.unrestricted - 2, blocked: before.blocked })
    expect(await mirrored('SP-1002', '1010', '0001')).toMatchObject({ unrestricted: before.unrestricted - 2, blocked: 0, claimed: 0 })
  })

  test('with serial numbers names each piece, and the equipment shows what went in and what came out', async () => {
    const { ID, workOrder_ID } = await reserve('SP-1005', 2, { plant: '1010', storageLocation: '0002' })
    expect(errorOf(await act(ID, 'issue'))).toMatchObject({ status: 422, code: 'SERIALS_MISSING', target: 'serialNumbers' })
    expect(errorOf(await act(ID, 'issue', { serialNumbers: ['P-1', 'P-1'] }))).toMatchObject({ status: 422, code: 'SERIALS_TWICE' })
    expect((await act(ID, 'issue', { serialNumbers: ['P-1', 'P-2'] })).status).toBe(200)
    expect(errorOf(await act(ID, 'consume', { quantity: 1 }))).toMatchObject({ status: 422, code: 'SERIAL_MISSING' })
    expect(errorOf(await act(ID, 'consume', { serialNumber: 'P-9' }))).toMatchObject({ status: 422, code: 'SERIAL_NOT_IN_HAND' })
    expect((await act(ID, 'consume', { serialNumber: 'P-1', removedSerialNumber: 'OLD-7' })).status).toBe(200)
    expect(errorOf(await act(ID, 'consume', { serialNumber: 'P-1' }))).toMatchObject({ status: 422, code: 'SERIAL_NOT_IN_HAND' })
    expect((await act(ID, 'returnUnused', { quantity: 1, serialNumber: 'P-2' })).status).toBe(200)
    const { data: { value: fitted } } = await parts().get(`${SPARE_PARTS}/FittedParts?$filter=fittedBy_ID eq ${workOrder_ID} or removedBy_ID eq ${workOrder_ID}&$orderby=serialNumber`)
    expect(fitted).toMatchObject([{ serialNumber: 'OLD-7', removedAt: expect.any(String), fittedAt: null }, { serialNumber: 'P-1', removedAt: null, replaces_ID: fitted[0].ID }])
  })
})

describe('the last piece', () => {
  test('goes to exactly one of ten who want it; the others learn who has it and what else there is', async () => {
    const before = await mirrored('SP-2001', '1010', '0002')
    const { unrestricted } = await atHost('SP-2001 1010 0002')
    const place = { plant: '1010', storageLocation: '0002' }
    expect(await reserve('SP-2001', unrestricted - 1, place)).toMatchObject({ status: 200 })
    const answers = await Promise.all(Array.from({ length: 10 }, () => reserve('SP-2001', 1, place)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const lost = answers.filter(({ status }) => status !== 200)
    expect(lost.map(errorOf)).toEqual(lost.map(() => expect.objectContaining({ status: 409, code: 'PART_NOT_AVAILABLE', target: 'quantity' })))
    const { details } = lost.at(-1)!.data.error
    expect(details).toEqual(expect.arrayContaining([
      expect.objectContaining({ code: 'PART_HELD', '@workOrder': expect.stringMatching(/^WO-/), message: expect.stringContaining('held for work order WO-') }),
      expect.objectContaining({ code: 'PART_ELSEWHERE', '@plant': expect.any(String), '@storageLocation': expect.any(String), '@available': expect.any(Number) })
    ]))
    expect(await mirrored('SP-2001', '1010', '0002')).toMatchObject({ claimed: before.claimed + unrestricted })
  })

  test('is not shortened in silence: a part of it is claimed by choice, and the rest stays a need', async () => {
    const { data: whole } = await parts().post(`${SPARE_PARTS}/need`, { workOrder_ID: await takeOrder(app), part_ID: await partID('SP-3002'), quantity: 12 })
    const place = { plant: '1010', storageLocation: '0002' }
    expect(errorOf(await act(whole.ID, 'claim', place))).toMatchObject({ status: 409, code: 'PART_NOT_AVAILABLE', message: expect.stringContaining('10 EA are free') })
    expect(piecesIn((await act(whole.ID, 'claim', { ...place, quantity: 10 })).data)).toMatchObject({ quantity: 10, claimed: 10 })
    const { data: { value: [rest] } } = await parts().get(`${SPARE_PARTS}/Reservations?$filter=splitFrom_ID eq ${whole.ID}`)
    expect([rest.state_code, piecesIn(rest)]).toMatchObject(['Needed', { quantity: 2, open: 2 }])
    expect((await act(whole.ID, 'release')).data.state_code).toBe('Released')
    expect(errorOf(await act(whole.ID, 'release'))).toMatchObject({ status: 409, code: 'RESERVATION_NOTHING_HELD' })
  })

  test('asked for twice with one key is claimed once, and issued once', async () => {
    const workOrder_ID = await takeOrder(app), part_ID = await partID('SP-4001')
    const ask = () => parts().post(`${SPARE_PARTS}/reserve`, { workOrder_ID, part_ID, quantity: 2, ...MAIN, requestKey: 'click-1' })
    const [first, second] = await Promise.all([ask(), ask()])
    expect(first.data.ID).toBe(second.data.ID)
    await Promise.all([1, 2].map(() => act(first.data.ID, 'issue', { quantity: 1, requestKey: 'click-2' })))
    expect(piecesIn(await reservation(app, first.data.ID))).toMatchObject({ claimed: 1, issued: 1 })
  })
})

describe('what the host says', () => {
  test('no to a reservation gives the claim back and says so on the order', async () => {
    const before = await mirrored('SP-1003', '1010', '0002')
    const client = await refuseAll('SP-1003', true)
    const { ID, workOrder_ID } = await reserve('SP-1003', 2, { plant: '1010', storageLocation: '0002' })
    await settled()
    await client()
    expect([await reservation(app, ID)].map(row => ({ ...row, ...piecesIn(row) }))).toMatchObject([{ state_code: 'Needed', claimed: 0, open: 2, refusal: expect.stringContaining('deletion') }])
    expect(await mirrored('SP-1003', '1010', '0002')).toMatchObject({ claimed: before.claimed })
    expect(await history(workOrder_ID)).toEqual(['Created', 'PartClaimed', 'PartRefused'])
    const { data: { value: messages } } = await app.as('admin').get(`${HOST_ERP}/HostMessages?$filter=workOrder_ID eq ${workOrder_ID}`)
    expect(messages).toMatchObject([{ state_code: 'GivenUp' }])
  })

  test('no to an issue brings the pieces back to where they lay; once they are used a person has to look', async () => {
    const { ID, workOrder_ID } = await reserve('SP-1003', 2, { plant: '1110', storageLocation: '0002' })
    await settled()
    const before = await mirrored('SP-1003', '1110', '0002')
    const end = await refuseAll('SP-1003', true)
    await act(ID, 'issue', { quantity: 1 })
    await settled()
    expect(piecesIn(await reservation(app, ID))).toMatchObject({ claimed: 2, issued: 0, issuing: 0 })
    await act(ID, 'issue', { quantity: 1 })
    await act(ID, 'consume', { quantity: 1 })
    await settledOrStuck()
    expect(piecesIn(await reservation(app, ID))).toMatchObject({ issued: 1, issuing: 1, consumed: 1 })
    await end()
    const { data: { value: [stuck] } } = await app.as('admin').get(`${HOST_ERP}/HostMessages?$filter=workOrder_ID eq ${workOrder_ID} and state_code eq 'NeedsAttention'`)
    expect((await app.as('admin').post(`${HOST_ERP}/HostMessages(${stuck.ID})/aftersales.HostErpService.retry`, {})).status).toBe(200)
    await settled()
    expect(piecesIn(await reservation(app, ID))).toMatchObject({ claimed: 1, issued: 1, issuing: 0, consumed: 1 })
    expect(await mirrored('SP-1003', '1110', '0002')).toMatchObject({ unrestricted: before.unrestricted - 1, claimed: before.claimed - 1 })
    expect(await history(workOrder_ID)).toEqual(expect.arrayContaining(['PartRefused', 'PartAttention']))
  })
})

describe('pieces follow their order', () => {
  test('an order with pieces in hand is not closed; what nobody took goes back by itself', async () => {
    const { ID, workOrder_ID } = await reserve('SP-2001', 3, MAIN)
    await throughTo(workOrder_ID, 'accept')
    await act(ID, 'issue', { quantity: 2 })
    await act(ID, 'consume', { quantity: 1 })
    const close = () => app.as('agent').post(action(workOrder_ID, 'close'), {})
    expect(errorOf(await close())).toMatchObject({ status: 422, code: 'WORK_ORDER_PARTS_OPEN', message: expect.stringContaining('1 EA SP-2001') })
    await act(ID, 'returnUnused', { quantity: 1 })
    expect((await close()).status).toBe(200)
    expect([await reservation(app, ID)].map(row => ({ ...row, ...piecesIn(row) }))).toMatchObject([{ state_code: 'Consumed', claimed: 0, released: 1, consumed: 1, returned: 1 }])
    expect(errorOf(await act(ID, 'claim'))).toMatchObject({ status: 409 })
    await settled()
    expect(await openHostReservations(host.erp())).not.toContain((await reservation(app, ID)).hostReservation)
  })

  test('a cancelled order gives back what is held, and pieces in hand are still to be settled', async () => {
    const { ID, workOrder_ID } = await reserve('SP-2001', 2, MAIN)
    await throughTo(workOrder_ID, 'start')
    await act(ID, 'issue', { quantity: 1 })
    expect((await app.as('dispatcher').post(action(workOrder_ID, 'cancel'), { reason_code: 'DUPLICATE' })).status).toBe(200)
    expect(piecesIn(await reservation(app, ID))).toMatchObject({ claimed: 0, released: 1, inHand: 1 })
    expect(await history(workOrder_ID)).toContain('PartAttention')
    expect(errorOf(await act(ID, 'issue'))).toMatchObject({ status: 409, code: 'PARTS_ORDER_FINISHED' })
    expect((await act(ID, 'returnUnused', { quantity: 1 })).data.state_code).toBe('Returned')
  })

  test('a claim that is over falls back to everybody; one that is picked does not', async () => {
    const { ID, workOrder_ID } = await reserve('SP-4001', 1, { plant: '1810', storageLocation: '0002' })
    const picked = await reserve('SP-4001', 1, { plant: '1810', storageLocation: '0002' })
    await act(picked.ID, 'pick')
    await cds.db.run(UPDATE('aftersales.Reservations').with({ expiresAt: '2026-01-01T00:00:00Z' }).where({ ID: { in: [ID, picked.ID] } }))
    await giveClaimsBack()
    expect((await reservation(app, ID)).state_code).toBe('Needed')
    expect((await reservation(app, picked.ID)).state_code).toBe('Picked')
    expect(await mirrored('SP-4001', '1810', '0002')).toMatchObject({ claimed: 1 })
    expect(await history(workOrder_ID)).toContain('PartReleased')
  })
})

describe('a transfer', () => {
  test('holds the pieces where they lie, and again where they arrive', async () => {
    const { data: { ID } } = await parts().post(`${SPARE_PARTS}/need`, { workOrder_ID: await takeOrder(app), part_ID: await partID('SP-1011'), quantity: 2 })
    const from = { plant: '1110', storageLocation: '0001' }
    const [source, target] = [await atHost('SP-1011 1110 0001'), await atHost('SP-1011 1010 0002')]
    expect((await act(ID, 'transferFrom', { ...from, toPlant: '1010', toStorageLocation: '0002' })).data).toMatchObject({ state_code: 'Claimed', ...from })
    expect(errorOf(await act(ID, 'issue'))).toMatchObject({ status: 409, code: 'RESERVATION_IN_TRANSIT' })
    await settled()
    expect(await reservation(app, ID)).toMatchObject({ state_code: 'Reserved', plant: '1010', storageLocation: '0002', transfer_ID: null })
    expect(await mirrored('SP-1011', '1110', '0001')).toMatchObject({ claimed: 0 })
    expect(await mirrored('SP-1011', '1010', '0002')).toMatchObject({ claimed: 2 })
    expect([await atHost('SP-1011 1110 0001'), await atHost('SP-1011 1010 0002')]).toMatchObject([{ unrestricted: source.unrestricted - 2 }, { unrestricted: target.unrestricted + 2 }])
  })
})

describe('who may', () => {
  test('a technician takes parts for own orders only', async () => {
    const workOrder_ID = await takeOrder(app), part_ID = await partID('SP-4001')
    expect(errorOf(await app.as('technician').post(`${SPARE_PARTS}/reserve`, { workOrder_ID, part_ID, quantity: 1, ...MAIN })).status).toBe(403)
    const { ID } = await reserve('SP-4001', 1)
    expect((await act(ID, 'issue', {}, 'technician')).status).toBe(403)
    await throughTo(workOrder_ID, 'start')
    const { status, data } = await app.as('technician').post(`${SPARE_PARTS}/reserve`, { workOrder_ID, part_ID, quantity: 1, ...MAIN })
    expect(status).toBe(200)
    expect((await act(data.ID, 'issue', {}, 'technician')).status).toBe(200)
    for (const user of ['auditor', 'controller', 'quality']) expect((await act(data.ID, 'consume', {}, user)).status).toBe(403)
  })

  test.each([
    [{ quantity: 0 }, 'QUANTITY_NOT_POSITIVE'], [{ quantity: -1 }, 'QUANTITY_NOT_POSITIVE'], [{ part_ID: '00000000-0000-4000-8000-000000000000' }, 'PART_UNKNOWN'],
    [{ plant: '1010', storageLocation: null }, 'STOCK_PLACE_INCOMPLETE'], [{ storageLocation: 'ZZZZ' }, 'STOCK_PLACE_UNKNOWN'], [{ origin_code: 'nowhere' }, 'CODE_UNKNOWN']
  ])('%j is refused with %s', async (change, code) => {
    const wanted = { workOrder_ID: await takeOrder(app), part_ID: await partID('SP-4001'), quantity: 1, ...MAIN, ...change }
    expect(errorOf(await parts().post(`${SPARE_PARTS}/reserve`, wanted))).toMatchObject({ status: 422, code })
  })
})

/** Has the host refuse all documents about a part. @returns how to end that */
async function refuseAll(part: string, IsMarkedForDeletion: boolean): Promise<() => Promise<void>> {
  const change = (isMarked: boolean) => fetch(`${host.erp().url}/__change`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ entity: 'A_Product', key: { Product: part }, data: { IsMarkedForDeletion: isMarked } })
  })
  expect((await change(IsMarkedForDeletion)).status).toBe(200)
  return async () => { await change(!IsMarkedForDeletion) }
}

/** Waits until nothing is sent any more, be it that a message needs a person. */
async function settledOrStuck(): Promise<void> {
  for (const end = Date.now() + 40_000; Date.now() < end;) {
    const stuck = await cds.db.run(SELECT.one.from('aftersales.HostMessages').columns('ID').where({ state_code: 'NeedsAttention' }))
    if (stuck) return
    await new Promise(resolve => setTimeout(resolve, 40))
  }
}
