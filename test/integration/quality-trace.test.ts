import cds from '@sap/cds'
import { trendRound } from '../../srv/quality/trends/round'
import { mondayOf, weekNumber } from '../../srv/quality/trends/weeks'
import { learnBatches } from '../../srv/quality/trace/learning'
import { inTurn } from '../../srv/turns'
import { errorOf, startApp } from '../setup/app'
import { partID } from '../setup/parts'

jest.setTimeout(180_000)

const app = startApp()
const QUALITY = '/odata/v4/quality'
const quality = () => app.as('quality')
const run = (query: unknown) => cds.db.run(query as never) as Promise<any>
const BATCH = 'B2602-114'

/** Notifications as they stand in the database, without the ways that lead to them. */
let last = 0
async function notified(rows: Record<string, unknown>[]): Promise<string[]> {
  const entries = rows.map(row => ({ ID: cds.utils.uuid(), number: `QN-T${String(++last).padStart(5, '0')}`, type_code: 'Q1', status_code: 'OSNO', shortText: 'SpO2 sensor shows no value', ...row }))
  await inTurn(() => run(INSERT.into('aftersales.QualityNotifications').entries(entries as never)))
  return entries.map(({ ID }) => ID)
}
const equipment = async (serialNumber: string) => (await run(SELECT.one.from('aftersales.Equipment').where({ serialNumber }))) as { ID: string }
const orderOf = async (number: string) => (await run(SELECT.one.from('aftersales.WorkOrders').columns('ID').where({ number }))) as { ID: string }

describe('who else has it', () => {
  const holders = async (query: string, user = 'quality') => app.as(user).get(`${QUALITY}/BatchHolders?${query}`)

  test('is answered for a batch with customer, site, dates and what is open there', async () => {
    const part_ID = await partID('SP-1001')
    const { data } = await holders(`$count=true&$orderby=fittedAt&$filter=part_ID eq ${part_ID} and batch eq '${BATCH}'`)
    expect(data['@odata.count']).toBe(6)
    expect(data.value.map((row: any) => row.serialNumber)).toEqual(['MON-2041-0007', 'MON-2041-0015', 'MON-2041-0021', 'MON-2041-0030', 'MON-2041-0093', 'MON-2041-0051'])
    expect(new Set(data.value.map((row: any) => row.customerName)).size).toBe(6)
    expect(data.value[3]).toMatchObject({ isFitted: false, removedAt: expect.stringContaining('2026-08-27'), siteName: 'Privatklinik Seefeldpark', partNumber: 'SP-1001' })
    expect(data.value[0]).toMatchObject({ isFitted: true, fittedByNumber: 'WO-S00026', openOrders: expect.any(Number), openNotifications: expect.any(Number) })
    const { ID } = await equipment('MON-2041-0007')
    const [{ count }] = await run(SELECT.from('aftersales.WorkOrders').columns('count(*) as count' as never).where({ equipment_ID: ID, isOpen: true }))
    expect(data.value[0].openOrders).toBe(Number(count))
  })

  test('is answered from a notification, page by page', async () => {
    const part_ID = await partID('SP-1001')
    const before = (await holders(`$filter=part_ID eq ${part_ID} and serialNumber eq 'MON-2041-0051'`)).data.value[0].openNotifications
    const [ID] = await notified([{ part_ID, batch: BATCH, equipment_ID: (await equipment('MON-2041-0051')).ID }])
    const path = `${QUALITY}/QualityNotifications(ID=${ID},IsActiveEntity=true)/batchHolders`
    const first = (await quality().get(`${path}?$orderby=fittedAt&$top=4&$count=true`)).data, second = (await quality().get(`${path}?$orderby=fittedAt&$top=4&$skip=4`)).data
    expect([first['@odata.count'], first.value.length, second.value.length]).toEqual([6, 4, 2])
    expect(second.value[1]).toMatchObject({ serialNumber: 'MON-2041-0051', openNotifications: before + 1 })
  })

  test('is for quality and auditors only', async () => {
    for (const user of ['quality', 'qm', 'auditor']) expect([user, (await holders('$top=1', user)).status]).toEqual([user, 200])
    for (const user of ['agent', 'technician', 'parts', 'controller', 'admin']) {
      expect([user, (await holders('$top=1', user)).status, (await app.as(user).get(`${QUALITY}/trace(kind='supplier',supplier='0017300001')`)).status]).toEqual([user, 403, 403])
      for (const path of ['TrendSeries', 'TrendSignals', 'TrendPoints', 'PartBatches']) expect([user, path, (await app.as(user).get(`${QUALITY}/${path}?$top=1`)).status]).toEqual([user, path, 403])
    }
  })
})

