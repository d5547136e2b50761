import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { productive } from '../setup/built'
import { lookAtPages } from './host-pages'
import { failedStart, startHostProject, type HostServer } from './host-server'
import { installInHost, type Installed } from './installed'

jest.setTimeout(120_000)

const ORDERS = '/odata/v4/work-orders', PARTS = '/odata/v4/spare-parts', QUALITY = '/odata/v4/quality', DISPATCH = '/odata/v4/dispatch', FINANCE = '/odata/v4/finance', HOST_ERP = '/odata/v4/host-erp'
const BATTERY = 'a0000000-0000-4000-8000-000000000012', TECHNICIAN = 'a0000000-0000-4000-8000-000000000041'
const ROOT = path.resolve(__dirname, '../..')

let installed: Installed, server: HostServer
const inModule = (...names: string[]) => path.join(installed.host, 'node_modules/cap-after-sales', ...names)
const order = (ID: string) => `${ORDERS}/WorkOrders(ID=${ID},IsActiveEntity=true)`
const step = (user: string, ID: string, name: string, data: object = {}) => server.as(user).post(`${order(ID)}/aftersales.WorkOrderService.${name}`, data)
const take = (user = 'agent') => server.as(user).post(`${ORDERS}/intake`, { channel_code: 'phone', serialNumber: 'GUT-0200-0001', symptom: 'Pump stops, battery empty', reference: crypto.randomUUID() })
const chinese = { headers: { 'Accept-Language': 'zh-CN' } }

beforeAll(async () => {
  installed = installInHost()
  server = await startHostProject(installed.host)
}, 400_000)
afterAll(async () => {
  await server?.stop()
  installed?.remove()
})

