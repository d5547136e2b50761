import cds from '@sap/cds'
import { action, errorOf, letTechnicianDoAll, startApp, takeOrder } from '../setup/app'
import { equipmentOf, notifications, path, QUALITY } from '../setup/notifications'

const app = startApp()
letTechnicianDoAll()

const { call, callTask, read, post, raise, made, started } = notifications(app)

describe('raising', () => {
  test('from an order takes over the product, whom it concerns and what came out, and nobody who called', async () => {
    const orderID = await started({ contactName: 'Ellen Vogt', contactPhone: '+49 711 555 010', contactEmail: 'vogt@clinic.example', symptom: 'Display is dark, says Ellen Vogt' })
    const order = (await cds.db.run(SELECT.one.from('aftersales.WorkOrders').where({ ID: orderID })))!
    const part = (await cds.db.run(SELECT.one.from('aftersales.Products').where({ number: 'SP-1001' })))!
    const fitted = { ID: cds.utils.uuid(), equipment_ID: order.equipment_ID, part_ID: part.ID, serialNumber: 'S-77', batch: 'B-0815', quantity: 1, removedAt: new Date().toISOString(), removedBy_ID: orderID }
    await cds.db.run(INSERT.into('aftersales.FittedParts').entries(fitted))
    const { status, data } = await raise('technician', orderID)
    expect(status).toBe(200)
    const notification = await read(data.ID, '?$expand=items,complaint')
    expect(notification).toMatchObject({
      number: expect.stringMatching(/^QN-\d{6}$/), status_code: 'OSNO', origin_code: 'order', type_code: 'Q1', equipment_ID: order.equipment_ID, serialNumber: 'MON-2041-0007', model: 'PM-800',
      deviceClass_code: 'MD-IIb', customer_ID: order.customer_ID, customerName: order.customerName, country: 'DE', udi: '09520001000140', faultCategory_code: order.faultCategory_code,
      part_ID: part.ID, batch: 'B-0815', partSerialNumber: 'S-77', catalogProfile_code: 'MONITOR', awareAt: order.receivedAt, mayBeReportable: true,
      items: [{ position: 1, part_ID: part.ID, batch: 'B-0815', serialNumber: 'S-77', fittedPart_ID: fitted.ID, profile_code: 'MONITOR' }],
      complaint: { complainantReference: order.number, isInvestigationNeeded: true }
    })
    const stored = await cds.db.run(SELECT.one.from('aftersales.QualityNotifications').columns('*', ...['items', 'complaint'].map(name => ({ ref: [name], expand: ['*'] })) as never[]).where({ ID: data.ID }))
    expect(JSON.stringify([stored, notification])).not.toMatch(/Vogt|711 555|clinic\.example/)
    const { data: history } = await app.as('agent').get(`/odata/v4/work-orders/WorkOrders(ID=${orderID},IsActiveEntity=true)/events?$filter=type_code eq 'QualityRaised'`)
    expect(history.value[0].text).toContain(data.number)
  })

  test('is refused to a technician for an order of somebody else, and for an unknown type', async () => {
    const foreign = await takeOrder(app)
    expect((await raise('technician', foreign, { type_code: 'Q3' })).status).toBe(403)
    expect(errorOf(await raise('quality', foreign, { type_code: 'Q9' }))).toMatchObject({ status: 422, code: 'CODE_UNKNOWN', target: 'type_code' })
  })

  test('shows evidence of the order by name, without copying it', async () => {
    const orderID = await started()
    const { data } = await raise('quality', orderID)
    await cds.db.run(INSERT.into('aftersales.WorkOrders.attachments').entries({ ID: cds.utils.uuid(), up__ID: orderID, filename: 'display.jpg', mimeType: 'image/jpeg' }))
    expect((await read(data.ID, '?$expand=evidence,attachments')).evidence).toMatchObject([{ filename: 'display.jpg' }])
    expect((await read(data.ID, '?$expand=attachments')).attachments).toEqual([])
  })

  test('by hand fills in what equipment and rules say', async () => {
    const { ID: equipment_ID } = await equipmentOf('EXC-0210-4401')
    expect(await made({ type_code: 'Q1', shortText: 'Boom drops by itself', equipment_ID })).toMatchObject({
      number: expect.stringMatching(/^QN-/), origin_code: 'manual', model: 'HX-210', serialNumber: 'EXC-0210-4401', catalogProfile_code: 'EXCAVATOR', mayBeReportable: false, isOpen: true
    })
  })

  test('in a draft shows the device and its profile at once, numbers rows, and has its complaint record from the start', async () => {
    const { ID: equipment_ID } = await equipmentOf('MON-2041-0007')
    const { data: draft } = await app.as('quality').post(`${QUALITY}/QualityNotifications/aftersales.QualityService.draftNew`, {})
    expect(draft.IsActiveEntity).toBe(false)
    await app.as('quality').patch(path(draft.ID, false), { type_code: 'Q1', equipment_ID, shortText: 'No value', longText: 'SpO2 shows no value' })
    const item = (data: object) => app.as('quality').post(`${path(draft.ID, false)}/items`, data)
    expect((await item({ text: 'Sensor' })).data).toMatchObject({ position: 1, profile_code: 'MONITOR' })
    expect((await item({ text: 'Cable' })).data).toMatchObject({ position: 2, profile_code: 'MONITOR' })
    const shown = (await app.as('quality').get(`${path(draft.ID, false)}?$expand=complaint`)).data
    expect(shown).toMatchObject({ model: 'PM-800', catalogProfile_code: 'MONITOR', complaint: { isInvestigationNeeded: true } })
    expect((await call('quality', draft.ID, 'draftActivate', {}, false)).status).toBe(201)
    expect(await read(draft.ID, '?$expand=items($orderby=position),complaint')).toMatchObject({
      number: expect.stringMatching(/^QN-/), catalogProfile_code: 'MONITOR', items: [{ position: 1 }, { position: 2 }], complaint: { isComplete: false, missing: expect.stringContaining('Nature and Details') }
    })
  })
})

