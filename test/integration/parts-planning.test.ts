import cds from '@sap/cds'
import { calculateNext, findUnforecast, isCalculationDue } from '../../srv/spare-parts/forecasts/calculating'
import { planningRound } from '../../srv/spare-parts/planning-round'
import { isLearningDue, learnNext, noteAllRepairs } from '../../srv/spare-parts/usual-parts/keeping'
import { inTurn } from '../../srv/turns'
import { errorOf, startApp, takeOrder } from '../setup/app'
import { startHost } from '../setup/host'
import { partID, SPARE_PARTS } from '../setup/parts'

jest.setTimeout(180_000)

const app = startApp()
const host = startHost(app)
const parts = () => app.as('parts')
const run = (query: unknown) => cds.db.run(query as never) as Promise<any>
const scan = async (code: string, language = 'en') =>
  (await app.as('technician').get(`${SPARE_PARTS}/scan(code='${encodeURIComponent(code.replaceAll("'", "''"))}')`, { headers: { 'Accept-Language': language } })).data

describe('a scanned code', () => {
  const GS = '\u001d'

  test('finds the part by its trade item number, with batch, serial number and expiry', async () => {
    expect(await scan(`]d20109520000010010` + `17301231` + `10B7${GS}21SN-1`)).toMatchObject({
      isRead: true, number: 'SP-1001', gtin: '09520000010010', batch: 'B7', serialNumber: 'SN-1', expiresOn: '2030-12-31', notices: []
    })
    expect(await scan('9520000010010')).toMatchObject({ number: 'SP-1001', unit: 'EA' })
    expect(await scan('SP-1001', 'zh_CN')).toMatchObject({ number: 'SP-1001', name: (await scan('9520000010010', 'zh_CN')).name })
  })

  test('warns of parts that have expired and of batches and serial numbers that are missing', async () => {
    const codes = async (code: string) => (await scan(code)).notices.map((notice: { code: string }) => notice.code)
    expect(await codes('(01)09520000010010(17)200131')).toEqual(['SCAN_EXPIRED'])
    expect(await codes('9520000020026')).toEqual(['SCAN_BATCH_MISSING'])
    expect(await codes('9520000010058')).toEqual(['SCAN_SERIAL_MISSING'])
  })

  test('says in the reader’s language what is wrong with it', async () => {
    expect(await scan('(01)09520000010011')).toMatchObject({
      isRead: false, notices: [{ code: 'SCAN_CHECK_DIGIT_WRONG', criticality: 1, text: 'The check digit of 09520000010011 is wrong. Compare the number with the label.' }]
    })
    expect((await scan('NO-SUCH-PART', 'zh_CN')).notices).toEqual([{ code: 'SCAN_PART_UNKNOWN', criticality: 1, text: '没有编号为 NO-SUCH-PART 的备件。请按名称查找，或请备件计划员维护该编号。' }])
  })
})

