import { canonicalTimestamp } from '../audit/canonical'
import type { AuditEvent } from '../audit/chain'
import { auditedByName } from '../audit/model'
import { brokenSignatures } from '../signatures/broken'
import { concerns } from '../signatures/signed-form'
import type { Signature } from '../signatures/signing'
import type { Runner } from '../audit/touching'
import { changesIn } from './chain-check'
import type { Report } from './finding'

/** Signatures whose record somebody changed later, as the trail tells, are told to `outdated`: nothing is wrong with them. */
export async function checkSignatures(page: Signature[], db: Runner, report: Report, outdated: Report): Promise<void> {
  const broken = await brokenSignatures(page, db)
  const chained = new Set(((await db.run(SELECT.from('aftersales.AuditChains').columns('objectID').where({ object: 'Signatures', objectID: { in: page.map(({ ID }) => ID) } }))) as { objectID: string }[]).map(({ objectID }) => objectID))
  for (const signature of page) {
    const { ID, object, objectID } = signature
    const tell = (to: Report, text: string) => to({ table: 'Signatures', object, objectID, ID, text })
    const reason = broken.get(ID)
    if (!chained.has(ID)) tell(report, 'the audit trail knows nothing of it')
    else if (reason === 'SIGNATURE_BROKEN_ITSELF') tell(report, 'its columns do not give its hash: one of them was changed')
    else if (reason) {
      const change = await changeAfter(signature, db)
      if (change) tell(outdated, `broken by ${change.event}, event ${change.sequence} of ${object}, by ${change.userId} at ${canonicalTimestamp(change.at)}`)
      else tell(report, 'what was signed differs from what is stored, and no event tells of a change')
    }
  }
}

/** The first event after the signature that changed something of what was signed. */
async function changeAfter({ object, objectID, signedAt, meaning_code: meaning, scheme, cycle }: Signature, db: Runner): Promise<AuditEvent | undefined> {
  const audited = auditedByName(object)
  const later = (await db.run(SELECT.from('aftersales.AuditEvents').where({ object, objectID, changes: { '!=': null }, at: { '>': signedAt } }).orderBy('sequence'))) as AuditEvent[]
  return later.find(({ changes }) => audited && Object.keys(changesIn(changes)).some(path => concerns(path, audited, { meaning, scheme, cycle })))
}
