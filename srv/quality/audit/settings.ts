import cds from '@sap/cds'
import type { Keys } from './chain'

interface Settings { key?: string; keyId?: string; earlierKeys?: Record<string, string>; keyedSince?: string; credentials?: Settings }

/**
 * `cds.requires.audit`, from a bound service: `key` and its name `keyId`, and keys of earlier rows in `earlierKeys`. Who can write the database but
 * does not know the key can't compute chains anew.
 */
export function auditKeys(): Keys {
  const { key, keyId = '1', earlierKeys = {} } = settings()
  return { current: key ? keyId : undefined, keys: { ...earlierKeys, ...(key && { [keyId]: key }) } }
}

/** From when on no row may be hashed without a key. */
export const keyedSince = (): string | undefined => settings().keyedSince

function settings(): Settings {
  const { audit = {} } = cds.env.requires as unknown as { audit?: Settings }
  return { ...audit, ...audit.credentials }
}
