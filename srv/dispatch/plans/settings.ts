import cds from '@sap/cds'

/** How plans are made: `cds.requires.dispatch.plans`. */
export interface PlanSettings {
  /** Seconds that a plan takes unless somebody says otherwise, and at most. */
  seconds: number
  mostSeconds: number
  /** Days that a plan covers at most. */
  days: number
  /** Plans that one instance works on at a time; others wait. */
  parallel: number
  /** Threads that search, for each plan. */
  threads: number
  /** Visits that begin within so many minutes stay as they are. */
  frozenMinutes: number
  /** What is lost with an order that gets no visit, by priority. */
  lost: Record<string, number>
  /** Equivalent travel minutes of another technician or day for a visit that was told already: usually, and when a plan is mended. */
  move: number
  moveInReplan: number
  /** Likewise of a time that differs by more than half an hour. */
  retell: number
  retellInReplan: number
  /** A minute of travel saved is worth this much lateness, and a minute more in a full day costs this much. */
  lateness: number
  balance: number
}

const DEFAULTS: PlanSettings = {
  seconds: 30, mostSeconds: 600, days: 14, parallel: 1, threads: 1, frozenMinutes: 60, lost: { 1: 100, 2: 30, 3: 10, 4: 3 }, move: 15, moveInReplan: 120, retell: 5, retellInReplan: 60,
  lateness: 0.1, balance: 0.1
}

export const planSettings = (): PlanSettings => ({ ...DEFAULTS, ...(cds.env.requires as Record<string, { plans?: Partial<PlanSettings> } | undefined>).dispatch?.plans })
