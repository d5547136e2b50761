import cds from '@sap/cds'
import { errorOf, MASTER_DATA, startApp } from '../setup/app'
import { startHost } from '../setup/host'
import { replicationOf } from '../setup/replication'

jest.setTimeout(120_000)

const app = startApp()
const host = startHost(app)
const { settings, start, load, ended, act, read, rejects, replica, change, until } = replicationOf(app, host)

const active = async (entity: string) => (await read(`${entity}?$filter=isActive eq true&$count=true&$top=0`))['@odata.count']
const runs = 'aftersales.ReplicationRuns'

afterEach(() => settings({}))

describe('a full load that can not be trusted', () => {
  test('deactivates nobody when the host suddenly has no customers', async () => {
    expect(await load('customers')).toMatchObject({ state_code: 'Finished' })
    const before = await active('Customers')
    const { value } = await read("Customers?$select=number&$top=50")
    for (const { number } of value) await change('A_BusinessPartner', { BusinessPartner: number }, { Customer: '' })
    const run = await load('customers')
    expect(run).toMatchObject({ state_code: 'Failed', errorCode: 'TOO_MANY_MISSING', read: 0, deactivated: 0 })
    expect(run.error).toContain('Nothing was deactivated')
    expect(await active('Customers')).toBe(before)
    for (const { number } of value) await change('A_BusinessPartner', { BusinessPartner: number }, { Customer: number })
  })

  test('goes on when a person allows it by the setting', async () => {
    expect(await load('products')).toMatchObject({ state_code: 'Finished' })
    const { value } = await read('Products?$select=number&$top=50')
    for (const { number } of value.slice(0, 12)) await change('A_Product', { Product: number }, 'delete')
    const { ID } = await load('products')
    settings({ mostMissing: 1 })
    expect((await act(ID, 'resume')).status).toBe(200)
    expect(await ended(ID)).toMatchObject({ state_code: 'Finished', deactivated: 12, errorCode: null })
  })

  test('leaves equipment alone that never came from the host', async () => {
    await cds.tx({ user: cds.User.privileged } as never, (() => INSERT.into('aftersales.Equipment').entries({ number: 'OLD-7', serialNumber: 'OLD-7', name: 'From the history' })) as never)
    expect(await load('equipment')).toMatchObject({ state_code: 'Finished', deactivated: 0 })
    expect(await replica('Equipment', 'OLD-7')).toMatchObject({ isActive: true })
  })
})

