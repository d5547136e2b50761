/** When the service proposes a notification by itself: rules are data, what a rule's trigger looks at stands here. */

export interface NotificationRule {
  code: string
  trigger_code: string
  notificationType_code: string
  days?: number | null
  patientImpact_code?: string | null
  deviceClass_code?: string | null
  model?: string | null
  faultCategory_code?: string | null
  resolution_code?: string | null
  priority_code?: string | null
}

/** A part that failed, and for how many days it had been in the equipment. */
export interface PartLife { part: string; days: number }

/** What the order knows by now. */
export interface Occurrence {
  status: string
  orderType_code?: string | null
  patientImpact_code?: string | null
  deviceClass_code?: string | null
  model?: string | null
  faultCategory_code?: string | null
  resolution_code?: string | null
  /** Whether the resolution is one that mends the fault; nothing before there is one. */
  isFix?: boolean | null
  wasStarted: boolean
  finalTest_code?: string | null
  /** Days between the last order of the same equipment and fault category and this one; nothing without such an order. */
  daysSinceSameFault?: number | null
  earlierOrder?: string | null
  partLives: PartLife[]
}

/** A rule that fires, and the facts that it fires by, for its sentence. */
export interface Proposal { rule: NotificationRule; values: Record<string, string | number> }

/** Which rules fire; at most once each. */
export function proposalsOf(occurrence: Occurrence, rules: NotificationRule[]): Proposal[] {
  return rules.flatMap(rule => {
    const values = isMeant(rule, occurrence) ? TRIGGERS[rule.trigger_code]?.(rule, occurrence) : undefined
    return values ? [{ rule, values }] : []
  })
}

const NARROWING = ['deviceClass_code', 'model', 'faultCategory_code', 'resolution_code'] as const
const isMeant = (rule: NotificationRule, occurrence: Occurrence) => NARROWING.every(field => !rule[field] || rule[field] === occurrence[field])

/** Work that was planned is no failure: preventive maintenance, inspection and calibration, modification. */
const PLANNED = new Set(['PM02', 'PM05', 'PM06'])
/** Two orders of these categories need not be about the same fault. */
const NO_FAULT = new Set(['OTHER', 'CALIBRATION', 'WEAR'])
/** What leaves the device with the manufacturer. */
const SENT_BACK = new Set(['FACTORY'])
const IMPACTS = new Set(['possible', 'harm'])
const DONE = new Set(['Completed', 'Closed'])

type Trigger = (rule: NotificationRule, occurrence: Occurrence) => Record<string, string | number> | undefined

const TRIGGERS: Record<string, Trigger> = {
  repeatFailure: ({ days }, { status, orderType_code, faultCategory_code, daysSinceSameFault, earlierOrder }) =>
    DONE.has(status) && !PLANNED.has(orderType_code ?? '') && faultCategory_code && !NO_FAULT.has(faultCategory_code) && daysSinceSameFault != null && daysSinceSameFault <= (days ?? 90)
      ? { days: Math.floor(daysSinceSameFault), order: earlierOrder ?? '' } : undefined,
  earlyFailure: ({ days }, { status, partLives }) => {
    const early = partLives.filter(life => life.days <= (days ?? 180))
    return DONE.has(status) && early.length ? { part: early.map(life => life.part).join(', '), days: Math.floor(Math.min(...early.map(life => life.days))) } : undefined
  },
  patientImpact: ({ patientImpact_code: meant }, { status, patientImpact_code: given }) =>
    status !== 'Cancelled' && (meant ? given === meant : IMPACTS.has(given ?? '')) ? {} : undefined,
  returnToFactory: (_, { status, resolution_code }) => (DONE.has(status) && SENT_BACK.has(resolution_code ?? '') ? {} : undefined),
  abnormalClose: (_, { status, wasStarted, isFix, resolution_code }) =>
    (status === 'Cancelled' && wasStarted) || (DONE.has(status) && isFix === false && !SENT_BACK.has(resolution_code ?? '')) ? { resolution: resolution_code ?? '' } : undefined,
  failedFinalTest: (_, { status, finalTest_code }) => (DONE.has(status) && finalTest_code === 'failed' ? {} : undefined)
}
