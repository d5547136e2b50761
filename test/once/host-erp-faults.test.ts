import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { AxiosInstance } from 'axios'
import { documents, errorOf, issue, PATHS, reservation, signedIn } from '../host-erp/client'
import { startHostErp } from '../host-erp/start'
import { host, plain, post, reserve, session, useStandIn } from '../setup/stand-in'

jest.setTimeout(120_000)

useStandIn()
afterEach(() => plain.delete('/__faults'))

const faults = async (wanted: object) => expect((await plain.put('/__faults', wanted)).status).toBe(200)

describe('faults of the stand-in', () => {
  test('a connection dropped before the commit leaves no document, one dropped after leaves exactly one', async () => {
    await faults({ next: ['dropBefore', 'dropAfter'] })
    await expect(post(issue('DROP-1'))).rejects.toThrow()
    expect(await documents(host, 'DROP-1')).toHaveLength(0)
    await expect(post(issue('DROP-1'))).rejects.toThrow()
    expect(await documents(host, 'DROP-1')).toHaveLength(1)
  })

  test('a request delivered twice makes two documents', async () => {
    await faults({ next: ['duplicate'] })
    expect((await post(issue('TWICE'))).status).toBe(201)
    expect(await documents(host, 'TWICE')).toHaveLength(2)
  })

  test('a caller that breaks off a request which is delivered twice does not end the host', async () => {
    await faults({ next: ['duplicate'] })
    const { pathname, hostname, port } = new URL(`${host.url}${PATHS.reservations}/A_ReservationDocumentHeader`)
    const { common } = session.defaults.headers
    const headers = { 'x-csrf-token': String(common['x-csrf-token']), cookie: common.cookie as unknown as string[], 'content-type': 'application/json', 'content-length': '1000' }
    const auth = `${host.auth.username}:${host.auth.password}`
    const request = http.request({ hostname, port, path: pathname, method: 'POST', auth, headers }).on('error', () => {})
    request.write('{"half":')
    await wait(200)
    request.destroy()
    await wait(200)
    expect((await reserve('ALIVE')).status).toBe(201)
  })

  test('an expired token is refused, and a fresh one works', async () => {
    const client = await signedIn(host)
    await faults({ next: ['expiredToken'] })
    const create = (by: AxiosInstance) => by.post(`${PATHS.reservations}/A_ReservationDocumentHeader`, reservation('TOKEN'))
    const { status, headers } = await create(client)
    expect([status, headers['x-csrf-token']]).toEqual([403, 'Required'])
    expect((await create(client)).status).toBe(403)
    expect((await create(await signedIn(host))).status).toBe(201)
  })

  test('500, 503 with Retry-After and broken JSON look as they do in life', async () => {
    await faults({ next: ['internalError', 'unavailable', 'wrongJson'], retryAfter: 7 })
    expect(errorOf(await post(issue('ODD')))).toMatchObject({ status: 500, code: 'SY/530' })
    const unavailable = await post(issue('ODD'))
    expect([unavailable.status, unavailable.headers['retry-after']]).toEqual([503, '7'])
    const broken = await post(issue('ODD'))
    expect([broken.status, typeof broken.data]).toEqual([201, 'string'])
    expect(await documents(host, 'ODD')).toHaveLength(1)
  })

  test('a material that another user holds is refused until it is released', async () => {
    await faults({ locks: [{ object: 'SP-1004', user: 'MMUELLER' }] })
    expect(errorOf(await post(issue('LOCK')))).toEqual({ status: 400, code: 'M3/024', text: 'Valuation data for material SP-1004 is locked by the user MMUELLER' })
    await plain.delete('/__faults')
    expect((await post(issue('LOCK'))).status).toBe(201)
  })

  test('the same seed makes the same faults', async () => {
    const outcomes = async () => {
      await faults({ seed: 42, rates: { internalError: 0.3, unavailable: 0.3 } })
      const statuses = []
      for (let i = 0; i < 20; i++) statuses.push((await reserve('SEED')).status)
      return statuses
    }
    const first = await outcomes()
    expect(new Set(first)).toEqual(new Set([201, 500, 503]))
    expect(await outcomes()).toEqual(first)
  })

  test('answers take as long as they are told to', async () => {
    await faults({ latency: { ms: 150 } })
    const from = performance.now()
    await session.get(`${PATHS.products}/A_Product?$top=1`)
    expect(performance.now() - from).toBeGreaterThanOrEqual(149)
  })

  test('a fault that does not exist is refused', async () => {
    expect((await plain.put('/__faults', { rates: { earthquake: 1 } })).status).toBe(400)
    expect((await plain.put('/__faults', { rates: { dropAfter: 0.8, hang: 0.8 } })).status).toBe(400)
  })
})

test('documents of a stand-in with a file outlive its restart, and a reset removes them', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'host-erp-'))
  const database = path.join(folder, 'host.sqlite')
  let own = await startHostErp({ database })
  try {
    const first = await (await signedIn(own)).post(`${PATHS.reservations}/A_ReservationDocumentHeader`, reservation('KEEP'))
    await own.stop()
    own = await startHostErp({ database })
    const client = await signedIn(own)
    expect((await client.get(`${PATHS.reservations}/A_ReservationDocumentHeader('${first.data.d.Reservation}')`)).status).toBe(200)
    const second = await client.post(`${PATHS.reservations}/A_ReservationDocumentHeader`, reservation('KEEP'))
    expect(Number(second.data.d.Reservation)).toBe(Number(first.data.d.Reservation) + 1)
    await client.post('/__reset')
    expect((await client.get('/__documents')).data.count).toBe(0)
  } finally {
    await own.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
})
