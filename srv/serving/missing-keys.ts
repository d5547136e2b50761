import type cds from '@sap/cds'
import { fail } from '../errors'

interface Key { name: string; type?: string; isAssociation?: boolean; virtual?: boolean; default?: unknown }
interface Creation { protocol?: string; target?: { isDraft?: boolean; keys?: Record<string, Key> }; data?: Record<string, unknown> }

/**
 * 400 for a new row that comes over the wire without its key, which only the database would notice otherwise. Numbers and IDs are given by now, so this
 * stands in front of the last step.
 */
export function refuseKeyless(req: cds.Request, next: () => Promise<unknown>): Promise<unknown> {
  const { protocol, target, data } = req as unknown as Creation
  if (protocol === 'odata' && target && !target.isDraft && Object.values(target.keys ?? {}).some(key => isAsked(key) && isGap(key, data?.[key.name]))) fail(400, 'KEY_NEEDED')
  return next()
}

/** IDs fill themselves; drafts are told apart by CAP. */
const isAsked = ({ name, type, isAssociation, virtual }: Key): boolean => !isAssociation && !virtual && type !== 'cds.UUID' && name !== 'IsActiveEntity'

const isGap = ({ default: preset }: Key, value: unknown): boolean => value === null || (value === undefined && preset === undefined)
