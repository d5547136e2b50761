import cds from '@sap/cds'
import { type HostErp } from '../host-erp/start'
import { anonymous, issue, PATHS, reservation, signedIn } from '../host-erp/client'
import { inTurn } from '../../srv/turns'
import { startApp, takeOrder } from '../setup/app'
import { startHost } from '../setup/host'

const PARTS = '/odata/v4/spare-parts'
const SERVICE = 'aftersales.SparePartsService'
const app = startApp()
const host = startHost(app)
const db = () => cds.entities('aftersales')
const QUANTITIES = ['unrestricted', 'blocked', 'reserved', 'claimed', 'available', 'onOrder', 'inTransit']
const ids: Record<string, string> = {}

beforeAll(async () => {
  (cds.env.requires as Record<string, any>).spareParts = { ...(cds.env.requires as Record<string, any>).spareParts, look: 0, stockFreshness: 0 }
  for (const { ID, number } of await cds.db.run(SELECT.from(db().Products).columns('ID', 'number'))) ids[number] = ID
})

const refresh = (part: string, user = 'parts') => app.as(user).post(`${PARTS}/Parts(${ids[part]})/${SERVICE}.refreshStock`, {})
const availability = async (part: string, place: string, user = 'parts') => {
  const [plant, location] = place.split('/')
  const { data } = await app.as(user).get(`${PARTS}/Availability?$filter=part_ID eq ${ids[part]} and plant eq '${plant}' and storageLocation eq '${location}'`)
  return asNumbers(data.value[0])
}
const asNumbers = (row: Record<string, any>) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, QUANTITIES.includes(name) ? Number(value) : value])) as Record<string, any>

describe('stock', () => {
  test('is what the host has, less what it has promised to others', async () => {
    const session = await signedIn(host.erp())
    expect((await session.post(`${PATHS.reservations}/A_ReservationDocumentHeader`, reservation('somebody else'))).status).toBe(201)
    expect((await refresh('SP-1004')).status).toBe(200)
    expect(await availability('SP-1004', '1010/0001')).toMatchObject({ unrestricted: 40, reserved: 2, claimed: 0, available: 38, isStale: false })
  })

  test('does not count a reservation of ours twice', async () => {
    const { ID } = await host.submit('reservation.create', {
      costObject: { costCenter: '10101301' }, items: [{ material: 'SP-1004', plant: '1010', storageLocation: '0001', quantity: '3', unit: 'EA' }]
    })
    await host.until(ID, 'Confirmed')
    await refresh('SP-1004')
    expect(await availability('SP-1004', '1010/0001')).toMatchObject({ reserved: 2 })
  })

  test('never overwrites what has moved since the host was asked', async () => {
    const { reading } = cds.services['aftersales.HostErpService'] as unknown as { reading: { stock(where: object): Promise<unknown> } }
    const { stock } = reading
    let asked = 0
    reading.stock = async where => {
      const told = await stock(where)
      if (!asked++) {
        const session = await signedIn(host.erp())
        expect((await session.post(`${PATHS.movements}/A_MaterialDocumentHeader`, issue('moved'))).status).toBe(201)
        await inTurn(() => UPDATE(db().PartStocks).with({ unrestricted: { '-=': 1 }, version: { '+=': 1 } } as never).where({ part_ID: ids['SP-1004'], plant: '1010', storageLocation: '0001' }) as never)
      }
      return told
    }
    const { status } = await refresh('SP-1004').finally(() => { reading.stock = stock })
    expect([status, asked]).toEqual([200, 2])
    expect(await availability('SP-1004', '1010/0001')).toMatchObject({ unrestricted: 39 })
  })

  test('stands with its age when the host is away', async () => {
    await cds.db.run(UPDATE(db().PartStocks).with({ readAt: '2026-01-01T00:00:00.000Z' }).where({ part_ID: ids['SP-1004'] }))
    await host.faults({ rates: { unavailable: 1 }, applyTo: 'all' })
    expect((await refresh('SP-1004')).status).toBe(503)
    expect((await availability('SP-1004', '1010/0001')).ageSeconds).toBeGreaterThan(86_400)
  })

  test('of a place that nobody has described waits until somebody has; whose van it is is known', async () => {
    await cds.db.run(DELETE.from(db().StockPlaces).where({ plant: '1810' }))
    expect((await refresh('SP-1003')).status).toBe(200)
    const places = await cds.db.run(SELECT.from(db().StockPlaces).columns('storageLocation', 'kind_code', 'technician.number as technician', 'isActive').where({ plant: '1810' }).orderBy('storageLocation'))
    expect(places).toMatchObject([
      { storageLocation: '0001', kind_code: 'warehouse', technician: null, isActive: false }, { storageLocation: '0002', isActive: false },
      { storageLocation: 'V009', kind_code: 'van', technician: 'T-1009', isActive: false }
    ])
  })
})

