/** Time or iterations that a plan may take, and how much is used. */
export class Budget {
  private used = 0
  private readonly end: number

  constructor(private startedAt: number, private seconds: number | undefined, private iterations: number) {
    this.end = startedAt + (seconds ?? Infinity) * 1000
  }

  get timed(): boolean {
    return this.seconds !== undefined
  }

  get total(): number {
    return this.used
  }

  get elapsed(): number {
    return (Date.now() - this.startedAt) / 1000
  }

  spend(iterations: number): void {
    this.used += iterations
  }

  /** Share of the budget that is gone, 0 to 1. */
  share(): number {
    return Math.min(1, Math.max(this.used / this.iterations, this.seconds ? this.elapsed / this.seconds : 0))
  }

  /** Is there more than so many iterations, or seconds, per order? */
  isLong(orders: number, lanes: number, iterations: number, seconds: number): boolean {
    return this.seconds === undefined ? this.iterations / lanes > iterations * orders : this.seconds > seconds * orders
  }

  /** When a share of the time is gone, in milliseconds since 1970. */
  endOf(share: number): number {
    return this.timed ? this.startedAt + this.seconds! * share * 1000 : Infinity
  }

  /** What each of `jobs`, done by `workers` at a time, may take so that `share` of the budget is gone when all are done. */
  leg(share: number, jobs: number, workers: number): { iterations: number; milliseconds: number } {
    const milliseconds = this.timed ? Math.max(1, ((this.seconds! * share - this.elapsed) * 1000 * Math.min(workers, jobs)) / jobs) : Infinity
    return { iterations: Math.max(1, Math.ceil((this.iterations * share - this.used) / jobs)), milliseconds }
  }
}
