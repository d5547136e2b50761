import cds from '@sap/cds'
import { errorOf, startApp } from '../setup/app'
import { bringToCheck, capaCalls, insertNotification, passDays, QUALITY, READY, type Row } from '../setup/capa'

const app = startApp()
const capa = capaCalls(app)

const { raise } = capa
const verify = (ID: string, passed: boolean, user = 'qm') => capa.on(ID, 'verifyEffectiveness', { passed, evidence: 'Counted on 90 days', credential: user }, user)

describe('the effectiveness check', () => {
  test('is frozen by the implementation, whatever the way somebody tries to change it', async () => {
    const ID = await raise()
    await bringToCheck(app, ID)
    const [check] = await capa.rows(ID, 'checks')
    const ways = [
      () => capa.on(ID, 'defineCheck', { criterion: 'Softer', measure_code: 'manual', limit: 9, windowDays: 1 }),
      () => app.as('quality').patch(`${QUALITY}/EffectivenessChecks(${check.ID})`, { limit: 9 }),
      () => app.as('quality').put(`${QUALITY}/EffectivenessChecks(${check.ID})`, { limit: 9 }),
      () => app.as('quality').delete(`${QUALITY}/EffectivenessChecks(${check.ID})`),
      () => app.as('quality').post(`${QUALITY}/EffectivenessChecks`, { capa_ID: ID, cycle: 1, limit: 9 }),
      () => app.as('quality').post(`${capa.path(ID)}/checks`, { cycle: 1, limit: 9 }),
      () => app.as('quality').patch(`${capa.path(ID)}/checks(${check.ID})`, { limit: 9 }),
      () => capa.change(ID, { checks: [{ ID: check.ID, limit: 9 }] }),
      () => capa.change(ID, { checks: [] }),
      () => app.as('quality').put(capa.path(ID), { title: 'Put', checks: [] })
    ]
    const answers = []
    for (const way of ways) answers.push((await way()).status)
    await app.as('quality').post(`${capa.path(ID)}/aftersales.QualityService.draftEdit`, {})
    answers.push((await app.as('quality').patch(capa.path(ID, false), { checks: [] })).status, (await app.as('quality').post(`${capa.path(ID, false)}/checks`, { limit: 9 })).status)
    await app.as('quality').post(`${capa.path(ID, false)}/aftersales.QualityService.draftActivate`, {})
    expect(answers.filter(status => status >= 500)).toEqual([])
    expect(await capa.rows(ID, 'checks')).toEqual([check])
    expect(await capa.read(ID)).toMatchObject({ phase_code: 'EffectivenessCheck', cycle: 1 })
    expect((await capa.rows(ID, 'actions')).map(row => row.status_code)).toEqual(['TSCO'])
  })

  test('waits for its window and counts the same failures from notifications and finished orders', async () => {
    const notification = await insertNotification({ model: 'TEST-2', defect: 'QM-E/1' })
    const ID = await raise([notification])
    await bringToCheck(app, ID)
    expect(errorOf(await verify(ID, true))).toMatchObject({ status: 422, code: 'CAPA_WINDOW_OPEN' })
    expect(errorOf(await verify(ID, false))).toMatchObject({ status: 422, code: 'CAPA_WINDOW_OPEN' })
    await passDays(ID, '2026-09-01', '2026-10-31')
    const at = { model: 'TEST-2', createdAt: '2026-10-05T08:00:00Z', eventDate: '2026-10-04' }
    const same = await insertNotification({ ...at, defect: 'QM-E/1' })
    await insertNotification({ ...at, defect: 'QM-E/2' })
    await insertNotification({ ...at, eventDate: '2026-11-05', defect: 'QM-E/1' })
    await insertNotification({ ...at, model: 'TEST-3', defect: 'QM-E/1' })
    const order = await finishedOrder('TEST-2', 'SENSOR', '2026-10-20T10:00:00Z')
    await finishedOrder('TEST-2', 'BATTERY', '2026-10-20T10:00:00Z')
    await finishedOrder('TEST-2', 'SENSOR', '2026-08-20T10:00:00Z')
    await capa.on(ID, 'measureEffect')
    const [check] = await capa.rows(ID, 'checks?$expand=failures')
    expect(check).toMatchObject({ sampleSeen: 2, passed: null })
    expect(Number(check.measured)).toBe(2)
    expect(check.failures.map((row: Row) => [row.notification_ID, row.workOrder_ID, row.happenedOn, row.matchedBy_code])).toEqual(
      expect.arrayContaining([[same, null, '2026-10-04', 'defect'], [null, order, '2026-10-20', 'fault']])
    )
    expect(errorOf(await verify(ID, true))).toMatchObject({ status: 422, code: 'CAPA_EFFECT_NOT_PROVEN' })
    expect((await verify(ID, false)).data).toMatchObject({ phase_code: 'RiskAssessed', cycle: 2, rootCause: null, verification: null })
  })

  test('needs the sample besides the window; failing does not', async () => {
    const ID = await raise([await insertNotification({ model: 'TEST-4' })])
    await bringToCheck(app, ID, { check: { sample: 2, measure_code: 'repeatRate', limit: 60 } })
    await passDays(ID, '2026-09-01', '2026-10-31')
    await finishedOrder('TEST-4', 'BATTERY', '2026-09-20T10:00:00Z')
    expect(errorOf(await verify(ID, true))).toMatchObject({ status: 422, code: 'CAPA_SAMPLE_OPEN', message: expect.stringContaining('1 of 2') })
    await finishedOrder('TEST-4', 'SENSOR', '2026-11-10T10:00:00Z')
    const { data } = await verify(ID, true)
    expect(data).toMatchObject({ phase_code: 'Closed', closedBy: 'qm', isOpen: false })
    expect(Number((await capa.rows(ID, 'checks'))[0].measured)).toBe(50)
  })

  test('of what only a person can measure waits for the figure', async () => {
    const ID = await raise()
    await bringToCheck(app, ID, { check: { measure_code: 'manual', limit: 2 } })
    await passDays(ID, '2026-09-01', '2026-10-31')
    expect(errorOf(await verify(ID, true))).toMatchObject({ status: 422, code: 'CAPA_NOT_MEASURED' })
    expect((await capa.on(ID, 'measureEffect', { measured: 3, sampleSeen: 50 })).status).toBe(200)
    expect((await verify(ID, true)).data.error.code).toBe('CAPA_EFFECT_NOT_PROVEN')
    await capa.on(ID, 'measureEffect', { measured: 1, sampleSeen: 50 })
    expect((await verify(ID, true)).data.phase_code).toBe('Closed')
  })

  test('that is not passed begins a new cycle, whose own check has to pass, and the old one stays readable', async () => {
    const ID = await raise([await insertNotification({ model: 'TEST-5' })])
    await bringToCheck(app, ID)
    await passDays(ID, '2026-09-01', '2026-10-31')
    expect((await verify(ID, false)).data).toMatchObject({ phase_code: 'RiskAssessed', cycle: 2 })
    expect((await capa.on(ID, 'confirmRootCause')).data.error.code).toBe('CAPA_ROOT_CAUSE_MISSING')
    const [old] = await capa.rows(ID, 'actions')
    expect((await capa.onAction(old.ID, 'confirmSuccess')).data.error.code).toBe('CAPA_CYCLE_ENDED')
    await bringToCheck(app, ID)
    await passDays(ID, '2026-09-01', '2026-10-31')
    expect((await verify(ID, true)).data).toMatchObject({ phase_code: 'Closed', cycle: 2 })
    expect(await capa.rows(ID, 'cycles?$orderby=cycle')).toMatchObject([
      { cycle: 1, passed: false, rootCause: 'The seal becomes brittle', riskNumber: 160, verifiedBy: 'quality' }, { cycle: 2, passed: true, implementedBy: 'quality' }
    ])
    expect((await capa.rows(ID, 'checks?$orderby=cycle')).map(row => [row.cycle, row.passed, row.decidedBy])).toEqual([[1, false, 'qm'], [2, true, 'qm']])
    expect((await capa.rows(ID, 'signatures?$orderby=signedAt')).map(row => [row.meaning_code, row.isBroken])).toEqual([
      ['verified', false], ['effectivenessVerified', false], ['verified', false], ['effectivenessVerified', false]
    ])
  })
})

