import type { Point, Roads } from '../../great-circle'

/** What the work asks of whoever leads it. */
export interface Needs {
  skills: { skill: string; level: number }[]
  /** Kinds of certificates that must cover the model on the day of the visit. */
  certificates: string[]
  /** Kinds of tools that must be in calibration on that day. */
  tools: string[]
  crewSize: number
  minutes: number
}

/** A visit to be given to somebody. Instants in milliseconds since 1970. */
export interface Job {
  workOrder_ID: string
  model: string | null
  faultCategory: string | null
  area: string | null
  place: Point
  roads: Roads
  needs: Needs
  /** Zone of the site: the days that are looked at are its days. */
  timeZone: string
  notBefore: number
  deadline: number | null
  /** How many days are looked at, from that of `notBefore` on. */
  days: number
  /** The visit begins exactly then, in the only day that is looked at. */
  at?: number
  /** The second person of a crew helps: skills, certificates and tools are those of the first. */
  isSecond?: boolean
  /** By technician. */
  excluded: ReadonlySet<string>
  preferred: ReadonlySet<string>
  /** Earlier repairs of the same equipment. */
  knownBy: ReadonlyMap<string, number>
  /** Share (0 to 1) of the needed parts on the person's van; nothing while nobody knows. */
  partsOnVan?: ReadonlyMap<string, number>
  /** Fields of the order that factors of the installation look at. */
  own?: Readonly<Record<string, unknown>>
}