describe('the package', () => {
  test('holds models, compiled services, types, texts, code lists, built pages and their documentation, and nothing else', () => {
    const CLASSES = [
      /^(package\.json|README\.md|CHANGELOG\.md|LICENSE|index\.cds|cds-plugin\.js|xs-security\.json)$/,
      /^docs\/(decisions\/)?[\w-]+\.md$/, /^docs\/images\/[\w-]+\.png$/,
      /^(db|srv|app)\/([\w-]+\/)*[\w-]+\.cds$/,
      /^srv\/([\w.-]+\/)*[\w.-]+\.js$/,
      /^srv\/([\w-]+\/)*[\w-]+\.d\.ts$/,
      /^db\/(collations|indexes)\.js$/,
      /^db\/data\/aftersales-\w+(\.texts)?\.csv$/,
      /^_i18n\/(i18n|messages)(_zh_CN)?\.properties$/,
      /^app\/[\w-]+\/_i18n\/\w+\.properties$/,
      /^app\/[\w-]+\/dist\/(manifest\.json|Component-preload\.js|i18n\/i18n(_\w+)?\.properties|([\w-]+\/)*[\w-]+\.(view|fragment)\.xml|css\/[\w-]+\.css)$/,
      /^app\/[\w-]+\/dist\/libraries\/aftersales\/forms\/(library-preload\.js|messagebundle(_\w+)?\.properties)$/
    ]
    expect(installed.files.filter(file => !CLASSES.some(each => each.test(file)))).toEqual([])
    expect(CLASSES.filter(each => !installed.files.some(file => each.test(file)))).toEqual([])
  })

  test('has no test, no sample data, no TypeScript and nothing of the shell', () => {
    expect(installed.files.filter(file => /(^|\/)test\/|(?<!\.d)\.tsx?$|launchpad|cdsrc|webapp|^srv\/server\./.test(file))).toEqual([])
    const lists = fs.readdirSync(path.join(ROOT, 'db/data')), packed = installed.files.filter(file => file.endsWith('.csv')).map(file => path.basename(file))
    expect(packed.filter(file => !lists.includes(file))).toEqual([])
    expect(packed).not.toContain('aftersales-WorkOrders.csv')
  })

  test('has every service compiled beside its model, and each page of the project', () => {
    const models = installed.files.filter(file => /^srv\/[\w-]+\/service\.cds$/.test(file))
    expect(models.length).toBeGreaterThanOrEqual(8)
    expect(models.map(file => file.replace(/\.cds$/, '.js')).filter(file => !installed.files.includes(file))).toEqual([])
    const apps = fs.readdirSync(path.join(ROOT, 'app')).filter(name => !['forms', 'launchpad'].includes(name) && fs.existsSync(path.join(installed.source, 'app', name, 'webapp/manifest.json')))
    expect(apps.filter(name => !installed.files.includes(`app/${name}/dist/Component-preload.js`))).toEqual([])
  })

  test('leaves nothing behind where it was packed', () => {
    const left = fs.readdirSync(installed.source, { recursive: true, encoding: 'utf8' }).filter(file => !file.startsWith('node_modules') && (/^srv\/.*\.(js|d\.ts)$/.test(file) || /^app\/[\w-]+\/dist(\/|$)/.test(file)))
    expect(left).toEqual([])
  })

  test('has no link to what is not in it, in none of its pages', () => {
    const pages = installed.files.filter(file => file.endsWith('.md')), isThere = (file: string) => installed.files.some(each => each === file || each.startsWith(`${file.replace(/\/$/, '')}/`))
    const links = pages.flatMap(page => linksIn(inModule(page)).map(link => ({ page, link, file: link.path ? path.join(path.dirname(page), link.path) : page })))
    expect(links.length).toBeGreaterThan(100)
    expect(links.filter(({ file }) => !isThere(file)).map(({ page, link }) => `${page}: ${link.path}`)).toEqual([])
    expect(links.filter(({ link, file }) => link.heading && isThere(file) && !headingsOf(inModule(file)).includes(link.heading)).map(({ page, link }) => `${page}: ${link.path}#${link.heading}`)).toEqual([])
  })

  test('has types for a host in TypeScript: what a call lacks, and events that there are not, are errors to its compiler', () => {
    for (const resolution of [['--module', 'commonjs', '--moduleResolution', 'node10'], ['--module', 'node16']]) {
      const { status, stdout } = spawnSync(process.execPath, [path.join(ROOT, 'node_modules/typescript/bin/tsc'), '--noEmit', '--strict', '--target', 'es2022', '--typeRoots', 'none', ...resolution, 'srv/typed-extensions.ts'], { cwd: installed.host, encoding: 'utf8' })
      expect([status, stdout]).toEqual([0, ''])
    }
  })

  test('brings settings that a host need not repeat, and may replace: masked headers, and telemetry that prints no statements', () => {
    const settings = (given: object) => JSON.parse(execFileSync(process.execPath, ['-e', 'const { log, requires } = require("@sap/cds").env; console.log(JSON.stringify({ masked: log.mask_headers, telemetry: requires.telemetry }))'], {
      cwd: installed.host, encoding: 'utf8',
      env: productive({ CDS_CONFIG: JSON.stringify(given), CDS_PLUGINS: JSON.stringify({ '@cap-js/telemetry': { impl: path.join(ROOT, 'node_modules/@cap-js/telemetry/cds-plugin.js') } }) })
    })) as { masked: string[]; telemetry: { tracing: { exporter: unknown }; metrics: { exporter: unknown } } }
    const own = settings({}), { telemetry } = settings({ requires: { telemetry: { kind: 'telemetry-to-otlp' } } })
    expect(own.masked).toEqual(expect.arrayContaining(['/authorization/i', '/cookie/i', '/referer/i', '/user-agent/i', '/forwarded/i']))
    expect([own.telemetry.tracing.exporter, own.telemetry.metrics.exporter]).toEqual([null, null])
    expect([telemetry.tracing.exporter, telemetry.metrics.exporter]).toEqual(['env', 'env'])
    expect(settings({ log: { mask_headers: ['/secret/i'] } }).masked).toEqual(['/secret/i'])
  })

  test('is installed as files, beside a single copy of CAP', () => {
    expect(fs.lstatSync(inModule()).isSymbolicLink()).toBe(false)
    const copies = fs.readdirSync(path.join(installed.host, 'node_modules'), { recursive: true, encoding: 'utf8' }).filter(file => /(^|\/)@sap\/cds\/package\.json$/.test(file))
    expect(copies).toEqual(['@sap/cds/package.json'])
  })
})

