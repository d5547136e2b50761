import type { AuditChain, AuditEvent } from '../audit/chain'
import type { Runner } from '../audit/touching'
import type { Signature } from '../signatures/signing'
import { ChainCheck, type Chain, type Rules } from './chain-check'
import { checkChains, checkEnds, checkRecords, checkRegistered } from './ends'
import type { Figures, Report } from './finding'
import { pagesOf } from './pages'
import { checkSignatures } from './signed-records'

/** So many chains are compared with their ends and records at once. */
const CHAINS_AT_ONCE = 200

/**
 * Recomputes the whole audit trail: every row's hash, the links between rows, the ends of chains, the registers of chains, the records that the trail is about, and
 * all signatures. Memory stays the same however long the trail is.
 *
 * @param db one transaction, so that what is written meanwhile does not look like a gap
 * @param report each row that is not as the service left it, in the order of the trail
 * @param outdated signatures of records that were changed later in the open
 */
export async function verifyAudit(db: Runner, rules: Rules, report: Report, outdated: Report = () => {}): Promise<Figures> {
  const figures: Figures = { chains: 0, events: 0, records: 0, signatures: 0, outdated: 0 }
  let check: ChainCheck | undefined
  let ended: Chain[] = []
  const flush = async (atLeast: number) => {
    if (ended.length < atLeast) return
    const chains = ended
    ended = []
    await checkEnds(chains, db, report)
    figures.records += await checkRecords(chains, db, report)
  }
  const end = () => {
    const chain = check?.end()
    if (chain) ended.push(chain)
    if (check) figures.chains++
  }
  for await (const page of pagesOf<AuditEvent>(db, 'aftersales.AuditEvents', ['object', 'objectID', 'sequence', 'ID'])) {
    for (const row of page) {
      if (!check?.holds(row)) {
        end()
        check = new ChainCheck(row, rules, report)
      }
      check!.follow(row)
      figures.events++
    }
    await checkRegistered(page, db, report)
    await flush(CHAINS_AT_ONCE)
  }
  end()
  await flush(1)
  for await (const page of pagesOf<AuditChain>(db, 'aftersales.AuditChains', ['object', 'objectID'], CHAINS_AT_ONCE)) await checkChains(page, rules, db, report)
  for await (const page of pagesOf<Signature>(db, 'aftersales.Signatures', ['ID'], CHAINS_AT_ONCE)) {
    figures.signatures += page.length
    await checkSignatures(page, db, report, finding => { figures.outdated++; outdated(finding) })
  }
  return figures
}
