import cds from '@sap/cds'
import { entities } from '../../entities'
import { customerOf } from '../notices/customers'
import { languageOf } from '../notices/languages'
import { namesOf, type Names } from '../notices/names'
import { writeNotices, type NoticeRequest, type Recipient } from '../notices/writing'
import type { WarningFacts } from './facts'
import { grouped } from '../../grouped'

type Person = Recipient & { ID: string; name: string }

const MINUTE = 60_000
/** From so many minutes on a warning says that it is late: the sweep itself comes once a minute. */
const LATE = 5

/** Tells whoever has to answer, the technician of what needs no answer, and the customer where the rule says so. */
export async function tellOfWarnings(facts: WarningFacts[]): Promise<void> {
  if (!facts.length) return
  const [people, clocks, rules] = [await persons(facts), await namesOf('ClockKinds'), await namesOf('WarningRules')]
  await writeNotices(foremost(facts).flatMap(warning => {
    const person = people.get(warning.person_ID ?? '')
    const values = valuesOf(warning, clocks, rules, person?.name)
    const about = (recipient: Recipient, template: string, matter: string, isNew = false): NoticeRequest =>
      ({ matter, workOrder_ID: warning.workOrder_ID, warning_ID: warning.ID, to: recipient, template, values, isUrgent: warning.escalates && !recipient.customer_ID, isNew })
    const toldFirst = warning.escalates ? acknowledgerOf(warning, people) ?? person : technicianOf(warning) ?? person
    const isFirst = !warning.isEscalated
    const customer = isFirst && warning.tellsCustomer && warning.kind_code === 'fix' ? customerOf(warning) : undefined
    return [
      ...(toldFirst ? [about(withId(toldFirst), templateOf(warning, Number(values.lateMinutes)), `warning ${warning.ID} ${warning.escalationLevel}`, isFirst)] : []),
      ...(customer ? [about(customer, 'overdue', `overdue ${warning.clock_ID} ${warning.dueAt}`)] : [])
    ]
  }))
}

/** Of a clock's warnings that come at once, after an outage, one is told of: the last that asks for an answer, else the last. */
function foremost(facts: WarningFacts[]): WarningFacts[] {
  const first = [...grouped(facts.filter(({ isEscalated }) => !isEscalated), ({ clock_ID }) => clock_ID).values()]
  return [...first.map(rows => rows.findLast(({ escalates }) => escalates) ?? rows.at(-1)!), ...facts.filter(({ isEscalated }) => isEscalated)]
}

/** Whoever takes a warning over is told as well. */
export async function tellOfHandOver(warning: WarningFacts, comment: string | null | undefined): Promise<void> {
  const [people, clocks, rules] = [await persons([warning]), await namesOf('ClockKinds'), await namesOf('WarningRules')]
  const person = people.get(warning.person_ID!)!
  const values = { ...valuesOf(warning, clocks, rules, person.name), comment: comment ?? '' }
  const matter = `handOver ${warning.ID} ${cds.context!.timestamp.toISOString()}`
  await writeNotices([{ matter, workOrder_ID: warning.workOrder_ID, warning_ID: warning.ID, to: withId(person), template: 'handOver', values, isUrgent: true }])
}

function templateOf({ isEscalated }: WarningFacts, lateMinutes: number): string {
  if (isEscalated) return 'escalation'
  return lateMinutes >= LATE ? 'warningLate' : 'warning'
}

const withId = ({ ID, ...person }: Person | (Recipient & { ID?: string })): Recipient => ({ ...person, person_ID: ID })

function technicianOf({ technicianName, technicianUser, technicianEmail, country, timeZone }: WarningFacts): Recipient | undefined {
  return technicianName ? { userId: technicianUser, email: technicianEmail, language: languageOf(country), timeZone } : undefined
}

/** Who looks after the clock already hears of what comes next, on the rota or not. */
function acknowledgerOf({ earlier }: WarningFacts, people: Map<string, Person>): (Recipient & { ID?: string }) | undefined {
  const userId = earlier?.state_code === 'Acknowledged' ? earlier.acknowledgedBy : undefined
  return userId ? [...people.values()].find(each => each.userId === userId) ?? { userId } : undefined
}

function valuesOf(warning: WarningFacts, clocks: Names, rules: Names, person?: string) {
  const { number, shortText, serialNumber, customerName, siteName, city, dueAt, fireAt, firedAt, escalationLevel } = warning
  return {
    order: number, shortText, equipment: serialNumber, customer: customerName, site: [siteName, city].filter(Boolean).join(', '),
    clock: clocks.get(warning.kind_code) ?? warning.kind_code, rule: rules.get(warning.rule_code) ?? warning.rule_code,
    dueAt: dueAt ? new Date(dueAt) : null, firedAt: new Date(firedAt), lateMinutes: Math.floor((Date.parse(firedAt) - Date.parse(fireAt)) / MINUTE),
    level: escalationLevel, person: person ?? ''
  }
}

async function persons(facts: WarningFacts[]): Promise<Map<string, Person>> {
  const { OnCallPersons } = entities()
  const IDs = [...new Set(facts.flatMap(({ person_ID }) => person_ID ?? []))]
  const users = [...new Set(facts.flatMap(({ earlier }) => earlier?.acknowledgedBy ?? []))]
  const read = async (where: object) =>
    (await SELECT.from(OnCallPersons).columns('ID', 'name', 'userId', 'email', 'language', 'timeZone', 'quietFrom', 'quietTo').where(where)) as Person[]
  const rows = [...(IDs.length ? await read({ ID: { in: IDs } }) : []), ...(users.length ? await read({ userId: { in: users } }) : [])]
  return new Map(rows.map(row => [row.ID, row]))
}
