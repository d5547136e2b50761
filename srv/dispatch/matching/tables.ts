import { entities } from '../../entities'
import { USUAL_ROADS, type Roads } from '../../great-circle'
import { writeRegistered } from './registered'
import type { Requirement } from './requirements'
import type { WeightRow } from './weights'

const NOBODY: Wishes = { excluded: new Set(), preferred: new Set() }

export interface Wishes { excluded: Set<string>; preferred: Set<string> }

/** What matching goes by, as people keep it. */
export interface Tables {
  requirements: Requirement[]
  weights: WeightRow[]
  roadsIn(area: string | null): Roads
  /** IDs of technicians. */
  wishesOf(customer: string | null): Wishes
  /** A code's name in a language; the code itself where it has none. */
  nameOf(list: NamedList, code: string, locale: string): string
  units: ReadonlyMap<string, string | null>
}

const NAMED_LISTS = ['SkillTags', 'CertificateKinds', 'ToolKinds', 'AbsenceKinds', 'ServiceAreas', 'MatchingRules', 'MatchingFactors'] as const
export type NamedList = (typeof NAMED_LISTS)[number]

export async function readTables(): Promise<Tables> {
  const { WorkRequirements, MatchingWeights, ServiceAreas, CustomerPreferences, MatchingFactors } = entities()
  await writeRegistered()
  const requirements = (await SELECT.from(WorkRequirements)) as Requirement[]
  const weights = (await SELECT.from(MatchingWeights).columns('area', 'orderType', 'factor_code', 'minutes')) as WeightRow[]
  const areas = (await SELECT.from(ServiceAreas).columns('code', 'detour', 'speed')) as { code: string; detour: string | null; speed: number | null }[]
  const roads = new Map(areas.map(({ code, detour, speed }) => [code, { detour: Number(detour ?? USUAL_ROADS.detour), speed: speed ?? USUAL_ROADS.speed }]))
  const wishes = new Map<string, Wishes>()
  for (const { customer_ID, technician_ID, isExcluded } of await SELECT.from(CustomerPreferences).columns('customer_ID', 'technician_ID', 'isExcluded')) {
    if (!wishes.has(customer_ID)) wishes.set(customer_ID, { excluded: new Set(), preferred: new Set() })
    wishes.get(customer_ID)![isExcluded ? 'excluded' : 'preferred'].add(technician_ID)
  }
  return {
    requirements, weights,
    roadsIn: area => (area && roads.get(area)) || USUAL_ROADS,
    wishesOf: customer => (customer && wishes.get(customer)) || NOBODY,
    nameOf: await readNames(),
    units: new Map(((await SELECT.from(MatchingFactors).columns('code', 'unit')) as { code: string; unit: string | null }[]).map(({ code, unit }) => [code, unit]))
  }
}

async function readNames(): Promise<Tables['nameOf']> {
  const names = new Map<string, string>()
  for (const list of NAMED_LISTS) {
    const rows = (await SELECT.from(`aftersales.${list}`).columns('code', 'name')) as unknown as Named[]
    const texts = (await SELECT.from(`aftersales.${list}.texts`).columns('code', 'locale', 'name')) as unknown as Named[]
    for (const { code, name } of rows) names.set(`${list} ${code}`, name)
    for (const { code, locale, name } of texts) names.set(`${list} ${code} ${locale}`, name)
  }
  return (list, code, locale) => names.get(`${list} ${code} ${locale}`) ?? names.get(`${list} ${code}`) ?? code
}

interface Named { code: string; locale: string; name: string }