describe('in the host', () => {
  test('every service of the module runs with its own implementation', () => {
    const served = [...server.log().matchAll(/serving (aftersales\.\w+) \{[^}]*?\n\}/g)].map(([text, name]) => [name, /impl: '([^']+)'/.exec(text)?.[1]])
    const models = installed.files.filter(file => /^srv\/[\w-]+\/service\.cds$/.test(file)).map(file => `node_modules/cap-after-sales/${file.replace(/\.cds$/, '.js')}`)
    expect(served.map(([, file]) => file).sort()).toEqual(models.sort())
  })

  test('a repair goes from the call to the signature, with rules for steps and roles', async () => {
    const taken = await take()
    expect([taken.status, taken.data.error]).toEqual([200, undefined])
    const { ID } = taken.data
    const started = await step('technician', ID, 'start')
    expect([403, 404]).toContain(started.status)
    const early = await step('dispatcher', ID, 'start')
    expect([early.status, early.data.error?.code]).toEqual([409, 'WORK_ORDER_WRONG_STEP'])
    expect(early.data.error.message).toContain('“Start work” is possible only in status Assigned')
    expect((await server.as('dispatcher').post(`${order(ID)}/aftersales.WorkOrderService.start`, {}, chinese)).data.error.message).toContain('“开始工作”只能在状态“已派工”下执行')
    expect((await step('parts', ID, 'release')).status).toBe(403)
    expect((await step('agent', ID, 'release')).data.status_code).toBe('Released')
    expect((await step('dispatcher', ID, 'assign', { technician_ID: TECHNICIAN })).data.status_code).toBe('Assigned')
    expect((await step('technician', ID, 'start')).data.status_code).toBe('InProgress')
    const cost = await server.as('technician').post(`${order(ID)}/costItems`, { type_code: 'labour', quantity: '1.5', unit: 'H', technician_ID: TECHNICIAN, description: 'Battery changed', performedOn: '2026-11-20' })
    expect([cost.status, Number(cost.data.amount)]).toEqual([201, 120])
    const completed = await step('technician', ID, 'complete', { resolution_code: 'PARTREPLACED', summary: 'Battery changed', testData: 'Leakage 12 µA', udi: '(01)09520003000011', finalTest_code: 'passed' })
    expect([completed.status, completed.data.error ?? completed.data.status_code]).toEqual([200, 'Completed'])
    expect((await step('technician', ID, 'accept', { rating: 5 })).data.status_code).toBe('Accepted')

    const { data: { value: [row] } } = await server.as('controller').get(`${FINANCE}/RepairCosts?$filter=workOrder_ID eq ${ID}`)
    expect(row).toMatchObject({ companyCode: '1010', glAccount: '94308000', activityType: 'SERV01' })
    const { data: { value: log } } = await server.as('admin').get(`/odata/v4/erp/RepairLog?$filter=orderNumber eq '${(await server.as('agent').get(order(ID))).data.number}'`)
    expect(log).toHaveLength(1)
  })

  test('a part is held and reserved through the queue, in the host\'s own warehouse; what no S/4HANA takes waits and is seen', async () => {
    const workOrder_ID = (await take()).data.ID
    const held = await server.as('parts').post(`${PARTS}/reserve`, { workOrder_ID, part_ID: BATTERY, quantity: 2, plant: '1010', storageLocation: '0001' })
    expect([held.status, held.data.error]).toEqual([200, undefined])
    const row = await eventually(async () => (await server.as('parts').get(`${PARTS}/Reservations(${held.data.ID})`)).data, ({ hostReservation }) => Boolean(hostReservation))
    expect(row.hostReservation).toMatch(/^W\d{9}$/)
    const issued = await server.as('parts').post(`${PARTS}/Reservations(${held.data.ID})/aftersales.SparePartsService.issue`, { quantity: 1 })
    expect([issued.status, issued.data.error]).toEqual([200, undefined])
    const { data: { value } } = await server.as('admin').get(`${HOST_ERP}/HostMessages?$filter=workOrder_ID eq ${workOrder_ID}&$select=kind_code,state_code`)
    expect(value.map((message: { state_code: string }) => message.state_code)).toEqual(expect.arrayContaining(['Confirmed']))
    expect(value.filter((message: { state_code: string }) => message.state_code !== 'Confirmed').length).toBeGreaterThan(0)
  })

  test('a notification is raised from an order', async () => {
    const { ID } = (await take()).data
    const raised = await server.as('quality').post(`${QUALITY}/WorkOrders(${ID})/aftersales.QualityService.raiseNotification`, { type_code: 'Q1' })
    expect([raised.status, raised.data.error]).toEqual([200, undefined])
    expect((await server.as('quality').get(`${QUALITY}/QualityNotifications(ID=${raised.data.ID},IsActiveEntity=true)`)).data).toMatchObject({ type_code: 'Q1', workOrder_ID: ID })
    expect((await server.as('nurse').get(`${QUALITY}/QualityNotifications`)).status).toBe(403)
  })

  test('texts of the module and of the host are found in both languages', async () => {
    const metadata = async (locale: string) => (await server.as('admin').get(`${ORDERS}/$metadata?sap-locale=${locale}`)).data as string
    const [english, inChinese] = [await metadata('en'), await metadata('zh_CN')]
    for (const text of ['String="Serial Number"', 'String="Wing"', 'String="To Be Asked before Entering"']) expect(english).toContain(text)
    for (const text of ['String="序列号"', 'String="楼翼"', 'String="进入前需询问"']) expect(inChinese).toContain(text)
    expect(english).not.toMatch(/\{i18n>/)
    expect(inChinese).not.toMatch(/\{i18n>/)
    expect(english).toMatch(/Term="UI.LineItem"[\s\S]*Path="wing"/)
    const statuses = await server.as('agent').get(`${ORDERS}/WorkOrderStatuses?$filter=code eq 'Released'`, chinese)
    expect(statuses.data.value[0].name).toMatch(/\p{Script=Han}/u)
  })

  test('pages are served with code, texts and libraries, at the addresses that their manifests name', async () => {
    const { data: manifest, status } = await server.as('agent').get('/aftersales.workorders/manifest.json')
    expect(status).toBe(200)
    expect(manifest['sap.ui5'].resourceRoots).toEqual({ 'aftersales.forms': './libraries/aftersales/forms' })
    for (const file of ['Component-preload.js', 'i18n/i18n.properties', 'i18n/i18n_zh_CN.properties', 'libraries/aftersales/forms/library-preload.js', 'libraries/aftersales/forms/messagebundle_zh_CN.properties']) {
      expect([file, (await server.as('agent').get(`/aftersales.workorders/${file}`)).status]).toEqual([file, 200])
    }
    for (const app of fs.readdirSync(inModule('app')).filter(name => fs.existsSync(inModule('app', name, 'dist/manifest.json')))) {
      const { 'sap.app': { id, dataSources = {} } } = JSON.parse(fs.readFileSync(inModule('app', app, 'dist/manifest.json'), 'utf8'))
      expect([id, (await server.as('admin').get(`/${id}/manifest.json`)).status]).toEqual([id, 200])
      for (const { uri } of Object.values(dataSources as Record<string, { uri: string }>)) expect([id, uri, (await server.as(uri.endsWith('/data-privacy/') ? 'privacy' : 'admin').get(`${uri}$metadata`)).status]).toEqual([id, uri, 200])
    }
  })

  test('a host whose pages come from elsewhere serves none: pages.served is false', () => {
    const addresses = (pages: object) => JSON.parse(execFileSync(process.execPath, ['-e', 'const all = []; require("cap-after-sales/srv/serving/apps").serveApps({ use: at => all.push(at) }); console.log(JSON.stringify(all))'], {
      cwd: installed.host, encoding: 'utf8', env: productive({ CDS_CONFIG: JSON.stringify({ requires: { pages } }) })
    })) as string[]
    expect(addresses({})).toContain('/aftersales.workorders')
    expect(addresses({ served: false })).toEqual([])
  })

  test('what the host adds counts: a matching factor, a cost-object rule, a number range, stricter roles', async () => {
    const { ID, number } = (await take()).data
    expect(number).toMatch(/^DE-\d{7}$/)
    const { data: { ranked } } = await server.as('dispatcher').get(`${DISPATCH}/WorkOrders(${ID})/aftersales.DispatchService.recommend(limit=5)`)
    expect(ranked[0].factors.find(({ factor_code }: { factor_code: string }) => factor_code === 'clearance')).toMatchObject({ weight: 15, text: 'May enter wards up to level 3.' })
    const { data: { shares } } = await server.as('controller').get(`${FINANCE}/determine(plant='1010',accountingIndicator_code='goodwill',costType_code='labour',performedOn=2026-11-20)`)
    expect(shares[0]).toMatchObject({ costObject: '10101501' })
    expect((await server.as('dispatcher').patch(`${DISPATCH}/MatchingWeights(area='*',orderType='*',factor_code='travel')`, { minutes: 100 })).status).toBe(403)
  })

  test('the host\'s own service and page are as they were', async () => {
    const wards = await server.as('nurse').get('/odata/v4/erp/Wards')
    expect([wards.data.value.length, wards.headers['content-security-policy']]).toEqual([2, undefined])
    expect((await server.as('agent').get(`${ORDERS}/`)).headers['content-security-policy']).toBeTruthy()
    expect((await server.as('nurse').post('/odata/v4/erp/Wards', { code: 'NEW', name: 'New', floor: 1 })).status).toBe(403)
    expect((await server.as('admin').post('/odata/v4/erp/Wards', { code: 'ROOF', name: 'Roof', floor: 10 })).status).toBe(422)
    expect((await server.as('admin').post('/odata/v4/erp/Wards', { code: 'DAY', name: 'Day ward', floor: 1 })).status).toBe(201)
    expect((await server.as('agent').get('/odata/v4/erp/Wards')).status).toBe(403)
    expect((await server.as('nurse').get(`${ORDERS}/WorkOrders`)).status).toBe(403)
    expect((await server.as().get(`${ORDERS}/WorkOrders`)).status).toBe(401)
    expect((await server.as('nurse').get('/wards/webapp/manifest.json')).data['sap.app'].id).toBe('acme.wards')
  })

  describe('in a browser', () => lookAtPages(() => ({ folder: installed.host, server, order: async () => (await take()).data.ID })))

  test('a plugin that is missing is named, with the command that adds it', async () => {
    await server.stop()
    const file = path.join(installed.host, 'package.json'), project = JSON.parse(fs.readFileSync(file, 'utf8'))
    delete project.dependencies['@cap-js/audit-logging']
    fs.writeFileSync(file, JSON.stringify(project))
    expect(await failedStart(installed.host)).toMatch(/cap-after-sales needs @cap-js\/audit-logging \^1[^\n]*npm install @cap-js\/audit-logging@\^1/)
  })
})

const linksIn = (file: string) => [...fs.readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].map(([, target, heading]) => ({ path: target, heading }))
const headingsOf = (file: string) => [...fs.readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text]) => text.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').trim().replaceAll(' ', '-'))

async function eventually<T>(read: () => Promise<T>, isThere: (value: T) => boolean): Promise<T> {
  for (const end = Date.now() + 30_000; ;) {
    const value = await read()
    if (isThere(value) || Date.now() > end) return value
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}
