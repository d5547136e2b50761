import cds from '@sap/cds'
import { fail } from '../../errors'
import { inTurn } from '../../turns'
import { recordAudit } from '../audit/recording'
import { signatureSettings } from './reauthentication'

const ATTEMPTS = 'aftersales.SignatureAttempts'

interface Attempts { failures: number; lockedUntil: string | null }

/** 429 while too many wrong credentials lock the user's signature. */
export async function refuseLocked(userId: string): Promise<void> {
  const attempts = (await SELECT.one.from(ATTEMPTS, { userId })) as Attempts | undefined
  if (attempts?.lockedUntil && Date.parse(attempts.lockedUntil) > cds.context!.timestamp.getTime())
    fail(429, 'SIGNATURE_LOCKED', { target: 'credential', args: [attempts.lockedUntil] })
}

/** After a right credential the count begins anew. */
export const forgetFailures = (userId: string): Promise<unknown> => Promise.resolve(UPDATE(ATTEMPTS, { userId }).with({ failures: 0, lockedUntil: null } as never))

/**
 * Counts a wrong credential and writes it into the audit trail, in a transaction of its own after the one at hand has failed, and before the user reads
 * the answer.
 */
export function countFailure(userId: string, refused: { object: string; objectID: string; meaning: string }): void {
  const at = cds.context!.timestamp
  const { failures, lockMinutes } = signatureSettings()
  ;(cds.context as unknown as { on(event: string, listener: () => Promise<void>): void }).on('done', () => inTurn(async () => {
    const changed = await UPDATE(ATTEMPTS, { userId }).with({ failures: { '+=': 1 }, lastAt: at } as never)
    if (!changed) await INSERT.into(ATTEMPTS).entries({ userId, failures: 1, lastAt: at.toISOString() })
    const { failures: now } = (await SELECT.one.from(ATTEMPTS, { userId })) as Attempts
    const isLocked = now >= failures
    if (isLocked) await UPDATE(ATTEMPTS, { userId }).with({ failures: 0, lockedUntil: new Date(at.getTime() + lockMinutes * 60_000).toISOString() } as never)
    const { object, objectID, meaning } = refused
    await recordAudit({ object, objectID, event: 'SIGNATURE_REFUSED', userId, input: { meaning, failures: now, ...(isLocked && { lockMinutes }) } })
  }).catch(error => cds.log('quality').error('A refused signature could not be written down', error)))
}
