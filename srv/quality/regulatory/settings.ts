import cds from '@sap/cds'

/** How authorities' clocks are looked after: `cds.requires.quality`. */
export interface RegulatorySettings {
  /** IANA zone of the company: the day on which it becomes aware is a day there. */
  timeZone: string
  /** How often each instance looks for reports to warn of, in milliseconds; 0: never by itself. */
  reportLook: number
}

const DEFAULTS: RegulatorySettings = { timeZone: 'UTC', reportLook: 60_000 }

export const regulatorySettings = (): RegulatorySettings =>
  ({ ...DEFAULTS, ...(cds.env.requires as unknown as Record<string, Partial<RegulatorySettings> | undefined>).quality })
