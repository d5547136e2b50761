/** Room for later changes of days that grow, as a share of what is laid out. */
const SPARE = 0.25
const FIRST_SIZE = 4096

/**
 * One day of everybody, in one row of numbers. A day that changed is laid out again when next asked, in its old place if it fits,
 * else at the end; what that leaves behind is tidied away before it outweighs the rest.
 */
export class DayBook {
  data = new Float64Array(FIRST_SIZE)
  /** Where each person's day begins; less than 0 when it is to be laid out. */
  private readonly starts: Int32Array
  private readonly sizes: Int32Array
  private end = 0
  private lost = 0

  constructor(people: number, private readonly layOut: (index: number) => Float64Array) {
    this.starts = new Int32Array(people).fill(-1)
    this.sizes = new Int32Array(people)
  }

  /** Where the person's day begins in `data`, which may be another array after the call. */
  at(index: number): number {
    const start = this.starts[index]
    return start < 0 ? this.write(index) : start
  }

  forget(index: number): void {
    // One less than the place it had: the complement is never 0.
    if (this.starts[index] >= 0) this.starts[index] = ~this.starts[index]
  }

  private write(index: number): number {
    const day = this.layOut(index)
    const old = this.sizes[index] ? ~this.starts[index] : -1
    if (old >= 0 && day.length <= this.sizes[index]) {
      this.data.set(day, old)
      return (this.starts[index] = old)
    }
    this.lost += this.sizes[index]
    if (this.end + day.length > this.data.length) this.makeRoom(day.length)
    this.data.set(day, this.end)
    this.starts[index] = this.end
    this.sizes[index] = day.length
    this.end += day.length
    return this.starts[index]
  }

  private makeRoom(more: number): void {
    if (this.lost > this.end / 2) return this.tidy(more)
    const data = new Float64Array(Math.ceil((this.end + more) * (this.end < 100 * FIRST_SIZE ? 2 : 1 + SPARE)))
    data.set(this.data.subarray(0, this.end))
    this.data = data
  }

  /** Forgets everything: what is asked for is laid out again. */
  private tidy(more: number): void {
    this.starts.fill(-1)
    this.sizes.fill(0)
    this.data = new Float64Array(Math.max(FIRST_SIZE, Math.ceil((this.end - this.lost + more) * (1 + SPARE))))
    this.end = this.lost = 0
  }
}