test('an agent raises one by hand, and can not edit it afterwards', async () => {
  const { data: draft } = await app.as('agent').post(`${QUALITY}/QualityNotifications/aftersales.QualityService.draftNew`, {})
  expect((await app.as('agent').patch(path(draft.ID, false), { type_code: 'Q1', shortText: 'Customer complains about noise' })).status).toBe(200)
  expect((await call('agent', draft.ID, 'draftActivate', {}, false)).status).toBe(201)
  expect((await app.as('agent').patch(path(draft.ID), { shortText: 'Other' })).status).toBe(403)
  expect((await call('agent', draft.ID, 'draftEdit', { PreserveChanges: true })).status).toBe(403)
  expect((await post('technician', { type_code: 'Q3', shortText: 'x' })).status).toBe(403)
})

describe('findings', () => {
  test('are coded within the profile; another or an inactive code is refused at its field', async () => {
    const { ID: equipment_ID } = await equipmentOf('MON-2041-0007')
    const { ID } = await made({ type_code: 'Q1', equipment_ID })
    const add = (data: object) => app.as('quality').post(`${path(ID)}/items`, data)
    expect((await add({ defectGroup: 'MEDMEAS', defectCode: '0110', objectPartGroup: 'MONITOR', objectPartCode: '0110' })).data).toMatchObject({ position: 1 })
    expect(errorOf(await add({ defectGroup: 'HYDRAUL', defectCode: '0610' }))).toMatchObject({ status: 422, code: 'FINDING_CODE_NOT_ALLOWED', target: 'defectCode' })
    expect((await app.as('qm').patch(`${QUALITY}/Codes(catalog_code='9',codeGroup='MEDMEAS',code='0120')`, { isActive: false })).status).toBe(200)
    expect(errorOf(await add({ defectGroup: 'MEDMEAS', defectCode: '0120' }))).toMatchObject({ status: 422, code: 'FINDING_CODE_NOT_ALLOWED' })
    await app.as('qm').patch(`${QUALITY}/Codes(catalog_code='9',codeGroup='MEDMEAS',code='0120')`, { isActive: true })
  })

  test('the value help offers what the profile lets choose, with names in the reader\'s language', async () => {
    const { data } = await app.as('quality').get(`${QUALITY}/ProfileCodes?$filter=profile_code eq 'EXCAVATOR' and catalog_code eq '9' and isActive eq true&$orderby=code`, { headers: { 'accept-language': 'zh-CN' } })
    expect(data.value.map(({ codeGroup }: any) => codeGroup)).not.toContain('MEDMEAS')
    expect(data.value).toEqual(expect.arrayContaining([expect.objectContaining({ codeGroup: 'HYDRAUL', name: '外泄漏', groupName: '液压缺陷' })]))
  })

  test('a saved draft with a foreign cause is refused, and names the row', async () => {
    const { ID: equipment_ID } = await equipmentOf('EXC-0210-4401')
    const { ID } = await made({ type_code: 'Q1', equipment_ID, items: [{ text: 'Leak', defectGroup: 'HYDRAUL', defectCode: '0610' }] })
    const [{ ID: itemID }] = (await read(ID, '?$expand=items')).items
    await call('quality', ID, 'draftEdit', { PreserveChanges: true })
    await app.as('quality').post(`${QUALITY}/NotificationItems(ID=${itemID},IsActiveEntity=false)/causes`, { causeGroup: 'MEDMEAS', causeCode: '0110' })
    expect(errorOf(await call('quality', ID, 'draftActivate', {}, false))).toMatchObject({ status: 422, code: 'FINDING_CODE_NOT_ALLOWED', target: expect.stringContaining('causeCode') })
  })
})

