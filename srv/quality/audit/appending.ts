import cds from '@sap/cds'
import { isTaken } from '../../contention'
import { fail } from '../../errors'
import { grouped } from '../../grouped'
import { eventHash, REGISTRY, registrationID, registryOf, schemeOf, sealOf, type AuditChain, type AuditEvent, type Keys } from './chain'
import { auditKeys } from './settings'
import type { Runner } from './touching'

export interface Entry {
  ID?: string
  object: string
  objectID: string
  objectNumber: string | null
  event: string
  changes: string | null
  input: string | null
  stateBefore?: string | null
  stateAfter?: string | null
  at: string
  userId: string
}

const EVENTS = 'aftersales.AuditEvents'
const CHAINS = 'aftersales.AuditChains'
const ATTEMPTS = 20

/**
 * Adds events to their objects' chains, in the caller's transaction. A chain's end is moved on by one UPDATE on the condition that it is still where it was
 * read; that row stays locked until the transaction ends. Chains are taken in one order, and registers after them, so that no two
 * transactions wait for each other.
 */
export async function appendEvents(entries: Entry[], db: Runner): Promise<void> {
  const keys = auditKeys()
  const ofChain = [...grouped(entries, ({ object, objectID }) => `${object} ${objectID}`)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, chained]) => chained)
  const ends = await endsOf(entries, db)
  const rows: AuditEvent[] = [], begun: AuditChain[] = []
  for (const chained of ofChain) {
    const { object, objectID } = chained[0]
    const end = ends.get(`${object} ${objectID}`)
    const { added, chain } = end ? await moveOn(end, chained, keys, db) : continued(undefined, chained, keys)
    rows.push(...added)
    if (!end) begun.push(chain)
  }
  if (begun.length) await begin(begun, db)
  await db.run(INSERT.into(EVENTS).entries(rows))
  if (begun.length) await register(begun, entries[0], db)
}

async function endsOf(entries: Entry[], db: Runner): Promise<Map<string, AuditChain>> {
  const ends = new Map<string, AuditChain>()
  for (const [object, of] of grouped(entries, entry => entry.object)) {
    const objectIDs = [...new Set(of.map(({ objectID }) => objectID))]
    const chains = (await db.run(SELECT.from(CHAINS).where({ object, objectID: { in: objectIDs } }))) as AuditChain[]
    for (const chain of chains) ends.set(`${object} ${chain.objectID}`, chain)
  }
  return ends
}

/** Until nobody was faster. */
async function moveOn(end: AuditChain, entries: Entry[], keys: Keys, db: Runner): Promise<{ added: AuditEvent[]; chain: AuditChain }> {
  const { object, objectID } = end
  for (let from = end, attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const next = continued(from, entries, keys)
    const { length, lastHash, scheme, seal } = next.chain
    const moved = await db.run(UPDATE(CHAINS).with({ length, lastHash, scheme, seal } as never).where({ object, objectID, length: from.length, lastHash: from.lastHash }))
    if (moved) return next
    from = (await db.run(SELECT.one.from(CHAINS).where({ object, objectID }))) as AuditChain
  }
  return fail(409, 'BUSY_MEANWHILE')
}

/** Rows and end of a chain with these entries behind what it has. */
function continued(from: AuditChain | undefined, entries: Entry[], keys: Keys): { added: AuditEvent[]; chain: AuditChain } {
  let previousHash = from?.lastHash ?? null
  const scheme = schemeOf(keys)
  const added = entries.map((entry, i) => {
    const row = { ...entry, ID: entry.ID ?? cds.utils.uuid(), stateBefore: entry.stateBefore ?? null, stateAfter: entry.stateAfter ?? null, sequence: (from?.length ?? 0) + 1 + i, scheme, previousHash }
    previousHash = eventHash(row, keys)!
    return { ...row, hash: previousHash }
  })
  const { object, objectID } = entries[0]
  const end = { object, objectID, length: (from?.length ?? 0) + entries.length, lastHash: previousHash, scheme }
  return { added, chain: { ...end, seal: sealOf(end, keys)! } }
}

async function begin(chains: AuditChain[], db: Runner): Promise<void> {
  await db.run(INSERT.into(CHAINS).entries(chains)).catch((error: unknown) => {
    if (isTaken(error)) fail(409, 'BUSY_MEANWHILE')
    throw error
  })
}

/** A chain that begins is an event of its register: a chain can't go with all of its rows unnoticed. */
async function register(begun: AuditChain[], { at, userId }: Entry, db: Runner): Promise<void> {
  const registered = begun.flatMap(({ object, objectID }) => {
    const register = registryOf(object, objectID)
    return register === undefined ? [] : [{
      ID: registrationID(object, objectID), object: REGISTRY, objectID: register, objectNumber: null, event: 'BEGIN', changes: null, input: JSON.stringify({ object, objectID }), at, userId
    }]
  })
  if (registered.length) await appendEvents(registered, db)
}
