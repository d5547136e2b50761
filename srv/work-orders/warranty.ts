/** Who bears a repair on a given day, from what the equipment record says. */

export interface Coverage {
  warrantyStart?: string | null
  warrantyEnd?: string | null
  serviceContract?: string | null
  serviceContractStart?: string | null
  serviceContractEnd?: string | null
}

export type WarrantyStatus = 'warranty' | 'contract' | 'none'

/**
 * Warranty comes before contract: where both cover the day, the manufacturer's warranty bears the cost.
 * First and last day are covered; a missing end means open-ended for a contract, no warranty for a warranty.
 *
 * @param day calendar day at the site, YYYY-MM-DD
 */
export function warrantyStatus(coverage: Coverage, day: string): WarrantyStatus {
  if (coverage.warrantyEnd && (coverage.warrantyStart ?? '') <= day && day <= coverage.warrantyEnd) return 'warranty'
  const { serviceContract, serviceContractStart, serviceContractEnd } = coverage
  if (serviceContract && (serviceContractStart ?? '') <= day && day <= (serviceContractEnd ?? '9999-12-31')) return 'contract'
  return 'none'
}

/** The accounting indicator proposed for costs of an order with this warranty status. */
export function accountingIndicator(status: WarrantyStatus): 'warranty' | 'contract' | 'billable' {
  return status === 'none' ? 'billable' : status
}

/** The calendar day (YYYY-MM-DD) on which an instant falls at a place. Unknown zones count as UTC. */
export function localDay(instant: Date, timeZone?: string | null): string {
  return dayFormat(timeZone).format(instant)
}

const formats = new Map<string, Intl.DateTimeFormat>()

function dayFormat(timeZone?: string | null): Intl.DateTimeFormat {
  const zone = timeZone || 'UTC'
  let format = formats.get(zone)
  if (!format) {
    try {
      format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
    } catch {
      format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', dateStyle: 'short' })
    }
    formats.set(zone, format)
  }
  return format
}
