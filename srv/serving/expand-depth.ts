import type cds from '@sap/cds'
import { fail } from '../errors'
import { hardeningSettings } from './hardening-settings'

interface Expanding { expand?: Expanding[] }

/** 400 for an `$expand` that goes deeper than any page: each level multiplies what is read. */
export function refuseDeepExpands(req: cds.Request): void {
  const { SELECT } = (req.query ?? {}) as { SELECT?: { columns?: Expanding[] } }
  if ((req as unknown as { protocol?: string }).protocol !== 'odata' || !SELECT?.columns) return
  const { expandLevels } = hardeningSettings()
  if (levels(SELECT.columns) > expandLevels) fail(400, 'EXPAND_TOO_DEEP', { args: [expandLevels] })
}

const levels = (columns: Expanding[]): number => Math.max(0, ...columns.map(column => (Array.isArray(column?.expand) ? 1 + levels(column.expand) : 0)))