describe('tasks', () => {
  test('go from outstanding to successful, need somebody and a day, and are completed by whoever owns them', async () => {
    const { ID } = await made({ tasks: [{ text: 'Block the batch' }] })
    const [task] = (await read(ID, '?$expand=tasks')).tasks
    expect(task).toMatchObject({ position: 1, status_code: 'TSOS' })
    expect(errorOf(await callTask('quality', task.ID, 'release'))).toMatchObject({ status: 422, code: 'TASK_WITHOUT_OWNER', target: 'owner' })
    await app.as('quality').patch(`${path(ID)}/tasks(ID=${task.ID},IsActiveEntity=true)`, { owner: 'parts', dueDate: '2026-12-01', status_code: 'TSSC' })
    expect((await callTask('quality', task.ID, 'release')).data.status_code).toBe('TSRL')
    expect((await callTask('agent', task.ID, 'complete', { result: 'Done' })).status).toBe(403)
    expect((await callTask('parts', task.ID, 'complete', { result: 'Blocked 14 pieces' })).data).toMatchObject({ status_code: 'TSCO', completedBy: 'parts', result: 'Blocked 14 pieces' })
    expect(errorOf(await callTask('quality', task.ID, 'complete'))).toMatchObject({ status: 409, code: 'TASK_WRONG_STEP' })
    expect((await callTask('quality', task.ID, 'confirmSuccess')).data.status_code).toBe('TSSC')
  })
})

