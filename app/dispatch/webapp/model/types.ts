/** What the service answers. Instants are ISO texts in UTC, days YYYY-MM-DD. */
export interface Span { startsAt: string; endsAt: string }
export interface BoardDay extends Span { day: string }
export interface Absence extends Span { kindName: string }

export interface Person {
  technician_ID: string
  number: string
  name: string
  latitude: number | null
  longitude: number | null
  capacity: number | null
  working: Span[]
  absences: Absence[]
}

export interface Visit {
  ID: string
  workOrder_ID: string
  technician_ID: string
  role: string
  state_code: 'Offered' | 'Accepted' | 'Started' | 'Done'
  stateName: string
  isPinned: boolean
  plannedStart: string
  plannedEnd: string
  travelMinutes: number | null
  latitude: number | null
  longitude: number | null
  answerBy: string | null
  number: string
  shortText: string
  customerName: string | null
  city: string | null
  promisedAt: string | null
  priority_code: string | null
  faultName: string | null
}

export interface Board {
  stamp: string
  timeZone: string
  days: BoardDay[]
  crew: Person[]
  visits: Visit[]
}

export interface OpenOrder {
  ID: string
  number: string
  shortText: string
  priority_code: string | null
  priorityName: string | null
  faultName: string | null
  model: string | null
  customerName: string | null
  city: string | null
  promisedAt: string | null
  requestedStart: string | null
  latitude: string | null
  longitude: string | null
}

export interface AreaLoad {
  area_code: string
  day: string
  technicians: number
  availableMinutes: number
  plannedMinutes: number
  percent: number | null
  dueOrders: number
}

export interface Factor {
  factor_code: string
  name: string
  unit: string | null
  /** Of factors that the installation adds: what was measured, in words. */
  text?: string | null
  raw: string | null
  score: string
  weight: number
  contribution: string
}

export interface Ranked {
  rank: number
  technician_ID: string
  number: string
  name: string
  total: string
  plannedStart: string
  plannedEnd: string
  travelMinutes: number
  addedMinutes: number
  position: number
  visits: number
  factors: Factor[]
}

export interface Rejected {
  technician_ID: string
  number: string
  name: string
  rule_code: string
  ruleName: string
  text: string
}

export interface Recommendation {
  workOrder_ID: string
  minutes: number
  crewSize: number
  eligible: number
  ineligible: number
  ranked: Ranked[]
  rejected: Rejected[]
}

export interface Plan {
  ID: string
  number: string
  area_code: string
  firstDay: string
  lastDay: string
  state_code: 'Queued' | 'Running' | 'Ready' | 'Published' | 'Discarded' | 'Failed' | 'Cancelled'
  progress: number
  failure: string | null
  isReplan: boolean
  reason: string | null
  currency_code: string | null
  orderCount: number
  technicianCount: number
  addedCount: number
  movedCount: number
  reassignedCount: number
  droppedCount: number
  travelBefore: number | null
  travelAfter: number | null
  moneyBefore: string | null
  moneyAfter: string | null
}

export interface Named { name: string }
export interface Numbered { number: string; shortText: string; city: string | null }

/** What becomes of a visit with a plan. */
export interface PlanVisit {
  ID: string
  workOrder_ID: string
  technician_ID: string | null
  travelMinutes: number | null
  plannedStart: string | null
  plannedEnd: string | null
  startBefore: string | null
  endBefore: string | null
  lateMinutes: number | null
  change_code: string
  workOrder: Numbered
  technician: Named | null
  technicianBefore: Named | null
  change: Named & { criticality: number }
}

/** An order that is on its way to somebody's row: from the list, or a visit that moves. */
export interface Carried { workOrder_ID: string; number: string; visit?: Visit }
