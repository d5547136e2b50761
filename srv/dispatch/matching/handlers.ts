import cds from '@sap/cds'
import { idOf } from '../../request-key'
import { EVERYBODY, noteMatchingChange, TABLES } from './changes'
import { factsOf, jobOf } from './job-of-order'
import { situation } from './kept'
import { judge, match, type Ranked } from './matching'
import { identity, recommendation } from './presentation'
import { writeRegistered } from './registered'
import { weightsFor } from './weights'

/** So many of each kind are listed unless somebody wants more. */
const LISTED = 20

type Asked = cds.Request & { data: { start?: string; at?: string; forSecond?: boolean; limit?: number; technician_ID: string } }
type Proposal = { data: { workOrder_ID: string; weights: { factor_code: string; minutes: number }[]; limit?: number } }

/** Answers who may come, and keeps what answers are made from up to date. */
export function recommendTechnicians(service: cds.ApplicationService): void {
  const { WorkOrders, MatchingFactors, MatchingWeights } = service.entities
  service.before(['READ', 'CREATE', 'UPDATE'], [MatchingFactors, MatchingWeights] as never, writeRegistered)
  service.on('recommend', WorkOrders, req => recommend(req as Asked))
  service.on('check', WorkOrders, req => check(req as Asked))
  service.on('previewWeights', req => previewWeights(req as unknown as Proposal))
  followChanges(service)
}

async function recommend({ params, data }: Asked) {
  const { start, at, forSecond, limit } = data
  const now = await situation(), order = await factsOf(idOf(params.at(-1))!)
  const job = await jobOf(order, now, { start, at, isSecond: forSecond })
  return recommendation(job, match(job, now.pool, weightsFor(order.serviceArea_code, order.orderType_code, now.tables.weights), limit ?? LISTED), now.tables)
}

async function check({ params, data: { technician_ID, at } }: Asked) {
  const now = await situation(), order = await factsOf(idOf(params.at(-1))!)
  const job = await jobOf(order, now, { at })
  const verdict = judge(job, now.pool, weightsFor(order.serviceArea_code, order.orderType_code, now.tables.weights), technician_ID)
  const ranked = verdict && 'total' in verdict ? [verdict] : [], rejected = verdict && !('total' in verdict) ? [verdict] : []
  return recommendation(job, { eligible: ranked.length, ineligible: rejected.length, ranked, rejected }, now.tables)
}

async function previewWeights({ data: { workOrder_ID, weights, limit } }: Proposal) {
  const now = await situation(), order = await factsOf(workOrder_ID)
  const job = await jobOf(order, now)
  const today = weightsFor(order.serviceArea_code, order.orderType_code, now.tables.weights)
  const proposed = { ...today, ...Object.fromEntries((weights ?? []).map(({ factor_code, minutes }) => [factor_code, minutes])) }
  const everybody = now.pool.technicians.length
  const before = match(job, now.pool, today, everybody).ranked, after = match(job, now.pool, proposed, everybody).ranked
  return standings(before, after, limit ?? LISTED)
}

/** Those that are among the first before or after, in their new order. */
function standings(before: Ranked[], after: Ranked[], limit: number) {
  const earlier = new Map(before.map(each => [each.technician.ID, each]))
  return after.map(each => ({ each, was: earlier.get(each.technician.ID)! })).filter(({ each, was }) => each.rank <= limit || was.rank <= limit)
    .map(({ each, was }) => ({
      ...identity(each.technician), rankBefore: was.rank, totalBefore: cents(was.total), rankAfter: each.rank, totalAfter: cents(each.total)
    }))
}

const cents = (value: number) => Math.round(value * 100) / 100

/** What people change is known to all instances with its transaction. */
function followChanges(service: cds.ApplicationService): void {
  const { Technicians, WorkRequirements, CustomerPreferences, MatchingWeights, ServiceAreas, SkillTags, CertificateKinds, ToolKinds, AbsenceKinds } = service.entities
  const changes = ['CREATE', 'UPDATE', 'DELETE']
  service.after(changes, Technicians, (_, req) => noteMatchingChange(((req.data as { ID?: string }).ID ?? idOf(req.params.at(-1)))!))
  const parts = ['TechnicianAreas', 'Skills', 'Certificates', 'CertificateModels', 'Absences', 'Tools'].map(name => service.entities[name]).filter(Boolean)
  service.after(changes, parts as never, () => noteMatchingChange(EVERYBODY))
  service.after(changes, [WorkRequirements, CustomerPreferences, MatchingWeights, ServiceAreas, SkillTags, CertificateKinds, AbsenceKinds] as never, () => noteMatchingChange(TABLES))
  // Whether a tool of a kind needs calibration stands with everybody's tools.
  service.after(changes, ToolKinds, () => noteMatchingChange(EVERYBODY, TABLES))
  service.after(['importTechnicians', 'rebuildPerformance'], () => noteMatchingChange(EVERYBODY))
}
