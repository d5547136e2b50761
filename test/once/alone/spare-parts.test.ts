import cds from '@sap/cds'
import { errorOf } from '../../setup/app'
import { startAlone } from '../../setup/alone'
import { mirrored, onNeed, partID, piecesIn, SPARE_PARTS } from '../../setup/parts'

const app = startAlone('spare-parts')
const parts = () => app.as('parts')
const MAIN = { plant: '1010', storageLocation: '0001' }
const act = async (ID: string, name: string, data: object = {}) => (await parts().post(onNeed(ID, name), data)).data

const anOrder = async () => (await cds.db.run(SELECT.one.from('aftersales.WorkOrders').columns('ID').where({ status_code: 'Released' })))!.ID as string

test('a part is claimed, issued, used and returned in our own books where there is no host', async () => {
  await cds.db.run(UPSERT.into('aftersales.PartStocks').entries({ part_ID: await partID('SP-1004'), ...MAIN, unrestricted: 10, readAt: new Date().toISOString() }))
  const { data: { ID, state_code }, status } = await parts().post(`${SPARE_PARTS}/reserve`, { workOrder_ID: await anOrder(), part_ID: await partID('SP-1004'), quantity: 3, ...MAIN })
  expect([status, state_code]).toEqual([200, 'Claimed'])
  expect(await mirrored('SP-1004', '1010', '0001')).toMatchObject({ unrestricted: 10, claimed: 3 })
  expect((await act(ID, 'pick')).state_code).toBe('Picked')
  expect(piecesIn(await act(ID, 'issue', { quantity: 2 }))).toMatchObject({ issued: 2, claimed: 1 })
  expect(await mirrored('SP-1004', '1010', '0001')).toMatchObject({ unrestricted: 8, claimed: 1 })
  expect(piecesIn(await act(ID, 'consume', { quantity: 1 }))).toMatchObject({ consumed: 1 })
  expect(piecesIn(await act(ID, 'returnUnused', { quantity: 1 }))).toMatchObject({ returned: 1, inHand: 0 })
  expect((await act(ID, 'release')).state_code).toBe('Consumed')
  expect(await cds.db.run(SELECT.from('aftersales.HostMessages').where({ causeID: ID }))).toEqual([])
})

test('what only a host can do is refused by the name of what is missing', async () => {
  const { data: { ID } } = await parts().post(`${SPARE_PARTS}/need`, { workOrder_ID: await anOrder(), part_ID: await partID('SP-1004'), quantity: 1 })
  const answer = await parts().post(onNeed(ID, 'requisition'), {})
  expect(errorOf(answer)).toMatchObject({ status: 422, code: 'CAPABILITY_MISSING', message: expect.stringContaining('host-erp') })
})
