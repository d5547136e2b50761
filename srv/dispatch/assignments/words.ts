import { fail } from '../../errors'
import { textOf } from '../../words'
import type { Job } from '../matching/job'
import type { Situation } from '../matching/kept'
import { judge } from '../matching/matching'
import { sentenceOf } from '../matching/sentences'

const LONGEST = 1000

/** What the order's history says of a visit, in the language of whoever acts: from the key `visit.<what>`. */
export function historyText(what: string, values: Record<string, string | number>): string {
  return (textOf(`visit.${what}`, values) ?? what).slice(0, LONGEST)
}

/** Somebody who has no place for the visit: 422 with the rule that says so. */
export function failedStart(job: Job, { pool, tables }: Situation, ID: string): never {
  const verdict = judge(job, pool, {}, ID)
  if (!verdict || !('rule' in verdict)) fail(422, 'TECHNICIAN_UNKNOWN', { target: 'technician_ID' })
  return fail(422, 'RULE_FAILED', { target: 'technician_ID', args: [verdict.technician.name, sentenceOf(verdict, tables)] })
}
