import cds from '@sap/cds'
import { errorOf, startApp } from '../setup/app'
import { capaCalls, insertNotification, QUALITY, READY, type Row } from '../setup/capa'

const app = startApp()
const capa = capaCalls(app)

const { raise } = capa
const codesOf = (data: Row) => (data.error.details ?? [data.error]).map(({ code, target }: Row) => [code, target])
const bringTo = async (phase: string, ID: string) => {
  await capa.change(ID, READY)
  for (const [step, reached] of [['contain', 'Contained'], ['assessRisk', 'RiskAssessed']]) {
    expect((await capa.on(ID, step)).data.phase_code).toBe(reached)
    if (reached === phase) return
  }
}

describe('a CAPA case', () => {
  test('is raised from many notifications at once, numbered, linked both ways and owned by who raised it', async () => {
    const [one, two] = [await insertNotification(), await insertNotification({ faultCategory_code: 'BATTERY' })]
    const ID = await raise([one, two])
    expect(await capa.read(ID)).toMatchObject({
      number: expect.stringMatching(/^CA-\d{6}$/), phase_code: 'Initiated', cycle: 1, owner: 'quality', model: 'TEST-1', faultCategory_code: null, isOpen: true, problem: expect.stringContaining('Sensor reads nothing')
    })
    expect((await capa.rows(ID, 'notifications')).map(row => row.notification_ID).sort()).toEqual([one, two].sort())
    const { data } = await app.as('quality').get(`${QUALITY}/QualityNotifications(ID=${one},IsActiveEntity=true)/capas`)
    expect(data.value).toMatchObject([{ capa_ID: ID }])
  })

  test('is raised from one notification with its text as title, and only once by two people', async () => {
    const notification = await insertNotification()
    const url = `${QUALITY}/QualityNotifications(ID=${notification},IsActiveEntity=true)/aftersales.QualityService.raiseCapa`
    const answers = await Promise.all(['quality', 'quality2', 'qm'].map(user => app.as(user).post(url, {})))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(answers.find(({ status }) => status === 200)!.data).toMatchObject({ title: 'Sensor reads nothing' })
  })

  test('takes further notifications later, and gives them back until its effect is frozen', async () => {
    const ID = await raise()
    const later = await insertNotification()
    expect((await capa.on(ID, 'addNotification', { notification_ID: later })).status).toBe(200)
    expect((await capa.on(ID, 'addNotification', { notification_ID: later })).data.error.code).toBe('CAPA_NOTIFICATION_LINKED')
    expect((await capa.create('Another', [later])).data.error.code).toBe('CAPA_NOTIFICATION_IN_CASE')
    expect((await capa.on(ID, 'removeNotification', { notification_ID: later })).status).toBe(200)
    expect((await capa.on(ID, 'removeNotification', { notification_ID: later })).status).toBe(404)
    expect((await capa.rows(ID, 'events?$orderby=sequence')).map(row => row.type_code)).toEqual(['Raised', 'NotificationAdded', 'NotificationRemoved'])
  })

  test('is raised once from a trend signal, which is accepted by it', async () => {
    const signal = cds.utils.uuid()
    await cds.tx({ user: cds.User.privileged } as never, (() => INSERT.into('aftersales.TrendSignals').entries({ ID: signal, number: 'TS-T00001', dimension_code: 'model', value: 'TEST-1' })) as never)
    const answers = await Promise.all(['quality', 'qm'].map(user => capa.create('Sensors fail more often', [], user, { signal_ID: signal })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const { data } = answers.find(({ status }) => status === 200)!
    expect(await cds.db.run(SELECT.one.from('aftersales.TrendSignals').where({ ID: signal }))).toMatchObject({ capa_ID: data.ID, state_code: 'Accepted', decidedBy: data.owner })
    expect((await capa.create('From no signal', [], 'quality', { signal_ID: cds.utils.uuid() })).status).toBe(404)
  })

  test('comes about neither from nothing nor from what does not exist', async () => {
    expect((await capa.create('From nothing', [])).data.error.code).toBe('CAPA_NOTHING_TO_RAISE')
    expect((await capa.create('From nowhere', [cds.utils.uuid()])).status).toBe(404)
    expect((await capa.create(' ', [await insertNotification()])).status).toBe(400)
  })

  test('can be entered by hand, in a draft or directly, and what the system sets is not taken from the caller', async () => {
    const { status, data } = await app.as('quality').post(`${QUALITY}/CapaCases`, {
      title: 'Finding of an audit', phase_code: 'Closed', cycle: 7, number: 'CA-X', closedBy: 'qm', actions: [{ kind_code: 'corrective', text: 'Smuggled in' }]
    })
    expect(status).toBe(201)
    expect(data).toMatchObject({ phase_code: 'Initiated', cycle: 1, number: expect.stringMatching(/^CA-\d{6}$/), owner: 'quality', closedBy: null })
    const { data: draft } = await app.as('quality').post(`${QUALITY}/CapaCases/aftersales.QualityService.draftNew`, { title: 'Finding of an audit' })
    const { data: saved } = await app.as('quality').post(`${capa.path(draft.ID, false)}/aftersales.QualityService.draftActivate`, {})
    expect(saved).toMatchObject({ phase_code: 'Initiated', cycle: 1, number: expect.stringMatching(/^CA-\d{6}$/), owner: 'quality', title: 'Finding of an audit' })
    for (const { ID } of [data, saved]) {
      expect(await capa.rows(ID, 'actions')).toEqual([])
      expect(await capa.rows(ID, 'events')).toMatchObject([{ type_code: 'Raised' }])
      expect((await app.as('qm').delete(capa.path(ID))).status).toBe(405)
    }
  })
})

describe('the steps', () => {
  test('say all that is missing', async () => {
    const ID = await raise()
    const { status, data } = await capa.on(ID, 'contain')
    expect([status, codesOf(data)]).toEqual([422, [['CAPA_DUE_MISSING', 'dueDate'], ['CAPA_CONTAINMENT_MISSING', 'containment']]])
    await capa.change(ID, { dueDate: '2027-03-31', containment: 'Batch blocked' })
    await capa.on(ID, 'contain')
    expect(codesOf((await capa.on(ID, 'assessRisk')).data).map(([, target]: string[]) => target)).toEqual(['severity', 'occurrence', 'detection'])
    await capa.change(ID, { severity: 8, occurrence: 4, detection: 5 })
    expect(await capa.read(ID)).toMatchObject({ riskNumber: 160, riskLevel_code: 'unacceptable' })
    await capa.on(ID, 'assessRisk')
    expect(errorOf(await capa.on(ID, 'confirmRootCause'))).toMatchObject({ status: 422, code: 'CAPA_ROOT_CAUSE_MISSING', target: expect.stringContaining('causes') })
  })

  test('ask for evidence on the whole way up from the root cause', async () => {
    const ID = await raise()
    await bringTo('RiskAssessed', ID)
    const top = (await capa.on(ID, 'addCause', { branch_code: 'machine', answer: 'The sensor has no contact' })).data
    const below = (await capa.on(ID, 'addCause', { parent_ID: top.ID, answer: 'The plug corrodes', evidence: 'Photo of the plug' })).data
    expect(below).toMatchObject({ parent_ID: top.ID, branch_code: 'machine', position: 1, cycle: 1 })
    await capa.on(ID, 'markRootCause', { cause_ID: below.ID })
    expect(errorOf(await capa.on(ID, 'confirmRootCause'))).toMatchObject({ status: 422, code: 'CAPA_CHAIN_UNPROVEN', message: expect.stringContaining('The sensor has no contact') })
    await capa.on(ID, 'changeCause', { cause_ID: top.ID, evidence: 'Measured 2 MΩ' })
    await capa.on(ID, 'ruleOutCause', { cause_ID: top.ID })
    expect((await capa.on(ID, 'confirmRootCause')).data.error.code).toBe('CAPA_CHAIN_RULED_OUT')
    await capa.on(ID, 'ruleOutCause', { cause_ID: top.ID, isRuledOut: false })
    expect((await capa.on(ID, 'confirmRootCause')).data).toMatchObject({ phase_code: 'RootCauseFound', rootCause: 'The plug corrodes' })
    for (const [action, data] of [['addCause', { answer: 'Late' }], ['changeCause', { cause_ID: top.ID, answer: 'Late' }], ['moveCause', { cause_ID: below.ID }], ['removeCause', { cause_ID: top.ID }], ['markRootCause', { cause_ID: top.ID }]] as const) {
      expect([action, (await capa.on(ID, action, data)).status]).toEqual([action, 409])
    }
  })

  test('want a plan with a corrective action, an owner and a date for each, signed before it is carried out', async () => {
    const ID = await raise()
    await bringTo('RiskAssessed', ID)
    const { data: cause } = await capa.on(ID, 'addCause', { answer: 'Brittle seal', evidence: 'Report' })
    await capa.on(ID, 'markRootCause', { cause_ID: cause.ID })
    await capa.on(ID, 'confirmRootCause')
    const { data: correction } = await capa.on(ID, 'addAction', { kind_code: 'correction', text: 'Exchange the sensors' })
    expect(codesOf((await capa.on(ID, 'plan')).data).map(([code]: string[]) => code)).toEqual(['CAPA_CORRECTIVE_MISSING', 'CAPA_ACTION_OWNER_MISSING', 'CAPA_ACTION_DUE_MISSING'])
    await capa.onAction(correction.ID, 'change', { owner: 'parts', dueDate: '2027-01-10' })
    const { data: corrective } = await capa.on(ID, 'addAction', { kind_code: 'corrective', text: 'Another seal', owner: 'quality2', dueDate: '2027-02-01' })
    expect((await capa.onAction(corrective.ID, 'release')).status).toBe(409)
    expect((await capa.on(ID, 'plan')).data.phase_code).toBe('Planned')
    expect((await capa.on(ID, 'verify', { credential: 'quality' })).data.error.code).toBe('CAPA_VERIFICATION_MISSING')
    await capa.change(ID, { verification: 'No adverse effect found.' })
    expect([(await capa.on(ID, 'verify', {})).status, (await capa.on(ID, 'verify', { credential: 'wrong' })).status]).toEqual([422, 403])
    await capa.onAction(corrective.ID, 'release')
    expect((await capa.onAction(corrective.ID, 'complete', { result: 'Done too soon' }, 'quality2')).status).toBe(409)
    expect((await capa.on(ID, 'verify', { credential: 'quality' })).data.phase_code).toBe('Verified')
    expect((await capa.on(ID, 'implement')).data.error.details.map((each: Row) => each.code)).toEqual(['CAPA_ACTION_OPEN', 'CAPA_ACTION_OPEN', 'CAPA_CHECK_MISSING'])
    expect((await capa.on(ID, 'addAction', { kind_code: 'corrective', text: 'One more' })).status).toBe(409)
    await capa.onAction(correction.ID, 'release')
    const mine = (await app.as('parts').get(`${QUALITY}/CapaActions`)).data.value as Row[]
    expect(mine.filter(row => row.capa_ID === ID).map(row => row.ID)).toEqual([correction.ID])
    expect(new Set(mine.map(row => row.owner))).toEqual(new Set(['parts']))
    expect((await capa.onAction(corrective.ID, 'complete', { result: 'Not mine' }, 'parts')).status).toBe(403)
    expect((await capa.onAction(correction.ID, 'complete', { result: 'Exchanged 12' }, 'parts')).data).toMatchObject({ status_code: 'TSCO', completedBy: 'parts' })
    await capa.onAction(corrective.ID, 'complete', { result: 'In production' }, 'quality2')
    expect((await capa.onAction(corrective.ID, 'confirmSuccess')).data).toMatchObject({ status_code: 'TSSC', confirmedBy: 'quality' })
    await capa.on(ID, 'defineCheck', { criterion: 'No such failure', measure_code: 'repeatFailures', limit: 0, windowDays: 30 })
    expect((await capa.on(ID, 'implement')).data.phase_code).toBe('Implemented')
  })

  test('are taken once by two people, and by nobody while the case is edited', async () => {
    const ID = await raise()
    await capa.change(ID, READY)
    await app.as('quality2').post(`${capa.path(ID)}/aftersales.QualityService.draftEdit`, { PreserveChanges: true })
    expect((await capa.on(ID, 'contain')).status).toBe(423)
    await app.as('quality2').delete(capa.path(ID, false))
    const answers = await Promise.all(['quality', 'quality2', 'qm'].map(user => capa.on(ID, 'contain', {}, user)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect((await capa.rows(ID, 'events')).filter(row => row.type_code === 'Contained')).toHaveLength(1)
    expect((await capa.on(ID, 'plan')).data.error.code).toBe('CAPA_WRONG_STEP')
  })

  test('end with a reason while nothing is implemented yet, by the manager alone', async () => {
    const ID = await raise()
    expect((await capa.on(ID, 'cancelCase', { reason: 'Duplicate' })).status).toBe(403)
    expect((await capa.on(ID, 'cancelCase', { reason: ' ' }, 'qm')).status).toBe(400)
    const attach = () => app.as('quality').post(`${capa.path(ID)}/attachments`, { filename: 'seal.jpg', mimeType: 'image/jpeg' })
    const { data: photo } = await attach()
    expect((await capa.on(ID, 'cancelCase', { reason: 'Duplicate' }, 'qm')).data).toMatchObject({ phase_code: 'Cancelled', cancelReason: 'Duplicate', isOpen: false })
    const ways = [() => capa.change(ID, { title: 'Changed' }), () => capa.change(ID, { attachments: [] }), attach, () => app.as('quality').delete(`${capa.path(ID)}/attachments(up__ID=${ID},ID=${photo.ID},IsActiveEntity=true)`)]
    for (const way of ways) expect(errorOf(await way())).toMatchObject({ status: 409, code: 'CAPA_ENDED' })
    expect((await capa.rows(ID, 'attachments')).map(row => row.filename)).toEqual(['seal.jpg'])
    expect((await app.as('quality').post(`${capa.path(ID)}/aftersales.QualityService.draftEdit`, {})).status).toBe(409)
  })
})

describe('the cause tree', () => {
  test('moves answers without making a circle, keeps their order and is not endless', async () => {
    const ID = await raise()
    const add = async (answer: string, parent_ID?: string) => (await capa.on(ID, 'addCause', { answer, parent_ID })).data.ID as string
    const [a, b] = [await add('a'), await add('b')]
    const a1 = await add('a1', a)
    expect((await capa.on(ID, 'moveCause', { cause_ID: a, parent_ID: a1 })).data.error.code).toBe('CAPA_CAUSE_CYCLE')
    await capa.on(ID, 'moveCause', { cause_ID: b, parent_ID: a, position: 1 })
    const tree = await capa.rows(ID, 'causes?$orderby=position')
    expect(tree.filter(row => row.parent_ID === a).map(row => row.answer)).toEqual(['b', 'a1'])
    let deepest = a1
    for (let depth = 3; depth <= 10; depth++) deepest = await add(`depth ${depth}`, deepest)
    expect((await capa.on(ID, 'addCause', { answer: 'too deep', parent_ID: deepest })).data.error.code).toBe('CAPA_CAUSE_TOO_DEEP')
    expect((await capa.on(ID, 'addCause', { answer: 'of another case', parent_ID: (await capa.on(await raise(), 'addCause', { answer: 'x' })).data.ID })).status).toBe(404)
    await capa.on(ID, 'removeCause', { cause_ID: a })
    expect(await capa.rows(ID, 'causes')).toEqual([])
  })
})

describe('the header', () => {
  test('keeps what its phase has fixed', async () => {
    const ID = await raise()
    await bringTo('Contained', ID)
    expect(errorOf(await capa.change(ID, { dueDate: '2028-01-01' }))).toMatchObject({ status: 422, code: 'CAPA_DUE_FIXED', target: 'dueDate' })
    expect(errorOf(await capa.change(ID, { containment: 'Otherwise' }))).toMatchObject({ status: 422, code: 'CAPA_FIELD_FIXED', target: 'containment' })
    expect((await capa.change(ID, { owner: ' ' })).status).toBe(422)
    await capa.on(ID, 'assessRisk')
    expect((await capa.change(ID, { severity: null })).status).toBe(422)
    expect((await capa.change(ID, { riskMethod_code: 'ISO14971', severity: 4, occurrence: 5 })).data).toMatchObject({ riskNumber: 20, riskLevel_code: 'unacceptable' })
    expect((await capa.change(ID, { severity: 11 })).status).toBe(422)
  })

  test('is saved from a draft under the same rules', async () => {
    const ID = await raise()
    await bringTo('Contained', ID)
    await app.as('quality').post(`${capa.path(ID)}/aftersales.QualityService.draftEdit`, {})
    await app.as('quality').patch(capa.path(ID, false), { title: 'Saved', dueDate: '2028-01-01' })
    const save = () => app.as('quality').post(`${capa.path(ID, false)}/aftersales.QualityService.draftActivate`, {})
    expect(errorOf(await save())).toMatchObject({ status: 422, code: 'CAPA_DUE_FIXED' })
    await app.as('quality').patch(capa.path(ID, false), { dueDate: '2027-03-31' })
    expect((await save()).data).toMatchObject({ title: 'Saved', dueDate: '2027-03-31', phase_code: 'Contained', cycle: 1 })
    expect((await capa.rows(ID, 'events?$orderby=sequence')).at(-1)).toMatchObject({ type_code: 'Changed', text: 'title' })
  })
})

describe('more time', () => {
  test('is asked for with a reason and granted by another manager', async () => {
    const ID = await raise()
    await capa.change(ID, READY)
    expect((await capa.on(ID, 'requestExtension', { toDate: '2027-06-30', reason: 'Supplier is late' })).status).toBe(409)
    await capa.on(ID, 'contain')
    expect((await capa.on(ID, 'requestExtension', { toDate: '2027-03-01', reason: 'Earlier' })).data.error.code).toBe('CAPA_EXTENSION_EARLIER')
    await capa.on(ID, 'requestExtension', { toDate: '2027-06-30', reason: 'Supplier is late' }, 'qm')
    expect((await capa.on(ID, 'requestExtension', { toDate: '2027-07-30', reason: 'More' })).data.error.code).toBe('CAPA_EXTENSION_OPEN')
    const [extension] = await capa.rows(ID, 'extensions')
    expect(extension).toMatchObject({ fromDate: '2027-03-31', toDate: '2027-06-30', requestedBy: 'qm', state_code: 'Requested' })
    expect([(await capa.onExtension(extension.ID, 'approve', {}, 'quality')).status, (await capa.onExtension(extension.ID, 'approve', {}, 'qm')).status]).toEqual([403, 403])
    expect((await capa.onExtension(extension.ID, 'approve', { decision: 'Agreed' }, 'qm2')).data).toMatchObject({ state_code: 'Approved', decidedBy: 'qm2' })
    expect((await capa.onExtension(extension.ID, 'decline', { decision: 'Late' }, 'qm2')).status).toBe(409)
    expect(await capa.read(ID)).toMatchObject({ dueDate: '2027-06-30', phase_code: 'Contained' })
  })
})

describe('access', () => {
  test('technicians and agents see no case, auditors change none', async () => {
    const ID = await raise()
    for (const user of ['technician', 'agent', 'parts', 'dispatcher', 'controller', 'admin']) {
      expect([user, (await app.as(user).get(`${QUALITY}/CapaCases`)).status, (await capa.on(ID, 'contain', {}, user)).status]).toEqual([user, 403, 403])
      expect([user, (await app.as(user).get(`${QUALITY}/EffectivenessChecks`)).status, (await capa.create('No', [cds.utils.uuid()], user)).status]).toEqual([user, 403, 403])
    }
    expect((await app.as('auditor').get(capa.path(ID))).status).toBe(200)
    for (const answer of [capa.change(ID, { title: 'No' }, 'auditor'), capa.on(ID, 'contain', {}, 'auditor'), capa.on(ID, 'addCause', { answer: 'No' }, 'auditor')]) expect((await answer).status).toBe(403)
  })
})
