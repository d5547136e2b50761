import cds from '@sap/cds'

/** How notices leave: `cds.requires.notices`. Times in milliseconds. */
export interface NoticeSettings {
  /** How often each instance looks for warnings and notices that are due, beside the scheduled task; 0: never by itself. */
  look: number
  /** Whoever sends a notice holds it for so long: longer than sending takes, as after a crash nobody releases it. */
  lease: number
  /** Notices that one turn takes and sends at the same time. After a crash so many may be repeated. */
  parallel: number
  /** So many failures, then a notice stays undelivered. */
  maxAttempts: number
  firstDelay: number
  longestDelay: number
  from: string
  /** Quiet hours of customers, on the site's clock. */
  quietFrom: string
  quietTo: string
  /** Mail server, in the form of nodemailer; without it there are no mails. */
  credentials?: { host: string; port?: number; secure?: boolean; user?: string; password?: string }
  /** Gets each notice to internal people as JSON. */
  webhook?: { url: string; token?: string; timeout?: number }
}

const DEFAULTS: NoticeSettings = {
  look: 30_000, lease: 60_000, parallel: 20, maxAttempts: 10, firstDelay: 5_000, longestDelay: 900_000,
  from: 'after-sales@localhost', quietFrom: '20:00', quietTo: '07:00'
}

export const noticeSettings = (): NoticeSettings => ({ ...DEFAULTS, ...(cds.env.requires as Record<string, Partial<NoticeSettings> | undefined>).notices })
