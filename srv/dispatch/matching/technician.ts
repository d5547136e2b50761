import type { Point } from '../../great-circle'

/** Days are counted from 1970-01-01; validity without an end lasts for ever. */
export interface Validity {
  from: number
  to: number
}

export interface HeldSkill extends Validity { skill: string; level: number }
/** Without models it covers all of them. */
export interface HeldCertificate extends Validity { kind: string; number: string | null; models: string[] }
/** `to` is the last day of the calibration. */
export interface OwnTool extends Validity { kind: string; serialNumber: string | null; needsCalibration: boolean }
/** Instants in milliseconds since 1970. */
export interface Absence { from: number; to: number; kind: string }
/** Repairs of a model; how long those took whose minutes are known, by fault category. */
export interface Performance { repairs: number; firstTimeFixes: number; durations: Map<string, { repairs: number; minutes: number }> }

/** A visit that takes the person's time, from the start of the work to its end. */
export interface Visit {
  ID: string
  workOrder_ID: string
  from: number
  to: number
  place: Point
}

/** What matching has to know of one person. */
export interface Technician {
  ID: string
  number: string
  name: string
  isActive: boolean
  /** Empty: works everywhere. */
  areas: string[]
  timeZone: string
  /** Name of the person's hours, see `Hours`. */
  hours: string
  /** Where days begin and end. */
  base: Point
  /** Visits a day. */
  capacity: number | null
  overtimeMinutes: number
  /** For an hour. */
  costRate: number | null
  currency: string | null
  skills: HeldSkill[]
  certificates: HeldCertificate[]
  tools: OwnTool[]
  absences: Absence[]
  /** By model. */
  performance: Map<string, Performance>
  /** In order of their starts. */
  visits: Visit[]
  /** Fields that factors of the installation look at. */
  own?: Readonly<Record<string, unknown>>
}

const DAY = 86_400_000

/** Number of a day (YYYY-MM-DD) since 1970-01-01. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY

/** The day (YYYY-MM-DD) of a number. */
export const dayName = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10)

/** @param from and to days (YYYY-MM-DD), the last one included */
export const validity = (from: string | null | undefined, to: string | null | undefined): Validity =>
  ({ from: from ? dayNumber(from) : -Infinity, to: to ? dayNumber(to) : Infinity })
