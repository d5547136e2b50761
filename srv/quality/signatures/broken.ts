import cds from '@sap/cds'
import type { Content } from '../audit/canonical'
import { auditedByName } from '../audit/model'
import { contents, keyOfText } from '../audit/reading'
import type { Runner } from '../audit/touching'
import { entities } from '../../entities'
import { grouped } from '../../grouped'
import { textOf } from '../../words'
import { signedHash } from './signed-form'
import { signatureHash, type Signature } from './signing'

export type BrokenReason = 'SIGNATURE_BROKEN_RECORD_GONE' | 'SIGNATURE_BROKEN_RECORD_CHANGED' | 'SIGNATURE_BROKEN_ITSELF'

/** Signature's ID → why it no longer stands for the record; those that hold are missing. */
export async function brokenSignatures(signatures: Signature[], db: Runner = cds.db as never): Promise<Map<string, BrokenReason>> {
  const broken = new Map<string, BrokenReason>()
  for (const [object, of] of grouped(signatures, ({ object }) => object)) {
    const audited = auditedByName(object)
    const records = audited ? await contents(audited, [...new Set(of.map(({ objectID }) => objectID))].map(objectID => keyOfText(audited, objectID)), db) : new Map<string, Content>()
    for (const signature of of) {
      const content = records.get(signature.objectID)
      const { meaning_code: meaning, scheme, cycle } = signature
      if (!audited || !content) broken.set(signature.ID, 'SIGNATURE_BROKEN_RECORD_GONE')
      else if (signatureHash(signature) !== signature.hash) broken.set(signature.ID, 'SIGNATURE_BROKEN_ITSELF')
      else if (signedHash(content, audited, { meaning, scheme, cycle }) !== signature.contentHash) broken.set(signature.ID, 'SIGNATURE_BROKEN_RECORD_CHANGED')
    }
  }
  return broken
}

export type SignatureWithState = Signature & { meaning: string; isBroken: boolean; brokenReason: string | null }

/** The signatures of a record in the order they were given, with the meaning's name and whether they still hold. */
export async function signaturesOf({ object, objectID }: { object: string; objectID: string }): Promise<SignatureWithState[]> {
  const { Signatures, SignatureMeanings } = entities()
  const signatures = (await SELECT.from(Signatures).where({ object, objectID }).orderBy('signedAt', 'ID')) as Signature[]
  if (!signatures.length) return []
  const meanings = (await SELECT.localized(SignatureMeanings).columns('code', 'name')) as { code: string; name: string }[]
  const names = new Map(meanings.map(({ code, name }) => [code, name]))
  const broken = await brokenSignatures(signatures)
  return signatures.map(signature => {
    const reason = broken.get(signature.ID)
    return { ...signature, meaning: names.get(signature.meaning_code) ?? signature.meaning_code, isBroken: Boolean(reason), brokenReason: reason ? brokenText(reason) : null }
  })
}

/** In the language of the reader. */
export const brokenText = (reason: BrokenReason): string => textOf(reason) ?? reason
