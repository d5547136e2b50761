import type cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { idOf } from '../../request-key'
import { isWhole } from './share-out'

interface Rate { ID: string; companyCode_code: string; costCenter: string | null; activityType: string; unit: string; validFrom: string; validTo: string | null }

/** What one row can't say by itself, looked at when it is written, in the same transaction. */
export function checkRules(service: cds.ApplicationService): void {
  const { CoverageRules, ActivityRates, CompanyCodes } = service.entities
  service.before('NEW', CompanyCodes.drafts!, req => { if (!(req.data as { code?: string }).code) fail(400, 'COMPANY_CODE_NEEDED', { target: 'code' }) })
  service.after(['CREATE', 'UPDATE'], CoverageRules, (_, req) => requireWhole(idOfTarget(req)))
  service.after(['CREATE', 'UPDATE'], ActivityRates, (_, req) => refuseOverlap(idOfTarget(req)))
}

const idOfTarget = (req: cds.Request): string => (req.data as { ID?: string }).ID ?? idOf(req.params.at(-1))!

/** 422 where the shares of a coverage are not 100 % together. They are written with their rule only. */
async function requireWhole(rule_ID: string): Promise<void> {
  const percents = (await SELECT.from(entities().CoverageShares).columns('percent').where({ rule_ID }) as { percent: string }[]).map(({ percent }) => percent ?? 0)
  if (!isWhole(percents)) fail(422, 'COVERAGE_NOT_WHOLE', { target: 'shares', args: [percents.reduce<number>((sum, percent) => sum + Math.round(Number(percent) * 1000), 0) / 1000] })
}

/** 422 where two rates of the same activity would hold on one day. One without an end ends where the next one begins. */
async function refuseOverlap(ID: string): Promise<void> {
  const { ActivityRates } = entities()
  const rate = await SELECT.one.from(ActivityRates).where({ ID }) as Rate | undefined
  if (!rate) return
  const { companyCode_code, activityType, unit, costCenter } = rate
  const alike = await SELECT.from(ActivityRates).where({ companyCode_code, activityType, unit, costCenter, ID: { '!=': ID } }) as Rate[]
  const other = alike.find(each => overlap(rate, each))
  if (other) fail(422, 'ACTIVITY_RATE_OVERLAPS', { target: 'validFrom', args: [activityType, other.validFrom, other.validTo ?? '…'] })
}

function overlap(a: Rate, b: Rate): boolean {
  const [first, second] = a.validFrom <= b.validFrom ? [a, b] : [b, a]
  return first.validFrom === second.validFrom || (first.validTo != null && first.validTo >= second.validFrom)
}