describe('usual parts', () => {
  /** Repairs of a fault and model that are done, the first of which used parts. */
  async function repairs(model: string, faultCategory_code: string, used: Record<string, number>[], count: number): Promise<void> {
    await run(UPDATE('aftersales.WorkOrders').with({ model: 'OTHER' } as never).where({ model, faultCategory_code }))
    const orders: { ID: string }[] = await run(SELECT.from('aftersales.WorkOrders').columns('ID').where({ model: { '!=': model } } as never).orderBy('number').limit(count))
    const done = { model, faultCategory_code, status_code: 'Closed', completedAt: '2026-05-01T10:00:00.000Z' }
    await run(UPDATE('aftersales.WorkOrders').with(done as never).where({ ID: { in: orders.map(({ ID }) => ID) } } as never))
    for (const [index, parts] of used.entries()) {
      for (const [part, quantity] of Object.entries(parts)) {
        const row = { workOrder_ID: orders[index].ID, part_ID: await partID(part), quantity, issuedQuantity: quantity, consumedQuantity: quantity, state_code: 'Consumed' }
        await run(INSERT.into('aftersales.Reservations').entries(row))
      }
    }
  }
  const learn = async () => { while (await inTurn(isLearningDue)) await inTurn(learnNext) }
  const usual = async (part: string) => run(SELECT.one.from('aftersales.UsualParts').where({ model: 'DF-50', faultCategory_code: 'NOPOWER', part_ID: await partID(part) }))

  test('are learnt from repairs that are done', async () => {
    await repairs('DF-50', 'NOPOWER', [{ 'SP-1002': 1 }, { 'SP-1002': 2, 'SP-1004': 1 }, { 'SP-1002': 2 }], 4)
    await inTurn(noteAllRepairs)
    await learn()
    expect(await usual('SP-1002')).toMatchObject({ repairs: 4, repairsWithPart: 3, share: 75, isManual: false })
    expect(Number((await usual('SP-1002')).quantity)).toBe(2)
    expect(await usual('SP-1004')).toMatchObject({ repairsWithPart: 1, share: 25 })
  })

  test('that a person has set keep their quantity, and their place when nobody uses them', async () => {
    const part_ID = await partID('SP-1005')
    const wanted = { model: 'DF-50', faultCategory_code: 'NOPOWER', part_ID, quantity: 3, IsActiveEntity: true }
    const made = await parts().post(`${SPARE_PARTS}/UsualParts`, wanted)
    expect([made.status, made.data]).toMatchObject([201, { isManual: true }])
    await inTurn(noteAllRepairs)
    await learn()
    expect(await usual('SP-1005')).toMatchObject({ isManual: true, repairs: 4, share: 0 })
    expect((await app.as('technician').post(`${SPARE_PARTS}/UsualParts`, { ...wanted, part_ID: await partID('SP-1003') })).status).toBe(403)
  })

  test('are proposed for an order before the rest of the host’s bill of material, with what is there', async () => {
    const { serialNumber } = (await run(SELECT.one.from('aftersales.Equipment').where({ model: 'DF-50', isActive: true }))) as { serialNumber: string }
    const workOrder_ID = await takeOrder(app, { serialNumber, symptom: 'No power, will not turn on' })
    await run(UPDATE('aftersales.WorkOrders').with({ faultCategory_code: 'NOPOWER' } as never).where({ ID: workOrder_ID }))
    await run(INSERT.into('aftersales.Reservations').entries({ workOrder_ID, part_ID: await partID('SP-1004'), quantity: 1 }))
    const { data } = await parts().get(`${SPARE_PARTS}/proposedParts(workOrder_ID=${workOrder_ID})`)
    const found = data.value.map(({ number, origin_code, isProposed, needed }: Record<string, unknown>) => [number, origin_code, isProposed, Number(needed)])
    expect(found).toEqual([['SP-1002', 'usual', true, 0], ['SP-1005', 'usual', true, 0], ['SP-1004', 'usual', false, 1]])
    expect(data.value[0]).toMatchObject({ share: 75, repairs: 4, uses: 3, position: expect.any(String) })
    expect(errorOf(await app.as('technician').get(`${SPARE_PARTS}/proposedParts(workOrder_ID=${workOrder_ID})`)).status).toBe(403)
  })

  test('stand beside the bill of material, which stays known while the host is away', async () => {
    const { serialNumber } = (await run(SELECT.one.from('aftersales.Equipment').where({ model: 'HX-210', isActive: true }))) as { serialNumber: string }
    const workOrder_ID = await takeOrder(app, { serialNumber, symptom: 'Oil leak' })
    const asked = async () => {
      const { data } = await parts().get(`${SPARE_PARTS}/proposedParts(workOrder_ID=${workOrder_ID})`)
      return data.value.map(({ number }: { number: string }) => number).sort()
    }
    expect(await asked()).toEqual(['SP-2001', 'SP-2002'])
    await host.faults({ rates: { unavailable: 1 }, applyTo: 'all' })
    expect(await asked()).toEqual(['SP-2001', 'SP-2002'])
  })
})

