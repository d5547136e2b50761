import type { ApiCheck, HostCheck } from './check'
import type { Finding, Severity } from './findings'

const SEVERITIES: Severity[] = ['error', 'warning', 'note']

export function counted(findings: Finding[]): Record<Severity, number> {
  const count = (severity: Severity) => findings.filter(finding => finding.severity === severity).length
  return { error: count('error'), warning: count('warning'), note: count('note') }
}

/** The whole check for people: a block per API, worst findings first, and one line of summary. */
export function reportOf({ apis, stopped }: HostCheck, host: string): string {
  if (stopped) return stopped.text
  const width = Math.max(...apis.map(({ api }) => api.length))
  return [...apis.map(check => blockOf(check, width)), '', summaryOf(apis, host)].join('\n')
}

function blockOf({ api, root, used, compared, findings }: ApiCheck, width: number): string {
  const size = compared ? [compared.entitySets && plural(compared.entitySets, 'entity set'), plural(compared.fields, compared.entitySets ? 'field' : 'element')].filter(Boolean).join(', ') : root
  const lines = [`${api.padEnd(width)}  ${verdict(findings)}  (${size})${used ? '' : ' – not called with the present settings'}`]
  const sorted = SEVERITIES.flatMap(severity => findings.filter(finding => finding.severity === severity))
  const entries = sorted.map(({ severity, code, at, text }) => `  ${severity.padEnd(7)}  ${[at, code].filter(Boolean).join('  ')}\n           ${text}`)
  return [...lines, ...entries].join('\n')
}

function summaryOf(apis: ApiCheck[], host: string): string {
  const all = apis.flatMap(({ findings }) => findings)
  const advice = apis.length > 1 && apis.every(({ findings }) => findings.some(({ code }) => code === 'NOT_ACTIVE'))
    ? '\nNo API was found at all: check the address. In the cloud, APIs have one of their own (my300000-api.s4hana.cloud.sap).' : ''
  return `${host}: ${plural(apis.length, 'API')}, ${verdict(all)}${advice}`
}

function verdict(findings: Finding[]): string {
  const counts = counted(findings)
  return SEVERITIES.filter(severity => counts[severity]).map(severity => plural(counts[severity], severity)).join(', ') || 'fits'
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
