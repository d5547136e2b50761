import cds from '@sap/cds'
import { entities } from '../../entities'
import type { BomItem } from '../../host-erp/reading'

interface Learnt { part_ID: string; substitute_ID: string; kind_code: string; priority: number; model: string | null; validFrom: string | null }

const SUCCESSOR_PRIORITY = 1

/** Notes the successors that the host names. Runs in the caller's transaction. */
export async function learnSuccessors(part_ID: string, numbers: string[], validFrom: string | null): Promise<void> {
  const parts = await idsOf(numbers)
  await note([...parts.values()].map(substitute_ID => ({ part_ID, substitute_ID, kind_code: 'successor', priority: SUCCESSOR_PRIORITY, model: null, validFrom })))
}

/**
 * Notes that the items of a group of alternatives replace each other in a model: each the others, by their priority. For whoever has read a bill of
 * material; runs in that transaction.
 */
export async function learnAlternatives(model: string, items: BomItem[]): Promise<void> {
  const grouped = items.filter(item => item.alternative)
  const parts = await idsOf(grouped.map(({ material }) => material))
  const known = grouped.filter(({ material }) => parts.has(material))
  await note(known.flatMap(item => known.filter(other => other !== item && other.material !== item.material && other.alternative!.group === item.alternative!.group).map(other => ({
    part_ID: parts.get(item.material)!, substitute_ID: parts.get(other.material)!, kind_code: 'alternative', priority: Number(other.alternative!.priority) || 10, model, validFrom: null
  }))))
}

/** What people have entered about the same pair stays theirs. */
async function note(learnt: Learnt[]): Promise<void> {
  if (!learnt.length) return
  const { Substitutes } = entities()
  const keyOf = ({ part_ID, substitute_ID, model }: Learnt) => [part_ID, substitute_ID, model ?? ''].join(' ')
  const rows = (await SELECT.from(Substitutes).columns('part_ID', 'substitute_ID', 'model').where({ part_ID: { in: [...new Set(learnt.map(({ part_ID }) => part_ID))] } })) as Learnt[]
  const known = new Set(rows.map(keyOf))
  const added = [...new Map(learnt.filter(each => !known.has(keyOf(each))).map(each => [keyOf(each), each])).values()]
  if (added.length) await INSERT.into(Substitutes).entries(added.map(each => ({ ID: cds.utils.uuid(), ...each })))
}

async function idsOf(numbers: string[]): Promise<Map<string, string>> {
  if (!numbers.length) return new Map()
  const { Products } = entities()
  const rows = (await SELECT.from(Products).columns('ID', 'number').where({ number: { in: numbers } })) as { ID: string; number: string }[]
  return new Map(rows.map(({ ID, number }) => [number, ID]))
}
