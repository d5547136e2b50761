import cds from '@sap/cds'
import { postingSettings } from '../settings'
import { readArguments, USAGE, WrongUse, type Arguments } from './arguments'
import { checkHost, type HostCheck } from './check'
import type { Place } from './fetch-metadata'
import { passwordFor } from './password'
import { counted, reportOf } from './report'
import type { Usage } from './usage'

/** 0: we would get along with this host; 1: requests of ours would fail; 2: nothing was compared. */
export type ExitCode = 0 | 1 | 2

interface Requirement {
  credentials?: { url?: string; destination?: string; username?: string }
}

const required = () => (cds.env.requires as Record<string, Requirement | undefined>).S4HANA

/** Compares the host's own metadata with the models that this module was written against, and reports. */
export async function runCommand(args: string[]): Promise<ExitCode> {
  try {
    const wanted = readArguments(args)
    if (wanted.help) {
      console.log(USAGE)
      return 0
    }
    const place = await placeFor(wanted)
    const check = await checkHost({ ...wanted, place, isUsed: usage => wanted.named || isUsed(usage) })
    if (wanted.json) console.log(JSON.stringify(machineReadable(check, place), null, 2))
    else if (check.stopped) console.error(reportOf(check, place.name))
    else console.log(reportOf(check, place.name))
    if (check.stopped) return 2
    return counted(check.apis.flatMap(({ findings }) => findings)).error ? 1 : 0
  } catch (error) {
    console.error(error instanceof WrongUse ? error.message : `The check failed: ${(error as Error).message}`)
    return 2
  }
}

async function placeFor({ url, user, passwordFrom, client, destination }: Arguments): Promise<Place> {
  const headers = client ? { 'sap-client': client } : undefined
  if (destination) return { destination: { destinationName: destination }, headers, name: `The destination ${destination}` }
  if (url) {
    const password = await passwordFor(user!, passwordFrom)
    return { destination: { url, username: user, password, authentication: 'BasicAuthentication' }, headers, name: url }
  }
  const { credentials } = required() ?? {}
  if (credentials?.destination) return placeFor({ destination: credentials.destination, client } as Arguments)
  if (!credentials?.url) throw new WrongUse(`cds.requires.S4HANA names no host: say --url or --destination.\n${USAGE}`)
  return { destination: credentials as Place['destination'], headers, name: credentials.url }
}

/** Requisitions are written by one of two APIs. */
function isUsed({ api }: Usage): boolean {
  const requisitions = ['API_PURCHASEREQ_PROCESS_SRV', 'CE_PURCHASEREQUISITION_0001']
  return !requisitions.includes(api) || api === postingSettings().requisitionApi
}

const machineReadable = ({ apis, stopped }: HostCheck, { name }: Place) => ({
  host: name, ...(stopped && { stopped }), summary: counted(apis.flatMap(({ findings }) => findings)), apis
})
