import cds from '@sap/cds'
import axios from 'axios'
import { PATHS } from '../host-erp/client'
import { startApp } from '../setup/app'
import { startHost } from '../setup/host'

jest.setTimeout(60_000)

const app = startApp()
const host = startHost(app)

const part = { material: 'SP-1004', plant: '1010', storageLocation: '0001', quantity: '2.5', unit: 'EA', neededOn: '2026-12-24' }

function settings(posting: object) {
  (cds.env.requires as Record<string, any>).S4HANA.posting = posting
}
afterEach(() => settings({}))

describe.each(['API_PURCHASEREQ_PROCESS_SRV', 'CE_PURCHASEREQUISITION_0001'])('a requisition by %s', requisitionApi => {
  test.each([
    ['cost centre', { costCenter: '10101301' }, { AccountAssignmentCategory: 'K' }, { CostCenter: '0010101301' }],
    ['project', { wbsElement: 'W-100' }, { AccountAssignmentCategory: 'P' }, { WBSElementExternalID: 'W-100' }]
  ])('for a %s says what is needed, when, and who pays', async (_, costObject, item, account) => {
    settings({ requisitionApi })
    const { ID } = await host.submit('requisition.create', { description: 'Power supplies', purchasingGroup: '001', items: [{ ...part, costObject }] })
    const message = await host.until(ID, 'Confirmed', 'NeedsAttention')
    expect([message.state_code, message.lastError]).toEqual(['Confirmed', null])
    const query = `$filter=PurchaseRequisition%20eq%20'${message.hostDocument}'&$expand=_PurchaseReqnAcctAssgmt`
    const { data } = await axios.get(`${host.erp().url}${PATHS.requisitionsV4}/PurchaseReqnItem?${query}`, { auth: host.erp().auth })
    expect(data.value).toMatchObject([{
      Material: 'SP-1004', DeliveryDate: '2026-12-24', PurReqnExternalReference: message.idempotencyKey, ...item, _PurchaseReqnAcctAssgmt: [requisitionApi.startsWith('CE') ? account : {}]
    }])
    expect(Number(data.value[0].RequestedQuantity)).toBe(2.5)
  })

  test('is found by its reference when the answer to the first attempt was lost', async () => {
    settings({ requisitionApi })
    await host.faults({ next: ['dropAfter'] })
    const { ID } = await host.submit('requisition.create', { items: [part] })
    const message = await host.until(ID, 'Confirmed', 'NeedsAttention')
    expect(message).toMatchObject({ state_code: 'Confirmed', attempts: 2 })
    expect(await host.documents(message.idempotencyKey)).toMatchObject([{ type: 'requisition', number: message.hostDocument }])
  })

  test('is refused in the host\'s own words', async () => {
    settings({ requisitionApi })
    const { ID } = await host.submit('requisition.create', { items: [{ ...part, material: 'NO-SUCH' }] })
    const message = await host.until(ID, 'NeedsAttention', 'Confirmed')
    expect(message).toMatchObject({ state_code: 'NeedsAttention', lastErrorCode: 'M3/305', lastError: expect.stringContaining('NO-SUCH') })
  })
})
