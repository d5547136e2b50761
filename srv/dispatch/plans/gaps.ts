import type { Stretch } from './working-day'

/** Breaks of a day, in their order, and what goes around them: work in one piece, the way also in several. Times and lengths in one unit. */
export class Gaps {
  constructor(private readonly gaps: Stretch[]) {}

  /** When one arrives who leaves at `from` and is on the way so long. */
  after(from: number, travel: number): number {
    let arrival = from + travel
    for (const gap of this.gaps) if (gap.to > from && gap.from < arrival) arrival += gap.to - Math.max(gap.from, from)
    return arrival
  }

  /** When one has to leave to arrive by `to`. */
  before(to: number, travel: number): number {
    let start = to - travel
    for (const gap of this.gaps.toReversed()) if (gap.from < to && gap.to > start) start -= Math.min(gap.to, to) - gap.from
    return start
  }

  /** The earliest start from `at` on with so much room behind it. */
  firstRoom(at: number, length: number): number {
    return this.gaps.reduce((start, gap) => (gap.from < start + length && gap.to > start ? gap.to : start), at)
  }

  /** The latest start up to `at`. */
  lastRoom(at: number, length: number): number {
    return this.gaps.reduceRight((start, gap) => (gap.from < start + length && gap.to > start ? gap.from - length : start), at)
  }
}
