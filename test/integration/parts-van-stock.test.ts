import cds from '@sap/cds'
import { isReplenishmentDue, proposeNext } from '../../srv/spare-parts/van-stock/proposing'
import { inTurn } from '../../srv/turns'
import { errorOf, startApp, takeOrder, technicianID } from '../setup/app'
import { startHost } from '../setup/host'
import { hostStock, mirrored, partID, refreshed, settled, SPARE_PARTS } from '../setup/parts'

jest.setTimeout(180_000)

const app = startApp()
const host = startHost(app)
const parts = () => app.as('parts')
const run = (query: unknown) => cds.db.run(query as never) as Promise<any>
const SERVICE = 'aftersales.SparePartsService'
const van = (ID: string, action = '') => `${SPARE_PARTS}/VanStocks(ID=${ID},IsActiveEntity=true)${action && `/${SERVICE}.${action}`}`
const proposal = (ID: string, action: string) => `${SPARE_PARTS}/ReplenishmentProposals(${ID})/${SERVICE}.${action}`

/** A part that the sample's technician should have in the van V001 of plant 1010. */
async function stocked(part: string, minimum: number, maximum: number): Promise<string> {
  await run(DELETE.from('aftersales.VanStocks').where({ part_ID: await partID(part) }))
  const wanted = { technician_ID: await technicianID(app), part_ID: await partID(part), minimum, maximum }
  const { status, data } = await parts().post(`${SPARE_PARTS}/VanStocks`, { ...wanted, IsActiveEntity: true })
  expect([status, data]).toMatchObject([201, { plant: '1010', storageLocation: 'V001', unit: 'EA' }])
  return data.ID
}

async function night(): Promise<void> {
  await run(UPDATE('aftersales.VanStocks').with({ proposedOn: '2020-01-01' } as never).where({ ID: { '!=': null } } as never))
  while (await inTurn(isReplenishmentDue)) await inTurn(proposeNext)
}
const proposals = (vanStock_ID: string): Promise<Record<string, any>[]> => run(SELECT.from('aftersales.ReplenishmentProposals').where({ vanStock_ID }).orderBy('createdAt'))
const open = async (ID: string) => (await proposals(ID)).find(({ state_code }) => state_code === 'Proposed')

describe('what a van should have', () => {
  test('has a maximum that is not below its minimum, and each part once', async () => {
    const ID = await stocked('SP-2001', 1, 2)
    const again = { technician_ID: await technicianID(app), part_ID: await partID('SP-2001') }
    expect(errorOf(await parts().post(`${SPARE_PARTS}/VanStocks`, { ...again, minimum: 1, maximum: 2, IsActiveEntity: true })).status).toBeGreaterThanOrEqual(400)
    expect(errorOf(await parts().patch(van(ID), { minimum: 5, maximum: 2 }))).toMatchObject({ status: 400, code: 'VAN_MAXIMUM_BELOW_MINIMUM' })
    expect((await app.as('technician').get(van(ID))).status).toBe(200)
    expect((await app.as('technician').patch(van(ID), { maximum: 9 })).status).toBe(403)
  })
})

test('a planner edits it as a draft, and sees what lies in the van', async () => {
  await run(DELETE.from('aftersales.VanStocks').where({ part_ID: await partID('SP-3002') }))
  const made = await parts().post(`${SPARE_PARTS}/VanStocks/${SERVICE}.draftNew`, {})
  const draft = `${SPARE_PARTS}/VanStocks(ID=${made.data.ID},IsActiveEntity=false)`
  const wanted = { technician_ID: await technicianID(app), part_ID: await partID('SP-3002'), minimum: 1, maximum: 4 }
  expect((await parts().patch(draft, wanted)).status).toBe(200)
  expect((await parts().post(`${draft}/${SERVICE}.draftActivate`, {})).data).toMatchObject({ plant: '1010', storageLocation: 'V001', unit: 'EA' })
  await parts().post(`${SPARE_PARTS}/Parts(${await partID('SP-3002')})/${SERVICE}.refreshStock`, {})
  const { data } = await parts().get(van(made.data.ID))
  expect([data.maximum, data.onHand, data.fillCriticality].map(Number)).toEqual([4, 3, 3])
  expect(data.partNumber).toBe('SP-3002')
  expect((await parts().post(van(made.data.ID, 'draftEdit'), {})).status).toBe(201)
  expect((await parts().patch(draft, { minimum: 3 })).status).toBe(200)
  expect((await parts().post(`${draft}/${SERVICE}.draftActivate`, {})).data).toMatchObject({ technicianName: 'Jonas Albrecht' })
  expect((await parts().get(van(made.data.ID))).data.fillCriticality).toBe(2)
})

