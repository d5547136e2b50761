import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { CLOUD_SERVICE, SERVICE_DESTINATION } from '../../../app/launchpad/deploying/pages'
import { productionSettings } from '../../../app/launchpad/deploying/production-settings'
import { ENGINES } from '../../../app/launchpad/deploying/service-package'

const ROOT = path.resolve(__dirname, '../../..')
const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8')
const project = JSON.parse(read('package.json')) as { version: string; scripts: Record<string, string> }

interface Requirement { name: string; parameters?: Record<string, unknown> }
interface Part {
  name: string; type: string; path?: string; requires?: Requirement[]; provides?: Requirement[]; 'processed-after'?: string[]; 'deployed-after'?: string[]
  parameters?: Record<string, unknown> & { service?: string; 'service-plan'?: string; config?: Record<string, unknown>; memory?: string; path?: string; content?: unknown; tasks?: { command: string }[] }
  properties?: Record<string, string | boolean>
  'build-parameters'?: { builder?: string; commands?: string[]; 'no-source'?: boolean }
}
interface Descriptor { version: string; ID: string; modules: Part[]; resources: Part[]; 'build-parameters': { 'before-all': { commands: string[] }[] } }

const descriptors = Object.fromEntries(['mta.yaml', 'mta-postgres.yaml'].map(file => [file, parse(read(file)) as Descriptor]))
const part = (descriptor: Descriptor, name: string) => [...descriptor.modules, ...descriptor.resources].find(candidate => candidate.name === name)!

/** Offerings of SAP BTP with the plans that the module is made for. */
const PLANS: Record<string, string[]> = {
  hana: ['hdi-shared'], 'postgresql-db': ['standard'], xsuaa: ['application'], destination: ['lite'], connectivity: ['lite'], 'html5-apps-repo': ['app-host'],
  objectstore: ['standard'], 'malware-scanner': ['clamav'], auditlog: ['premium'], 'cloud-logging': ['standard'], 'event-broker': ['event-connectivity'], identity: ['application']
}

describe.each(Object.entries(descriptors))('%s', (_, descriptor) => {
  const parts = [...descriptor.modules, ...descriptor.resources]
  const offered = [...descriptor.resources.map(({ name }) => name), ...descriptor.modules.flatMap(({ provides = [] }) => provides.map(({ name }) => name))]

  test('provides whatever its parts require', () => {
    const required = parts.flatMap(({ name, requires = [], 'processed-after': after = [] }) => [...requires.map(requirement => requirement.name), ...after].map(other => `${name} → ${other}`))
    expect(required.filter(line => !offered.includes(line.split(' → ')[1]))).toEqual([])
  })

  test('creates nothing that nobody asks for', () => {
    const required = parts.flatMap(({ requires = [] }) => requires.map(({ name }) => name))
    expect(offered.filter(name => !required.includes(name))).toEqual([])
  })

  test('fills in values that are provided', () => {
    const text = JSON.stringify(descriptor)
    expect([...new Set([...text.matchAll(/~\{([^}]+)\}/g)].map(([, name]) => name))]).toEqual(['srv-api/srv-url'])
  })

  test('asks for offerings in plans that exist', () => {
    const asked = descriptor.resources.map(({ parameters }) => [parameters!.service!, parameters!['service-plan']!])
    expect(asked.filter(([service, plan]) => !PLANS[service]?.includes(plan))).toEqual([])
  })

  test('has the version of the package, and builds it by the command that everybody uses', () => {
    expect(descriptor.version).toBe(project.version)
    const commands = descriptor['build-parameters']['before-all'].flatMap(({ commands }) => commands)
    expect(commands).toEqual(['npm ci', 'npm run build'])
    expect(project.scripts.build).toBeDefined()
  })

  test('leaves the service more memory than its heap may take', () => {
    const { parameters, properties } = part(descriptor, 'cap-after-sales-srv')
    const heap = Number(/max-old-space-size=(\d+)/.exec(String(properties!.NODE_OPTIONS))![1])
    expect(heap).toBeLessThanOrEqual(megabytes(parameters!.memory!) * 0.8)
    expect(parameters).toMatchObject({ instances: 2, 'health-check-http-endpoint': '/health/live', 'readiness-health-check-http-endpoint': '/health/ready' })
  })

  test('starts the service when its tables are there', () => {
    expect(part(descriptor, 'cap-after-sales-srv')['deployed-after']).toEqual(['cap-after-sales-db-deployer'])
  })

  test('creates the destination that the routes of the pages name, under the name that the pages carry', () => {
    const { config } = part(descriptor, 'cap-after-sales-destination').parameters!
    const own = (config as { init_data: { instance: { destinations: Record<string, unknown>[] } } }).init_data.instance.destinations
    expect(own).toEqual([expect.objectContaining({ Name: SERVICE_DESTINATION, URL: '~{srv-api/srv-url}', 'HTML5.ForwardAuthToken': true })])
    const { content } = part(descriptor, 'cap-after-sales-destinations').parameters as { content: { instance: { destinations: Record<string, string>[] } } }
    expect(content.instance.destinations.map(destination => destination['sap.cloud.service'])).toEqual([CLOUD_SERVICE, CLOUD_SERVICE])
    const keys = part(descriptor, 'cap-after-sales-destinations').requires!.flatMap(({ name, parameters }) => (parameters?.['service-key'] ? [[name, (parameters['service-key'] as { name: string }).name]] : []))
    expect(content.instance.destinations.map(destination => [destination.ServiceInstanceName, destination.ServiceKeyName])).toEqual(keys)
  })

  test('takes roles from a file whose collections, templates and scopes fit together', () => {
    const security = JSON.parse(read(part(descriptor, 'cap-after-sales-auth').parameters!.path!)) as Security
    const scopes = security.scopes.map(({ name }) => name), templates = security['role-templates'].map(({ name }) => `$XSAPPNAME.${name}`)
    expect(security['role-templates'].flatMap(template => template['scope-references']).filter(scope => !scopes.includes(scope))).toEqual([])
    expect(security['role-collections'].flatMap(collection => collection['role-template-references']).filter(template => !templates.includes(template))).toEqual([])
  })
})

