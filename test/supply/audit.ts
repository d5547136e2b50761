import { spawnSync } from 'node:child_process'

/**
 * Known weaknesses of what an installation runs. Serious ones fail; a registry that can't tell is named and passes, since not every mirror
 * has the end point.
 */
interface Report { metadata?: { vulnerabilities: Record<string, number> }; vulnerabilities?: Record<string, { severity: string; range: string }>; message?: string }

const { stdout, stderr } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
const report = read(stdout)
if (!report.metadata) {
  console.warn(`No audit: the registry doesn't tell (${(report.message ?? stderr.trim().split('\n').at(-1) ?? '').replace(/https?:\S+/g, '').slice(0, 80).trim()})`)
} else {
  const { high = 0, critical = 0, ...others } = report.metadata.vulnerabilities
  for (const [name, { severity, range }] of Object.entries(report.vulnerabilities ?? {})) console.log(`${severity}: ${name} ${range}`)
  console.log(`${critical} critical, ${high} high, ${others.moderate ?? 0} moderate`)
  process.exitCode = high + critical ? 1 : 0
}

function read(text: string): Report {
  try {
    return JSON.parse(text) as Report
  } catch {
    return {}
  }
}
