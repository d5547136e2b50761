import axios from 'axios'
import type { Browser, Locator, Page } from 'playwright-core'
import { launchBrowser, open, PHONE, settled, visit } from '../setup/browser'
import { workThroughCycle } from '../setup/capa-pages'
import { expectGood } from '../setup/good-page'
import { movedClock } from '../setup/moved-clock'
import { pagesOfPdf } from '../setup/pdf'
import { letTechnicianDoAll, openDatabase, startShell, type ShellServer } from '../setup/shell-server'

/** A monitor of the sample, and the finger sensor that is put into it. */
const MONITOR = 'MON-2041-0008', SENSOR = 'SP-1001', BATCH = 'B2602-114'
const SERVICE = 'aftersales.QualityService'
const DAY = 24 * 60

let server: ShellServer, browser: Browser
const { variables, moveTo, remove } = movedClock()

beforeAll(async () => {
  [server, browser] = await Promise.all([startShell({}, {}, variables), launchBrowser()])
  letTechnicianDoAll(server.database)
}, 300_000)
afterAll(async () => { await browser?.close(); await server?.stop(); remove() })

type Row = Record<string, any>
/** The server looks at its moved clock ten times a second. */
const pass = async (days: number) => { moveTo(days * DAY); await new Promise(resolve => setTimeout(resolve, 1000)) }
const client = (service: string, user: string) => axios.create({ baseURL: `${server.url}/odata/v4/${service}`, auth: { username: user, password: '' }, validateStatus: () => true })
/** What is prepared or told beside the pages. */
async function post(user: string, path: string, values: object = {}): Promise<Row> {
  const [, service, rest] = /^\/([\w-]+)(\/.*)$/.exec(path)!
  const { status, data } = await client(service, user).post(rest, values)
  expect([path, status < 300, data.error?.message]).toEqual([path, true, undefined])
  return data
}
const read = async (path: string, user = 'quality'): Promise<Row> => (await client('quality', user).get(path)).data

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).first()
const shown = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first()
const dialog = (page: Page) => page.getByRole('dialog').filter({ visible: true }).last()
const press = async (page: Page, name: string) => { await button(page, name).click(); await settled(page) }
/** On a phone the buttons of a page stand in a menu. */
const pressInMenu = async (page: Page, name: string) => { await button(page, 'Additional Options').click(); await press(page, name) }
/** Tab makes Fiori elements take the value over. */
const enter = async (page: Page, entry: Locator, text: string) => {
  await entry.fill(text)
  await entry.press('Tab')
  await settled(page)
}
const write = (page: Page, label: string, text: string, within = dialog(page)) => enter(page, within.getByLabel(label).filter({ visible: true }).first(), text)
/** From the first list of a dialog. */
const choose = async (page: Page, text: string) => {
  await dialog(page).getByRole('combobox').first().press('F4')
  await page.getByRole('option', { name: text, exact: true }).filter({ visible: true }).first().click()
  await settled(page)
}
const finish = async (page: Page, name: string) => {
  const asked = dialog(page)
  await asked.getByRole('button', { name, exact: true }).click()
  await asked.waitFor({ state: 'hidden' })
  await settled(page)
}
const sign = async (page: Page, user: string) => {
  await dialog(page).getByLabel('Password').fill(user)
  await finish(page, 'Sign')
}
const goTo = async (page: Page, section: string) => {
  await page.getByRole('option', { name: section, exact: true }).or(page.getByRole('tab', { name: section, exact: true })).or(page.getByRole('button', { name: section, exact: true }))
    .or(page.getByRole('menuitem', { name: section, exact: true })).or(page.getByRole('treeitem', { name: section, exact: true })).filter({ visible: true }).first().click()
  await settled(page)
}
const pageOf = async (user: string, hash: string, options = {}) => {
  const { page } = await visit(browser, server.url, user, options)
  await open(page, hash)
  return page
}

