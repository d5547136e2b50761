import type cds from '@sap/cds'
import { fail } from '../errors'

/**
 * 400 for an update over the wire that brings expressions instead of values. CAP takes a body with a property `raw` for a template string of its
 * own and would compute whatever that says, past all checks of single fields.
 */
export function refuseExpressions(req: cds.Request): void {
  const { UPDATE } = (req.query ?? {}) as { UPDATE?: { with?: object } }
  if ((req as unknown as { protocol?: string }).protocol === 'odata' && UPDATE?.with && Object.keys(UPDATE.with).length) fail(400, 'VALUE_UNFIT')
}
