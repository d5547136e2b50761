import cds from '@sap/cds'
import { nextNumbers } from '../number-range'
import { OBJECTS, type PrivacyObject } from './objects'
import { obstaclesOf } from './obstacles'
import { termsOf, type Rule, type Terms } from './retention'

export type RunKind = 'block' | 'erase'
interface Row { ID: string; [column: string]: any }

const PAGE = 1000

/** Writes down what is due today, and what holds it; nothing else is touched. Rows are read page by page. */
export async function propose(kind: RunKind, wanted: PrivacyObject | undefined, user: string): Promise<string> {
  const at = cds.context!.timestamp.toISOString()
  const asOf = at.slice(0, 10)
  const ID = cds.utils.uuid()
  const [number] = await nextNumbers('RetentionRun')
  await INSERT.into('aftersales.RetentionRuns').entries({ ID, number, kind_code: kind, object_code: wanted ?? null, asOf, proposedAt: at, proposedBy: user } as never)
  for (const object of wanted ? [wanted] : (Object.keys(OBJECTS) as PrivacyObject[])) {
    for await (const due of kind === 'block' ? dueToBlock(object, asOf) : dueToErase(object, asOf)) {
      const obstacles = await obstaclesOf(object, due.map(row => row.ID))
      await INSERT.into('aftersales.RetentionItems').entries(due.map(({ ID: objectID, number: objectNumber, endedOn, purposeEnd, eraseOn, rule }) => ({
        run_ID: ID, object_code: object, objectID, objectNumber, endedOn, purposeEnd, eraseOn, rule_ID: rule, obstacle_code: obstacles.get(objectID) ?? null,
        state_code: obstacles.has(objectID) ? 'Held' : 'Planned'
      })) as never)
    }
  }
  return ID
}

interface Due extends Terms { ID: string; number: string; endedOn: string }

async function* dueToBlock(object: PrivacyObject, asOf: string): AsyncGenerator<Due[]> {
  const rules = await rulesOf(object)
  if (!rules.length) return
  const { number } = OBJECTS[object]
  for (let after = ''; ;) {
    const rows = await over(object, after)
    if (!rows.length) return
    after = rows.at(-1)!.ID
    const due = rows.flatMap(row => {
      const facts = OBJECTS[object].facts(row)
      const terms = termsOf(facts, rules)
      return terms && terms.purposeEnd <= asOf ? [{ ID: row.ID, number: String(row[number]).slice(0, 20), endedOn: facts.ended, ...terms }] : []
    })
    if (due.length) yield due
  }
}

/** The next page of rows whose work is over and that are not blocked yet, with what rules ask about. */
async function over(object: PrivacyObject, after: string): Promise<Row[]> {
  const { entity, number, columns, isOver } = OBJECTS[object]
  const blocked = SELECT.from('aftersales.BlockedObjects').columns('objectID').where({ object_code: object })
  const rows = (await SELECT.from(entity).columns(...([...new Set(['ID', number, ...columns])] as never[]))
    .where({ ...isOver, ID: { '>': after } } as never).and({ ID: { 'not in': blocked } } as never).orderBy('ID').limit(PAGE)) as unknown as Row[]
  return withRelated(object, rows)
}

/** What rules ask about and other rows know. */
async function withRelated(object: PrivacyObject, rows: Row[]): Promise<Row[]> {
  const IDs = rows.map(({ ID }) => ID)
  if (object === 'WorkOrder' && IDs.length) {
    const finances = (await SELECT.from('aftersales.OrderFinances').columns('workOrder_ID', 'companyCode').where({ workOrder_ID: { in: IDs } })) as unknown as { workOrder_ID: string; companyCode: string }[]
    const codes = new Map(finances.map(row => [row.workOrder_ID, row.companyCode]))
    rows.forEach(row => { row.companyCode = codes.get(row.ID) })
  }
  if (object === 'OnCallPerson' && IDs.length) {
    const last = new Map<string, string>()
    for (const role of ['main_ID', 'standBy_ID', 'lead_ID']) {
      const shifts = (await SELECT.from('aftersales.OnCallShifts').columns(`${role} as ID` as never, 'max(endsAt) as endsAt' as never).where({ [role]: { in: IDs } }).groupBy(role as never)) as unknown as { ID: string; endsAt: string }[]
      for (const { ID, endsAt } of shifts) if (endsAt > (last.get(ID) ?? '')) last.set(ID, endsAt)
    }
    rows.forEach(row => { row.lastShift = last.get(row.ID) })
  }
  return rows
}

/** Blocked rows whose date has come, by the rules as they are today: a rule that became longer counts. */
async function* dueToErase(object: PrivacyObject, asOf: string): AsyncGenerator<Due[]> {
  const rules = await rulesOf(object)
  if (!rules.length) return
  const { entity, number, columns, facts } = OBJECTS[object]
  for (let after = ''; ;) {
    const blocked = (await SELECT.from('aftersales.BlockedObjects').columns('objectID', 'endedOn')
      .where({ object_code: object, erasedAt: null, objectID: { '>': after } } as never).orderBy('objectID').limit(PAGE)) as unknown as { objectID: string; endedOn: string }[]
    if (!blocked.length) return
    after = blocked.at(-1)!.objectID
    const ended = new Map(blocked.map(({ objectID, endedOn }) => [objectID, endedOn]))
    const rows = (await SELECT.from(entity).columns(...([...new Set(['ID', number, ...columns])] as never[])).where({ ID: { in: [...ended.keys()] } })) as unknown as Row[]
    const due = (await withRelated(object, rows)).flatMap(row => {
      const endedOn = ended.get(row.ID)!
      const terms = termsOf({ ...facts(row), ended: endedOn }, rules)
      return terms && terms.eraseOn <= asOf ? [{ ID: row.ID, number: String(row[number]).slice(0, 20), endedOn, ...terms }] : []
    })
    if (due.length) yield due
  }
}

const rulesOf = (object: PrivacyObject): Promise<Rule[]> =>
  SELECT.from('aftersales.RetentionRules').where({ object_code: object, isActive: true }) as unknown as Promise<Rule[]>
