import type { Job } from '../matching/job'
import type { Technician } from '../matching/technician'
import type { CalendarDay } from '../matching/day-route'
import type { Roads } from '../../great-circle'

/** What a plan is made from, as plain values. Instants in milliseconds since 1970. */
export interface PlanningWorld {
  area: string
  roads: Roads
  currency: string | null
  now: number
  /** Numbers of days since 1970-01-01, both included. */
  firstDay: number
  lastDay: number
  /** Those who may work in the area, in order of their numbers. Nobody who dropped out. */
  technicians: PlannedTechnician[]
  orders: PlannedOrder[]
  fixed: FixedVisit[]
}

export interface PlannedTechnician {
  technician: Technician
  base: Spot
  /** The calendar's days from the first to the last. */
  days: CalendarDay[]
}

/** A place by its coordinates in degrees; nothing when nobody knows it: then it is next to every other one. */
export type Spot = { latitude: number; longitude: number } | null

/** An order that is to get a visit, or whose visit may move. */
export interface PlannedOrder {
  ID: string
  number: string
  eventCount: number
  priority: string | null
  spot: Spot
  job: Job
  /** Not before: now, the wish of the customer, the arrival of the parts. */
  earliest: number
  /** The promise, unless it waits for the customer. */
  deadline: number | null
  /** What a technician whom the customer prefers is worth, in minutes of travel. */
  preferredMinutes: number
  /** Comes before everything else. */
  isUrgent: boolean
  /** The visit that it has. */
  visit?: VisitBefore
}

export interface VisitBefore {
  assignment_ID: string | null
  technician_ID: string
  /** Without a time the person just knows of the order. */
  from: number | null
  to: number | null
}

/** A visit that stands whatever is planned. */
export interface FixedVisit {
  assignment_ID: string
  workOrder_ID: string
  technician_ID: string
  from: number
  to: number
  spot: Spot
  /** The work has begun: where it ends, the day goes on. */
  isStarted: boolean
}
