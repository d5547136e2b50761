import cds from '@sap/cds'
import { entities } from '../../entities'
import type { Ladder, WarningFacts } from './facts'
import { grouped } from '../../grouped'
import { GIVEN } from './plan'
import { warningRules } from './rules'

/**
 * A clock has one ladder: a later warning that asks for an answer goes on where an earlier one is, with its person, its answer and the time
 * that is left. The earlier one is closed.
 *
 * @param given the warnings of a turn in the order in which they were due; those that go on get their `earlier` ladder
 * @returns the warnings that were overtaken, those of this turn among them
 */
export async function joinLadders(given: WarningFacts[]): Promise<Set<string>> {
  const asking = given.filter(({ escalates }) => escalates)
  const standing = await standingLadders(asking)
  const overtaken = new Set<string>()
  for (const [clock_ID, ladders] of grouped(asking, warning => warning.clock_ID)) {
    const before = standing.get(clock_ID) ?? []
    for (const each of [...before, ...ladders.slice(0, -1)]) overtaken.add(each.ID)
    // Nobody was asked by those of an order that was caught up: their ladder has not begun.
    const earlier = before.findLast(({ escalationLevel }) => escalationLevel)
    if (earlier) Object.assign(ladders.at(-1)!, { earlier })
  }
  await close([...standing.values()].flat().map(({ ID }) => ID))
  return overtaken
}

/**
 * Locked, so that nobody answers a warning that is about to be closed. The rule that always asks first follows no other: most turns look for
 * nothing.
 */
async function standingLadders(asking: WarningFacts[]): Promise<Map<string, Ladder[]>> {
  const { Warnings } = entities()
  const rules = (await warningRules()).filter(({ escalates }) => escalates)
  const later = asking.filter(({ rule_code }) => rules.some(({ code, percent }) => code !== rule_code && percent !== 100))
  if (!later.length) return new Map()
  const rows = (await SELECT.from(Warnings).columns(
    'ID', 'clock_ID', 'state_code', 'person_ID', 'escalationLevel', 'escalateAt', 'acknowledgedAt', 'acknowledgedBy', 'handedOverAt', 'handedOverBy', 'comment'
  ).where({ clock_ID: { in: later.map(({ clock_ID }) => clock_ID) }, state_code: { in: GIVEN }, rule_code: { in: rules.map(({ code }) => code) } })
    .orderBy('firedAt', 'fireAt').forUpdate()) as Ladder[]
  return grouped(rows, ({ clock_ID }) => clock_ID)
}

async function close(IDs: string[]): Promise<void> {
  const { Warnings } = entities()
  const closedAt = cds.context!.timestamp.toISOString()
  if (IDs.length) await UPDATE(Warnings).with({ state_code: 'Superseded', closedAt, escalateAt: null } as never).where({ ID: { in: IDs } })
}
