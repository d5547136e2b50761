import { grouped } from '../../grouped'
import { flat } from '../audit/changes'
import { contentHash, type Content } from '../audit/canonical'
import { REGISTRY, registrationID, registryOf, sealOf, type AuditChain } from '../audit/chain'
import { auditedByName, type Audited } from '../audit/model'
import { contents, keyOfText } from '../audit/reading'
import type { Runner } from '../audit/touching'
import { registered, type Chain, type Rules } from './chain-check'
import type { AuditEvent } from '../audit/chain'
import type { Report } from './finding'

const nameOf = ({ object, objectID }: { object: string; objectID: string }) => `${object} ${objectID}`

/** Compares chains with what is kept of their ends. */
export async function checkEnds(chains: Chain[], db: Runner, report: Report): Promise<void> {
  const kept = await chainsNamed(chains, db)
  for (const chain of chains) {
    const { object, objectID, length, lastHash, lastID } = chain
    const end = kept.get(nameOf(chain))
    if (!end) report({ table: 'AuditChains', object, objectID, text: 'the row of the chain is missing' })
    else if (end.length > length) report({ table: 'AuditEvents', object, objectID, ID: lastID, sequence: length, text: `${end.length - length} rows after it are missing` })
    else if (end.length < length || end.lastHash !== lastHash) report({ table: 'AuditChains', object, objectID, text: `it ends at ${end.length}, its rows at ${length}, or with another hash` })
  }
}

/** Every chain's end is sealed, has rows, and stands in its register. */
export async function checkChains(page: AuditChain[], { keys, keyedSince }: Rules, db: Runner, report: Report): Promise<void> {
  const begun = new Set((await eventsOf(page, db)).map(nameOf))
  const registrations = await idsAmong(page.filter(({ object, objectID }) => registryOf(object, objectID)).map(({ object, objectID }) => registrationID(object, objectID)), db)
  for (const chain of page) {
    const { object, objectID } = chain
    const tell = (text: string) => report({ table: 'AuditChains', object, objectID, text })
    if (sealOf(chain, keys) !== chain.seal) tell('its columns do not give its seal: one of them was changed')
    else if (keyedSince && keys.current && chain.scheme?.endsWith('sha256') && (await lastAt(chain, db)) >= keyedSince) tell('it is sealed without the key')
    else if (!begun.has(nameOf(chain))) tell('all rows of the chain are missing')
    else if (registryOf(object, objectID) && !registrations.has(registrationID(object, objectID))) tell('nothing registers the chain')
  }
}

/** Every chain that was registered is there. */
export async function checkRegistered(page: AuditEvent[], db: Runner, report: Report): Promise<void> {
  const events = page.filter(({ object }) => object === REGISTRY)
  const kept = await chainsNamed(events.map(registered), db)
  for (const event of events) {
    const { object, objectID } = registered(event)
    if (!kept.has(`${object} ${objectID}`)) report({ table: 'AuditChains', object, objectID, text: 'it was begun and is missing' })
  }
}

/** Compares records as they are with what their trail says of them; returns how many were compared. */
export async function checkRecords(chains: Chain[], db: Runner, report: Report): Promise<number> {
  let compared = 0
  for (const [object, of] of grouped(chains.filter(({ state }) => state !== undefined), chain => chain.object)) {
    const audited = auditedByName(object)
    if (!audited) continue
    const records = await contents(audited, of.map(({ objectID }) => keyOfText(audited, objectID)), db)
    compared += of.length
    for (const chain of of) {
      const record = records.get(chain.objectID) ?? null
      if (contentHash(record) === chain.state) continue
      report({ table: 'record', object, objectID: chain.objectID, sequence: chain.length, text: difference(chain, record, audited) })
    }
  }
  return compared
}

function difference({ state, values, length }: Chain, record: Content | null, { entity }: Audited): string {
  if (!record) return `the row of ${entity} is missing, and no event says that it was deleted`
  if (state === null) return `the row of ${entity} is there again, though it was deleted`
  const now = flat(record)
  const changed = [...new Set([...values.keys(), ...now.keys()])].sort().filter(path => {
    const was = values.get(path)
    return was === undefined ? false : was !== '•••' && was !== (now.get(path) ?? null)
  })
  const rows = [...now.keys()].filter(path => !values.has(path))
  const what = changed.length ? changed.join(', ') : rows.length ? `one of ${rows.slice(0, 5).join(', ')}${rows.length > 5 ? ' …' : ''}` : 'a field that the trail does not show'
  return `the stored record is not what event ${length} left: ${what} changed past the service`
}

async function chainsNamed(wanted: { object: string; objectID: string }[], db: Runner): Promise<Map<string, AuditChain>> {
  const found = new Map<string, AuditChain>()
  for (const [object, of] of grouped(wanted, each => each.object)) {
    const rows = (await db.run(SELECT.from('aftersales.AuditChains').where({ object, objectID: { in: of.map(({ objectID }) => objectID) } }))) as AuditChain[]
    for (const row of rows) found.set(nameOf(row), row)
  }
  return found
}

async function eventsOf(page: AuditChain[], db: Runner): Promise<{ object: string; objectID: string }[]> {
  const found = []
  for (const [object, of] of grouped(page, each => each.object)) {
    const rows = await db.run(SELECT.distinct.from('aftersales.AuditEvents').columns('object', 'objectID').where({ object, objectID: { in: of.map(({ objectID }) => objectID) } }))
    found.push(...(rows as { object: string; objectID: string }[]))
  }
  return found
}

async function idsAmong(IDs: string[], db: Runner): Promise<Set<string>> {
  if (!IDs.length) return new Set()
  const rows = (await db.run(SELECT.from('aftersales.AuditEvents').columns('ID').where({ ID: { in: IDs }, object: REGISTRY }))) as { ID: string }[]
  return new Set(rows.map(({ ID }) => ID))
}

async function lastAt({ object, objectID, length }: AuditChain, db: Runner): Promise<string> {
  const row = (await db.run(SELECT.one.from('aftersales.AuditEvents').columns('at').where({ object, objectID, sequence: length }))) as { at: string } | undefined
  return row?.at ?? ''
}
