/** What is wrong with a need, by rules. Pure: facts in, the rule that fired first out. Instants are milliseconds since 1970. */

export type Level = 0 | 1 | 2 | 3

export interface NeedFacts {
  open: number
  claimed: number
  picked: number
  inHand: number
  neededAt: number | null
  expectedAt: number | null
  expiresAt: number | null
  /** The host's own words, when it refused the reservation or the purchase. */
  refusal: string | null
  isWaitingForApproval: boolean
  isMoving: boolean
  /** What was bought and has not come: the day on which it will. */
  purchases: { state: string; expectedOn: string | null }[]
  orderStatus: string
  /** When its pieces were last moved. */
  movedAt: number | null
}

export interface AlertSettings {
  /** Milliseconds before the need in which a part that nobody holds is red, and yellow. */
  urgent: number
  soon: number
  /** How long pieces may lie in somebody's hands. */
  inHand: number
}

const DAY = 86_400_000
export const USUAL: AlertSettings = { urgent: DAY, soon: 3 * DAY, inHand: 7 * DAY }

export interface Rule { code: string; level: Level; fires(need: NeedFacts, now: number, settings: AlertSettings): boolean }

const FINISHED = ['Completed', 'Accepted', 'Closed', 'Cancelled']
const isLate = ({ expectedAt, neededAt }: NeedFacts) => expectedAt !== null && neededAt !== null && expectedAt > neededAt
const isWithin = ({ neededAt }: NeedFacts, now: number, time: number) => neededAt !== null && neededAt <= now + time
const underway = ({ purchases }: NeedFacts) => purchases.filter(({ state }) => state !== 'Refused')
const today = (now: number) => new Date(now).toISOString().slice(0, 10)

/** The first that fires is told: red (1) before yellow (2) before green (3). */
export const RULES: Rule[] = [
  { code: 'refused', level: 1, fires: need => need.open > 0 && (Boolean(need.refusal) || need.purchases.some(({ state }) => state === 'Refused')) },
  { code: 'inHandAtEnd', level: 1, fires: need => need.inHand > 0 && FINISHED.includes(need.orderStatus) },
  { code: 'supplierLate', level: 1, fires: (need, now) => need.open > 0 && underway(need).some(({ expectedOn }) => expectedOn !== null && expectedOn < today(now)) },
  { code: 'lateExpected', level: 1, fires: need => need.open + need.claimed > 0 && isLate(need) },
  { code: 'needsPart', level: 1, fires: (need, now, { urgent }) => need.open > 0 && need.expectedAt === null && !need.isWaitingForApproval && isWithin(need, now, urgent) },
  { code: 'waitsApproval', level: 2, fires: need => need.isWaitingForApproval },
  { code: 'claimEnds', level: 2, fires: need => need.claimed > need.picked && need.expiresAt !== null && need.neededAt !== null && need.expiresAt < need.neededAt },
  { code: 'neededSoon', level: 2, fires: (need, now, { soon }) => need.open > 0 && need.expectedAt === null && isWithin(need, now, soon) },
  { code: 'waitingReturn', level: 2, fires: (need, now, { inHand }) => need.inHand > 0 && need.movedAt !== null && need.movedAt < now - inHand },
  { code: 'onItsWay', level: 3, fires: need => need.expectedAt !== null && (need.isMoving || (need.open > 0 && underway(need).length > 0)) },
  { code: 'held', level: 3, fires: need => need.claimed > 0 && need.open <= 0 }
]

export function alertOf(need: NeedFacts, now: number, settings: AlertSettings = USUAL): { rule: string | null; level: Level } {
  const rule = RULES.find(({ fires }) => fires(need, now, settings))
  return { rule: rule?.code ?? null, level: rule?.level ?? 0 }
}

export interface PlantFacts { available: number; open: number; safetyStock: number | null }

/** Of a part in a plant: nothing free while orders wait for it, or less than the plant wants to keep. */
export function partAlertOf({ available, open, safetyStock }: PlantFacts): { rule: 'stockOut' | 'belowSafety'; level: Level } | undefined {
  if (open > 0 && available < open) return { rule: 'stockOut', level: 1 }
  return safetyStock !== null && available < safetyStock ? { rule: 'belowSafety', level: 2 } : undefined
}
