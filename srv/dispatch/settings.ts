import cds from '@sap/cds'

/** How work is given out: `cds.requires.dispatch`. */
export interface DispatchSettings {
  /** Days that a recommendation looks at. */
  days: number
  /** How long a visit takes, in minutes, when neither a requirement nor history says more. */
  visitMinutes: number
  /** Minutes after which an unanswered offer passes on; 0: never. */
  answerMinutes: number
  /** How often each instance looks for unanswered offers beside the scheduled task, in milliseconds; 0: never by itself. */
  look: number
  /** Table service of roads, in the form of OSRM. */
  roads?: { url: string; profile?: string; timeout?: number }
}

const DEFAULTS: DispatchSettings = { days: 7, visitMinutes: 90, answerMinutes: 60, look: 30_000 }

export const dispatchSettings = (): DispatchSettings => ({ ...DEFAULTS, ...(cds.env.requires as Record<string, Partial<DispatchSettings> | undefined>).dispatch })