describe('a run', () => {
  test('gets through failures of the host that pass', async () => {
    await host.faults({ seed: 7, rates: { unavailable: 0.2, dropBefore: 0.1, internalError: 0.1 }, applyTo: 'all' })
    settings({ maxFailures: 20 })
    expect(await load('equipment')).toMatchObject({ state_code: 'Finished', read: 43, deactivated: 0 })
  })

  test('fails with the words of the host when it stays away, and continues where it stood', async () => {
    settings({ pageSize: 10, firstDelay: 10, longestDelay: 20, maxFailures: 3 })
    await host.faults({ latency: { ms: 100, jitter: 0 }, applyTo: 'all' })
    const { data: { ID } } = await start('equipment')
    await until(() => read(`ReplicationRuns(${ID})`), run => run.read > 0)
    await host.faults({ rates: { unavailable: 1 }, applyTo: 'all' })
    const failed = await ended(ID)
    expect(failed).toMatchObject({ state_code: 'Failed', deactivated: 0 })
    expect([failed.errorCode, failed.error]).toEqual([expect.any(String), expect.any(String)])
    expect(failed.position).toBeTruthy()
    await host.faults({})
    // The host is asked again only after a moment when it has been away.
    await new Promise(resolve => setTimeout(resolve, 400))
    expect((await act(ID, 'resume')).status).toBe(200)
    expect(await ended(ID)).toMatchObject({ state_code: 'Finished', read: 43, errorCode: null, error: null })
  })

  test('whose process died is taken over from its position, and no page counts twice', async () => {
    settings({ pageSize: 10, lease: 300 })
    const { ID } = await load('equipment')
    const { value } = await read('Equipment?$select=number&$orderby=number&$top=20&$filter=replicatedAt ne null')
    const position = value.at(-1).number
    await cds.tx({ user: cds.User.privileged } as never, (() => UPDATE(runs).with({
      state_code: 'Running', claim: 'equipment', holder: cds.utils.uuid(), position, read: 20, expected: 43, mode_code: 'delta', touchedAt: new Date(Date.now() - 60_000).toISOString(), finishedAt: null
    } as never).where({ ID })) as never)
    expect(await ended(ID)).toMatchObject({ state_code: 'Finished', read: 43 })
  })

  test('that was taken over writes nothing any more', async () => {
    settings({ pageSize: 10 })
    await host.faults({ latency: { ms: 300, jitter: 0 }, applyTo: 'all' })
    await change('Equipment', { Equipment: '10400001', ValidityEndDate: '9999-12-31' }, { EquipmentName: 'Not to be written' })
    const { data: { ID } } = await start('equipment')
    await new Promise(resolve => setTimeout(resolve, 100))
    await cds.tx({ user: cds.User.privileged } as never, (() => UPDATE(runs).with({ holder: cds.utils.uuid() } as never).where({ ID })) as never)
    await new Promise(resolve => setTimeout(resolve, 900))
    expect(await read(`ReplicationRuns(${ID})`)).toMatchObject({ state_code: 'Running', read: 0 })
    expect((await replica('Equipment', '10400001')).name).not.toBe('Not to be written')
    await act(ID, 'cancel')
  })

  test('for changes starts by itself when the last one is old enough, on one instance', async () => {
    await load('customers')
    await cds.tx({ user: cds.User.privileged } as never, (() => INSERT.into(runs).entries({
      ID: 'aaaaaaaa-0000-4000-8000-000000000001', object_code: 'customers', mode_code: 'delta', state_code: 'Finished', changesUntil: '2020-01-01T00:00:00Z',
      startedAt: '2020-01-01T00:00:00Z', finishedAt: '2020-01-01T00:00:01Z', rejects: [{ number: '1', code: 'NAME_MISSING' }]
    })) as never)
    settings({ every: 200 })
    await change('A_BusinessPartner', { BusinessPartner: '0010000106' }, { BusinessPartnerFullName: 'By Schedule' })
    await until(() => replica('Customers', '0010000106'), ({ name }) => name === 'By Schedule')
    settings({})
    const { value } = await read("ReplicationRuns?$filter=mode_code eq 'delta' and startedBy eq 'replication'")
    expect(value.length).toBeGreaterThan(0)
    // Old runs end with it, and their rejects.
    expect((await read('ReplicationRuns?$filter=startedAt lt 2021-01-01T00:00:00Z')).value).toEqual([])
    expect(await rejects('aaaaaaaa-0000-4000-8000-000000000001')).toEqual([])
  })
})

describe('stock', () => {
  const stock = (user: string, material: string, plant?: string) => app.as(user).get(`${MASTER_DATA}/stock(material='${material}',plant=${plant ? `'${plant}'` : 'null'})`)
  const requests = async () => (await fetch(`${host.erp().url}/__counters`).then(answer => answer.json()) as { requests: number }).requests

  /** What scheduled runs of the tests before still ask for has come to its end. */
  const quiet = async (): Promise<number> => {
    const before = await requests()
    await new Promise(resolve => setTimeout(resolve, 300))
    return (await requests()) === before ? before : quiet()
  }

  test('is read live with its age, by those who need it', async () => {
    const { status, data } = await stock('parts', 'SP-1004', '1010')
    expect(status).toBe(200)
    expect(data.value).toEqual(expect.arrayContaining([expect.objectContaining({ plant: '1010', storageLocation: '0001', stockType: 'unrestricted', unit: 'EA', batch: null })]))
    expect(data.value[0]).toMatchObject({ quantity: '40', ageSeconds: 0 })
    expect(Date.now() - Date.parse(data.value[0].readAt)).toBeLessThan(10_000)
    expect((await stock('controller', 'SP-1004', '1010')).status).toBe(403)
  })

  test('is asked for once by many at the same time and within its freshness', async () => {
    const before = await quiet()
    const answers = await Promise.all(Array.from({ length: 10 }, () => stock('parts', 'SP-1002', '1010')))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    await stock('parts', 'SP-1002', '1010')
    expect((await requests()) - before).toBe(1)
  })

  test('is said to be unavailable when the host is down, never shown from before', async () => {
    const requires = cds.env.requires as Record<string, any>
    requires.S4HANA.stockFreshness = 50
    await stock('parts', 'SP-1001', '1010')
    await new Promise(resolve => setTimeout(resolve, 100))
    await host.faults({ rates: { unavailable: 1 }, applyTo: 'all' })
    expect(errorOf(await stock('parts', 'SP-1001', '1010'))).toMatchObject({ status: 503, code: 'HOST_UNAVAILABLE' })
  })
})