describe('a trace', () => {
  const trace = async (parameters: string) => (await quality().get(`${QUALITY}/trace(${parameters})`)).data
  const titles = (found: any, kind: string) => found.nodes.filter((node: any) => node.kind === kind).map((node: any) => node.title).sort()
  let order: string, notification: string, capa: string, part_ID: string

  beforeAll(async () => {
    part_ID = await partID('SP-1001')
    order = (await orderOf('WO-S00044')).ID
    ;[notification] = await notified([{ part_ID, batch: BATCH, workOrder_ID: order, equipment_ID: (await equipment('MON-2041-0051')).ID, supplier: '0017300001' }])
    const made = await quality().post(`${QUALITY}/QualityNotifications(ID=${notification},IsActiveEntity=true)/aftersales.QualityService.raiseCapa`, { title: 'Sensors fail early' })
    capa = (await run(SELECT.one.from('aftersales.CapaNotifications').columns('capa_ID').where({ notification_ID: notification })))?.capa_ID
    expect([made.status, Boolean(capa)]).toEqual([200, true])
  })

  test.each(['order', 'notification', 'capa', 'batch', 'supplier'])('that begins at the %s comes to all the others and to every holder of the batch', async kind => {
    const begin: Record<string, string> = {
      order: `ID=${order}`, notification: `ID=${notification}`, capa: `ID=${capa}`, batch: `part_ID=${part_ID},batch='${BATCH}'`, supplier: `supplier='0017300001'`
    }
    const found = await trace(`kind='${kind}',${begin[kind]}`)
    expect(titles(found, 'order')).toContain('WO-S00044')
    expect(found.nodes.map((node: any) => node.ID)).toEqual(expect.arrayContaining([order, notification, capa]))
    expect(titles(found, 'batch')).toContain(BATCH)
    expect(titles(found, 'supplier')).toContain('0017300001')
    expect(titles(found, 'equipment')).toEqual(expect.arrayContaining(['MON-2041-0007', 'MON-2041-0015', 'MON-2041-0021', 'MON-2041-0030', 'MON-2041-0093', 'MON-2041-0051']))
    expect(found.nodes[0]).toMatchObject({ kind, depth: 0 })
    expect(found.isCut).toBe(false)
    const ids = new Set(found.nodes.map((node: any) => node.id))
    expect(found.edges.filter((edge: any) => !ids.has(edge.source) || !ids.has(edge.target))).toEqual([])
    expect(found.edges).toEqual(expect.arrayContaining([
      { source: `order:${order}`, target: `notification:${notification}`, kind: 'raised' }, { source: `capa:${capa}`, target: `notification:${notification}`, kind: 'treats' },
      { source: `notification:${notification}`, target: `batch:${part_ID}/${BATCH}`, kind: 'about' }, { source: 'supplier:0017300001', target: `batch:${part_ID}/${BATCH}`, kind: 'delivered' },
      { source: `order:${order}`, target: `batch:${part_ID}/${BATCH}`, kind: 'fitted' }
    ]))
  })

  test('that begins at a piece of equipment or a serial number finds its parts', async () => {
    const { ID } = await equipment('MON-2041-0015')
    expect(titles(await trace(`kind='equipment',ID=${ID}`), 'equipment')).toContain('MON-2041-0051')
    const serial = await trace(`kind='serial',serialNumber='SN-0418-2231'`)
    expect([titles(serial, 'serial'), titles(serial, 'equipment'), serial.holders]).toEqual([['SN-0418-2231'], ['MOD-2041-0081'], 1])
  })

  test('says when it draws less than there is', async () => {
    const found = await trace(`kind='batch',part_ID=${part_ID},batch='${BATCH}',top=2`)
    expect([found.holders, found.shown, found.isCut]).toEqual([6, 2, true])
    expect(found.edges.filter((edge: any) => edge.kind === 'contained')).toEqual([])
  })

  test('says what is missing, and what there is not', async () => {
    const refused = async (parameters: string) => errorOf(await quality().get(`${QUALITY}/trace(${parameters})`))
    expect(await refused(`kind='batch',part_ID=${part_ID}`)).toMatchObject({ status: 400, code: 'TRACE_START_MISSING', target: 'batch' })
    expect(await refused(`kind='moon',ID=${order}`)).toMatchObject({ status: 400, code: 'TRACE_KIND_UNKNOWN' })
    expect(await refused(`kind='order',ID=${cds.utils.uuid()}`)).toMatchObject({ status: 404, code: 'TRACE_START_UNKNOWN' })
  })

  test('learns who delivered a batch from returns and from the only supplier', async () => {
    const other = await partID('SP-1005'), { ID: equipment_ID } = await equipment('MON-2041-0015')
    await run(DELETE.from('aftersales.PartSupplies').where({ part_ID: { in: [other, part_ID] } }))
    await run(INSERT.into('aftersales.PartSupplies').entries([{ part_ID: other, plant: '1010', supplier: '0017300002' }, { part_ID: other, plant: '1110', supplier: '0017300002' }]))
    await run(INSERT.into('aftersales.FittedParts').entries([{ equipment_ID, part_ID: other, batch: 'T1', quantity: 1 }, { equipment_ID, part_ID, batch: 'T2', quantity: 1 }]))
    await run(INSERT.into('aftersales.WarrantyReturns').entries({ part_ID, batch: 'T2', supplier: '0017300009', quantity: 1, number: 'WR-T1' }))
    await inTurn(learnBatches)
    const known = async (batch: string) => (await quality().get(`${QUALITY}/PartBatches?$filter=batch eq '${batch}'`)).data.value
    expect([await known('T1'), await known('T2')]).toMatchObject([[{ supplier: '0017300002', source_code: 'onlySupplier' }], [{ supplier: '0017300009', source_code: 'return' }]])
    expect(await known(BATCH)).toMatchObject([{ source_code: 'goodsReceipt' }])
    expect(await inTurn(learnBatches)).toBe(0)
    const told = await quality().post(`${QUALITY}/PartBatches`, { part_ID: other, batch: 'T3', supplier: '0017300008' })
    expect([told.status, told.data]).toMatchObject([201, { source_code: 'person' }])
    expect((await quality().post(`${QUALITY}/PartBatches`, {})).status).toBe(400)
  })
})

