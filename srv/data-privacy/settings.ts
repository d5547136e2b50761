import cds from '@sap/cds'

/** `cds.requires.dataPrivacy`. */
export interface DataPrivacySettings {
  /** A run is started by somebody else than who proposed it. */
  fourEyes: boolean
  /** Milliseconds between two looks of an instance for runs that have not ended; 0: never by itself. */
  look: number
  /** Rows that one transaction blocks or erases. */
  batch: number
  /** Who logs reads and changes of personal data: this module for all services, or the plugin's own handlers. */
  logging: 'module' | 'plugin'
  /** Where to in development: a table of this module, or as the plugin is set. In production it is the plugin's setting. */
  developmentLog: 'table' | 'plugin'
}

const DEFAULTS: DataPrivacySettings = { fourEyes: true, look: 60_000, batch: 200, logging: 'module', developmentLog: 'table' }

export const dataPrivacySettings = (): DataPrivacySettings => ({ ...DEFAULTS, ...(cds.env.requires as Record<string, Partial<DataPrivacySettings> | undefined>).dataPrivacy })
