import { seededRandom } from '../host-erp/wire/random'

/** Choices that a seed decides. */
export class Chance {
  private readonly next: () => number
  constructor(seed: number) { this.next = seededRandom(seed) }
  /** 0 ≤ n < limit */
  below(limit: number): number { return Math.floor(this.next() * limit) }
  /** True so often, out of one. */
  of(share: number): boolean { return this.next() < share }
  from<T>(list: readonly T[]): T { return list[this.below(list.length)] }
  some<T>(list: readonly T[], most: number): T[] { return list.length ? Array.from({ length: 1 + this.below(most) }, () => this.from(list)) : [] }
  weighted<T>(list: readonly (readonly [number, T])[]): T {
    let left = this.next() * list.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, value] of list) if ((left -= weight) < 0) return value
    return list.at(-1)![1]
  }
}
