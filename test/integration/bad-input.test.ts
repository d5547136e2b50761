import type { AxiosResponse } from 'axios'
import { action, order, startApp, takeOrder, WORK_ORDERS } from '../setup/app'

const app = startApp()
const count = async () => Number((await app.as('agent').get(`${WORK_ORDERS}/WorkOrders/$count`)).data)
const good = { channel_code: 'phone', serialNumber: 'LAT-0420-1105', symptom: 'noise' }
const intake = (data: unknown) => app.as('agent').post(`${WORK_ORDERS}/intake`, data)

/** A refusal says what was wrong and nothing about the inside. */
function expectRefusal(answer: AxiosResponse, probe: unknown): void {
  const body = JSON.stringify(answer.data)
  expect([probe, answer.status]).toEqual([probe, expect.any(Number)])
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  expect(answer.data.error?.code).toBeTruthy()
  expect(body).not.toMatch(/\bat .+\.(js|ts):\d+|node_modules|SQLITE|sqlstate/i)
}

test('oversized texts are refused field by field, and nothing is stored', async () => {
  const before = await count()
  const long = 'x'.repeat(5000)
  for (const field of ['channel_code', 'serialNumber', 'symptom', 'contactName', 'contactPhone', 'contactEmail', 'department', 'priority_code', 'executionMode_code', 'reference']) {
    expectRefusal(await intake({ ...good, [field]: long }), field)
  }
  expect(await count()).toBe(before)
})

test('wrong types, unknown parameters and bodies that are no JSON are refused', async () => {
  const before = await count()
  for (const body of [{ ...good, symptom: 42 }, { ...good, requestedStart: 'soon' }, { ...good, requestedStart: '2026-02-30T00:00:00Z' }, { ...good, nonsense: 1 }, {}, [], { ...good, symptom: { deep: true } }, { ...good, serialNumber: null }]) {
    expectRefusal(await intake(body), body)
  }
  const raw = await app.as('agent').post(`${WORK_ORDERS}/intake`, '{"channel_code": ', { headers: { 'content-type': 'application/json' } })
  expectRefusal(raw, 'broken JSON')
  expect(await count()).toBe(before)
})

test('unknown keys, properties and functions in addresses are refused', async () => {
  const ID = await takeOrder(app)
  const paths = [
    'WorkOrders(ID=not-a-uuid,IsActiveEntity=true)', `WorkOrders(ID=${ID},Nonsense=1,IsActiveEntity=true)`, 'WorkOrders?$filter=nonsense eq 1', 'WorkOrders?$orderby=nonsense',
    'WorkOrders?$select=nonsense', 'WorkOrders?$expand=nonsense', "WorkOrders?$filter=symptom eq 'open", 'WorkOrders?$top=-1', 'WorkOrders?$filter=contains(1,2,3)', 'Nonsense', "WorkOrders?$filter=receivedAt gt 'x'"
  ]
  for (const path of paths) expectRefusal(await app.as('agent').get(`${WORK_ORDERS}/${path}`), path)
  expectRefusal(await app.as('agent').post(action(ID, 'selfDestruct'), {}), 'unknown action')
  expectRefusal(await app.as('agent').patch(order(ID), { nonsense: 1 }), 'unknown property')
})

test('injection attempts are plain text in every field, and stay it', async () => {
  const attempts = ["'; DROP TABLE aftersales_WorkOrders; --", '" OR 1=1 --', '${7*7}', '<script>alert(1)</script>', '{{constructor.constructor("x")()}}', '\u0000\u0001', "Robert'); DELETE FROM x;", '../../etc/passwd', '%00%27', '＇ or ＇1＇=＇1']
  for (const attempt of attempts) {
    const { status, data } = await intake({ ...good, symptom: `a ${attempt}`, department: attempt.slice(0, 40), contactName: attempt.slice(0, 80) })
    if (status !== 200) { expectRefusal({ status, data } as AxiosResponse, attempt); continue }
    const stored = (await app.as('agent').get(order(data.ID))).data
    expect(stored).toMatchObject({ symptom: `a ${attempt}`, department: attempt.slice(0, 40), contactName: attempt.slice(0, 80) })
    const filter = encodeURIComponent(`symptom eq 'a ${attempt.replace(/'/g, "''")}'`)
    const found = await app.as('agent').get(`${WORK_ORDERS}/WorkOrders?$filter=${filter}&$select=ID`)
    expect([attempt, found.status]).toEqual([attempt, 200])
    expect(found.data.value.map((o: { ID: string }) => o.ID)).toContain(data.ID)
  }
  expect(await count()).toBeGreaterThan(0)
})

test('bodies of 10 MB are refused before they are read', async () => {
  const answer = await app.as('agent').post(`${WORK_ORDERS}/intake`, { ...good, symptom: 'x'.repeat(10 * 1024 * 1024) }, { maxBodyLength: Infinity })
  expect(answer.status).toBe(413)
  expect(answer.data.error.code).toBeTruthy()
})

test('a broken batch is refused as a whole, a bad request in a good batch for itself', async () => {
  const before = await count()
  expectRefusal(await app.as('agent').post(`${WORK_ORDERS}/$batch`, { requests: 'none' }), 'requests is no array')
  expectRefusal(await app.as('agent').post(`${WORK_ORDERS}/$batch`, '--x\r\nnonsense', { headers: { 'content-type': 'multipart/mixed;boundary=x' } }), 'broken multipart')
  const { data } = await app.as('agent').post(`${WORK_ORDERS}/$batch`, {
    requests: [
      { id: '1', method: 'GET', url: 'WorkOrders?$top=1' },
      { id: '2', method: 'GET', url: 'WorkOrders?$filter=nonsense eq 1' },
      { id: '3', method: 'POST', url: 'intake', headers: { 'content-type': 'application/json' }, body: { ...good, serialNumber: 'NO-SUCH' } }
    ]
  })
  expect(data.responses.map((r: { status: number }) => r.status)).toEqual([200, 400, 422])
  expect(await count()).toBe(before)
})
