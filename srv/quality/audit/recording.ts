import cds from '@sap/cds'
import type { Changes } from './changes'
import { Journal } from './journal'

export interface Record {
  /** Name of the entity. */
  object: string
  objectID: string
  event: string
  /** Field → before and after, for what the trail can't see by itself. */
  changes?: Changes
  input?: object
  /** Whose deed it is, where that is not the user at hand. */
  userId?: string
}

/**
 * Adds an event to an object's audit trail, at the end of the transaction at hand. Changes of audited records are seen without it: this is for what leaves no row
 * changed.
 */
export function recordAudit({ object, objectID, event, changes, input, userId }: Record): Promise<void> {
  Journal.of(cds.context as never).notes.push({
    object, objectID, objectNumber: null, event, changes: changes ? JSON.stringify(changes) : null, input: input ? JSON.stringify(input) : null, ...(userId && { userId })
  })
  return Promise.resolve()
}
