import cds from '@sap/cds'

interface Element { name: string; type?: string; key?: boolean; notNull?: boolean; default?: unknown; virtual?: boolean; isAssociation?: boolean; value?: unknown; length?: number; on?: unknown; keys?: { ref: string[] }[]; _target?: Entity }
interface Entity { name: string; elements: Record<string, Element>; query?: object; kind: string; _service?: object; '@aftersales.ofOrder'?: string | null }

const made = new Map<string, string>()

/** In each table that hangs on orders a row of each of these, with what it hangs on in between: what a table asks for is there, and nothing makes sense. */
export async function fillBelow(orders: string[]): Promise<void> {
  const tables = (Object.values(cds.model!.definitions) as unknown as Entity[]).filter(entity => entity['@aftersales.ofOrder'] && !entity.query && !entity._service && entity.kind === 'entity')
  for (const table of tables) for (const order of orders) await make(table, order)
}

async function make(entity: Entity, order: string): Promise<string> {
  if (entity.name === 'aftersales.WorkOrders') return order
  const known = `${entity.name} ${order}`
  if (made.has(known)) return made.get(known)!
  const [step] = entity['@aftersales.ofOrder']!.split('.'), parent = entity.elements[step]
  const row: Record<string, unknown> = { [`${step}_ID`]: await make(parent._target!, order) }
  for (const element of Object.values(entity.elements)) {
    if (element.isAssociation || element.virtual || element.value || element.name in row || !(element.key || element.notNull) || (element.default !== undefined && !element.key)) continue
    row[element.name] = valueOf(element)
  }
  await cds.db.run(INSERT.into(entity.name).entries(row as never))
  made.set(known, row.ID as string)
  return row.ID as string
}

let count = 100_000

function valueOf({ type, length }: Element): unknown {
  count++
  if (/UUID/.test(type ?? '')) return cds.utils.uuid()
  if (/Integer|Int\d|Decimal|Double/.test(type ?? '')) return count
  if (/Boolean/.test(type ?? '')) return false
  if (/Timestamp|DateTime/.test(type ?? '')) return '2026-01-01T00:00:00Z'
  if (/Date/.test(type ?? '')) return '2026-01-01'
  return String(count).slice(-(length ?? 10))
}