describe('who judges the effect', () => {
  test('has not owned the case, and has neither owned nor completed an action of it, now or before', async () => {
    const ID = await raise()
    await capa.change(ID, { ...READY, owner: 'first' })
    const { data: action } = await capa.on(ID, 'addAction', { kind_code: 'containment', text: 'Block', owner: 'worker', dueDate: '2026-12-01' })
    await capa.onAction(action.ID, 'release')
    await capa.onAction(action.ID, 'change', { owner: 'other' })
    await capa.onAction(action.ID, 'complete', { result: 'Blocked' }, 'qm')
    await capa.on(ID, 'contain')
    await capa.change(ID, { owner: 'quality' })
    await capa.on(ID, 'assessRisk')
    await bringToCheck(app, ID)
    await passDays(ID, '2026-09-01', '2026-10-31')
    for (const approver of ['first', 'quality', 'worker', ' Worker', 'other', 'quality2', 'QM'])
      expect([approver, errorOf(await capa.change(ID, { approver }))]).toMatchObject([approver, { status: 422, code: 'CAPA_APPROVER_NOT_FREE', target: 'approver' }])
    expect(errorOf(await verify(ID, true))).toMatchObject({ status: 403, code: 'CAPA_APPROVER_INVOLVED' })
    expect((await verify(ID, true, 'quality')).status).toBe(403)
    expect((await verify(ID, true, 'qm2')).data.phase_code).toBe('Closed')
  })

  test('is the one who was named for it', async () => {
    const ID = await raise()
    await bringToCheck(app, ID)
    await passDays(ID, '2026-09-01', '2026-10-31')
    await capa.change(ID, { approver: 'qm2' })
    expect(errorOf(await verify(ID, true))).toMatchObject({ status: 403, code: 'CAPA_OTHER_APPROVER' })
    expect((await verify(ID, true, 'qm2')).data.phase_code).toBe('Closed')
  })
})

let orders = 0
/** An order of the model that came in then and is done. */
async function finishedOrder(model: string, faultCategory_code: string, receivedAt: string): Promise<string> {
  const ID = cds.utils.uuid()
  await cds.db.run(INSERT.into('aftersales.WorkOrders').entries({ ID, number: `WO-T${String(++orders).padStart(5, '0')}`, intakeKey: ID, status_code: 'Closed', isOpen: false, model, faultCategory_code, receivedAt, completedAt: receivedAt }))
  return ID
}