describe('who promises pieces while the host is away', () => {
  const reserve = async (part: string) => {
    const workOrder_ID = await takeOrder(app, { serialNumber: 'MON-2041-0007', symptom: 'No power' })
    return app.as('parts').post(`${PARTS}/reserve`, { workOrder_ID, part_ID: ids[part], quantity: 1, plant: '1010', storageLocation: '0001' })
  }

  test('goes by the last figures, and is refused where nothing at all is known', async () => {
    await host.faults({ rates: { unavailable: 1 }, applyTo: 'all' })
    expect((await reserve('SP-1004')).status).toBe(200)
    expect(await reserve('SP-4001')).toMatchObject({ status: 503, data: { error: { code: 'HOST_UNAVAILABLE' } } })
  })

  test('does not wait for a host that is silent', async () => {
    const requires = cds.env.requires as Record<string, any>
    requires.spareParts = { ...requires.spareParts, stockPatience: 200 }
    await host.faults({ latency: { ms: 3000 }, applyTo: 'all' })
    const started = Date.now()
    expect((await reserve('SP-1004')).status).toBe(200)
    expect(Date.now() - started).toBeLessThan(2500)
    requires.spareParts = { ...requires.spareParts, stockPatience: 3000 }
  })

  test('has figures of the moment once it is back, without asking for them', async () => {
    await new Promise(resolve => setTimeout(resolve, 300))
    expect((await reserve('SP-4001')).status).toBe(200)
    expect(await availability('SP-4001', '1010/0001')).toMatchObject({ unrestricted: 40, claimed: 1, available: 39 })
  })
})

describe('a part for an order', () => {
  let order: string
  beforeAll(async () => {
    order = await takeOrder(app, { serialNumber: 'MON-2041-0007', symptom: 'Sensor broken' })
    await refresh('SP-1001')
    await refresh('SP-1011')
  })

  const ask = async (part: string, quantity = 1, user = 'parts') =>
    app.as(user).get(`${PARTS}/availabilityFor(workOrder_ID=${order},part_ID=${ids[part]},quantity=${quantity})`)

  test('is offered from the place from which it comes first', async () => {
    const { status, data } = await ask('SP-1001')
    expect(status).toBe(200)
    expect(data.part.places[0]).toMatchObject({ plant: '1010', source_code: 'stock' })
    expect(data.earliestAt).toBe(data.part.expectedAt)
    const dates = data.part.places.map((place: any) => place.expectedAt)
    expect(dates).toEqual([...dates].sort())
  })

  test('that no place has takes as long as its supplier', async () => {
    const { data } = await ask('SP-1001', 5000)
    expect(data.part.places[0].source_code).toBe('purchase')
    expect(Date.parse(data.part.expectedAt)).toBeGreaterThan(Date.now() + 5 * 86_400_000)
  })

  test('comes with the parts that can take its place', async () => {
    await cds.db.run(INSERT.into(db().Substitutes).entries({ ID: cds.utils.uuid(), part_ID: ids['SP-1001'], substitute_ID: ids['SP-1011'], kind_code: 'alternative' }))
    const { data } = await ask('SP-1001')
    expect(data.substitutes).toMatchObject([{ number: 'SP-1011', places: expect.arrayContaining([expect.objectContaining({ plant: '1010' })]) }])
  })

  test('that is replaced knows its successor from the host', async () => {
    await refresh('SP-1012')
    expect((await ask('SP-1012')).data.successor).toMatchObject({ number: 'SP-1002' })
  })

  test('of somebody else is no business of a technician', async () => {
    expect((await ask('SP-1001', 1, 'technician')).status).toBe(404)
  })
})

test('what is on order counts with its date', async () => {
  const erp: HostErp = host.erp()
  const session = await signedIn(erp)
  const { data, status } = await session.post(`${PATHS.requisitions}/A_PurchaseRequisitionHeader`, {
    PurchaseRequisitionType: 'NB', to_PurchaseReqnItem: [{ PurchaseRequisitionItem: '00010', Material: 'SP-3001', Plant: '1010', StorageLocation: '0001', RequestedQuantity: '7', DeliveryDate: '/Date(4102444800000)/' }]
  })
  expect([status, data]).toMatchObject([201, {}])
  await refresh('SP-3001')
  expect(await availability('SP-3001', '1010/0001')).toMatchObject({ onOrder: 7, onOrderDate: '2100-01-01' })
  expect((await anonymous(erp).get('/__about')).status).toBe(200)
})
