import { parseArgs } from 'node:util'
import { USAGES, type Usage } from './usage'

export const USAGE = `Usage: npm run check-host -- [--url https://host --user NAME [--password-from-env VARIABLE] [--client 100] | --destination NAME]
                              [--api NAME …] [--timeout SECONDS] [--json]

Without --url and --destination the host of cds.requires.S4HANA is checked. The password is read from the
environment variable S4HANA_PASSWORD (or VARIABLE), else asked for.`

/** What the command can't work with; nothing was sent. */
export class WrongUse extends Error {}

export interface Arguments {
  url?: string
  user?: string
  passwordFrom: string
  client?: string
  destination?: string
  /** Those asked for by name, else all. */
  usages: Usage[]
  named: boolean
  /** Milliseconds for each answer. */
  timeout: number
  json: boolean
  help: boolean
}

/** @throws WrongUse with a text that never repeats what was typed as a password */
export function readArguments(args: string[]): Arguments {
  if (args.some(arg => /^--?p(ass(word)?)?(=|$)/.test(arg))) {
    throw new WrongUse('A password does not belong on the command line, where other users and the shell history see it: ' +
      'put it into the environment variable S4HANA_PASSWORD or wait to be asked.')
  }
  const { url, user, client, destination, api, help = false, json = false, ...rest } = parse(args)
  if (url && destination) throw new WrongUse('Say --url or --destination, not both.')
  if (url && !user) throw new WrongUse('Say as whom to sign in: --user NAME')
  if (user && !url) throw new WrongUse('--user belongs to --url; a destination brings its own.')
  const timeout = Number(rest.timeout ?? 60)
  if (!(timeout > 0)) throw new WrongUse('--timeout is a number of seconds.')
  return {
    url: url && hostOf(url), user, client, destination, json, help,
    passwordFrom: rest['password-from-env'] ?? 'S4HANA_PASSWORD', usages: usagesOf(api), named: Boolean(api), timeout: timeout * 1000
  }
}

function parse(args: string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const place = { url: text, user: text, 'password-from-env': text, client: text, destination: text }
  try {
    return parseArgs({ args, options: { ...place, api: { ...text, multiple: true }, timeout: text, json: flag, help: flag } }).values
  } catch (error) {
    throw new WrongUse(`${(error as Error).message}\n${USAGE}`)
  }
}

/** Scheme, host and port: the paths of the APIs are our business. */
function hostOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !/^https?:$/.test(parsed.protocol)) throw new WrongUse('--url is the address of the host, such as https://my300000-api.s4hana.cloud.sap')
  if (parsed.username || parsed.password) throw new WrongUse('Leave user and password out of the --url.')
  if (parsed.protocol === 'http:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(parsed.hostname)) {
    throw new WrongUse('Over http everybody on the way could read the password: use https.')
  }
  return parsed.origin
}

function usagesOf(names?: string[]): Usage[] {
  const unknown = names?.filter(name => !USAGES.some(({ api }) => api === name)) ?? []
  if (unknown.length) throw new WrongUse(`There is no API ${unknown.join(', ')}. Known are: ${USAGES.map(({ api }) => api).join(', ')}`)
  return names ? USAGES.filter(({ api }) => names.includes(api)) : USAGES
}
