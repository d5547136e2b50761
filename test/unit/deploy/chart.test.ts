import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { CLOUD_SERVICE, SERVICE_DESTINATION } from '../../../app/launchpad/deploying/pages'
import { render, templatesOf, valuesOf, type Resource } from '../../setup/chart'

const CHART = path.resolve(__dirname, '../../../chart')
const EVERYTHING = {
  autoscaling: { enabled: true }, networkPolicy: { enabled: true }, connectivity: { enabled: true }, xsSecurity: '{"xsappname":"cap-after-sales"}',
  image: { pullSecret: 'registry' }, service: { profiles: 'event-broker', env: { TZ: 'UTC' } },
  services: { logging: { enabled: true }, events: { enabled: true }, identity: { enabled: true } }
}
const NOTHING = {
  expose: { enabled: false }, apps: { enabled: false }, database: { kind: 'hana' },
  services: Object.fromEntries(Object.keys(valuesOf(CHART).services as object).map(name => [name, { enabled: false }]))
}
interface Container { name: string; image: string; env: { name: string; value?: string }[]; volumeMounts: { name: string; mountPath: string }[]; [field: string]: unknown }
interface Pod {
  containers: Container[]; volumes: { name: string; secret?: { secretName: string }; projected?: object }[]; securityContext: { runAsNonRoot: boolean; runAsUser: number }
  terminationGracePeriodSeconds?: number; serviceAccountName?: string
}
const podOf = (resource: Resource): Pod => (resource.spec as { template: { spec: Pod } }).template.spec
const find = (resources: Resource[], kind: string, name: string) => resources.find(resource => resource.kind === kind && resource.metadata.name === name)!
const variable = (pod: Pod, name: string) => pod.containers[0].env.find(entry => entry.name === name)?.value

describe.each([['as it is', {}], ['with everything switched on', EVERYTHING], ['with all that is optional switched off, on SAP HANA', NOTHING]])('The chart %s', (_, values) => {
  const resources = render(CHART, values)
  const workloads = resources.filter(({ kind }) => ['Deployment', 'Job'].includes(kind))

  test('consists of resources with names of their own', () => {
    const names = resources.map(({ apiVersion, kind, metadata }) => `${apiVersion} ${kind} ${metadata.name}`)
    expect(names.filter(name => /undefined|null/.test(name))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })

  test('mounts what its pods have, and has what they mount', () => {
    for (const workload of workloads) {
      const { containers, volumes } = podOf(workload)
      expect(containers[0].volumeMounts.map(({ name }) => name).sort()).toEqual(volumes.map(({ name }) => name).sort())
    }
  })

  test('takes secrets that its bindings write, or that are there before', () => {
    const written = resources.filter(({ kind }) => kind === 'ServiceBinding').map(({ spec }) => (spec as { secretName: string }).secretName)
    const before = [(valuesOf(CHART).database as { secretName: string }).secretName]
    for (const workload of workloads) {
      const taken = podOf(workload).volumes.flatMap(({ secret }) => secret?.secretName ?? [])
      expect(taken.filter(name => ![...written, ...before].includes(name))).toEqual([])
    }
  })

  test('binds instances that it creates', () => {
    const instances = resources.filter(({ kind }) => kind === 'ServiceInstance').map(({ metadata }) => metadata.name)
    const bound = resources.filter(({ kind }) => kind === 'ServiceBinding').map(({ spec }) => (spec as { serviceInstanceName: string }).serviceInstanceName)
    expect(bound).toEqual(instances)
  })

  test('runs nothing as root, with rights to become it, or without limits', () => {
    for (const workload of workloads) {
      const { containers: [container], securityContext } = podOf(workload)
      expect(securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 })
      expect(container).toMatchObject({
        securityContext: { allowPrivilegeEscalation: false, privileged: false, capabilities: { drop: ['ALL'] } },
        resources: { requests: { memory: expect.any(String) }, limits: { memory: expect.any(String) } }
      })
    }
  })

  test('sends requests to the pods of the service', () => {
    const { labels } = (find(resources, 'Deployment', 'repairs-srv').spec as { template: { metadata: { labels: object } } }).template.metadata
    expect((find(resources, 'Service', 'repairs-srv').spec as { selector: object }).selector).toEqual(labels)
    expect((find(resources, 'PodDisruptionBudget', 'repairs-srv').spec as { selector: { matchLabels: object } }).selector.matchLabels).toEqual(labels)
  })
})

test('pods get traffic when the service is ready, and are restarted when it does not live', () => {
  const [container] = podOf(find(render(CHART), 'Deployment', 'repairs-srv')).containers
  expect(container).toMatchObject({
    startupProbe: { httpGet: { path: '/health/live' } }, livenessProbe: { httpGet: { path: '/health/live' } }, readinessProbe: { httpGet: { path: '/health/ready' } }
  })
})

