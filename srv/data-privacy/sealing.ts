import cds from '@sap/cds'
import { OBJECTS, type Holding, type PrivacyObject, type Remainder } from './objects'

type Row = Record<string, unknown>
const MASK = '•••'

/** Takes personal values out of the rows of objects and keeps them apart: a SELECT, an INSERT and an UPDATE for each entity, whatever the number of rows. */
export async function seal(object: PrivacyObject, IDs: string[]): Promise<void> {
  for (const holding of OBJECTS[object].holdings) {
    const elements = Object.keys(holding.sealed ?? {})
    if (!elements.length || !isStored(holding)) continue
    const rows = (await SELECT.from(holding.entity).columns('ID', `${holding.link} as link` as never, ...(elements as never[])).where(whereOf(holding, IDs) as never)) as unknown as Row[]
    const values = rows.flatMap(row => elements.filter(element => row[element] != null && row[element] !== MASK).map(element => ({
      object_code: object, objectID: row.link, entity: holding.entity, rowID: row.ID, element, value: String(row[element])
    })))
    if (!values.length) continue
    await INSERT.into('aftersales.SealedValues').entries(values as never)
    await clear(holding, holding.sealed!, IDs)
  }
}

/** Takes away what is left, and the values that were kept apart. */
export async function erase(object: PrivacyObject, IDs: string[]): Promise<void> {
  for (const holding of OBJECTS[object].holdings.filter(isStored)) {
    if (holding.isDeleted) {
      await deleteContents(holding, IDs)
      await DELETE.from(holding.entity).where(whereOf(holding, IDs) as never)
    }
    // What was written after it was blocked goes as well.
    else await clear(holding, { ...holding.sealed, ...holding.erased }, IDs)
  }
  if (object === 'Technician') await leavePlaces(IDs)
  if (object === 'Technician' || object === 'OnCallPerson') await replaceUsers(object, IDs)
  await DELETE.from('aftersales.SealedValues').where({ object_code: object, objectID: { in: IDs } })
}

/** Contents that are kept in an object store go there, once this is committed, by the queue of the service that keeps them: it tries again while the store is away. */
async function deleteContents(holding: Holding, IDs: string[]): Promise<void> {
  if (!(cds.model!.definitions[holding.entity] as unknown as Record<string, unknown>)['@_is_media_data']) return
  const files = (await SELECT.from(holding.entity).columns('url').where({ ...whereOf(holding, IDs), url: { '!=': null } } as never)) as unknown as { url: string }[]
  if (!files.length) return
  const attachments = cds.queued(await cds.connect.to('attachments'))
  for (const { url } of files) await attachments.emit('DeleteAttachment', { url, target: holding.entity })
}

/** A host may go without attachments. */
export const isStored = ({ entity }: Holding): boolean => Boolean(cds.model!.definitions[entity])

const whereOf = ({ link, where }: Holding, IDs: string[]) => ({ [link]: { in: IDs }, ...where })

function clear(holding: Holding, elements: Record<string, Remainder>, IDs: string[]) {
  const remainders = Object.fromEntries(Object.entries(elements).map(([element, remainder]) => [element, remains[remainder]]))
  return UPDATE(holding.entity).with(remainders as never).where(whereOf(holding, IDs) as never)
}

const remains: Record<Remainder, unknown> = {
  nothing: null,
  dots: MASK,
  unique: { xpr: [{ val: `${MASK} ` }, '||', { ref: ['ID'] }] }
}

/** A van is called after who drives it, and stands where that person lives. */
const leavePlaces = (IDs: string[]) =>
  UPDATE('aftersales.StockPlaces').with({ name: { ref: ['storageLocation'] }, latitude: null, longitude: null } as never).where({ technician_ID: { in: IDs } })

/**
 * Who did something is told by a user id. In histories and lists the id becomes one that nobody has. Records of quality keep it, with
 * their signatures and their trail: see docs/decisions/0020-erasure-and-the-audit-trail.md.
 */
async function replaceUsers(object: PrivacyObject, IDs: string[]): Promise<void> {
  const users = (await SELECT.from('aftersales.SealedValues').columns('objectID', 'value')
    .where({ object_code: object, objectID: { in: IDs }, element: 'userId' } as never)) as unknown as { objectID: string; value: string }[]
  for (const { objectID, value } of users) {
    for (const [entity, elements] of userElements()) {
      for (const element of elements) await UPDATE(entity).with({ [element]: `former-${objectID.slice(0, 8)}` } as never).where({ [element]: value })
    }
  }
}

/** Stored entities that nobody signs or audits, with the elements that hold user ids. */
export function userElements(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const definitions = Object.values(cds.model!.definitions) as unknown as Definition[]
  const kept = keptEntities(definitions)
  for (const definition of definitions) {
    if (definition.kind !== 'entity' || definition.query || definition.projection || definition['@cds.persistence.skip'] || kept.has(definition.name)) continue
    if (!definition.name.startsWith('aftersales.') || /\.(drafts|texts)$/.test(definition.name)) continue
    const elements = Object.values(definition.elements).filter(isUser).map(({ name }) => name)
    if (elements.length) found.set(definition.name, elements)
  }
  return found
}

interface Definition {
  name: string; kind: string; query?: unknown; projection?: unknown; _service?: unknown
  elements: Record<string, { name: string; type?: string; key?: boolean; isComposition?: boolean; target?: string; '@aftersales.userId'?: boolean }>
  [annotation: `@${string}`]: unknown
}

const isUser = (element: Definition['elements'][string]): boolean => !element.key && (Boolean(element['@aftersales.userId']) || /^(created|modified)By$/.test(element.name))

/** What has an audit trail, with its children, and the trails themselves: a change would be one of the record. */
function keptEntities(definitions: Definition[]): Set<string> {
  const kept = new Set(['aftersales.AuditEvents', 'aftersales.AuditChains', 'aftersales.Signatures', 'aftersales.SignatureAttempts', 'aftersales.PersonalDataLog', 'aftersales.CapaEvents'])
  const byName = new Map(definitions.map(definition => [definition.name, definition]))
  const keep = (name: string) => {
    if (kept.has(name)) return
    kept.add(name)
    for (const element of Object.values(byName.get(name)?.elements ?? {})) if (element.isComposition && element.target) keep(element.target)
  }
  for (const definition of definitions) if (definition['@aftersales.audited'] && !definition._service) keep(definition.name)
  return kept
}
