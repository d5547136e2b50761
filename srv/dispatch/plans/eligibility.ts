import type { Job } from '../matching/job'
import { rulesFor } from '../matching/rules'
import type { Technician } from '../matching/technician'

/** Who may do an order on which day, by the rules of matching. Orders that ask for the same share one answer. */
export class Eligibility {
  private readonly columns = new Map<string, Uint8Array>()
  private readonly answers = new Map<string, Uint32Array>()

  /** @param days the technician-days: a technician's index, and the number of a day */
  constructor(private readonly technicians: Technician[], private readonly days: { technician: number; day: number }[]) {}

  /** How many people were looked at. */
  get size(): number {
    return this.technicians.length
  }

  /** Indexes of the technician-days. */
  of(job: Job): Uint32Array {
    const key = demandOf(job)
    if (!this.answers.has(key)) this.answers.set(key, this.find(job))
    return this.answers.get(key)!
  }

  /** Whether the answer takes a while. */
  isNew(job: Job): boolean {
    return !this.answers.has(demandOf(job))
  }

  /** The rule that keeps most technicians out on a day: of those rules that each of them fails first. */
  reason(job: Job, day: number): { rule: string; technicians: number } | undefined {
    const counts = new Map<string, number>()
    for (const technician of this.technicians) {
      const rule = rulesFor(job).find(each => each.criteria(job, day).some(({ holds }) => !holds(technician)))
      if (rule) counts.set(rule.code, (counts.get(rule.code) ?? 0) + 1)
    }
    const [first] = [...counts].sort((a, b) => b[1] - a[1])
    return first && { rule: first[0], technicians: first[1] }
  }

  private find(job: Job): Uint32Array {
    const passed = new Map<number, Uint8Array>()
    const found: number[] = []
    for (const [index, { technician, day }] of this.days.entries()) {
      if (!passed.has(day)) passed.set(day, this.passing(job, day))
      if (passed.get(day)![technician]) found.push(index)
    }
    return Uint32Array.from(found)
  }

  private passing(job: Job, day: number): Uint8Array {
    const all = new Uint8Array(this.technicians.length).fill(1)
    for (const { name, holds } of rulesFor(job).flatMap(rule => rule.criteria(job, day))) {
      if (!this.columns.has(name)) this.columns.set(name, Uint8Array.from(this.technicians, technician => Number(holds(technician))))
      const column = this.columns.get(name)!
      for (let i = 0; i < all.length; i++) all[i] &= column[i]
    }
    return all
  }
}

const demandOf = ({ model, area, needs, excluded }: Job) => JSON.stringify([model, area, needs.skills, needs.certificates, needs.tools, [...excluded].sort()])
