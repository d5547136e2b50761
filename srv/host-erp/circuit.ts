import { failureOf, type HostFailure, HostUnavailable } from './failures'

export interface CircuitSettings {
  /** So many requests in a row without an answer, then the host counts as down. */
  hostFailures: number
  /** Milliseconds between two questions whether it is back. */
  probe: number
}

/** When the host last failed us, with what, and when it is asked again: Infinity means when a person wants it. */
interface Open { reason: HostFailure; failedAt: number; probeAt: number }

/**
 * Keeps requests from a host that is down, so that nobody waits for one time-out after the other, and from one that
 * refuses our sign-in, as it locks a user after a few wrong passwords.
 *
 * Closed: all requests pass. Open: one passes per `probe` interval, and any answer closes it again. After a refused sign-in none
 * passes until `admitProbe`. Until the host has answered for the first time, one request asks while the others wait for it.
 *
 * @param now milliseconds, as Date.now
 */
export class Circuit {
  private failures = 0
  private isProven = false
  private open?: Open
  private asking?: Promise<unknown>

  constructor(private readonly settings: () => CircuitSettings, private readonly now: () => number = Date.now) {}

  /** Why requests are kept back, if they are. */
  get state(): Readonly<Open> | undefined { return this.open }

  /** How many of `wanted` callers may speak to the host. */
  limit(wanted: number): number {
    if (this.open) return this.now() >= this.open.probeAt ? 1 : 0
    return this.isProven ? wanted : 1
  }

  /** Somebody has reason to believe that the host is well again: the next request may try. */
  admitProbe(): void {
    if (this.open) this.open.probeAt = this.now()
  }

  async run<T>(request: () => Promise<T>): Promise<T> {
    while (!this.open && !this.isProven && this.asking) await this.asking
    if (this.open && (this.asking || this.now() < this.open.probeAt)) throw new HostUnavailable(this.open.reason)
    const isProbe = Boolean(this.open) || !this.isProven
    const answer = request()
    if (isProbe) this.asking = answer.then(() => {}, () => {})
    try {
      const result = await answer
      this.answered(isProbe)
      return result
    } catch (error) {
      throw this.failed(failureOf(error), isProbe) ?? error
    } finally {
      if (isProbe) this.asking = undefined
    }
  }

  /** Answers to requests from before the sign-in was refused, by an older session, prove nothing. */
  private answered(isProbe: boolean): void {
    this.failures = 0
    if (this.open?.reason.isSignIn && !isProbe) return
    this.open = undefined
    this.isProven = true
  }

  /** @returns another error than the request's own when it only repeats what is known */
  private failed(reason: HostFailure, isProbe: boolean): HostUnavailable | undefined {
    if (reason.isSignIn) {
      const isKnown = this.open?.reason.isSignIn && !isProbe
      this.openFor(reason, Infinity)
      return isKnown ? new HostUnavailable(reason) : undefined
    }
    if (reason.scope === 'message') this.answered(isProbe)
    else if (++this.failures >= this.settings().hostFailures || isProbe) {
      // Of one burst, the last request to fail does not put off the next question.
      if (!this.open || isProbe) this.openFor(reason, this.now() + Math.max(this.settings().probe, reason.retryAfter ?? 0))
    }
    return undefined
  }

  private openFor(reason: HostFailure, probeAt: number): void {
    this.open = { reason, failedAt: this.now(), probeAt }
  }
}