test('the two descriptors differ in the database and in nothing else', () => {
  const rest = ({ modules, resources }: Descriptor) => ({
    modules: modules.filter(({ name }) => name !== 'cap-after-sales-db-deployer').map(module => ({ ...module, properties: { ...module.properties, CDS_ENV: undefined } })),
    resources: resources.filter(({ name }) => name !== 'cap-after-sales-db')
  })
  expect(rest(descriptors['mta-postgres.yaml'])).toEqual(rest(descriptors['mta.yaml']))
  expect(Object.values(descriptors).map(descriptor => part(descriptor, 'cap-after-sales-srv').properties!.CDS_ENV)).toEqual(['event-broker', 'pg,event-broker'])
  expect(Object.values(descriptors).map(descriptor => part(descriptor, 'cap-after-sales-db').parameters!.service)).toEqual(['hana', 'postgresql-db'])
})

describe('The Dockerfile', () => {
  const lines = read('Dockerfile').replace(/\\\n/g, ' ').split('\n').filter(line => line && !line.startsWith('#'))
  const stages = lines.reduce<Record<string, string[]>>((all, line) => {
    const name = /^FROM \S+ AS (\S+)/.exec(line)?.[1] ?? Object.keys(all).at(-1)!
    return { ...all, [name]: [...(all[name] ?? []), line] }
  }, {})
  const finals = ['postgres-deployer', 'hana-deployer', 'apps-deployer', 'service']

  test('copies files that exist and that the build is shown', () => {
    const sources = lines.filter(line => /^COPY (?!--from)/.test(line)).flatMap(line => line.split(/\s+/).slice(1, -1)).map(source => source.replace(/^\.\//, ''))
    const shown = read('.dockerignore').split('\n').filter(line => line.startsWith('!')).map(line => line.slice(1))
    expect(sources.filter(source => !fs.existsSync(path.join(ROOT, source)))).toEqual([])
    expect(sources.sort()).toEqual(shown.sort())
  })

  test('takes from other stages what these have', () => {
    const taken = lines.flatMap(line => /--from=(\S+)/.exec(line)?.[1] ?? [])
    expect(taken.filter(stage => !stages[stage])).toEqual([])
  })

  test('runs on the Node of the package, and not as root', () => {
    const major = /\d+/.exec(ENGINES.node)![0]
    expect(Object.values(stages).map(([from]) => /^FROM node:(\d+)-/.exec(from)?.[1])).toEqual(Object.keys(stages).map(() => major))
    expect(finals.map(stage => stages[stage].findLast(line => line.startsWith('USER')))).toEqual(finals.map(() => 'USER 1000'))
  })

  test('looks after the health of the service, which is what it builds unless told otherwise', () => {
    expect(Object.keys(stages).at(-1)).toBe('service')
    expect(stages.service.join('\n')).toMatch(/HEALTHCHECK .*\/health\/live/)
  })
})

describe('Settings of production', () => {
  test('have no users, passwords or samples of development and tests', () => {
    const text = JSON.stringify(productionSettings(parse(read('.cdsrc.yaml')) as Record<string, unknown>))
    expect(text).not.toMatch(/mocked|password|test\/data|127\.0\.0\.1|\[development\]|\[test\]/)
    expect(text).toMatch(/xsuaa/)
  })

  test('let the profile of a database win over production', () => {
    const { db } = productionSettings({ db: { '[pg]': { kind: 'postgres' }, '[production]': { kind: 'hana' }, kind: 'sqlite' } }) as { db: object }
    expect(Object.keys(db)).toEqual(['kind', '[production]', '[pg]'])
  })
})

interface Security {
  scopes: { name: string }[]
  'role-templates': { name: string; 'scope-references': string[] }[]
  'role-collections': { 'role-template-references': string[] }[]
}

const megabytes = (amount: string) => Number.parseInt(amount) * (amount.endsWith('G') ? 1024 : 1)
