import { entities } from '../../entities'

export interface Substitute {
  part_ID: string
  number: string
  name: string
  kind_code: string
  priority: number
  /** Of either part: a class that asks for approval is not got around by its substitute. */
  needsApproval: boolean
}

/** Parts that can take the place of another one today, for a model; those set for all models and for this one. In order of their priority. */
export async function substitutesOf(part_ID: string, model?: string | null, today = new Date()): Promise<Substitute[]> {
  const { Substitutes } = entities()
  const day = today.toISOString().slice(0, 10)
  const rows = (await SELECT.from(Substitutes).columns(
    'substitute_ID', 'substitute.number as number', 'substitute.name as name', 'kind_code', 'priority', 'model', 'validFrom', 'validTo',
    'part.partClass.needsApproval as partNeeds', 'substitute.partClass.needsApproval as substituteNeeds'
  ).where({ part_ID, 'substitute.isActive': true } as never).orderBy('priority', 'substitute.number as number')) as Record<string, any>[]
  const valid = rows.filter(row => (!row.model || row.model === model) && (!row.validFrom || row.validFrom <= day) && (!row.validTo || row.validTo >= day))
  const first = new Map<string, Substitute>()
  for (const row of valid) {
    if (first.has(row.substitute_ID)) continue
    first.set(row.substitute_ID, {
      part_ID: row.substitute_ID, number: row.number, name: row.name, kind_code: row.kind_code, priority: row.priority, needsApproval: Boolean(row.partNeeds || row.substituteNeeds)
    })
  }
  return [...first.values()]
}
