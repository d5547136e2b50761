import cds from '@sap/cds'
import { nextNumbers } from '../../number-range'
import { calendars, type Calendars } from '../calendars'
import { grouped } from './grouped'
import { factsOfWarnings, type WarningFacts } from './facts'
import { ladder, nextRungAt } from './ladder'
import { GIVEN } from './plan'
import { personOn, shiftFor, type EscalationStep, type Shift } from './rota'
import { tellOfWarnings } from './telling'

/** Rows of one turn: one transaction. */
const BATCH = 500

export interface Swept {
  given: number
  escalated: number
  /** There may be more. */
  isFull: boolean
}

/** Whether anything is due: a look without a lock. */
export async function isAnythingDue(): Promise<boolean> {
  const { Warnings } = cds.entities('aftersales')
  return Boolean((await SELECT.one.from(Warnings).columns('ID').where({ state_code: 'Planned', fireAt: { '<=': now() } }))
    ?? (await SELECT.one.from(Warnings).columns('ID').where({ escalateAt: { '<=': now() } })))
}

/**
 * Gives the warnings that are due and asks the next level where nobody has answered, with the notices, in the caller's transaction:
 * either all of it happens or nothing. Its number makes a turn wait for that of another instance, so that no two see the same rows.
 */
export async function sweep(): Promise<Swept> {
  const [turn] = await nextNumbers('WarningTurn')
  const [all, steps, shifts] = [await calendars(), await ladder(), await shiftsNow()]
  const given = await take(turn, { state_code: 'Planned', fireAt: { '<=': now() } }, 'fireAt', { state_code: 'Open', firedAt: now() })
  const escalated = await take(turn, { state_code: { in: GIVEN }, escalateAt: { '<=': now() } }, 'escalateAt', { state_code: 'Open', escalateAt: null })
  const facts = [...(await factsOfWarnings(given.IDs)), ...(await factsOfWarnings(escalated.IDs))]
  for (const each of facts) ask(each, steps, shifts, all)
  await writePersons(facts)
  await showOnClocks(facts.filter(({ isEscalated }) => !isEscalated))
  await tellOfWarnings(facts)
  return { given: given.IDs.length, escalated: escalated.IDs.length, isFull: given.isFull || escalated.isFull }
}

/** Clocks are locked before their warnings, as whoever moves a clock does; one that is being moved is left for the next turn. */
async function take(turn: string, due: Record<string, unknown>, order: string, changes: object): Promise<{ IDs: string[]; isFull: boolean }> {
  const { Warnings, Clocks } = cds.entities('aftersales')
  const found = (await SELECT.from(Warnings).columns('ID', 'clock_ID').where(due).orderBy(order).limit(BATCH)) as { ID: string; clock_ID: string }[]
  if (!found.length) return { IDs: [], isFull: false }
  const locked = await cds.run(SELECT.from(Clocks).columns('ID').where({ ID: { in: [...new Set(found.map(({ clock_ID }) => clock_ID))] } })
    .forUpdate({ ignoreLocked: true } as never)) as { ID: string }[]
  const free = new Set(locked.map(({ ID }) => ID))
  const IDs = found.filter(({ clock_ID }) => free.has(clock_ID)).map(({ ID }) => ID)
  if (!IDs.length) return { IDs, isFull: false }
  const taken = await UPDATE(Warnings).with({ ...changes, turn } as never).where({ ID: { in: IDs }, ...due })
  const isFull = found.length === BATCH
  if (taken === IDs.length) return { IDs, isFull }
  const mine = (await SELECT.from(Warnings).columns('ID').where({ ID: { in: IDs }, turn })) as { ID: string }[]
  return { IDs: mine.map(({ ID }) => ID), isFull }
}

/** Who has to answer, until when. */
function ask(warning: WarningFacts, steps: EscalationStep[], shifts: Shift[], all: Calendars): void {
  const first = steps[0]?.level ?? 1
  warning.isEscalated = Boolean(warning.escalationLevel)
  warning.escalationLevel = warning.isEscalated ? steps.find(({ level }) => level > warning.escalationLevel!)?.level ?? warning.escalationLevel : first
  const place = { region: all.regionOf(warning), timeZone: warning.timeZone }
  const step = steps.find(({ level }) => level === warning.escalationLevel)
  warning.person_ID = personOn(shiftFor(shifts, place, cds.context!.timestamp.getTime()), step?.role ?? 'main') ?? null
  warning.escalateAt = warning.escalates ? nextRungAt(steps, warning.escalationLevel!, false, warning.hours, all) : null
}

/** Warnings of the same hours and place are asked of the same people at the same time: few statements for many rows. */
async function writePersons(facts: WarningFacts[]): Promise<void> {
  const { Warnings } = cds.entities('aftersales')
  const groups = grouped(facts, ({ person_ID, escalateAt, escalationLevel }) => JSON.stringify({ person_ID, escalateAt, escalationLevel }))
  for (const [changes, rows] of groups) await UPDATE(Warnings).with(JSON.parse(changes)).where({ ID: { in: rows.map(({ ID }) => ID) } })
}

/** A clock shows the last rule that it has met. */
async function showOnClocks(facts: WarningFacts[]): Promise<void> {
  const { Clocks } = cds.entities('aftersales')
  const last = new Map(facts.map(warning => [warning.clock_ID, warning]))
  for (const [, rows] of grouped(last.values(), ({ rule_code }) => rule_code)) {
    const [{ level_code, rule_code, percent }] = rows
    const isBreach = percent === 100
    await UPDATE(Clocks).with({ level_code, rule_code, ...(isBreach && { breachedAt: { xpr: [{ ref: ['dueAt'] }] } }) } as never)
      .where({ ID: { in: rows.map(({ clock_ID }) => clock_ID) } })
  }
}

async function shiftsNow(): Promise<Shift[]> {
  const { OnCallShifts } = cds.entities('aftersales')
  return (await SELECT.from(OnCallShifts).where({ startsAt: { '<=': now() }, endsAt: { '>': now() } })) as Shift[]
}

const now = () => cds.context!.timestamp.toISOString()
