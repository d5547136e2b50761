import { entities } from '../../entities'

/** Codes by their lower-case code and names, in every language that they have. */
type Codes = Map<string, string>

/** What the cells of a file are checked against. */
export interface Known {
  codes: { areas: Codes; calendars: Codes; currencies: Codes; languages: Codes; skills: Codes; certificates: Codes; tools: Codes }
  /** Technicians by number. */
  technicians: Map<string, { ID: string; name: string; userId: string | null }>
  /** Numbers of those whose record somebody is editing. */
  edited: Set<string>
}

type Named = { code: string; name: string | null }

/** Reads all of it in a handful of statements, however long the file is. */
export async function readKnown(): Promise<Known> {
  const { ServiceAreas, Calendars, SkillTags, CertificateKinds, ToolKinds, Technicians } = entities()
  const { Currencies, Languages } = entities('sap.common')
  const technicians = (await SELECT.from(Technicians).columns('ID', 'number', 'name', 'userId')) as { ID: string; number: string; name: string; userId: string | null }[]
  const { drafts } = entities('aftersales.DispatchService').Technicians as unknown as { drafts: string }
  const edited = (await SELECT.from(drafts).columns('number')) as { number: string }[]
  return {
    codes: {
      areas: await codesOf(ServiceAreas), calendars: await codesOf(Calendars), currencies: await codesOf(Currencies), languages: await codesOf(Languages),
      skills: await codesOf(SkillTags), certificates: await codesOf(CertificateKinds), tools: await codesOf(ToolKinds)
    },
    technicians: new Map(technicians.map(({ number, ...rest }) => [number, rest])),
    edited: new Set(edited.map(({ number }) => number))
  }
}

/** A code counts more than a name that happens to read the same. */
async function codesOf(list: unknown): Promise<Codes> {
  const named = (await SELECT.from(list as never).columns('code', 'name')) as Named[]
  const translated = (await SELECT.from(`${(list as { name: string }).name}.texts`).columns('code', 'name')) as Named[]
  const names = [...translated, ...named].filter(({ name }) => name).map(({ code, name }) => [name!.toLowerCase(), code] as const)
  return new Map([...names, ...named.map(({ code }) => [code.toLowerCase(), code] as const)])
}