describe('forecasts', () => {
  const months = (count: number) => Array.from({ length: count }, (_, back) => {
    const day = new Date()
    return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - count + back, 1)).toISOString().slice(0, 10)
  })
  const path = (ID: string, action = '') => `${SPARE_PARTS}/PartForecasts(${ID})${action && `/aftersales.SparePartsService.${action}`}`

  /** Four pieces a month for three years at a place of which the mirror knows nothing. */
  beforeAll(async () => {
    const part_ID = await partID('SP-3001')
    for (const entity of ['PartDemands', 'PartMovements', 'StockTransfers']) await run(DELETE.from(`aftersales.${entity}`))
    await run(DELETE.from('aftersales.PartForecasts'))
    await run(INSERT.into('aftersales.PartDemands').entries(months(36).map(month => ({ part_ID, plant: '1810', storageLocation: '0001', month, quantity: 4 }))))
    await run(DELETE.from('aftersales.PartStocks').where({ part_ID }))
    await run(DELETE.from('aftersales.PartSupplies').where({ part_ID }))
  })
  const forecast = async () => (await run(SELECT.one.from('aftersales.PartForecasts').where({ plant: '1810', part_ID: await partID('SP-3001') }))) as Record<string, any>

  test('are calculated once a night, with their months and what should be ordered', async () => {
    expect(await inTurn(findUnforecast)).toBe(1)
    expect(await inTurn(findUnforecast)).toBe(0)
    await inTurn(calculateNext)
    expect(await inTurn(isCalculationDue)).toBe(false)
    const { ID, method_code, ...figures } = await forecast()
    expect(method_code).toBe('tsb')
    expect([figures.monthlyDemand, figures.reorderPoint, figures.proposedQuantity, figures.months].map(Number)).toEqual([4, 4, 12, 36])
    const { data } = await parts().get(`${path(ID)}?$expand=points($orderby=month)`)
    expect(data.points).toHaveLength(27)
    expect(data.points.at(-1)).toMatchObject({ isFuture: true, demand: null })
    expect(data.reasons.split('\n')[0]).toBe('The method of Teunter, Syntetos and Babai expects 4 a month.')
    expect(data).not.toHaveProperty('facts')
    const chinese = await parts().get(path(ID), { headers: { 'Accept-Language': 'zh_CN' } })
    expect(chinese.data.reasons).toContain('可用 0，在途 0；再订货点为 4。')
  })

  test('follow what the ledger says was issued and not given back', async () => {
    const { ID } = await forecast()
    const [part_ID, at] = [await partID('SP-3001'), `${months(1)[0].slice(0, 7)}-15T12:00:00.000Z`]
    const line = (kind_code: string, quantity: number) => ({ part_ID, plant: '1810', storageLocation: '0001', kind_code, quantity, at })
    await run(INSERT.into('aftersales.PartMovements').entries([line('Issued', 12), line('Returned', 2), line('Claimed', 50)]))
    expect((await parts().post(path(ID, 'recalculate'), {})).status).toBe(200)
    const last = await run(SELECT.one.from('aftersales.PartForecastPoints').where({ forecast_ID: ID, isFuture: false }).orderBy('month desc'))
    expect(Number(last.demand)).toBe(14)
  })

  test('count what is there and on its way', async () => {
    const { ID } = await forecast()
    const figures = { unrestricted: 60, claimed: 2, onOrder: 5, onOrderPromised: 1 }
    await run(INSERT.into('aftersales.PartStocks').entries({ part_ID: await partID('SP-3001'), plant: '1810', storageLocation: '0001', ...figures }))
    const { data } = await parts().post(path(ID, 'recalculate'), {})
    expect([data.available, data.onOrder, data.proposedQuantity].map(Number)).toEqual([58, 4, 0])
  })

  test('are all calculated anew in the background when a planner asks', async () => {
    await run(UPDATE('aftersales.PartForecasts').with({ calculatedAt: null } as never).where({ plant: '1810' }))
    expect((await parts().post(`${SPARE_PARTS}/recalculateForecasts`, {})).data.value).toBe(1)
    await planningRound.start()
    expect((await forecast()).calculatedAt).toBeTruthy()
    expect((await parts().post(`${SPARE_PARTS}/learnUsualParts`, {})).data.value).toBeGreaterThan(10)
    await planningRound.start()
    expect(await inTurn(isLearningDue)).toBe(false)
  })

  test('are for people who plan: others read them at most', async () => {
    const { ID } = await forecast()
    expect((await app.as('controller').get(path(ID))).status).toBe(200)
    expect((await app.as('technician').get(path(ID))).status).toBe(403)
    expect((await app.as('auditor').post(path(ID, 'recalculate'), {})).status).toBe(403)
    expect((await app.as('dispatcher').post(`${SPARE_PARTS}/recalculateForecasts`, {})).status).toBe(403)
  })
})
