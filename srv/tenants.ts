import { setTimeout as sleep } from 'node:timers/promises'
import cds from '@sap/cds'

/** Of a customer who has subscribed; undefined where one installation serves one company. */
export type Tenant = string | undefined

/** What CAP's types leave out. */
interface Facade {
  requires: { multitenancy?: { t0?: string } | false }
  _with<T>(context: unknown, work: () => T): T
  EventContext: new (context: object) => unknown
}
interface Leaving { data: { tenant: string }; on(event: 'done', then: () => void): void }
interface Deployment { getTenants(): Promise<string[]>; before(event: string, then: (req: Leaving) => unknown): void; after(event: string, then: () => unknown): void }

const { _with: within, EventContext } = cds as unknown as Facade
/** Customers are looked for so often, in case another process has subscribed one. */
const LOOK = 60_000
/** So long the end of a subscription waits for work that is under way. */
const REST = 10_000
const DEPLOYMENT = 'cds.xt.DeploymentService'

const settings = () => (cds as unknown as Facade).requires.multitenancy || undefined
export const isMultitenant = (): boolean => Boolean(settings())

/** Whose request, message or round is at hand. CAP's own tenant `t0` is nobody. */
export const tenantHere = (): Tenant => (cds.context?.tenant === t0() ? undefined : cds.context?.tenant)
const t0 = () => (isMultitenant() ? settings()?.t0 ?? 't0' : undefined)

/** Runs work of its own for a tenant: nothing of who happened to cause it. */
export const asTenant = <T>(tenant: Tenant, work: () => T): T => (tenant ? within(new EventContext({ tenant, user: cds.User.privileged }), work) : work())

/** All that is kept in memory for tenants. */
const memories: PerTenant<unknown>[] = []

/** What is kept in memory, apart for each tenant, for as long as it is subscribed. */
export class PerTenant<T> {
  private readonly kept = new Map<Tenant, T>()

  /** @param end tells what is at work that its tenant goes; done when it rests */
  constructor(private readonly make: () => T, private readonly end: (one: T) => unknown = () => {}) {
    memories.push(this as PerTenant<unknown>)
  }

  /** The one of the tenant at hand. */
  here(): T {
    const tenant = tenantHere()
    if (!this.kept.has(tenant)) this.kept.set(tenant, this.make())
    return this.kept.get(tenant)!
  }

  all(): T[] {
    return [...this.kept.values()]
  }

  /** Done when what was at work for the tenant rests. */
  async forget(tenant: Tenant): Promise<void> {
    if (!this.kept.has(tenant)) return
    const one = this.kept.get(tenant)!
    this.kept.delete(tenant)
    await this.end(one)
  }
}

/** Those who have subscribed, or the one company. */
export async function tenants(): Promise<Tenant[]> {
  if (!isMultitenant()) return [undefined]
  const deployment = (await cds.connect.to(DEPLOYMENT)) as unknown as Deployment
  return (await asTenant(t0(), () => deployment.getTenants())).filter(tenant => tenant !== t0() && !leaving.has(tenant))
}

const tenantsIfReadable = (log: string): Promise<Tenant[] | undefined> =>
  tenants().catch(error => { cds.log(log).error('The tenants could not be read; they will be looked for again', error); return undefined })

/** Does work that nobody asked for, such as a round, for each tenant and never without one. A failure with one holds up no other. */
export async function forEachTenant(log: string, work: () => unknown): Promise<void> {
  if (!isMultitenant()) return void (await work())
  const found = (await tenantsIfReadable(log)) ?? []
  await Promise.all(found.map(async tenant => {
    try {
      await asTenant(tenant, work)
    } catch (error) {
      cds.log(log).error(`Work for tenant ${tenant} failed`, error)
    }
  }))
}

const beginnings: { log: string; work: () => unknown }[] = []
const begun = new Set<Tenant>()
/** Whose database is just being removed. */
const leaving = new Set<Tenant>()
let looking: NodeJS.Timeout | undefined

/** Begins something once for each tenant: for those who are there when the server listens, and for each who comes later. Without tenants it begins at once. */
export function beginForEachTenant(log: string, work: () => unknown): void {
  if (!isMultitenant()) return void work()
  beginnings.push({ log, work })
  if (begun.size) void forEachTenant(log, work)
  if (!looking) welcome()
}

function welcome(): void {
  looking = setInterval(() => void look(), LOOK).unref()
  cds.on('shutdown', () => clearInterval(looking))
  void look()
  const deployment = cds.services[DEPLOYMENT] as unknown as Deployment | undefined
  deployment?.after('subscribe', () => { setImmediate(() => void look()) })
  deployment?.before('unsubscribe', leave)
}

/** Ends a tenant's work before its tables go. One that stays after all, since that failed, is found again. */
async function leave(req: Leaving): Promise<void> {
  const { tenant } = req.data
  leaving.add(tenant)
  req.on('done', () => { void forget(tenant); leaving.delete(tenant) })
  await Promise.race([forget(tenant), sleep(REST, undefined, { ref: false })])
}

async function forget(tenant: Tenant): Promise<void> {
  begun.delete(tenant)
  await Promise.all(memories.map(memory => memory.forget(tenant)))
}

async function look(): Promise<void> {
  const found = await tenantsIfReadable('cds')
  if (!found) return
  // Another process has unsubscribed them.
  for (const tenant of begun) if (!found.includes(tenant)) void forget(tenant)
  for (const tenant of found.filter(each => !begun.has(each))) {
    begun.add(tenant)
    for (const { log, work } of beginnings) {
      await asTenant(tenant, async () => { await work() }).catch(error => cds.log(log).error(`Work for tenant ${tenant} could not begin`, error))
    }
  }
}
