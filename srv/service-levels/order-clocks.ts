/** Clocks that an order can have, in the order in which they are due. */
export type ClockKind = 'response' | 'arrival' | 'restore' | 'fix' | 'completion'
export const CLOCK_KINDS: ClockKind[] = ['response', 'arrival', 'restore', 'fix', 'completion']

export type Status = 'notStarted' | 'running' | 'paused' | 'stopped'
export type Movement = 'paused' | 'resumed' | 'stopped'

/** An entry of the order's history: its type, such as `Held`, and the code of the reason given. */
export interface Step {
  event: string
  reason?: string | null
}

/**
 * What stops each clock, and what makes it run again where it was. All start at the receipt, since the customer waits
 * from then on. A technician who is named is a response; that somebody comes later to the same fault again is none.
 * Until the customer can work again is told by people (`recordRestoration`), at the latest by the completion.
 */
const EFFECTS: Record<ClockKind, { stops: string; resumes?: string }> = {
  response: { stops: 'Assigned' },
  arrival: { stops: 'Started' },
  restore: { stops: 'Completed' },
  fix: { stops: 'Completed', resumes: 'Reopened' },
  completion: { stops: 'Accepted', resumes: 'Reopened' }
}

const MOVING = new Set(['Held', 'Resumed', 'Cancelled', ...Object.values(EFFECTS).flatMap(({ stops, resumes }) => [stops, resumes ?? stops])])

/** False for steps that move no clock of any kind. */
export const movesClocks = (event: string): boolean => MOVING.has(event)

/**
 * How a step of the order moves one of its clocks; nothing where it doesn't.
 *
 * @param pauseReasons hold reasons for which this clock waits
 */
export function movementOf(kind: ClockKind, status: Status, { event, reason }: Step, pauseReasons: string[]): Movement | undefined {
  const { stops, resumes } = EFFECTS[kind]
  const isOpen = status === 'running' || status === 'paused'
  if (isOpen && (event === stops || event === 'Cancelled')) return 'stopped'
  if (status === 'running' && event === 'Held' && pauseReasons.includes(reason ?? '')) return 'paused'
  if (status === 'paused' && event === 'Resumed') return 'resumed'
  if (status === 'stopped' && event === resumes) return 'resumed'
}

/**
 * What a clock would have gone through, had it been there from the beginning: for orders that are older than their
 * agreement, and for clocks that a new agreement adds.
 *
 * @param history the order's steps, oldest first
 */
export function movementsOf<T extends Step>(kind: ClockKind, history: T[], pauseReasons: string[]): { movement: Movement; step: T }[] {
  const movements: { movement: Movement; step: T }[] = []
  let status: Status = 'running'
  for (const step of history) {
    const movement = movementOf(kind, status, step, pauseReasons)
    if (!movement) continue
    movements.push({ movement, step })
    status = movement === 'resumed' ? 'running' : movement
  }
  return movements
}