describe('a trend', () => {
  const MODEL = 'TREND-1'
  const now = weekNumber(new Date().toISOString())
  const series = async () => (await quality().get(`${QUALITY}/TrendSeries(dimension_code='model',value='${MODEL}')?$expand=lastSignal`)).data
  const signals = async () => (await quality().get(`${QUALITY}/TrendSignals?$filter=dimension_code eq 'model' and value eq '${MODEL}'&$orderby=number`)).data.value
  const act = (ID: string, name: string, data: object, user = 'quality') => app.as(user).post(`${QUALITY}/TrendSignals(${ID})/aftersales.QualityService.${name}`, data)

  beforeAll(async () => {
    // One notification every other week for two years, then four a week.
    const rows = Array.from({ length: 104 }, (_, i) => now - 104 + i).flatMap((week, i) => Array.from({ length: i >= 100 ? 4 : i % 2 }, () => ({ model: MODEL, reportedOn: mondayOf(week) })))
    await notified(rows)
    await trendRound.ask()
  })

  test('is signalled once, with what was seen and expected, and drawn with its limits', async () => {
    const [signal, ...others] = await signals()
    expect(others).toEqual([])
    expect(signal).toMatchObject({ method: 'u-chart', state_code: 'New', number: expect.stringMatching(/^TS-\d{6}$/) })
    expect(signal.count).toBeGreaterThanOrEqual(4)
    expect(Number(signal.expected)).toBeLessThan(signal.count / 3)
    expect(await series()).toMatchObject({ state_code: 'Raised', count: 4, week: mondayOf(now - 1), lastSignal: { number: signal.number } })
    const points = (await quality().get(`${QUALITY}/TrendSignals(${signal.ID})/points?$orderby=week`)).data.value
    expect(points.length).toBe(104)
    expect(points.filter((point: any) => point.isSignal).map((point: any) => point.week)).toEqual([signal.week])
    expect(points[0]).toMatchObject({ statistic: null, upper: null })
    expect(Number(points.at(-1).rate)).toBeGreaterThan(4 * Number(points.at(-1).center))
    expect(Number(points.at(-1).upper)).toBeGreaterThan(Number(points.at(-1).center))
    await trendRound.ask()
    expect(await signals()).toEqual([signal])
  })

  test('of other series stays within its limits', async () => {
    const { data } = await quality().get(`${QUALITY}/TrendSeries?$filter=state_code eq 'Raised' and dimension_code eq 'model'`)
    expect(data.value.map((row: any) => row.value)).toEqual([MODEL])
  })

  test('that somebody dismisses is over, with a reason, once', async () => {
    const [{ ID, number }] = await signals()
    expect((await act(ID, 'dismiss', { reason: 'x' }, 'auditor')).status).toBe(403)
    expect(errorOf(await act(ID, 'dismiss', { reason: ' ' }))).toMatchObject({ status: 400, target: 'reason' })
    expect((await act(ID, 'dismiss', { reason: 'Told twice by the same customer' })).data).toMatchObject({ state_code: 'Dismissed', decidedBy: 'quality' })
    expect(errorOf(await act(ID, 'dismiss', { reason: 'again' }))).toMatchObject({ status: 409, message: `Signal ${number} has been decided by quality already.` })
    expect((await act(ID, 'accept', {})).status).toBe(409)
    await trendRound.ask()
    expect((await signals()).length).toBe(1)
  })

  test('that somebody accepts becomes a case with the notifications behind it', async () => {
    const [first] = await signals()
    await run(UPDATE('aftersales.TrendSignals').with({ state_code: 'New', decidedBy: null, decidedAt: null } as never).where({ ID: first.ID }))
    const { status, data } = await act(first.ID, 'accept', { title: 'Sensors fail more often' }, 'qm')
    expect([status, data]).toMatchObject([200, { title: 'Sensors fail more often' }])
    expect((await signals())[0]).toMatchObject({ state_code: 'Accepted', capa_ID: data.ID, decidedBy: 'qm' })
    const links = await run(SELECT.from('aftersales.CapaNotifications').columns('notification.model as model' as never).where({ capa_ID: data.ID }))
    expect([links.length, new Set(links.map((link: any) => link.model))]).toEqual([first.count + 4 * (now - 1 - weekNumber(first.week)), new Set([MODEL])])
  })

  test('is counted by part, site, supplier and functional location as well', async () => {
    const part_ID = await partID('SP-1003'), { ID: equipment_ID } = await equipment('VEN-3107-0020')
    await notified([{ part_ID, equipment_ID, supplier: '0017300077', reportedOn: mondayOf(now - 2) }])
    await trendRound.ask()
    const found = async (dimension: string, value: string) => (await quality().get(`${QUALITY}/TrendSeries?$filter=dimension_code eq '${dimension}' and value eq '${value}'`)).data.value[0]
    expect(await found('part', part_ID)).toMatchObject({ title: expect.stringContaining('SP-1003'), part_ID })
    expect(await found('supplier', '0017300077')).toMatchObject({ yearCount: 1, exposure: expect.anything() })
    expect(Number((await found('site', 'Klinikum Elbufer')).exposure)).toBe(4)
    expect(await found('location', 'STG-ER-01')).toBeTruthy()
  })
})