describe('the flow', () => {
  test('goes from outstanding through in process to completed, by way of postponed, and back by reopening', async () => {
    const { ID } = await made({})
    expect((await call('quality', ID, 'postpone', { reason: 'Waits for the part' })).data).toMatchObject({ status_code: 'NOPO', postponedReason: 'Waits for the part', isOpen: true })
    expect(errorOf(await call('qm', ID, 'complete', { credential: 'qm' }))).toMatchObject({ status: 409, code: 'NOTIFICATION_WRONG_STEP' })
    expect((await call('quality', ID, 'putInProcess')).data).toMatchObject({ status_code: 'NOPR', postponedReason: null })
    expect((await call('quality', ID, 'complete', { credential: 'quality' })).status).toBe(403)
    expect((await call('qm', ID, 'complete', { credential: 'qm' })).data).toMatchObject({ status_code: 'NOCO', isOpen: false, completedBy: 'qm' })
    expect(errorOf(await app.as('quality').patch(path(ID), { shortText: 'Other' }))).toMatchObject({ status: 409, code: 'NOTIFICATION_COMPLETED' })
    expect((await call('qm', ID, 'reopen', { reason: 'A further case' })).data).toMatchObject({ status_code: 'NOPR', completedAt: null, isOpen: true })
  })

  test('completing is signed: without a right credential nothing happens', async () => {
    const { ID } = await made({})
    await call('quality', ID, 'putInProcess')
    expect((await call('qm', ID, 'complete')).status).toBe(422)
    expect((await call('qm', ID, 'complete', { credential: 'wrong' })).status).toBe(403)
    expect(await read(ID)).toMatchObject({ status_code: 'NOPR', isOpen: true })
  })

  test('of several people who press at once one wins, the others read 409', async () => {
    const { ID } = await made({})
    const first = await Promise.all(['quality', 'qm', 'admin'].map(user => call(user, ID, 'putInProcess')))
    expect(first.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const second = await Promise.all([call('qm', ID, 'complete', { credential: 'qm' }), call('qm2', ID, 'complete', { credential: 'qm2' })])
    expect(second.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('while somebody edits it, steps and tasks are refused with 423, and rows can not be changed past the draft', async () => {
    const { ID } = await made({ tasks: [{ text: 'Examine', owner: 'quality', dueDate: '2026-12-01' }], items: [{ text: 'Nut' }] })
    const { tasks: [task], items: [item] } = await read(ID, '?$expand=tasks,items')
    await call('quality', ID, 'draftEdit', { PreserveChanges: true })
    expect(errorOf(await call('qm', ID, 'putInProcess'))).toMatchObject({ status: 423, code: 'NOTIFICATION_BEING_EDITED' })
    expect(errorOf(await callTask('qm', task.ID, 'release'))).toMatchObject({ status: 423, code: 'NOTIFICATION_BEING_EDITED' })
    for (const change of [app.as('qm').patch(path(ID), { shortText: 'x' }), app.as('qm').patch(`${path(ID)}/items(ID=${item.ID},IsActiveEntity=true)`, { text: 'x' })]) {
      expect([409, 423]).toContain((await change).status)
    }
  })

  test('nobody sets by hand what only the service sets', async () => {
    const { ID } = await made({
      status_code: 'NOCO', number: 'QN-1', origin_code: 'rule', completedBy: 'me', tasks: [{ text: 'Examine', status_code: 'TSSC', completedBy: 'me' }], complaint: { isComplete: true, justifiedBy: 'me' }
    })
    const { tasks: [task], ...posted } = await read(ID, '?$expand=tasks,complaint')
    expect(task).toMatchObject({ status_code: 'TSOS', completedBy: null })
    expect(posted).toMatchObject({ status_code: 'OSNO', number: expect.stringMatching(/^QN-\d{6}$/), origin_code: 'manual', completedBy: null, complaint: { isComplete: false, justifiedBy: null } })
    const before = await read(ID)
    await app.as('admin').patch(path(ID), { status_code: 'NOCO', isOpen: false, number: 'QN-1', completedBy: 'me', mayBeReportable: true, clockDueAt: '2026-01-01T00:00:00Z', tasks: [{ ID: task.ID, status_code: 'TSSC', text: 'Examine' }] })
    const after = await read(ID, '?$expand=tasks')
    expect(after.tasks[0].status_code).toBe('TSOS')
    for (const field of ['status_code', 'isOpen', 'number', 'completedBy', 'mayBeReportable', 'clockDueAt']) expect([field, after[field]]).toEqual([field, before[field]])
  })
})

describe('completing', () => {
  test('is refused with all that is open, named: tasks, screening, complaint record, reportability', async () => {
    const { ID: equipment_ID } = await equipmentOf('MON-2041-0007')
    const { ID } = await made({ type_code: 'Q1', equipment_ID, tasks: [{ text: 'Examine' }] })
    await call('quality', ID, 'putInProcess')
    const { status, data: { error } } = await call('qm', ID, 'complete', { credential: 'qm' })
    expect([status, error.code]).toEqual([422, 'NOTIFICATION_UNFINISHED'])
    expect(error.details.map(({ code }: any) => code)).toEqual(['NOTIFICATION_TASKS_OPEN', 'NOTIFICATION_SCREENING_OPEN', 'NOTIFICATION_COMPLAINT_INCOMPLETE', 'NOTIFICATION_REPORTABILITY_OPEN'])
    expect(error.message).toMatch(/Tasks are still open: 1\..*Somebody Harmed.*Nature and Details/)
    expect(await read(ID)).toMatchObject({ status_code: 'NOPR' })
  })

  test('a complaint that is not investigated needs a reason and somebody who gives it, and none where somebody may have been hurt', async () => {
    const { ID: equipment_ID } = await equipmentOf('MON-2041-0007')
    const { ID } = await made({ type_code: 'Q1', equipment_ID })
    const { complaint } = await read(ID, '?$expand=complaint')
    const record = {
      ID: complaint.ID, receivedOn: '2026-11-20', complainantReference: 'File 12', nature: 'Dark display', deviceAvailable: true, correctiveAction: 'None needed', reply: 'Answered on 21 November',
      isInvestigationNeeded: false, justification: 'Same defect as QN-000001, investigated there'
    }
    const no = { intakeHarm_code: 'no', intakePotential_code: 'no', intakeMalfunction_code: 'no', completionHarm_code: 'no', completionPotential_code: 'no', completionMalfunction_code: 'no' }
    expect(errorOf(await app.as('quality').patch(path(ID), { complaint: record }))).toMatchObject({ status: 422, code: 'COMPLAINT_MUST_BE_INVESTIGATED' })
    expect((await app.as('quality').patch(path(ID), { complaint: record, ...no })).status).toBe(200)
    expect(await read(ID, '?$expand=complaint')).toMatchObject({
      mayBeReportable: false, intakeScreenedBy: 'quality', completionScreenedBy: 'quality', complaint: { isComplete: true, missing: '', justifiedBy: 'quality' }
    })
    const change = (changes: object) => app.as('quality2').patch(`${path(ID)}/complaint`, changes)
    expect((await change({ reply: null })).status).toBe(200)
    expect((await read(ID, '?$expand=complaint')).complaint).toMatchObject({ isComplete: false, missing: 'Reply to Complainant', justifiedBy: 'quality' })
    await change({ reply: 'Answered', justification: 'Same defect as QN-000002' })
    expect((await read(ID, '?$expand=complaint')).complaint).toMatchObject({ isComplete: true, justifiedBy: 'quality2' })
    await call('quality', ID, 'putInProcess')
    expect((await call('qm', ID, 'complete', { credential: 'qm' })).data.error.details).toMatchObject([{ code: 'NOTIFICATION_REPORTABILITY_OPEN', target: 'mayBeReportable' }])
    for (const authority_code of ['FDA', 'EU', 'NMPA']) {
      const inputs = JSON.stringify({ death: 'no', seriousInjury: 'no', likelyToHarm: 'no', malfunction: 'no' })
      await call('qm', ID, 'decideReportability', { authority_code, inputs, isReportable: false, reason: 'Display only; alarms worked', credential: 'qm' })
    }
    expect((await call('qm', ID, 'complete', { credential: 'qm' })).data.status_code).toBe('NOCO')
  })
})

describe('rules', () => {
  const proposals = async (workOrder_ID: string) =>
    (await app.as('qm').get(`${QUALITY}/QualityNotifications?$filter=IsActiveEntity eq true and workOrder_ID eq ${workOrder_ID} and origin_code eq 'rule'&$orderby=rule_code&$expand=items`)).data.value
  const complete = (ID: string, data: object = {}) => app.as('technician').post(action(ID, 'complete'), { resolution_code: 'PARTREPLACED', summary: 'Part replaced', testData: 'All values within limits', udi: '(01)09520001000140', ...data })
  const codesOf = (rows: { rule_code: string }[]) => rows.map(({ rule_code }) => rule_code)
  const fit = async (orderID: string, fittedDaysAgo: number | null, data: object = {}) => {
    const { equipment_ID } = (await cds.db.run(SELECT.one.from('aftersales.WorkOrders').columns('equipment_ID').where({ ID: orderID })))!
    const part = (await cds.db.run(SELECT.one.from('aftersales.Products').columns('ID').where({ number: 'SP-1001' })))!
    const at = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
    await cds.db.run(INSERT.into('aftersales.FittedParts').entries({
      ID: cds.utils.uuid(), equipment_ID, part_ID: part.ID, batch: 'B-44', quantity: 1, fittedAt: fittedDaysAgo == null ? null : at(fittedDaysAgo), removedAt: at(0), removedBy_ID: orderID, ...data
    }))
  }

  test('an early-failed part is proposed when the technician completes the order, once, and the order tells of it', async () => {
    const ID = await started({ serialNumber: 'VEN-3107-0012', symptom: 'Display is dark' })
    await fit(ID, 30)
    expect((await complete(ID)).status).toBe(200)
    const rows = await proposals(ID)
    expect(rows).toMatchObject([{ rule_code: 'EARLYPART', type_code: 'Q2', status_code: 'OSNO', isProposed: true, longText: 'Failed after 30 days: SP-1001.', catalogProfile_code: 'MEDICAL', items: [{ batch: 'B-44' }] }])
    const { data: history } = await app.as('agent').get(`/odata/v4/work-orders/WorkOrders(ID=${ID},IsActiveEntity=true)/events?$filter=type_code eq 'QualityProposed'`)
    expect(history.value).toMatchObject([{ text: expect.stringContaining(rows[0].number), userId: null }])
    await app.as('agent').post(action(ID, 'accept'), { rating: 5 })
    expect((await app.as('agent').post(action(ID, 'close'), {})).status).toBe(200)
    expect(await proposals(ID)).toHaveLength(1)
  })

  test('a part that lived long, or nobody knows how long, is none', async () => {
    const ID = await started({ serialNumber: 'VEN-3107-0020', symptom: 'Display is dark' })
    await fit(ID, 200)
    await fit(ID, null)
    await complete(ID)
    expect(await proposals(ID)).toEqual([])
  })

  test('the same fault again within 90 days is proposed', async () => {
    const first = await started({ serialNumber: 'INF-2200-0301', symptom: 'Display is dark' })
    await complete(first)
    expect(await proposals(first)).toEqual([])
    const second = await started({ serialNumber: 'INF-2200-0301', symptom: 'Display is dark' })
    await complete(second)
    expect(await proposals(second)).toMatchObject([{ rule_code: 'REPEAT90', type_code: 'Q1' }])
  })

  test('patient impact is proposed as soon as the order says so, whether at once or later', async () => {
    const harmed = await takeOrder(app, { serialNumber: 'MON-2041-0008', symptom: 'Patient injured, SpO2 sensor has no value' })
    expect(await proposals(harmed)).toMatchObject([{ rule_code: 'PATIENTHARM', priority_code: '1', intakeHarm_code: 'yes', mayBeReportable: true }])
    const later = await takeOrder(app, { serialNumber: 'MON-2041-0033', symptom: 'Display is dark' })
    expect(await proposals(later)).toEqual([])
    await app.as('agent').patch(`/odata/v4/work-orders/WorkOrders(ID=${later},IsActiveEntity=true)`, { patientImpact_code: 'possible' })
    expect(codesOf(await proposals(later))).toEqual(['PATIENTRISK'])
  })

  test('a failed final test, a return to the factory and an order that ends without a repair are proposed', async () => {
    const failed = await started({ serialNumber: 'VEN-3107-0066', symptom: 'Display is dark' })
    expect((await complete(failed, { finalTest_code: 'failed' })).data.finalTest_code).toBe('failed')
    expect(codesOf(await proposals(failed))).toEqual(['FINALTEST'])
    const factory = await started({ serialNumber: 'DEF-5002-0009', symptom: 'Display is dark' })
    await complete(factory, { resolution_code: 'FACTORY' })
    expect(codesOf(await proposals(factory))).toEqual(['FACTORY'])
    const unrepaired = await started({ serialNumber: 'LAT-0420-1105', symptom: 'Spindle makes a loud noise' })
    await complete(unrepaired, { resolution_code: 'UNREPAIRABLE' })
    expect(codesOf(await proposals(unrepaired))).toContain('ABNORMAL')
    const cancelled = await started({ serialNumber: 'EXC-0210-4401', symptom: 'Boom cylinder leaking' })
    await app.as('dispatcher').post(action(cancelled, 'cancel'), { reason_code: 'SCRAPPED' })
    expect(codesOf(await proposals(cancelled))).toEqual(['ABNORMAL'])
  })

  test('are data: the quality manager switches one off, and a proposal that is no matter of quality is dismissed with a reason and a signature', async () => {
    const rule = `${QUALITY}/NotificationRules('FINALTEST')`
    expect((await app.as('technician').patch(rule, { isActive: false })).status).toBe(403)
    const ID = await started({ serialNumber: 'MON-2041-0051', symptom: 'Display is dark' })
    await complete(ID, { finalTest_code: 'failed' })
    const [{ ID: proposal }] = (await proposals(ID)).filter(({ rule_code }: any) => rule_code === 'FINALTEST')
    const dismissed = { reason: 'Tester out of calibration, repeated and passed', credential: 'qm' }
    const refused = await call('qm', proposal, 'dismissProposal', dismissed)
    expect(refused.data.error.details.map(({ code }: { code: string }) => code)).toEqual(['NOTIFICATION_SCREENING_OPEN', 'NOTIFICATION_REPORTABILITY_OPEN'])
    await app.as('quality').patch(path(proposal), { intakeHarm_code: 'no', intakePotential_code: 'no', intakeMalfunction_code: 'no' })
    expect((await call('qm', proposal, 'dismissProposal', dismissed)).data).toMatchObject({ status_code: 'NOCO', isProposed: false })
    expect((await app.as('qm').patch(rule, { isActive: false })).status).toBe(200)
    const next = await started({ serialNumber: 'MON-2041-0059', symptom: 'Display is dark' })
    await complete(next, { finalTest_code: 'failed' })
    expect(codesOf(await proposals(next))).not.toContain('FINALTEST')
    await app.as('qm').patch(rule, { isActive: true })
  })
})

describe('the worklist', () => {
  test('tells what is mine, what is due and what a rule proposes', async () => {
    const { ID } = await made({ owner: 'quality', requiredEnd: '2020-01-01', shortText: 'Overdue for years' })
    const of = async (user: string, filter: string) => (await app.as(user).get(`${QUALITY}/QualityNotifications?$filter=IsActiveEntity eq true and isOpen eq true and ${filter}&$select=ID`)).data.value.map((row: { ID: string }) => row.ID)
    expect(await of('quality', 'isMine eq true')).toContain(ID)
    expect(await of('qm', 'isMine eq true')).not.toContain(ID)
    expect(await of('qm', 'isOverdue eq true')).toContain(ID)
    expect(await read(ID)).toMatchObject({ isDue: true, isOverdue: true, dueCriticality: 1 })
    const today = new Date().toISOString().slice(0, 10)
    await app.as('quality').patch(path(ID), { requiredEnd: today })
    expect(await read(ID)).toMatchObject({ isDue: true, isOverdue: false, dueCriticality: 2 })
  })

  test('shows technicians what was raised from their own orders', async () => {
    const mine = (await raise('technician', await started())).data.ID
    const foreign = (await raise('agent', await takeOrder(app))).data.ID
    const seen = (await app.as('technician').get(`${QUALITY}/QualityNotifications?$filter=IsActiveEntity eq true&$select=ID`)).data.value.map((row: { ID: string }) => row.ID)
    expect(seen).toContain(mine)
    expect(seen).not.toContain(foreign)
    expect((await app.as('technician').get(path(foreign))).status).toBeGreaterThanOrEqual(403)
  })
})
