import type { AuditChain } from '../audit/chain'
import { REGISTRY } from '../audit/chain'
import type { Runner } from '../audit/touching'
import type { Report } from './finding'

/**
 * How far the registers of chains had come. Kept elsewhere, it shows that the trail as a whole was not taken away, or set back to an earlier copy of the
 * database.
 */
export interface Anchor { registers: { objectID: string; length: number; lastHash: string }[] }

export async function anchorOf(db: Runner): Promise<Anchor> {
  const rows = (await db.run(SELECT.from('aftersales.AuditChains').columns('objectID', 'length', 'lastHash').where({ object: REGISTRY }).orderBy('objectID'))) as Pick<AuditChain, 'objectID' | 'length' | 'lastHash'>[]
  return { registers: rows.map(({ objectID, length, lastHash }) => ({ objectID, length, lastHash: lastHash! })) }
}

/** Every register still has the row that it had come to. */
export async function compareAnchor({ registers }: Anchor, db: Runner, report: Report): Promise<void> {
  for (const { objectID, length, lastHash } of registers) {
    const row = (await db.run(SELECT.one.from('aftersales.AuditEvents').columns('hash').where({ object: REGISTRY, objectID, sequence: length }))) as { hash: string } | undefined
    if (row?.hash !== lastHash) report({ table: 'AuditEvents', object: REGISTRY, objectID, sequence: length, text: row ? 'it is not the row that the anchor knows' : 'the anchor knows it, and it is missing' })
  }
}