test('pods have the time that the service takes to end', () => {
  const pod = podOf(find(render(CHART), 'Deployment', 'repairs-srv'))
  const { requires: { observing: { shutdown } } } = JSON.parse(variable(pod, 'CDS_CONFIG')!) as { requires: { observing: { shutdown: { delay: number; limit: number } } } }
  expect(shutdown.delay + shutdown.limit).toBeLessThan(pod.terminationGracePeriodSeconds! * 1000)
})

test('the profile of CAP follows the kind of database', () => {
  const profile = (values: object) => variable(podOf(find(render(CHART, values as never), 'Deployment', 'repairs-srv')), 'CDS_ENV')
  expect([profile({}), profile(EVERYTHING), profile({ database: { kind: 'hana' } })]).toEqual(['pg', 'pg,event-broker', ''])
})

test('tables are there before pods of a new version start, and pages follow', () => {
  const resources = render(CHART)
  expect(find(resources, 'Job', 'repairs-database-deployer').metadata.annotations).toMatchObject({ 'helm.sh/hook': 'pre-install,pre-upgrade' })
  expect(find(resources, 'Job', 'repairs-apps-deployer').metadata.annotations).toMatchObject({ 'helm.sh/hook': 'post-install,post-upgrade' })
})

test('images are those that the Dockerfile builds', () => {
  const targets = [...fs.readFileSync(path.join(CHART, '../Dockerfile'), 'utf8').matchAll(/^FROM \S+ AS (\S+)/gm)].map(([, name]) => name)
  const images = ['postgres', 'hana'].flatMap(kind => render(CHART, { database: { kind } })).filter(({ kind }) => ['Deployment', 'Job'].includes(kind))
    .map(workload => /\/cap-after-sales-([\w-]+):/.exec(podOf(workload).containers[0].image)![1])
  expect([...new Set(images)].map(image => (image === 'srv' ? 'service' : image)).filter(target => !targets.includes(target))).toEqual([])
})

test('pages find the service by the destination that their routes name', () => {
  const job = podOf(find(render(CHART, { expose: { domain: 'example.org' } }), 'Job', 'repairs-apps-deployer'))
  const [destination] = JSON.parse(variable(job, 'BACKEND_DESTINATIONS')!) as Record<string, unknown>[]
  expect(destination).toMatchObject({ Name: SERVICE_DESTINATION, URL: 'https://repairs-srv.example.org', 'sap.cloud.service': CLOUD_SERVICE, 'HTML5.ForwardAuthToken': true })
  expect(variable(job, 'SAP_CLOUD_SERVICE')).toBe(CLOUD_SERVICE)
})

test('templates use values that exist, and every value is used', () => {
  const text = templatesOf(CHART).map(template => template.text).join('\n')
  const used = [...text.matchAll(/\.Values\.([\w.]+)/g)].map(([, name]) => name)
  const values = valuesOf(CHART)
  const known = (name: string) => name.split('.').reduce<unknown>((value, field) => (value as Record<string, unknown> | undefined)?.[field], values) !== undefined
  expect(used.filter(name => !known(name))).toEqual([])
  const declared = leaves(values, 2).filter(name => !name.startsWith('services.'))
  expect(declared.filter(name => !used.some(other => other === name || name.startsWith(`${other}.`) || other.startsWith(`${name}.`)))).toEqual([])
})

test('the schema of the values knows each of them, and would refuse others', () => {
  const schema = JSON.parse(fs.readFileSync(path.join(CHART, 'values.schema.json'), 'utf8')) as Schema
  const unknown: string[] = []
  check(valuesOf(CHART), schema, schema, '', unknown)
  expect(unknown).toEqual([])
  check({ image: { repositry: 'x' } }, schema, schema, '', unknown)
  expect(unknown).toEqual(['image.repositry'])
})

test('the chart has the version of the package', () => {
  const { version } = JSON.parse(fs.readFileSync(path.join(CHART, '../package.json'), 'utf8')) as { version: string }
  const chart = parse(fs.readFileSync(path.join(CHART, 'Chart.yaml'), 'utf8')) as { version: string; appVersion: string }
  expect([chart.version, chart.appVersion, (valuesOf(CHART).image as { tag: string }).tag]).toEqual([version, version, version])
})

interface Schema { properties?: Record<string, Schema>; additionalProperties?: boolean | Schema; $ref?: string; definitions?: Record<string, Schema> }

function check(value: unknown, schema: Schema, root: Schema, at: string, unknown: string[]): void {
  const { properties, additionalProperties } = schema.$ref ? root.definitions![schema.$ref.split('/').at(-1)!] : schema
  if (typeof value !== 'object' || value === null || Array.isArray(value) || (!properties && !additionalProperties)) return
  for (const [name, child] of Object.entries(value)) {
    const place = at ? `${at}.${name}` : name, known = properties?.[name] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined)
    if (known) check(child, known, root, place, unknown)
    else unknown.push(place)
  }
}

function leaves(values: object, depth: number, at = ''): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const place = at ? `${at}.${name}` : name
    return depth > 1 && typeof value === 'object' && value !== null ? leaves(value, depth - 1, place) : [place]
  })
}