describe('replenishment', () => {
  /** What sample orders may take is no matter here. */
  beforeAll(async () => {
    await run(DELETE.from('aftersales.UsualParts'))
    for (const number of ['SP-1001', 'SP-1002', 'SP-1004']) await parts().post(`${SPARE_PARTS}/Parts(${await partID(number)})/${SERVICE}.refreshStock`, {})
  })

  test('is proposed by night from the depot that has it, when less than the minimum remains', async () => {
    const ID = await stocked('SP-1002', 5, 8)
    const enough = await stocked('SP-1004', 1, 4)
    await night()
    expect(await open(ID)).toMatchObject({ plant: '1010', storageLocation: '0002', state_code: 'Proposed' })
    expect(Number((await open(ID))!.quantity)).toBe(5)
    expect(await proposals(enough)).toEqual([])
  })

  test('counts what planned visits will take', async () => {
    const ID = await stocked('SP-1004', 1, 4)
    const [workOrder_ID, technician_ID] = [await takeOrder(app), await technicianID(app)]
    const plannedStart = new Date(Date.now() + 86_400_000).toISOString()
    await run(UPDATE('aftersales.WorkOrders').with({ technician_ID, plannedStart, status_code: 'Assigned' } as never).where({ ID: workOrder_ID }))
    await run(INSERT.into('aftersales.Reservations').entries({ workOrder_ID, part_ID: await partID('SP-1004'), quantity: 3 }))
    await night()
    const found = (await open(ID))!
    expect([found.onVan, found.plannedNeed, found.quantity].map(Number)).toEqual([3, 3, 1])
    await run(DELETE.from('aftersales.Reservations').where({ workOrder_ID }))
  })

  test('is proposed once a night, however many instances look', async () => {
    const ID = await stocked('SP-1002', 5, 8)
    await run(UPDATE('aftersales.VanStocks').with({ proposedOn: null } as never).where({ ID }))
    await Promise.all(Array.from({ length: 4 }, () => inTurn(proposeNext)))
    expect((await proposals(ID)).filter(({ state_code }) => state_code === 'Proposed')).toHaveLength(1)
    await night()
    expect((await proposals(ID)).map(({ state_code }) => state_code)).toEqual(['Replaced', 'Proposed'])
  })

  test('that is accepted holds its pieces and moves them in the host', async () => {
    const ID = await stocked('SP-1002', 5, 8)
    await night()
    const before = await hostStock(host.erp())
    const { ID: wanted } = (await open(ID))!
    const { status, data } = await parts().post(proposal(wanted, 'accept'), { quantity: 4 })
    expect([status, data]).toMatchObject([200, { state_code: 'Accepted', transfer_ID: expect.any(String) }])
    expect(errorOf(await parts().post(proposal(wanted, 'dismiss'), {}))).toMatchObject({ status: 409, code: 'PROPOSAL_ANSWERED' })
    await settled()
    const after = await hostStock(host.erp())
    expect(after.get('SP-1002 1010 V001')!.unrestricted).toBe(before.get('SP-1002 1010 V001')!.unrestricted + 4)
    expect(after.get('SP-1002 1010 0002')!.unrestricted).toBe(before.get('SP-1002 1010 0002')!.unrestricted - 4)
    await refreshed('SP-1002')
    expect(await mirrored('SP-1002', '1010', 'V001')).toMatchObject({ unrestricted: after.get('SP-1002 1010 V001')!.unrestricted, claimed: 0 })
  })

  test('whose depot has been emptied meanwhile is refused, and stays open', async () => {
    const ID = await stocked('SP-1001', 4, 8)
    await night()
    const { ID: wanted } = (await open(ID))!
    expect(errorOf(await parts().post(proposal(wanted, 'accept'), { quantity: 500 }))).toMatchObject({ status: 409, code: 'PROPOSAL_SOURCE_EMPTY' })
    expect(await open(ID)).toMatchObject({ ID: wanted })
    expect((await parts().post(proposal(wanted, 'dismiss'), {})).data).toMatchObject({ state_code: 'Dismissed' })
    expect((await app.as('technician').post(proposal(wanted, 'accept'), {})).status).toBe(403)
  })
})

