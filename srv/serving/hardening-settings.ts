import cds from '@sap/cds'

/** How the module protects what it serves: `cds.requires.hardening`. See docs/security.md. */
export interface HardeningSettings {
  /** Who else may show our pages in a frame, besides ourselves: origins, such as that of a launchpad. */
  frameAncestors: string[]
  /** HTTPS is asked for in all later visits: in production, unless said otherwise. */
  strictTransport: boolean
  /** Longest JSON body of a service, unless the service says so itself by `@cds.server.body_parser.limit`. */
  body: string
  /** Longest address, in characters, also of a request inside a `$batch`. */
  address: number
  /** Most requests in one `$batch`. */
  batch: number
  /** How deep `$expand` may go. */
  expandLevels: number
  /** Most rows of one page, unless a service or an entity says so itself by `@cds.query.limit.max`. */
  page: number
  /** How often, or false: never mind. */
  rateLimits: false | {
    /** By user, of what has the annotation `@aftersales.rateLimit` with this name. */
    intake: RateLimit
    /** By address of the network: requests that were refused because nobody was signed in. */
    signIn: RateLimit
    /** By address of the network: doors that need no sign-in. */
    open: RateLimit
    [name: string]: RateLimit
  }
}

export interface RateLimit { requests: number; seconds: number }

const RATES = { intake: { requests: 60, seconds: 60 }, signIn: { requests: 100, seconds: 60 }, open: { requests: 600, seconds: 60 } }

let known: { given: unknown; settings: HardeningSettings } | undefined

/** Each request asks: they are put together once for what the installation says. */
export function hardeningSettings(): HardeningSettings {
  const given = (cds.env.requires as Record<string, Partial<HardeningSettings> | undefined>).hardening
  if (!known || known.given !== given) known = { given, settings: completed(given) }
  return known.settings
}

const completed = (given?: Partial<HardeningSettings>): HardeningSettings => ({
  frameAncestors: [], strictTransport: process.env.NODE_ENV === 'production', body: '5mb', address: 8192, batch: 100, expandLevels: 5, page: 1000, ...given,
  rateLimits: given?.rateLimits === false ? false : { ...RATES, ...given?.rateLimits }
})
