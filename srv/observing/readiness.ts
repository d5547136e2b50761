import cds from '@sap/cds'
import { observingSettings } from './settings'
import { isShuttingDown } from './shutdown'

/** What does not make the service unready and is worth knowing: the host is down, for instance. */
export interface Condition { status: 'UP' | 'DEGRADED'; since?: string; reason?: string }

export interface Readiness { isReady: boolean; database: 'UP' | 'DOWN' | 'NONE'; databaseMilliseconds?: number; services: number; isShuttingDown: boolean }

const conditions = new Map<string, () => Condition>()

/** Capabilities tell by themselves how it stands with what they depend on. `look` is cheap and asks nobody. */
export const reportCondition = (name: string, look: () => Condition): void => { conditions.set(name, look) }

export const conditionsNow = (): Record<string, Condition> => Object.fromEntries([...conditions].map(([name, look]) => [name, look()]))

let isListening = false
cds.once('listening', () => { isListening = true })

let known: { at: number; answer: Promise<Readiness> } | undefined

/** Of many who ask within a second one asks the database. */
export function readiness(): Promise<Readiness> {
  const { cache } = observingSettings().readiness
  if (!known || known.at + cache <= Date.now()) known = { at: Date.now(), answer: look() }
  return known.answer.then(answer => ({ ...answer, isReady: answer.isReady && !isShuttingDown(), isShuttingDown: isShuttingDown() }))
}

async function look(): Promise<Readiness> {
  const services = Object.keys(cds.services).filter(name => name.startsWith('aftersales.')).length
  const from = performance.now()
  const database = cds.db ? ((await answers()) ? 'UP' : 'DOWN') : 'NONE'
  const isReady = isListening && services > 0 && database !== 'DOWN'
  return { isReady, database, ...(database === 'UP' && { databaseMilliseconds: Math.round(performance.now() - from) }), services, isShuttingDown: isShuttingDown() }
}

/** One question at a time: while it waits for a connection, further ones would only make the queue longer. */
let question: Promise<boolean> | undefined

async function answers(): Promise<boolean> {
  const { timeout } = observingSettings().readiness
  question ??= ask().then(() => true, () => false).finally(() => { question = undefined })
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>(resolve => { timer = setTimeout(resolve, timeout, false) })
  return Promise.race([question, late]).finally(() => clearTimeout(timer))
}

function ask(): Promise<unknown> {
  const { multitenancy } = cds.requires as { multitenancy?: { t0?: string } | boolean }
  const tenant = multitenancy ? { tenant: (multitenancy as { t0?: string }).t0 ?? 't0' } : {}
  const sql = (cds.db as unknown as { kind?: string; options?: { kind?: string } }).options?.kind === 'hana' ? 'SELECT 1 AS one FROM DUMMY' : 'SELECT 1 AS one'
  return cds.tx({ user: cds.User.privileged, ...tenant } as never, (() => cds.db.run(sql)) as never) as unknown as Promise<unknown>
}
