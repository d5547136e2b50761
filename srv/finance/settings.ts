import cds from '@sap/cds'

/** How costs get into the books: `cds.requires.finance`. */
export interface FinanceSettings {
  /** Who bears costs in the host: `order`, where time is confirmed on its internal order or cost centre, or the items of its service order. */
  costModel: 'order' | 'serviceItem'
  /** A posting date in a closed period is refused, or becomes the first day of the next open one. */
  closedPeriod: 'refuse' | 'next'
  /** Of orders whose plant belongs to no company code. */
  companyCode: string
  /** Milliseconds between two looks of an instance for cost items without rows; 0: it never looks by itself. */
  look: number
  /** The service order that the cost model `serviceItem` needs, and its confirmation. Products by type of cost, `*` for all others; without a sales area that of the company code's own number. */
  serviceOrder: { type: string; confirmationType: string; salesArea: Record<string, SalesArea>; products: Record<string, string> }
  /** What billing is asked for. */
  billing: {
    /** Only what is in the books, or all that is complete. */
    from: 'posted' | 'complete'
    /** By company code, `*` for all others; without one the sales organisation has the number of the company code. */
    salesArea: Record<string, SalesArea>
    /** The host's reason code, where its documents demand one. */
    reason?: string
    /** Material of the request's items by type of cost, `*` for all others. */
    materials: Record<string, string>
  }
}

export interface SalesArea { salesOrganization: string; distributionChannel: string; division: string }

const DEFAULTS: FinanceSettings = {
  costModel: 'order', closedPeriod: 'refuse', companyCode: '1010', look: 3_600_000,
  serviceOrder: { type: 'SVO1', confirmationType: 'SVC1', salesArea: {}, products: { '*': 'SRV_01' } },
  billing: { from: 'posted', salesArea: {}, materials: { '*': 'SRV_01' } }
}

export function financeSettings(): FinanceSettings {
  const given = (cds.env.requires as Record<string, Partial<FinanceSettings> | undefined>).finance
  return {
    ...DEFAULTS, ...given,
    serviceOrder: { ...DEFAULTS.serviceOrder, ...given?.serviceOrder }, billing: { ...DEFAULTS.billing, ...given?.billing }
  }
}

/** The value of a key, or the one for all others. */
export const valueOf = <T>(values: Record<string, T>, key: string | null | undefined): T | undefined => values[key ?? '*'] ?? values['*']

/** Where sales of a company code are booked. */
export const salesAreaOf = (areas: Record<string, SalesArea>, companyCode: string): SalesArea =>
  valueOf(areas, companyCode) ?? { salesOrganization: companyCode, distributionChannel: '10', division: '00' }
