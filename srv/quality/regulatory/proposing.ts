import cds from '@sap/cds'
import { fail } from '../../errors'
import { answeredBy, answersOf, type Market } from './answers'
import { deadlineOf, deadlineOfDuty, type Deadline } from './deadlines'
import { awareAtOf, marketsOf, placeOf, ruleSetsOf, rulesOf, unknownCounts, type Notification } from './reading'
import { evaluate, settled, versionOn, type Answers, type Rule } from './rules'

/** A report that is owed, with the rule that sets its end. */
export interface Duty { kind: string; rule: Rule; deadline?: Deadline }

/** What the rules of one authority say about a notification. */
export interface Proposal {
  authority_code: string
  ruleSet_code: string
  rule: Rule
  isReportable: boolean
  duties: Duty[]
  /** The end of the report that matters most. */
  deadline?: Deadline
  awareAt: number
  awareOn: string
  /** As answered, and what of it the notification itself says. */
  inputs: Answers
  basis: Answers
  findingAt?: number
  /** The strictest period for an event that the rules don't ask for and a person reports all the same. */
  voluntary?: Duty
}

/** All authorities' answers; with a code the one of that authority, wherever the device is sold. */
export async function propose(notification: Notification, given: Answers = {}, { authority_code, findingAt }: { authority_code?: string | null; findingAt?: string | null } = {}): Promise<Proposal[]> {
  const finding = findingTime(notification, findingAt)
  const markets = await marketsOf(notification, awareDayOf(notification))
  if (authority_code && !markets.has(authority_code)) fail(404, 'AUTHORITY_UNKNOWN', { target: 'authority_code', args: [authority_code] })
  const asked = authority_code ? [authority_code] : concerned(markets)
  const proposals: Proposal[] = []
  for (const code of asked) proposals.push(await proposeTo(code, notification, given, markets.get(code)!, finding))
  return proposals
}

/** Authorities that hold where it happened or where the device is sold. */
export const authoritiesConcerned = async (notification: Notification): Promise<string[]> => concerned(await marketsOf(notification, awareDayOf(notification)))

const concerned = (markets: Map<string, Market>): string[] => [...markets].filter(([, { deviceOnMarket }]) => deviceOnMarket === 'yes').map(([code]) => code)

const awareDayOf = (notification: Notification): string => new Date(awareAtOf(notification)).toISOString().slice(0, 10)

async function proposeTo(authority_code: string, notification: Notification, given: Answers, market: Market, findingAt?: number): Promise<Proposal> {
  const [place, awareAt, basis] = [await placeOf(authority_code), awareAtOf(notification), answersOf(notification, market)]
  const awareOn = deadlineOf({ period: 0, dayKind: 'calendar' }, awareAt, place)!.startOn
  const version = versionOn(await ruleSetsOf(authority_code), awareOn) ?? fail(422, 'REGULATORY_RULES_MISSING', { args: [authority_code, awareOn] })
  const rules = await rulesOf(version.code)
  const inputs = answeredBy(given, basis)
  const { isReportable, decisive, duties } = evaluate(rules, settled(inputs, await unknownCounts()))
  const owed = duties.map(duty => ({ kind: duty[0].reportKind ?? 'initial', ...deadlineOfDuty(duty, awareAt, findingAt, place) }))
  const main = owed.find(({ kind }) => kind === (decisive.reportKind ?? 'initial'))
  const rule = isReportable ? main!.rule : decisive
  return { authority_code, ruleSet_code: version.code, rule, isReportable, duties: owed, deadline: main?.deadline, awareAt, awareOn, inputs, basis, findingAt, voluntary: strictest(rules, awareAt, place) }
}

/** The shortest period that counts from the event. */
function strictest(rules: Rule[], awareAt: number, place: Parameters<typeof deadlineOf>[2]): Duty | undefined {
  const ends = rules.filter(rule => rule.startsWith === 'event' && rule.reportKind === 'initial').map(rule => ({ kind: 'initial', rule, deadline: deadlineOf(rule, awareAt, place)! }))
  return ends.sort((a, b) => a.deadline.dueAt - b.deadline.dueAt)[0]
}

/** The urgency can't have been known before the event, nor in the future. */
function findingTime(notification: Notification, findingAt?: string | null): number | undefined {
  if (!findingAt) return undefined
  const time = Date.parse(findingAt)
  if (time < awareAtOf(notification) || time > cds.context!.timestamp.getTime()) fail(422, 'FINDING_TIME_WRONG', { target: 'findingAt' })
  return time
}
