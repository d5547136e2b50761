import { generateKeyPairSync } from 'node:crypto'
import cds from '@sap/cds'
import axios from 'axios'
import { startApp, WORK_ORDERS } from '../setup/app'
import { startKeyServer, type KeyServer } from '../setup/key-server'

let xsuaa: KeyServer
const requires = cds.env.requires as Record<string, any>
beforeAll(async () => {
  xsuaa = await startKeyServer()
  requires.auth = { kind: 'xsuaa', credentials: xsuaa.credentials }
})
const app = startApp()
afterAll(() => xsuaa.stop())

const FINANCE = '/odata/v4/finance'
const ask = (token: string | undefined, path = `${WORK_ORDERS}/WorkOrders?$top=1`, body?: object) =>
  axios.request({ baseURL: app.url(), url: path, method: body ? 'POST' : 'GET', data: body, headers: token === undefined ? {} : { authorization: `Bearer ${token}` }, validateStatus: () => true })
const status = async (...args: Parameters<KeyServer['token']>) => (await ask(xsuaa.token(...args))).status
const now = () => Math.floor(Date.now() / 1000)

test('a token signed with a key of the tenant opens what its scopes allow, and nothing else', async () => {
  expect((await ask(xsuaa.token(['Auditor']))).data.value).toHaveLength(1)
  expect((await ask(xsuaa.token(['Auditor']), `${WORK_ORDERS}/intake`, { channel_code: 'phone', serialNumber: 'LAT-0420-1105', symptom: 'noise' })).status).toBe(403)
  expect(await status([])).toBe(403)
  expect(await status(['CostReader'])).toBe(403)
  expect(xsuaa.asked()).toBeGreaterThan(0)
})

test('scopes of another application open nothing', async () => {
  expect(await status([], { payload: { scope: ['other-app!t9.Admin', 'Admin.', 'cap-after-sales.Admin'] } })).toBe(403)
})

test('without a token, or with something else in its place, nobody comes in', async () => {
  expect((await ask(undefined)).status).toBe(401)
  for (const token of ['', 'x', 'a.b.c', `${xsuaa.token(['Admin']).split('.')[0]}..`]) expect((await ask(token)).status).toBe(401)
  const basic = await axios.get(`${app.url()}${WORK_ORDERS}/WorkOrders`, { auth: { username: 'admin', password: '' }, validateStatus: () => true })
  expect(basic.status).toBe(401)
})

test('a token that is over, or not yet valid, is refused', async () => {
  expect(await status(['Admin'], { payload: { exp: now() - 120 } })).toBe(401)
  expect(await status(['Admin'], { payload: { nbf: now() + 600 } })).toBe(401)
})

test('a token for somebody else is refused', async () => {
  expect(await status(['Admin'], { payload: { aud: ['another-app!t2'], cid: 'sb-another-app!t2', azp: 'sb-another-app!t2', scope: ['another-app!t2.Admin'] } })).toBe(401)
})

test('a token of a zone that the application is not subscribed in is refused', async () => {
  expect(await status(['Admin'], { payload: { zid: '00000000-aaaa-bbbb-cccc-000000000000' } })).toBe(401)
})

test('a token that another issuer signed is refused, whatever name and address of keys it carries', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  expect(await status(['Admin'], { key: privateKey })).toBe(401)
  expect(await status(['Admin'], { key: privateKey, payload: { iss: 'https://evil.test/oauth/token' }, header: { jku: 'https://evil.test/token_keys' } })).toBe(401)
  expect(await status(['Admin'], { key: privateKey, header: { kid: 'unknown' } })).toBe(401)
  expect(await status(['Admin'], { key: privateKey, header: { kid: undefined } })).toBe(401)
  expect(await status(['Admin'], { key: privateKey, header: { jwk: publicKey.export({ format: 'jwk' }) } })).toBe(401)
})

test('a token whose signature proves nothing is refused: made with the public key as a password, or left out', async () => {
  expect(await status(['Admin'], { header: { alg: 'HS256' }, hmac: true })).toBe(401)
  for (const alg of ['none', 'None', 'NONE', '']) expect(await status(['Admin'], { header: { alg }, unsigned: true })).toBe(401)
  expect(await status(['Admin'], { unsigned: true })).toBe(401)
})

test('a token that was changed on its way is refused', async () => {
  const [header, payload, signature] = xsuaa.token(['Auditor']).split('.')
  const more = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), scope: ['cap-after-sales!t1.Admin'] }
  expect((await ask([header, Buffer.from(JSON.stringify(more)).toString('base64url'), signature].join('.'))).status).toBe(401)
  expect((await ask([header, payload, signature.slice(0, -4) + 'AAAA'].join('.'))).status).toBe(401)
  expect((await ask([header, payload, signature].join('.'))).status).toBe(200)
})

test('a technician is who the sign-in says, by user_name, and sees the own orders', async () => {
  const own = await ask(xsuaa.token(['Technician']), `${WORK_ORDERS}/WorkOrders?$select=ID,technician_ID&$expand=technician($select=userId)&$top=200`)
  expect(own.data.value.length).toBeGreaterThan(0)
  expect(new Set(own.data.value.map((order: { technician: { userId: string } }) => order.technician.userId))).toEqual(new Set(['technician']))
  const other = await ask(xsuaa.token(['Technician'], { payload: { user_name: 'nobody-we-know', email: 'technician' } }), `${WORK_ORDERS}/WorkOrders?$top=1`)
  expect([other.status, other.data.value]).toEqual([200, []])
})

test('attributes of the role collection and the name of the person reach the rules', async () => {
  const service = await cds.connect.to('aftersales.WorkOrderService')
  const seen: unknown[] = []
  service.prepend(() => service.before('READ', 'Channels', req => { seen.push({ id: req.user.id, ...req.user.attr }) }))
  await ask(xsuaa.token(['Auditor'], { payload: { user_name: 'ana', 'xs.user.attributes': { plant: ['1010', '1110'], serviceArea: ['DE-SOUTH'] } } }), `${WORK_ORDERS}/Channels?$top=1`)
  expect(seen).toEqual([expect.objectContaining({ id: 'ana', plant: ['1010', '1110'], serviceArea: ['DE-SOUTH'], givenName: 'Marta', familyName: 'Keller' })])
})

test('a system with a client of its own pulls costs, and nothing else', async () => {
  const token = xsuaa.token(['CostReader'], { payload: { grant_type: 'client_credentials', cid: 'sb-ledger!t5', azp: 'sb-ledger!t5', client_id: 'sb-ledger!t5', user_name: undefined, email: undefined, given_name: undefined, family_name: undefined } })
  expect((await ask(token, `${FINANCE}/RepairCosts?$top=1`)).status).toBe(200)
  expect((await ask(token, `${FINANCE}/CostPostings?$top=1`)).status).toBe(403)
  expect((await ask(token)).status).toBe(403)
})

test('nobody becomes a system or an inner user by a scope of that name', async () => {
  const service = await cds.connect.to('aftersales.WorkOrderService')
  const seen: boolean[] = []
  service.prepend(() => service.before('READ', 'Priorities', req => { seen.push(req.user.is('internal-user'), req.user.is('system-user')) }))
  await ask(xsuaa.token(['Auditor', 'internal-user', 'system-user']), `${WORK_ORDERS}/Priorities?$top=1`)
  expect(seen).toEqual([false, false])
})
