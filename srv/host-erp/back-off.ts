export interface BackOff {
  /** Milliseconds before the first repetition; each further one waits twice as long. */
  firstDelay: number
  longestDelay: number
}

/**
 * Milliseconds to wait after so many failures in a row: doubled each time, and spread over the upper half so that
 * messages that failed together do not come back together. What the host asks for (Retry-After) is the least.
 *
 * @param random a number in [0, 1)
 */
export function delayAfter(failures: number, { firstDelay, longestDelay }: BackOff, random: number, atLeast = 0): number {
  const full = Math.min(longestDelay, firstDelay * 2 ** Math.min(failures - 1, 30))
  return Math.max(atLeast, Math.round(full * (0.5 + random / 2)))
}
