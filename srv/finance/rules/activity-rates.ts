/** What a unit of an activity costs, for a cost centre or, without one, for a whole company code. */
export interface ActivityRate {
  ID: string
  companyCode: string
  costCenter: string | null
  activityType: string
  /** YYYY-MM-DD, both inclusive; without an end it holds until a later one begins. */
  validFrom: string
  validTo: string | null
  rate: string
  unit: string
  currency: string
}

/**
 * The rate of an activity on a day: that of the cost centre before that of the company code, and of several the one that began last.
 *
 * @returns nothing where none is valid
 */
export function activityRate(
  rates: readonly ActivityRate[], { companyCode, costCenter, activityType, day, unit }: { companyCode: string; costCenter?: string | null; activityType: string; day: string; unit?: string }
): ActivityRate | undefined {
  const valid = rates.filter(rate =>
    rate.companyCode === companyCode && rate.activityType === activityType && (!unit || rate.unit === unit) && rate.validFrom <= day && (!rate.validTo || day <= rate.validTo))
  return last(valid.filter(rate => costCenter && rate.costCenter === costCenter)) ?? last(valid.filter(rate => !rate.costCenter))
}

const last = (rates: ActivityRate[]) => rates.reduce<ActivityRate | undefined>((best, rate) => (!best || rate.validFrom > best.validFrom ? rate : best), undefined)