test('what a van need not have any more is not brought either', async () => {
  const ID = await stocked('SP-1002', 50, 80)
  await night()
  expect(await open(ID)).toBeTruthy()
  expect((await parts().delete(van(ID))).status).toBe(204)
  expect(await open(ID)).toBeUndefined()
})

describe('a count', () => {
  const counts = (vanStock_ID: string): Promise<Record<string, any>[]> => run(SELECT.from('aftersales.VanCounts').where({ vanStock_ID }).orderBy('countedAt'))
  const count = (ID: string, data: object, user = 'technician') => app.as(user).post(van(ID, 'recordCount'), data)

  test('that agrees with the books is written down, and nothing else', async () => {
    const ID = await stocked('SP-1001', 1, 4)
    const { unrestricted } = (await hostStock(host.erp())).get('SP-1001 1010 V001')!
    const { status, data } = await count(ID, { quantity: unrestricted })
    expect([status, data]).toMatchObject([200, { lastCountedBy: 'technician' }])
    expect(await counts(ID)).toMatchObject([{ state_code: 'Agreed', hostMessage_ID: null }])
  })

  test('that differs needs a reason; what is missing is scrapped, what was found is received', async () => {
    const ID = await stocked('SP-1001', 1, 4)
    const { unrestricted } = (await hostStock(host.erp())).get('SP-1001 1010 V001')!
    expect(errorOf(await count(ID, { quantity: unrestricted - 1 }))).toMatchObject({ status: 422, code: 'COUNT_REASON_MISSING' })
    expect(errorOf(await count(ID, { quantity: -1 }))).toMatchObject({ status: 422, code: 'QUANTITY_NEGATIVE' })
    expect((await count(ID, { quantity: unrestricted - 1, reason_code: 'LOST', comment: 'Fell off the ladder' })).status).toBe(200)
    // Counted again before the host has booked: the books are one less already.
    expect((await count(ID, { quantity: unrestricted + 1, reason_code: 'FOUND' })).status).toBe(200)
    await settled()
    expect((await counts(ID)).map(({ state_code, expected, counted }) => [state_code, counted - expected])).toEqual([['Booked', -1], ['Booked', 2]])
    expect((await hostStock(host.erp())).get('SP-1001 1010 V001')!.unrestricted).toBe(unrestricted + 1)
    await refreshed('SP-1001')
    expect(await mirrored('SP-1001', '1010', 'V001')).toMatchObject({ unrestricted: unrestricted + 1 })
  })

  test('of a part with batches or serial numbers names them', async () => {
    const [batches, serials] = [await stocked('SP-2002', 0, 4), await stocked('SP-1005', 0, 4)]
    for (const number of ['SP-2002', 'SP-1005']) await parts().post(`${SPARE_PARTS}/Parts(${await partID(number)})/${SERVICE}.refreshStock`, {})
    expect(errorOf(await count(batches, { quantity: 1, reason_code: 'LOST' }))).toMatchObject({ status: 422, code: 'COUNT_BATCH_MISSING' })
    expect(errorOf(await count(serials, { quantity: 1, reason_code: 'LOST', serialNumbers: ['X'] }))).toMatchObject({ status: 422, code: 'COUNT_SERIALS_MISSING' })
  })

  test('that the host refuses leaves the books as they are, and says why', async () => {
    const ID = await stocked('SP-2002', 0, 4)
    const before = await mirrored('SP-2002', '1010', 'V001')
    expect((await count(ID, { quantity: 1, reason_code: 'LOST', batch: 'NOBATCH' })).status).toBe(200)
    await settled()
    const [last] = (await counts(ID)).slice(-1)
    expect(last.refusal).toBeTruthy()
    expect(await mirrored('SP-2002', '1010', 'V001')).toEqual(before)
  })

  test('is for those whose van it is', async () => {
    const ID = await stocked('SP-1001', 1, 4)
    const { ID: technician_ID } = await run(SELECT.one.from('aftersales.Technicians').where({ number: 'T-1012' }))
    await run(UPDATE('aftersales.VanStocks').with({ technician_ID } as never).where({ ID }))
    expect((await count(ID, { quantity: 3 })).status).toBe(403)
    expect((await count(ID, { quantity: 3 }, 'agent')).status).toBe(403)
  })
})
