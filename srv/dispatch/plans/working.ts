import cds from '@sap/cds'
import { entities } from '../../entities'
import { inTurn } from '../../turns'
import { dayNumber } from '../matching/technician'
import type { Progress } from '../route-plan'
import { travelTimes } from '../travel/travel-times'
import { readSources } from './reading'
import { planWorld } from './schedule'
import { planSettings } from './settings'
import { sorted, type Sorted } from './sorting'
import { resultOf, type PlanResult } from './storing'

/** Whoever works on a plan says so this often, and is given up after the lease. */
const BEAT = 1000
const LEASE = 20_000
const ATTEMPTS = 2
const DAY = 86_400_000
const LOG = cds.log('dispatch')

interface Job {
  ID: string
  number: string
  area_code: string
  firstDay: string
  lastDay: string
  seconds: number
  seed: number
  maxIterations: number | null
  keepsPromises: boolean
  isReplan: boolean
  absent_ID: string | null
  urgent_ID: string | null
  attempts: number
}

/** Takes the next plan that waits, or that whoever worked on it has left; one that was left too often has failed. */
export async function claim(): Promise<Job | undefined> {
  const { Plans } = entities()
  const now = cds.context!.timestamp.toISOString()
  const [next] = (await SELECT.from(Plans).columns('ID', 'state_code', 'attempts').where`state_code = 'Queued' or (state_code = 'Running' and leaseUntil < ${now})`
    .orderBy('createdAt', 'number').limit(1)) as { ID: string; state_code: string; attempts: number }[]
  if (!next) return undefined
  const isLeft = { ID: next.ID, state_code: next.state_code, attempts: next.attempts }
  if (next.attempts >= ATTEMPTS) {
    await UPDATE(Plans).with({ ...failedWith('interrupted'), finishedAt: now } as never).where(isLeft)
    return claim()
  }
  const taken = await UPDATE(Plans).with({ state_code: 'Running', attempts: next.attempts + 1, startedAt: now, progress: 0, leaseUntil: lease() } as never).where(isLeft)
  if (!taken) return claim()
  return (await SELECT.one.from(Plans, { ID: next.ID } as never)) as Job
}

/** Works on a plan that was claimed, beside the requests. Never throws: what went wrong stands in the plan. */
export async function workOn(job: Job, signal: AbortSignal): Promise<void> {
  const stopped = new AbortController()
  const beat = new Heartbeat(job, () => stopped.abort())
  try {
    const made = await make(job, AbortSignal.any([signal, stopped.signal]), progress => { beat.latest = progress })
    if (signal.aborted) await inTurn(() => leave(job))
    else if (made && !stopped.signal.aborted) await inTurn(() => keep(job, made))
    else if (!made) await inTurn(() => finish(job, failedWith('nobodyWorks')))
  } catch (error) {
    // The database may be gone before the plan is given back: its lease ends by itself.
    if (signal.aborted) return
    LOG.error(`The plan ${job.number} failed`, error)
    await inTurn(() => finish(job, failedWith('broken'))).catch(reason => LOG.error(`The failure of the plan ${job.number} could not be written down`, reason))
  } finally {
    beat.stop()
  }
}

interface Made extends PlanResult { technicians: object[]; builtAt: string }

async function make(job: Job, signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<Made | undefined> {
  const { firstDay, lastDay, keepsPromises, isReplan, seconds, seed, maxIterations } = job
  const settings = planSettings()
  const { plan, versions, builtAt } = await inTurn(() => read(job, dayNumber(firstDay), dayNumber(lastDay)))
  const schedule = await planWorld(plan.world, { keepsPromises, isReplan }, settings, travelTimes(), {
    seconds, seed, iterations: maxIterations ?? undefined, workers: settings.threads, signal, onProgress
  })
  if (!schedule) return undefined
  return {
    ...resultOf(job.ID, plan, schedule, settings.lost), builtAt,
    technicians: [...versions].map(([technician_ID, scheduleVersion]) => ({ plan_ID: job.ID, technician_ID, scheduleVersion }))
  }
}

async function read(job: Job, firstDay: number, lastDay: number): Promise<{ plan: Sorted; versions: Map<string, number>; builtAt: string }> {
  const { timestamp } = cds.context!
  const sources = await readSources({ area: job.area_code, from: firstDay * DAY, to: (lastDay + 1) * DAY })
  const { frozenMinutes } = planSettings()
  const range = { area: job.area_code, firstDay, lastDay, now: timestamp.getTime(), frozenMinutes, absent: job.absent_ID, urgent: job.urgent_ID }
  return { plan: sorted(sources, range), versions: sources.versions, builtAt: timestamp.toISOString() }
}

async function keep(job: Job, { header, figures, visits, unserved, technicians, builtAt }: Made): Promise<void> {
  const { PlanFigures, PlanVisits, PlanUnserved, PlanTechnicians } = entities()
  if (!(await finish(job, { ...header, builtAt, state_code: 'Ready', progress: 100 }))) return
  for (const [entity, rows] of [[PlanFigures, figures], [PlanVisits, visits], [PlanUnserved, unserved], [PlanTechnicians, technicians]] as const)
    if (rows.length) await INSERT.into(entity).entries(rows)
}

/** False when the plan was cancelled or taken over meanwhile. */
const finish = async ({ ID, attempts }: Job, changes: object): Promise<boolean> => {
  const { Plans } = entities()
  const finished = { busyArea: null, leaseUntil: null, finishedAt: cds.context!.timestamp.toISOString() }
  return Boolean(await UPDATE(Plans).with({ ...finished, ...changes } as never).where({ ID, attempts, state_code: 'Running' }))
}

/** The process ends: the next one need not wait for the lease. */
async function leave({ ID, attempts }: Job): Promise<void> {
  const { Plans } = entities()
  await UPDATE(Plans).with({ state_code: 'Queued', leaseUntil: null, attempts: attempts - 1 } as never).where({ ID, attempts, state_code: 'Running' })
}

/** The text's key beneath `plan`, since whoever reads it has a language. */
const failedWith = (failure: string) => ({ state_code: 'Failed', busyArea: null, leaseUntil: null, failure })

const lease = () => new Date(cds.context!.timestamp.getTime() + LEASE).toISOString()

/** Writes the progress down and renews the lease. A plan that is no longer this one's to make is stopped. */
class Heartbeat {
  latest?: Progress
  private isBusy = false
  private readonly timer: NodeJS.Timeout

  constructor(private readonly job: Job, private readonly onLoss: () => void) {
    this.timer = setInterval(() => void this.beat(), BEAT)
    this.timer.unref()
  }

  stop(): void {
    clearInterval(this.timer)
  }

  private async beat(): Promise<void> {
    if (this.isBusy) return
    this.isBusy = true
    try {
      if (!(await inTurn(() => this.write()))) this.onLoss()
    } catch (error) {
      LOG.warn(`The progress of the plan ${this.job.number} could not be written down:`, (error as Error).message)
    } finally {
      this.isBusy = false
    }
  }

  private write(): Promise<number> {
    const { Plans } = entities()
    const { ID, attempts } = this.job
    const { share = 0, iterations = 0 } = this.latest ?? {}
    return UPDATE(Plans).with({ progress: Math.floor(share * 99), iterations, leaseUntil: lease() } as never).where({ ID, attempts, state_code: 'Running' }) as unknown as Promise<number>
  }
}
