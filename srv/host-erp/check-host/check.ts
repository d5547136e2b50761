import { rootOf } from '../s4/roots'
import { refusalOf } from './availability'
import { compare } from './compare'
import { compareElements } from './compare-elements'
import { fetchMetadata, type Place } from './fetch-metadata'
import { error as errorOf, type Finding } from './findings'
import { importer, modelOfMetadata, modelOfOurs } from './import-metadata'
import type { ApiModel } from './model'
import type { Usage } from './usage'

export interface ApiCheck {
  api: string
  root: string
  /** False: present settings don't call it, so that its errors are warnings. */
  used: boolean
  compared?: { entitySets: number; fields: number }
  findings: Finding[]
}

export interface HostCheck {
  apis: ApiCheck[]
  /** Why the check ended before the first API had answered. */
  stopped?: { code: 'SIGN_IN_FAILED' | 'UNREACHABLE'; text: string }
}

export interface Request {
  usages: Usage[]
  place: Place
  timeout: number
  isUsed: (usage: Usage) => boolean
}

/**
 * Asks for the metadata of one API after the other. Until one has answered, a refused sign-in or silence ends the
 * check: hosts lock users after a few wrong passwords, and whoever is away stays away.
 */
export async function checkHost({ usages, place, timeout, isUsed }: Request): Promise<HostCheck> {
  const kit = await importer()
  const apis: ApiCheck[] = []
  let signedIn = false
  for (const usage of usages) {
    const root = rootOf(usage.api)
    const answer = await fetchMetadata(place, root, timeout, usage.protocol === 'SOAP' ? 'SOAP' : 'OData')
    if (!signedIn && answer.kind === 'silent') return { apis, stopped: { code: 'UNREACHABLE', text: `${place.name} can't be reached: ${answer.reason}` } }
    if (!signedIn && answer.kind === 'refused' && answer.status === 401) return { apis, stopped: { code: 'SIGN_IN_FAILED', text: signInFailed(place, usage) } }
    signedIn ||= answer.kind === 'metadata' || (answer.kind === 'refused' && answer.status === 403)
    const check: ApiCheck = { api: usage.api, root, used: isUsed(usage), findings: [] }
    if (answer.kind === 'metadata') Object.assign(check, await compared(answer.edmx, usage, kit))
    else if (answer.kind === 'refused') check.findings.push(refusalOf(answer, usage))
    else check.findings.push(errorOf('NO_ANSWER', '', `No answer: ${answer.reason}`))
    apis.push(check.used ? check : { ...check, findings: check.findings.map(spared) })
  }
  return { apis }
}

async function compared(edmx: string, usage: Usage, kit: Awaited<ReturnType<typeof importer>>): Promise<Pick<ApiCheck, 'compared' | 'findings'>> {
  if (usage.protocol === 'SOAP') return compareElements(edmx, usage)
  const own = await modelOfOurs(usage.api, usage.protocol)
  try {
    return { compared: sizeOf(own), findings: compare(own, await modelOfMetadata(edmx, usage.api, kit), usage) }
  } catch (error) {
    return { findings: [errorOf('UNREADABLE', '', `The metadata can't be imported: ${(error as Error).message}`)] }
  }
}

const sizeOf = ({ entitySets }: ApiModel) => {
  const sets = Object.values(entitySets)
  return { entitySets: sets.length, fields: sets.reduce((sum, { fields }) => sum + Object.keys(fields).length, 0) }
}

const spared = (finding: Finding): Finding => (finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding)

const signInFailed = ({ name }: Place, { api, scenario }: Usage) =>
  `${name} refused the sign-in; it was tried once and is not repeated, since hosts lock users after a few wrong passwords. Check user and password. ` +
  `If they are right, the user has no access to ${api}${scenario ? ` (${scenario})` : ''}: begin with another API by --api.`
