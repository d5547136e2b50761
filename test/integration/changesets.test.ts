import { startApp } from '../setup/app'

const app = startApp()
const PARTS = '/odata/v4/spare-parts'

/** Its requests run at once in one transaction; two of these ask the host before it is open. */
const changeset = async (...parts: [method: string, url: string, body?: object][]) => {
  const requests = parts.map(([method, url, body], i) => ({ id: String(i), method, url, headers: { 'content-type': 'application/json' }, atomicityGroup: 'g1', ...(body && { body }) }))
  const { status, data } = await app.as('parts').post(`${PARTS}/$batch`, { requests }, { timeout: 15_000 })
  return [status, ...data.responses.map((response: { status: number }) => response.status)]
}

test('a changeset in which one request asks the host while another one writes is answered, whichever comes first', async () => {
  const { data: { value: [{ ID }] } } = await app.as('parts').get(`${PARTS}/Reservations?$top=1&$filter=state_code ne 'Released'`)
  const step = (name: string): [string, string, object] => ['POST', `Reservations(ID=${ID})/aftersales.SparePartsService.${name}`, {}]
  const [look, ask, write] = [['GET', 'Reservations?$top=1'] as [string, string], step('requisition'), step('release')]
  for (const requests of [[look, ask], [ask, ask], [ask, write, write], [write, ask], [ask, look]]) {
    const [status, ...answers] = await changeset(...requests)
    expect([status, ...answers.filter(answer => answer >= 500)]).toEqual([200])
  }
  expect((await app.as('parts').get(`${PARTS}/Reservations?$top=1`, { timeout: 15_000 })).status).toBe(200)
})

test('an object where a key is a text is the caller\'s to mend', async () => {
  const { status } = await app.as('parts').post(`${PARTS}/StockPlaces`, { plant: { deep: { deeper: [1] } }, storageLocation: '1' })
  expect(status).toBe(400)
})