/** An order for a monitor whose sensor was put in twenty days ago and is put in anew. */
async function repairOfAnEarlyFailure(): Promise<string> {
  const { ID, equipment_ID } = await post('dispatcher', '/work-orders/intake', { channel_code: 'phone', executionMode_code: 'onsite', serialNumber: MONITOR, symptom: 'SpO2 sensor shows no value' })
  const { data: { value: [technician] } } = await client('work-orders', 'dispatcher').get('/Technicians?$filter=userId eq \'technician\'')
  const { data: { value: [part] } } = await client('spare-parts', 'parts').get(`/Parts?$filter=number eq '${SENSOR}'`)
  const database = openDatabase(server.database)
  database.prepare('insert into aftersales_FittedParts (ID, equipment_ID, part_ID, batch, quantity, fittedAt) values (?, ?, ?, ?, 1, ?)')
    .run('7d0f7a5e-4d4e-4f0e-9d0d-0c2f6f3e2a11', equipment_ID, part.ID, BATCH, new Date(Date.now() - 20 * DAY * 60_000).toISOString())
  database.close()
  for (const [step, values] of [['release', {}], ['assign', { technician_ID: technician.ID }], ['start', {}]] as const) await post('dispatcher', `/work-orders/WorkOrders(ID=${ID},IsActiveEntity=true)/aftersales.WorkOrderService.${step}`, values)
  const { ID: reservation } = await post('technician', '/spare-parts/reserve', { workOrder_ID: ID, part_ID: part.ID, quantity: '1', plant: '1010', storageLocation: 'V001' })
  for (const step of ['issue', 'consume']) await post('technician', `/spare-parts/Reservations(${reservation})/aftersales.SparePartsService.${step}`, { quantity: '1' })
  return ID
}

