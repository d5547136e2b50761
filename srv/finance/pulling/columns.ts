import cds from '@sap/cds'

/** What a cell holds: an amount has the decimals of its currency. */
export type CellKind = 'text' | 'number' | 'amount' | 'date' | 'timestamp'

/** A column of an exported file. */
export interface Column {
  /** The element that is read. */
  name: string
  heading: string
  kind: CellKind
  /** Where the amount's currency stands. */
  currency?: string
  /** Names in the reader's language, by code: shown in its place. */
  names?: Map<string, string>
}

interface Element {
  name: string; type?: string; isAssociation?: boolean; virtual?: boolean; _target?: Entity; '@title'?: string; '@UI.Hidden'?: unknown
  '@odata.foreignKey4'?: string; '@Semantics.amount.currencyCode'?: string
}
export interface Entity { name: string; elements: Record<string, Element> }

const KINDS: Record<string, CellKind> = {
  'cds.Decimal': 'number', 'cds.Double': 'number', 'cds.Integer': 'number', 'cds.Integer64': 'number', 'cds.Int16': 'number', 'cds.Int32': 'number', 'cds.UInt8': 'number',
  'cds.Date': 'date', 'cds.DateTime': 'timestamp', 'cds.Timestamp': 'timestamp'
}

/** The elements that were asked for; without such a wish everything but keys of ours, with names in the place of codes. */
export async function exportedColumns(entity: Entity, wanted: string[] | undefined, locale: string): Promise<Column[]> {
  if (wanted) return wanted.map(name => column(entity, name, locale))
  const names = Object.values(entity.elements).filter(({ isAssociation, virtual, type }) => !isAssociation && !virtual && type !== 'cds.UUID').map(({ name }) => name)
  return Promise.all(names.map(async name => ({ ...column(entity, name, locale), names: await namesOf(entity, name) })))
}

/** Digits after the point by currency: 0 for JPY, 3 for KWD. */
export async function minorUnits(): Promise<Map<string, number>> {
  const rows = (await SELECT.from('sap.common.Currencies').columns('code', 'minorUnit')) as { code: string; minorUnit: number | null }[]
  return new Map(rows.map(({ code, minorUnit }) => [code, minorUnit ?? 2]))
}

function column(entity: Entity, name: string, locale: string): Column {
  const element = entity.elements[name], currency = element['@Semantics.amount.currencyCode']
  return { name, heading: headingOf(entity, element, locale), kind: currency && /amount$/i.test(name) ? 'amount' : KINDS[typeOf(element)] ?? 'text', currency }
}

function headingOf({ elements }: Entity, element: Element, locale: string): string {
  const labelled = element['@title'] ? element : elements[element['@odata.foreignKey4'] ?? element.name]
  return (cds.i18n.labels.for(labelled as never, locale) as string | undefined) ?? element.name
}

/** CAP resolves derived types to their base in what services are served by; elsewhere the chain is followed. */
function typeOf({ type }: Element): string {
  for (let at = type, steps = 0; at && steps < 5; steps++) {
    if (at.startsWith('cds.')) return at
    at = (cds.model!.definitions[at] as { type?: string } | undefined)?.type
  }
  return 'cds.String'
}

/** Names of a code list in the language of the request at hand; currencies are better known by their codes. */
async function namesOf({ elements }: Entity, name: string): Promise<Map<string, string> | undefined> {
  const list = elements[elements[name]['@odata.foreignKey4'] ?? '']?._target
  if (!list?.elements.code || !list.elements.name || list.name.endsWith('.Currencies')) return undefined
  const rows = (await SELECT.localized.from(list.name).columns('code', 'name')) as { code: string; name: string | null }[]
  return new Map(rows.map(({ code, name: text }) => [code, text || code]))
}
