import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { canonicalTimestamp, sha256, type Content } from '../audit/canonical'
import { Journal } from '../audit/journal'
import { auditedByName, type Audited } from '../audit/model'
import { contents, keyOfText } from '../audit/reading'
import { recordAudit } from '../audit/recording'
import { asWriter } from '../audit/watching'
import { countFailure, forgetFailures, refuseLocked } from './attempts'
import { reauthentication } from './reauthentication'
import { SCHEME, signedHash } from './signed-form'

export interface ToSign {
  /** Name of the audited entity, such as `CapaCases`. */
  object: string
  objectID: string
  meaning: string
  credential: string | null | undefined
  comment?: string | null
}

/** As stored. */
export interface Signature {
  ID: string
  object: string
  objectID: string
  meaning_code: string
  signedAt: string
  userId: string
  printedName: string | null
  comment: string | null
  cycle: number | null
  contentHash: string
  scheme: number
  hash: string
}

/**
 * Signs a record as it will be at the end of the transaction at hand, for the user at hand.
 *
 * @throws 422 without a credential, 403 with a wrong one, 429 after too many wrong ones, 503 where nobody is set up to check them
 */
export async function signRecord({ object, objectID, meaning, credential, comment }: ToSign): Promise<Signature> {
  const { user, timestamp, tenant } = cds.context!
  if (!credential) fail(422, 'SIGNATURE_CREDENTIAL_MISSING', { target: 'credential' })
  const reauthenticate = reauthentication()
  await refuseLocked(user.id)
  if (!(await reauthenticate({ userId: user.id, credential, tenant }))) {
    countFailure(user.id, { object, objectID, meaning })
    fail(403, 'SIGNATURE_CREDENTIAL_WRONG', { target: 'credential' })
  }
  await forgetFailures(user.id)
  const audited = auditedByName(object)
  if (!audited) throw new Error(`${object} can't be signed: it has no audit trail`)
  const content = await contentOf(audited, objectID)
  const signature = sealed({
    ID: cds.utils.uuid(), object, objectID, meaning_code: meaning, signedAt: timestamp.toISOString(), userId: user.id, printedName: await printedName(user),
    comment: comment?.trim() || null, cycle: typeof content.cycle === 'number' ? content.cycle : null, contentHash: '', scheme: SCHEME
  }, content, audited)
  await INSERT.into(entities().Signatures).entries(signature)
  Journal.of(cds.context as never).lastly.push(() => signAgain(signature, audited))
  await recordAudit({ object, objectID, event: 'SIGNED', input: { meaning, signature: signature.ID } })
  return signature
}

/** What the action did after it signed belongs to what was signed. */
async function signAgain(signature: Signature, audited: Audited): Promise<void> {
  const { contentHash, hash } = sealed(signature, await contentOf(audited, signature.objectID), audited)
  if (contentHash !== signature.contentHash) await asWriter(UPDATE(entities().Signatures, { ID: signature.ID }).with({ contentHash, hash } as never))
}

async function contentOf(audited: Audited, objectID: string): Promise<Content> {
  const content = (await contents(audited, [keyOfText(audited, objectID)])).get(objectID)
  return content ?? fail(404, 'SIGNED_RECORD_MISSING')
}

function sealed(signature: Omit<Signature, 'hash'>, content: Content, audited: Audited): Signature {
  const contentHash = signedHash(content, audited, { meaning: signature.meaning_code, scheme: signature.scheme, cycle: signature.cycle })
  return { ...signature, contentHash, hash: signatureHash({ ...signature, contentHash }) }
}

/** Over all columns of the row, in a fixed order. */
export const signatureHash = (row: Omit<Signature, 'hash'>): string => sha256(JSON.stringify([
  'aftersales.Signatures/1', row.ID, row.object, row.objectID, row.meaning_code, canonicalTimestamp(row.signedAt), row.userId, row.printedName ?? null, row.comment ?? null,
  row.cycle ?? null, row.contentHash, row.scheme
]))

export interface User { id: string; attr?: Record<string, unknown> }

/** What the identity provider calls the person, else the technician's name, else the user id. */
export async function printedName(user: User): Promise<string> {
  const { given_name: first, family_name: last, name } = { ...user.attr } as Record<string, string | undefined>
  const full = name ?? [first ?? user.attr?.givenName, last ?? user.attr?.familyName].filter(Boolean).join(' ')
  if (full) return full.slice(0, 80)
  const technician = (await SELECT.one.from(entities().Technicians).columns('name').where({ userId: user.id })) as { name: string } | undefined
  return technician?.name ?? user.id
}