test('an early failure becomes a notification, a report that is due, and a CAPA case that closes once its effect is proven, by somebody else than its owner', async () => {
  const order = await repairOfAnEarlyFailure()

  // The technician completes the order, on the phone; a rule proposes a notification.
  const technician = await pageOf('technician', `#WorkOrder-manage&/WorkOrders(ID=${order},IsActiveEntity=true)`, PHONE)
  await pressInMenu(technician, 'Complete')
  await write(technician, 'Resolution', 'Repaired')
  await write(technician, 'What Was Done', 'Sensor replaced')
  await write(technician, 'Test and Inspection Data', 'Within limits')
  await write(technician, 'UDI', '(01)09520001000140')
  await finish(technician, 'Complete')
  const { value: [proposed] } = await read(`/QualityNotifications?$filter=workOrder_ID eq ${order} and rule_code eq 'EARLYPART' and IsActiveEntity eq true`)
  expect(proposed).toMatchObject({ origin_code: 'rule', status_code: 'OSNO', model: 'PM-800' })
  await shown(technician, /^\+\d+$/).click() // sections that find no room
  await goTo(technician, 'Quality')
  await shown(technician, proposed.number).waitFor()
  await shown(technician, 'Proposed by rule: Part failed within 180 days of its fitting').waitFor()
  await expectGood(technician, 'order')
  await technician.context().close()

  // The engineer takes it up from the worklist, and codes defect and cause.
  const engineer = await pageOf('quality', '#QualityNotification-manage')
  await shown(engineer, /^Proposed by Rules/).click()
  await settled(engineer)
  await expectGood(engineer, 'worklist')
  await engineer.getByRole('row').filter({ hasText: proposed.number }).filter({ visible: true }).first().getByText(proposed.number).click()
  await settled(engineer)
  await press(engineer, 'Put in Process')
  await shown(engineer, 'In Process').waitFor()
  await press(engineer, 'Edit')
  await goTo(engineer, 'Defects')
  await engineer.locator('[id*="::items::"]').getByRole('button', { name: 'Create', exact: true }).first().click()
  await settled(engineer)
  const whole = engineer.locator('body')
  await write(engineer, 'Defect Type', 'No measured value', whole)
  await write(engineer, 'Object Part', 'SpO2 sensor', whole)
  await engineer.locator('[id*="::causes::"]').getByRole('button', { name: 'Create', exact: true }).first().click()
  await settled(engineer)
  await enter(engineer, engineer.locator('[id*="::causes::"] tbody input:not([type=checkbox])').filter({ visible: true }).first(), 'Batch out of specification')
  await press(engineer, 'Apply')
  await press(engineer, 'Save')
  const { value: [item] } = await read(`/QualityNotifications(ID=${proposed.ID},IsActiveEntity=true)/items?$filter=defectCode ne null&$expand=causes`)
  expect(item).toMatchObject({ defectGroup: 'MEDMEAS', defectCode: '0110', objectPartGroup: 'MONITOR', objectPartCode: '0110', causes: [{ causeGroup: 'SUPPLIER', causeCode: '0210' }] })

  // The manager decides for the authority: the rules name the paragraph and the day.
  const manager = await pageOf('qm', `#QualityNotification-manage&/QualityNotifications(ID=${proposed.ID},IsActiveEntity=true)`)
  await goTo(manager, 'Authorities')
  await press(manager, 'Decide Reportability')
  await choose(manager, 'EU Competent Authorities')
  await dialog(manager).getByText(/Regulation \(EU\) 2017\/745, Art\. 87\(5\)/).waitFor()
  for (const asked of ['Did somebody die?', 'Was somebody seriously hurt']) {
    await dialog(manager).getByRole('listitem').filter({ hasText: asked }).getByRole('option', { name: 'No', exact: true }).click()
  }
  await dialog(manager).getByText(/Regulation \(EU\) 2017\/745, Art\. 87\(3\)/).waitFor()
  await dialog(manager).getByText(/^Reportable: due on /).waitFor()
  await expectGood(manager, 'decision', '[role=dialog]')
  await sign(manager, 'qm')
  const { value: [decision] } = await read(`/RegulatoryDecisions?$filter=notification_ID eq ${proposed.ID} and state_code eq 'Decided'`)
  expect(decision).toMatchObject({ authority_code: 'EU', isReportable: true, decidedBy: 'qm', dueOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
  await manager.getByRole('row').filter({ hasText: 'Decided' }).filter({ visible: true }).first().waitFor()

  // Two notifications become one case.
  await open(engineer, '#QualityNotification-manage')
  await shown(engineer, /^All \(/).click()
  await settled(engineer)
  for (const number of [proposed.number, 'QN-S00002']) {
    await engineer.getByRole('row').filter({ hasText: number }).filter({ visible: true }).first().getByRole('checkbox').click()
  }
  await press(engineer, 'Raise CAPA')
  await write(engineer, 'Title', 'Finger sensors fail early')
  await finish(engineer, 'Raise CAPA')
  await engineer.getByText('Finger sensors fail early').filter({ visible: true }).first().waitFor()
  const [, capa] = /CapaCases\(ID=([0-9a-f-]{36})/.exec(decodeURIComponent(engineer.url()))!
  expect((await read(`/CapaCases(ID=${capa},IsActiveEntity=true)/notifications`)).value).toHaveLength(2)

  // It is worked through to its check on its page; then the same cause strikes again.
  await workThroughCycle(engineer, 'quality')
  const secondCycle = async () => {
    const step = (action: string, values = {}) => post('quality', `/quality/CapaCases(ID=${capa},IsActiveEntity=true)/${SERVICE}.${action}`, values)
    const change = async (values: object) => expect((await client('quality', 'quality').patch(`/CapaCases(ID=${capa},IsActiveEntity=true)`, values)).status).toBe(200)
    const cause = await step('addCause', { branch_code: 'material', answer: 'Strain relief too stiff (2)', evidence: 'Laboratory report 4711' })
    await step('markRootCause', { cause_ID: cause.ID })
    await step('confirmRootCause')
    const action = await step('addAction', { kind_code: 'corrective', text: 'Another strain relief', owner: 'quality2', dueDate: '2099-01-31' })
    await step('plan')
    await change({ verification: 'Compatibility tested, no adverse effect.' })
    await step('verify', { credential: 'quality' })
    for (const [name, user, values] of [['release', 'quality', {}], ['complete', 'quality2', { result: 'In production' }]] as const) await post(user, `/quality/CapaActions(${action.ID})/${SERVICE}.${name}`, values)
    await step('defineCheck', { criterion: 'No sensor fails for this cause', measure_code: 'repeatFailures', limit: '0', windowDays: 30 })
    await step('implement')
    await step('startEffectivenessCheck')
  }
  await pass(3)
  await post('quality', '/quality/QualityNotifications', {
    type_code: 'Q1', shortText: 'Sensor without value again', equipment_ID: proposed.equipment_ID, part_ID: proposed.part_ID, faultCategory_code: 'SENSOR', eventDate: new Date(Date.now() + 2 * DAY * 60_000).toISOString().slice(0, 10),
    items: [{ defectGroup: 'MEDMEAS', defectCode: '0110', causes: [{ causeGroup: 'SUPPLIER', causeCode: '0210' }] }], IsActiveEntity: true
  })
  const place = `#CapaCase-manage&/CapaCases(ID=${capa},IsActiveEntity=true)`
  await open(manager, place)
  const judge = async (result: string, evidence: string) => {
    await press(manager, 'Judge Effect')
    await choose(manager, result)
    await write(manager, 'Evidence', evidence)
    await sign(manager, 'qm')
  }
  await judge('Not effective', 'One more sensor of the batch failed')
  await shown(manager, 'Risk Assessed').waitFor()
  expect(await read(`/CapaCases(ID=${capa},IsActiveEntity=true)`)).toMatchObject({ cycle: 2, phase_code: 'RiskAssessed' })

  // The second cycle: nothing fails in its window, and somebody who had no part in it closes the case.
  await secondCycle()
  await pass(40)
  const { status } = await client('quality', 'quality').post(`/CapaCases(ID=${capa},IsActiveEntity=true)/${SERVICE}.verifyEffectiveness`, { passed: true, evidence: 'No failure', credential: 'quality' })
  expect(status).toBe(403) // the owner does not judge
  await manager.reload({ waitUntil: 'commit' })
  await settled(manager)
  await judge('Effective', 'No failure in thirty days')
  await shown(manager, 'Closed').waitFor()
  expect(await read(`/CapaCases(ID=${capa},IsActiveEntity=true)`)).toMatchObject({ cycle: 2, phase_code: 'Closed', owner: 'quality', closedBy: 'qm' })

  // Its report is printed and opened.
  await press(manager, 'Create PDF')
  await finish(manager, 'Create PDF')
  const [opened] = await Promise.all([manager.context().waitForEvent('request', request => request.url().endsWith('/content')), button(manager, 'Open').click()])
  const { data } = await axios.get(opened.url(), { auth: { username: 'qm', password: '' }, responseType: 'arraybuffer' })
  const text = (await pagesOfPdf(Buffer.from(data))).join(' ')
  for (const told of ['8D', 'Finger sensors fail early', proposed.number, 'QN-S00002', 'Strain relief too stiff (2)', 'No failure in thirty days']) expect(text).toContain(told)
}, 400_000)

test('in Chinese, on a phone: worklist, notification and report to an authority read well and are accessible', async () => {
  const { value: [{ ID, notification_ID }] } = await read('/RegulatoryReports?$select=ID,notification_ID&$top=1')
  const { page } = await visit(browser, server.url, 'qm', PHONE)
  await open(page, '#QualityNotification-manage', 'zh_CN')
  await shown(page, /^我的 \(/).waitFor()
  await expectGood(page, 'worklist')
  for (const [name, place, told] of [['notification', `QualityNotifications(ID=${notification_ID},IsActiveEntity=true)`, '通知'], ['report', `RegulatoryReports(${ID})`, '期限']]) {
    await page.evaluate(hash => { window.location.hash = hash }, `#QualityNotification-manage&/${place}`)
    await shown(page, told).waitFor()
    await settled(page)
    await expectGood(page, name)
  }
}, 180_000)
