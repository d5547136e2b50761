import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import { isBuiltin } from 'node:module'
import net, { type AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { parse } from 'yaml'
import { findApps } from '../../../app/launchpad/apps'
import { CLOUD_SERVICE } from '../../../app/launchpad/deploying/pages'
import { built, productive } from '../../setup/built'
import { startPostgres, type PostgresServer } from '../../setup/postgres'
import { unzipped } from '../../setup/zip'

const ROOT = path.resolve(__dirname, '../../..')
let gen: string
const json = <T>(file: string) => JSON.parse(fs.readFileSync(path.join(gen, file), 'utf8')) as T
const filesIn = (folder: string, ending = '') =>
  fs.readdirSync(path.join(gen, folder), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith(ending) && !file.includes('node_modules')).map(file => file.replaceAll(path.sep, '/'))

interface Package { dependencies: Record<string, string>; engines: { node: string }; scripts: Record<string, string> }
interface Definition { kind: string; query?: object; projection?: object; [annotation: string]: unknown }

beforeAll(() => { gen = built() }, 600_000)

test.each(['mta.yaml', 'mta-postgres.yaml'])('every path of %s is there after the build', file => {
  const { modules } = parse(fs.readFileSync(path.join(ROOT, file), 'utf8')) as { modules: { name: string; path?: string; 'build-parameters'?: { 'no-source'?: boolean } }[] }
  expect(modules.filter(module => (module.path ? !fs.existsSync(path.join(ROOT, module.path)) : !module['build-parameters']?.['no-source'])).map(({ name }) => name)).toEqual([])
})

describe('What goes to SAP HANA', () => {
  const stored = () => Object.entries(json<{ definitions: Record<string, Definition> }>('srv/srv/csn.json').definitions)
    .filter(([, definition]) => definition.kind === 'entity' && !definition.query && !definition.projection && !definition['@cds.persistence.skip'] && !definition['@cds.persistence.exists'])

  test('has a table for each entity that is stored', () => {
    const plain = (name: string) => name.replaceAll('.', '_')
    const tables = filesIn('db/src/gen', '.hdbtable').map(file => plain(path.basename(file, '.hdbtable')))
    expect(stored().map(([name]) => name).filter(name => name.startsWith('aftersales.') && !tables.includes(plain(name)))).toEqual([])
  })

  test('has every secondary index of the model', () => {
    const indexes = stored().flatMap(([, definition]) => (definition['@aftersales.indexes'] as unknown[] | undefined) ?? [])
    expect(filesIn('db/src/gen', '.hdbindex').filter(file => file.startsWith('ix_')).length).toBe(indexes.length)
    expect(indexes.length).toBeGreaterThan(100)
  })

  test('has code lists in both languages, and no samples', () => {
    const lists = filesIn('db', '.csv').map(file => path.basename(file)).filter(file => file.startsWith('aftersales-')).sort()
    expect(lists).toEqual(fs.readdirSync(path.join(ROOT, 'db/data')).filter(file => file.endsWith('.csv')).sort())
    expect(lists).toEqual(expect.arrayContaining(['aftersales-WorkOrderStatuses.csv', 'aftersales-WorkOrderStatuses.texts.csv']))
    expect(lists).not.toContain('aftersales-WorkOrders.csv')
  })

  test('loads each list, and takes away what a later version no longer has', () => {
    const loaded = filesIn('db/src/gen', '.hdbtabledata').flatMap(file => [...fs.readFileSync(path.join(gen, 'db/src/gen', file), 'utf8').matchAll(/"file_name":\s*"([^"]+)"/g)].map(([, name]) => name))
    const lists = filesIn('db/src/gen', '.csv').map(file => path.basename(file))
    expect(lists.filter(list => !loaded.includes(list))).toEqual([])
    expect(json<string[]>('db/undeploy.json')).toEqual(expect.arrayContaining(['src/gen/**/*.hdbview', 'src/gen/**/*.hdbindex']))
    expect(filesIn('db', '.hdiconfig')).not.toEqual([])
    expect(json<Package>('db/package.json').scripts.start).toMatch(/hdi-deploy/)
  })
})

describe('What runs as the service', () => {
  test('is compiled, without tests, tools or the shell around it', () => {
    expect(filesIn('srv').filter(file => /\.ts$|\.test\.|jest|eslint|launchpad|^test\//.test(file))).toEqual([])
  })

  test('names every package that it loads', () => {
    const { dependencies, engines } = json<Package>('srv/package.json')
    expect(engines.node).toMatch(/^\^\d+$/)
    const loaded = filesIn('srv', '.js').flatMap(file => [...fs.readFileSync(path.join(gen, 'srv', file), 'utf8').matchAll(/\brequire\("([^"./][^"]*)"\)/g)].map(([, name]) => name))
    const packages = [...new Set(loaded.filter(name => !isBuiltin(name)).map(name => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/')))]
    expect(packages.filter(name => !dependencies[name])).toEqual([])
    expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(['@sap/cds', 'express', '@sap/xssec', '@cap-js/hana', '@cap-js/postgres', '@cap-js/attachments', '@cap-js/audit-logging', '@cap-js/event-broker']))
  })

  test.each(['srv', 'pg'])('installs what was tested: the lock file of %s is the package’s own', folder => {
    const { packages } = json<{ packages: Record<string, Package> }>(`${folder}/package-lock.json`)
    const { dependencies } = json<Package>(`${folder}/package.json`)
    expect(packages[''].dependencies).toEqual(dependencies)
    expect(Object.keys(dependencies).filter(name => !packages[`node_modules/${name}`])).toEqual([])
    expect(Object.keys(packages).filter(name => /\/(jest|typescript|tsx|eslint|playwright-core)$/.test(name))).toEqual([])
  })
})

describe('What goes into the repository of HTML5 applications', () => {
  const archives = () => fs.readdirSync(path.join(gen, 'apps')).map(file => ({ id: path.basename(file, '.zip'), files: unzipped(fs.readFileSync(path.join(gen, 'apps', file))) }))

  test('is an archive for each app', () => {
    expect(archives().map(({ id }) => id).sort()).toEqual(findApps(ROOT).map(({ id }) => id).sort())
  })

  test('holds the app in one file, with routes to the service and the name that Work Zone finds it by', () => {
    for (const { id, files } of archives()) {
      const manifest = JSON.parse(files['manifest.json']) as Manifest, routes = JSON.parse(files['xs-app.json']) as { routes: { source: string; destination?: string }[] }
      expect(manifest['sap.app'].id).toBe(id)
      expect(manifest['sap.cloud']).toEqual({ public: true, service: CLOUD_SERVICE })
      expect(Object.keys(manifest['sap.app'].crossNavigation!.inbounds)).not.toEqual([])
      expect(files['Component-preload.js']).toContain(`${id.replaceAll('.', '/')}/Component.js`)
      for (const { uri } of Object.values(manifest['sap.app'].dataSources ?? {})) expect(routes.routes.filter(({ source, destination }) => destination && new RegExp(source).test(uri))).toHaveLength(1)
    }
  })

  test('brings the library that apps share with each of them', () => {
    const sharing = archives().filter(({ files }) => 'aftersales.forms' in ((JSON.parse(files['manifest.json']) as Manifest)['sap.ui5'].dependencies?.libs ?? {}))
    expect(sharing.length).toBeGreaterThan(5)
    for (const { files } of sharing) {
      const root = (JSON.parse(files['manifest.json']) as Manifest)['sap.ui5'].resourceRoots!['aftersales.forms'].replace('./', '')
      expect(files[`${root}/library-preload.js`]).toContain('aftersales/forms/library.js')
      expect(files['Component-preload.js']).toContain(`"./${root}`.replaceAll('"', '\\"'))
    }
  })

  test('addresses nothing from the root of the site, where the application router has other things', () => {
    const rooted = archives().flatMap(({ id, files }) => Object.entries(files).filter(([name, text]) => name !== 'xs-app.json' && /["'`(]\/(odata|resources)\//.test(text)).map(([name]) => `${id}: ${name}`))
    expect(rooted).toEqual([])
  })
})

describe('In production, on PostgreSQL', () => {
  let postgres: PostgresServer, environment: NodeJS.ProcessEnv, service: ChildProcess, url: string, output = ''

  beforeAll(async () => {
    postgres = await startPostgres('for-tests')
    environment = productive({ NODE_ENV: 'production', CDS_ENV: 'pg', PORT: String(await freePort()), VCAP_SERVICES: JSON.stringify(bindings(postgres)) })
    const { status, stdout, stderr } = spawnSync(process.execPath, ['deploy.js'], { cwd: path.join(gen, 'pg'), env: environment, encoding: 'utf8' })
    if (status) throw new Error(`${stdout.slice(-2000)}\n${stderr.slice(-2000)}`)
    service = spawn(process.execPath, [require.resolve('@sap/cds/bin/serve')], { cwd: path.join(gen, 'srv'), env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [service.stdout!, service.stderr!]) stream.on('data', chunk => { output = (output + chunk).slice(-20_000) })
    url = `http://127.0.0.1:${environment.PORT}`
    await living(service)
  }, 180_000)

  afterAll(async () => {
    if (service && service.exitCode === null) service.kill('SIGKILL')
    await postgres?.stop()
  })

  test('the database has indexes, collations and code lists, and nobody’s orders', async () => {
    const { host, port, user, password, database } = postgres.access
    const client = new Client({ host, port, user, password, database })
    await client.connect()
    const one = async (sql: string) => Number(Object.values((await client.query(sql)).rows[0] as object)[0])
    try {
      const indexes = filesIn('db/src/gen', '.hdbindex').filter(file => file.startsWith('ix_')).length
      expect(await one("select count(*) from pg_indexes where indexname like 'ix\\_%'")).toBe(indexes)
      expect(await one("select count(*) from pg_collation where collname = 'zh-CN-x-icu'")).toBe(1)
      expect(await one('select count(*) from aftersales_workorderstatuses')).toBe(9)
      expect(await one("select count(*) from aftersales_workorderstatuses_texts where locale = 'zh_CN'")).toBe(9)
      expect([await one('select count(*) from aftersales_workorders'), await one('select count(*) from aftersales_customers')]).toEqual([0, 0])
    } finally {
      await client.end()
    }
  })

  test('platforms are told that it lives and is ready', async () => {
    expect((await fetch(`${url}/health/live`)).status).toBe(200)
    expect((await fetch(`${url}/health/ready`)).status).toBe(200)
  })

  test.each(['work-orders', 'dispatch', 'spare-parts', 'quality', 'service-levels', 'finance', 'master-data', 'host-erp'])('nobody without a token learns anything of %s', async name => {
    expect((await fetch(`${url}/odata/v4/${name}/$metadata`)).status).toBe(401)
    expect((await fetch(`${url}/odata/v4/${name}/`)).status).toBe(401)
  })

  test('mocked users of development are not let in, and there is no launchpad', async () => {
    const headers = { authorization: `Basic ${Buffer.from('admin:').toString('base64')}` }
    expect((await fetch(`${url}/odata/v4/work-orders/WorkOrders`, { headers })).status).toBe(401)
    expect((await fetch(`${url}/`)).status).toBe(404)
  })

  test('what the module protects its services with is there: the plugin is active', async () => {
    expect((await fetch(`${url}/odata/v4/work-orders/`)).headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('it ends when the platform asks it to', async () => {
    const ended = new Promise<number | null>(resolve => service.once('exit', resolve))
    service.kill('SIGTERM')
    expect(await Promise.race([ended, wait(15_000, 'still running', { ref: false })])).toBe(0)
  })

  async function living(process: ChildProcess): Promise<void> {
    for (const until = Date.now() + 120_000; Date.now() < until && process.exitCode === null; await wait(200)) {
      if (await fetch(`${url}/health/live`).then(({ ok }) => ok, () => false)) return
    }
    throw new Error(`The service did not start:\n${output}`)
  }
})

const freePort = () => new Promise<number>(resolve => {
  const probe = net.createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address() as AddressInfo
    probe.close(() => resolve(port))
  })
})

/** As Cloud Foundry hands them over. The issuer of tokens is nobody: who has none gets nowhere. */
function bindings({ access }: PostgresServer): object {
  const { host, port, user, password, database } = access
  return {
    'postgresql-db': [{ label: 'postgresql-db', name: 'cap-after-sales-db', plan: 'standard', tags: [], credentials: { hostname: host, port: String(port), username: user, password, dbname: database } }],
    xsuaa: [{
      label: 'xsuaa', name: 'cap-after-sales-auth', plan: 'application', tags: ['xsuaa'],
      credentials: { clientid: 'sb-cap-after-sales!t1', clientsecret: 'none', url: 'http://127.0.0.1:9', uaadomain: '127.0.0.1', xsappname: 'cap-after-sales!t1' }
    }]
  }
}

interface Manifest {
  'sap.app': { id: string; dataSources?: Record<string, { uri: string }>; crossNavigation?: { inbounds: object } }
  'sap.cloud': object
  'sap.ui5': { dependencies?: { libs?: object }; resourceRoots?: Record<string, string> }
}
