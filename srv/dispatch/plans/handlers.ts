import cds from '@sap/cds'
import { entities } from '../../entities'
import { idOf } from '../../request-key'
import { textOf } from '../../words'
import { situation } from '../matching/kept'
import { ask, type Wanted } from './asking'
import { publish, refuseState } from './publishing'
import { PlanRound } from './round'

const round = new PlanRound()

/** What people do with plans, and what works on them. */
export function makePlans(service: cds.ApplicationService): void {
  const { Plans, PlanUnserved } = service.entities
  const answer = (ID: string) => SELECT.one.from(Plans, { ID } as never)
  service.on(['optimize', 'replan'], async req => {
    const ID = await ask(req.data as Wanted, req.event === 'replan')
    startAfter(req)
    return answer(ID)
  })
  service.on('cancel', Plans, async req => answer(await end(req, ['Queued', 'Running'], 'Cancelled')))
  service.on('discard', Plans, async req => answer(await end(req, ['Ready'], 'Discarded')))
  service.on('publish', Plans, async req => {
    const ID = idOf(req.params.at(-1))!
    await publish(ID)
    return answer(ID)
  })
  service.after('READ', Plans, rows => tellFailures([rows].flat() as Row[]))
  service.after('READ', PlanUnserved, rows => explain([rows].flat() as Row[]))
  service.after('READ', Plans, rows => explain(([rows].flat() as Row[]).flatMap(row => (row?.unserved as Row[] | undefined) ?? [])))
  cds.once('listening', () => round.keepLooking())
  cds.on('shutdown', () => round.stop())
}

/** Works on all plans that wait; done when none is left. */
export const workOnPlans = (): Promise<void> => round.start()

type Row = Record<string, any>

/** The plan is in the database when the work on it begins. */
function startAfter(req: cds.Request): void {
  req.on('succeeded', () => { void round.start() })
}

async function end(req: cds.Request, from: string[], state_code: string): Promise<string> {
  const Plans = entities().Plans
  const ID = idOf(req.params.at(-1))!
  const finishedAt = cds.context!.timestamp.toISOString()
  const ended = await UPDATE(Plans).with({ state_code, busyArea: null, leaseUntil: null, ...(state_code === 'Cancelled' && { finishedAt }) } as never).where({ ID, state_code: { in: from } })
  if (!ended) await refuseState(ID)
  return ID
}

function tellFailures(rows: Row[]): void {
  for (const row of rows) if (row?.failure) row.failure = textOf(`plan.${row.failure}`) ?? row.failure
}

/** Why there is no visit, in the reader's language. */
async function explain(rows: Row[]): Promise<void> {
  const asked = rows.filter(row => row?.ID)
  if (!asked.length) return
  const { PlanUnserved } = entities()
  const facts = (await SELECT.from(PlanUnserved).columns('ID', 'reason_code', 'days', 'technicians', 'rule_code', 'ruleTechnicians').where({ ID: { in: asked.map(({ ID }) => ID) } })) as Row[]
  const { tables } = await situation()
  const known = new Map(facts.map(({ rule_code, ...row }) => [row.ID as string, { ...row, rule: rule_code && tables.nameOf('MatchingRules', rule_code, cds.context?.locale ?? 'en') } as Row]))
  for (const row of asked) {
    const values = known.get(row.ID)
    row.text = values && (textOf(`plan.unserved.${values.reason_code}`, values) ?? '')
  }
}
