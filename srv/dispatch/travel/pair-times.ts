import type { Coordinates } from './provider'

/** Known times between pairs of places; what has not been asked for longest is forgotten first, and what is old is asked anew. */
export class PairTimes {
  private readonly times = new Map<string, { seconds: number; until: number }>()

  /**
   * @param most pairs that are kept
   * @param milliseconds for which they hold
   * @param now the clock, in milliseconds
   */
  constructor(private readonly most: number, private readonly milliseconds: number, private readonly now: () => number) {}

  get(from: Coordinates, to: Coordinates): number | undefined {
    const key = keyOf(from, to), known = this.times.get(key)
    if (!known) return undefined
    this.times.delete(key)
    if (known.until < this.now()) return undefined
    this.times.set(key, known)
    return known.seconds
  }

  set(from: Coordinates, to: Coordinates, seconds: number): void {
    if (this.times.size >= this.most) this.times.delete(this.times.keys().next().value!)
    this.times.set(keyOf(from, to), { seconds, until: this.now() + this.milliseconds })
  }
}

/** Places within a metre are the same. */
const keyOf = (from: Coordinates, to: Coordinates) => [from.latitude, from.longitude, to.latitude, to.longitude].map(degrees => degrees.toFixed(5)).join(' ')
