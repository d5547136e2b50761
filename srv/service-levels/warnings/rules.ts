import { entities } from '../../entities'
import type { WarningRule } from './plan'

export type StoredRule = WarningRule & { percent: number | null; escalates: boolean; tellsCustomer: boolean }

/** All rules as they are now. */
export async function warningRules(): Promise<StoredRule[]> {
  const { WarningRules } = entities()
  return (await SELECT.from(WarningRules).columns('code', 'level_code', 'percent', 'escalates', 'tellsCustomer').orderBy('position')) as StoredRule[]
}
