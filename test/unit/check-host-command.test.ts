import { spawn } from 'node:child_process'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { startHostErp, type HostErp } from '../host-erp/start'

const ROOT = path.resolve(__dirname, '../..')
const RESERVATIONS = 'API_RESERVATION_DOCUMENT_SRV'
const MOVEMENTS = 'API_MATERIAL_DOCUMENT_SRV'
const REQUISITIONS_V4 = 'CE_PURCHASEREQUISITION_0001'

interface Told { status?: number; headers?: http.OutgoingHttpHeaders; body?: string; silent?: true }
type Host = { url: string; asked: string[]; clients: unknown[]; tell: (answer: (url: string, edmx: string) => Told | undefined) => void }

let standIn: HostErp
let server: http.Server
let host: Host

beforeAll(async () => {
  standIn = await startHostErp()
  host = await changedHost()
})
afterAll(async () => {
  server?.close()
  server?.closeAllConnections()
  await standIn?.stop()
})
beforeEach(() => {
  host.asked.length = host.clients.length = 0
  host.tell(() => undefined)
})

/** The stand-in with changes: a host whose metadata or answers are not what we expect. */
async function changedHost(): Promise<Host> {
  let change: (url: string, edmx: string) => Told | undefined = () => undefined
  const asked: string[] = []
  const clients: unknown[] = []
  const respond = async ({ url = '', headers: { authorization = '', 'sap-client': client } }: http.IncomingMessage, response: http.ServerResponse) => {
    asked.push(url)
    clients.push(client)
    const original = await fetch(`${standIn.url}${url.replace('/elsewhere/', '/sap/opu/odata/sap/')}`, { headers: { authorization } })
    const edmx = await original.text()
    const { status = original.status, headers = { 'content-type': 'application/xml' }, body = edmx, silent } = change(url, edmx) ?? {}
    if (!silent) response.writeHead(status, headers).end(body)
  }
  server = http.createServer((request, response) => {
    respond(request, response).catch(error => response.writeHead(500).end(`<error><message>${error.message}</message></error>`))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, clients, tell: answer => { change = answer } }
}

interface Outcome { code: number | null; out: string; err: string }

/** Runs the command as people do. */
async function check(args: string[], environment: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, S4HANA_PASSWORD: standIn.auth.password, ...environment }
  const child = spawn(process.execPath, ['--import', 'tsx', 'srv/host-erp/check-host/run.ts', ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stdout.on('data', chunk => { out += chunk })
  child.stderr.on('data', chunk => { err += chunk })
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  return { code, out, err }
}

const signedIn = (url = host.url) => ['--url', url, '--user', standIn.auth.username]
interface Reported { api: string; findings: { severity: string; code: string; at: string }[] }
const findingsIn = ({ out }: Outcome) => Object.fromEntries((JSON.parse(out).apis as Reported[])
  .map(({ api, findings }) => [api, findings.map(({ severity, code, at }) => [severity, code, at].filter(Boolean).join(' '))]))

/** Changes the metadata of one API. */
const doctored = (api: string, changes: [string | RegExp, string][]) => (url: string, edmx: string): Told | undefined => {
  if (!url.includes(api)) return undefined
  return {
    body: changes.reduce((text, [found, replaced]) => {
      const next = text.replace(found, replaced)
      if (next === text) throw new Error(`The metadata has no ${found}`)
      return next
    }, edmx)
  }
}

describe('npm run check-host', () => {
  test('finds that the stand-in fits all our models', async () => {
    const { code, out } = await check(signedIn(standIn.url))
    expect(out.trim().split('\n').at(-1)).toBe(`${standIn.url}: 20 APIs, fits`)
    expect(out).toMatch(/API_BILL_OF_MATERIAL_SRV +fits/)
    expect(code).toBe(0)
  })

  test('reports in JSON what a host lacks or limits, and ends with 1', async () => {
    host.tell(doctored(MOVEMENTS, [
      ['Name="ReferenceDocument" Type="Edm.String" MaxLength="16"', 'Name="ReferenceDocument" Type="Edm.String" MaxLength="12" sap:filterable="false"'],
      ['<Property Name="GoodsMovementCode" Type="Edm.String" MaxLength="2"/>', ''],
      ['<EntitySet Name="A_MaterialDocumentHeader"', '<EntitySet sap:creatable="false" Name="A_MaterialDocumentHeader"'],
      [/<FunctionImport Name="Cancel" [\s\S]*?<\/FunctionImport>/, '']
    ]))
    const outcome = await check([...signedIn(), '--api', MOVEMENTS, '--api', RESERVATIONS, '--json'])
    expect(findingsIn(outcome)).toEqual({
      [RESERVATIONS]: [],
      [MOVEMENTS]: [
        'warning SHORTER A_MaterialDocumentHeader.ReferenceDocument', 'error FIELD_MISSING A_MaterialDocumentHeader.GoodsMovementCode',
        'error NOT_FILTERABLE A_MaterialDocumentHeader.ReferenceDocument', 'error NOT_CREATABLE A_MaterialDocumentHeader',
        'error KEY_TOO_LONG A_MaterialDocumentHeader.ReferenceDocument', 'error OPERATION_MISSING Cancel'
      ]
    })
    expect(JSON.parse(outcome.out).summary).toEqual({ error: 5, warning: 1, note: 0 })
    expect(outcome.code).toBe(1)
  })

  test('counts what present settings do not call as warnings only', async () => {
    host.tell(doctored('api_purchaserequisition_2', [['Name="PurReqnExternalReference"', 'Name="ReferenceElsewhere"']]))
    const outcome = await check([...signedIn(), '--json'])
    expect(findingsIn(outcome)[REQUISITIONS_V4]).toEqual(['warning FIELD_MISSING PurchaseReqnItem.PurReqnExternalReference'])
    expect(outcome.code).toBe(0)
    const named = await check([...signedIn(), '--json', '--api', REQUISITIONS_V4])
    expect(findingsIn(named)[REQUISITIONS_V4]).toEqual(['error FIELD_MISSING PurchaseReqnItem.PurReqnExternalReference'])
    expect(named.code).toBe(1)
  })

  test('tries a wrong password once, shows it nowhere and ends with 2', async () => {
    const { code, out, err } = await check(signedIn(), { S4HANA_PASSWORD: 'Wr0ng-and-secret' })
    expect(host.asked).toHaveLength(1)
    expect(err).toContain('refused the sign-in')
    expect(out + err).not.toContain('Wr0ng-and-secret')
    expect(code).toBe(2)
  })

  test('reads the password from another variable, and asks nobody where nobody sits', async () => {
    const secret = { S4HANA_PASSWORD: undefined, HOST_SECRET: standIn.auth.password }
    const own = await check([...signedIn(), '--api', RESERVATIONS, '--password-from-env', 'HOST_SECRET'], secret)
    expect(own.code).toBe(0)
    const none = await check(signedIn(), { S4HANA_PASSWORD: undefined })
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining('S4HANA_PASSWORD') })
  })

  test('says so when nobody listens', async () => {
    const { code, err } = await check(signedIn('http://127.0.0.1:1'))
    expect(err).toContain("http://127.0.0.1:1 can't be reached: connect ECONNREFUSED")
    expect(code).toBe(2)
  })

  test('says how to activate a service that is not there, and checks the others', async () => {
    const body = '<error><code>/IWFND/MED/170</code><message xml:lang="en">No service found</message></error>'
    host.tell(url => (url.includes(RESERVATIONS) ? { status: 404, body } : undefined))
    const { code, out } = await check([...signedIn(), '--api', RESERVATIONS, '--api', MOVEMENTS])
    expect(out).toMatch(/NOT_ACTIVE\n.*\/IWFND\/MAINT_SERVICE.*SAP_COM_0112.*the host says: No service found/)
    expect(out).toMatch(/API_MATERIAL_DOCUMENT_SRV +fits/)
    expect(code).toBe(1)
  })

  test('doubts the address when no service is there at all', async () => {
    host.tell(() => ({ status: 404, body: 'Nothing here' }))
    const { code, out } = await check(signedIn())
    expect(out).toContain('No API was found at all')
    expect(code).toBe(1)
  })

  test('tells a missing authorisation, a page for signing in, a page and silence apart', async () => {
    const answers: Record<string, Told> = {
      API_BUSINESS_PARTNER: { status: 403, body: '{"error":{"code":"x","message":{"lang":"en","value":"No authorization"}}}' },
      API_PRODUCT_SRV: { status: 302, headers: { location: '/sign-in' }, body: '' },
      API_EQUIPMENT: { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Welcome</html>' },
      API_COSTCENTER_SRV: { silent: true }
    }
    host.tell(url => Object.entries(answers).find(([api]) => url.includes(api))?.[1])
    const outcome = await check([...signedIn(), '--json', '--timeout', '1', ...Object.keys(answers).flatMap(api => ['--api', api])])
    expect(findingsIn(outcome)).toEqual({
      API_BUSINESS_PARTNER: ['error NOT_AUTHORISED'], API_PRODUCT_SRV: ['error REDIRECTED'],
      API_EQUIPMENT: ['error NO_METADATA'], API_COSTCENTER_SRV: ['error NO_ANSWER']
    })
    expect(host.asked).not.toContain('/sign-in')
  })

  test('goes where cds.requires.S4HANA.paths says, into the client that is named', async () => {
    const config = JSON.stringify({ requires: { S4HANA: { paths: { [RESERVATIONS]: `/elsewhere/${RESERVATIONS}` } } } })
    const { code } = await check([...signedIn(), '--api', RESERVATIONS, '--client', '100'], { CDS_CONFIG: config })
    expect(host.asked).toEqual([`/elsewhere/${RESERVATIONS}/$metadata`])
    expect(host.clients).toEqual(['100'])
    expect(code).toBe(0)
  })

  test('uses a destination, by name or as configured', async () => {
    const destinations = JSON.stringify([{ name: 'REAL_HOST', url: host.url, ...standIn.auth, authentication: 'BasicAuthentication' }])
    const named = await check(['--destination', 'REAL_HOST', '--api', RESERVATIONS], { destinations, S4HANA_PASSWORD: undefined })
    expect(named).toMatchObject({ code: 0, out: expect.stringContaining('The destination REAL_HOST: 1 API, fits') })
    const config = JSON.stringify({ requires: { S4HANA: { credentials: { destination: 'REAL_HOST' } } } })
    const configured = await check(['--api', MOVEMENTS], { destinations, CDS_CONFIG: config, S4HANA_PASSWORD: undefined })
    expect(configured.code).toBe(0)
    expect(host.asked).toHaveLength(2)
  })

  test('uses the host that the service itself would call', async () => {
    const credentials = { url: host.url, ...standIn.auth, authentication: 'BasicAuthentication', sapClient: '100' }
    const config = JSON.stringify({ requires: { S4HANA: { credentials } } })
    const { code, out } = await check(['--api', RESERVATIONS], { CDS_CONFIG: config, S4HANA_PASSWORD: undefined })
    expect(out).toContain(`${host.url}: 1 API, fits`)
    expect(host.clients).toEqual(['100'])
    expect(code).toBe(0)
  })
})
