import cds from '@sap/cds'
import { entities } from '../../entities'
import { nextNumbers } from '../../number-range'
import { calendars } from '../../working-time/calendars'
import { ask, type OnDuty } from './asking'
import { dueWarnings, take } from './due'
import type { Ladder, WarningFacts } from './facts'
import { grouped } from '../../grouped'
import { ladder } from './ladder'
import { joinLadders } from './one-ladder'
import type { Shift } from './rota'
import { tellOfWarnings } from './telling'

/** Clocks of one turn, which is one transaction: others wait for it, on SQLite every writer. */
const BATCH = 2000

export interface Swept {
  given: number
  escalated: number
  /** There may be more. */
  isFull: boolean
}

/** Whether anything is due: a look without a lock. */
export async function isAnythingDue(): Promise<boolean> {
  const { Warnings } = entities()
  return Boolean((await SELECT.one.from(Warnings).columns('ID').where(toGive())) ?? (await SELECT.one.from(Warnings).columns('ID').where(toPassOn())))
}

/**
 * Gives the warnings that are due and asks the next level where nobody has answered, with the notices, in the caller's transaction:
 * either all of it happens or nothing. Its number makes a turn wait for that of another instance, so that no two see the same rows.
 */
export async function sweep(): Promise<Swept> {
  const [giving, passingOn] = await nextNumbers('WarningTurn', 2)
  const duty: OnDuty = { all: await calendars(), steps: await ladder(), shifts: await shiftsNow() }
  const escalated = await passOn(passingOn, duty)
  const { given, overtaken } = await give(giving, duty)
  await tellOfWarnings([...given, ...escalated].filter(({ ID }) => !overtaken.has(ID)))
  return { given: given.length, escalated: escalated.length, isFull: Math.max(given.length, escalated.length) >= BATCH }
}

/** Nobody has answered: the next level is asked. */
async function passOn(turn: string, duty: OnDuty): Promise<WarningFacts[]> {
  const due = await dueWarnings(toPassOn(), 'escalateAt', BATCH)
  for (const each of due) ask(each, duty)
  return take(turn, toPassOn(), due, ({ person_ID, escalationLevel, escalateAt }) => ({ state_code: 'Open', person_ID, escalationLevel, escalateAt }))
}

async function give(turn: string, duty: OnDuty): Promise<{ given: WarningFacts[]; overtaken: Set<string> }> {
  const due = await dueWarnings(toGive(), 'fireAt', BATCH)
  for (const each of due) each.firedAt = now()
  const overtaken = await joinLadders(due)
  for (const each of due) if (!overtaken.has(each.ID)) ask(each, duty)
  const given = await take(turn, toGive(), due, ({ ID, firedAt, person_ID, escalationLevel, escalateAt, earlier }) => {
    if (overtaken.has(ID)) return { state_code: 'Superseded', firedAt, closedAt: firedAt }
    return { state_code: 'Open', ...(earlier && answerOf(earlier)), firedAt, person_ID, escalationLevel, escalateAt }
  })
  await showOnClocks(given)
  return { given, overtaken }
}

const answerOf = ({ state_code, acknowledgedAt, acknowledgedBy, handedOverAt, handedOverBy, comment }: Ladder) =>
  ({ state_code, acknowledgedAt, acknowledgedBy, handedOverAt, handedOverBy, comment })

/** A clock shows the last rule that it has met. */
async function showOnClocks(given: WarningFacts[]): Promise<void> {
  const { Clocks } = entities()
  const last = new Map(given.map(warning => [warning.clock_ID, warning]))
  for (const [, rows] of grouped(last.values(), ({ rule_code }) => rule_code)) {
    const [{ level_code, rule_code, percent }] = rows
    const isBreach = percent === 100
    await UPDATE(Clocks).with({ level_code, rule_code, ...(isBreach && { breachedAt: { xpr: [{ ref: ['dueAt'] }] } }) } as never)
      .where({ ID: { in: rows.map(({ clock_ID }) => clock_ID) } })
  }
}

async function shiftsNow(): Promise<Shift[]> {
  const { OnCallShifts } = entities()
  return (await SELECT.from(OnCallShifts).where({ startsAt: { '<=': now() }, endsAt: { '>': now() } })) as Shift[]
}

const toGive = () => ({ state_code: 'Planned', fireAt: { '<=': now() } })
/** Only warnings that were given and are not closed have such a time; their state is left out, so that the time's index serves. */
const toPassOn = () => ({ escalateAt: { '<=': now() } })
const now = () => cds.context!.timestamp.toISOString()
