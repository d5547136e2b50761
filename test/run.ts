import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sweep } from '../app/launchpad/packing/sweep'
import { prepare, removePrepared } from './setup/prepared'

/**
 * Runs the parts of the suite one after the other and ends with one line of totals.
 * `tsx test/run.ts` runs all parts, `tsx test/run.ts sqlite ui` some; more arguments after `--` go to jest.
 */
const PARTS = ['unit', 'plugin', 'sqlite', 'postgres', 'ui']
/** They share one compiled model. */
const WITH_PREPARED = ['sqlite', 'postgres', 'ui']

interface Result { numPassedTests: number; numFailedTests: number; numPendingTests: number; numFailedTestSuites: number; testResults: { message: string; status: string }[] }

async function main(): Promise<void> {
  // What an interrupted packing left beside the sources would be tested instead of them.
  sweep(path.resolve(__dirname, '..'))
  const [wanted, extra] = split(process.argv.slice(2))
  const unknown = wanted.filter(part => !PARTS.includes(part))
  if (unknown.length) throw new Error(`There is no part ${unknown.join(', ')}; choose from ${PARTS.join(', ')}`)
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const part of wanted.length ? wanted : PARTS) {
    if (WITH_PREPARED.includes(part)) prepare()
    const { passed, failed, skipped, seconds } = await run(part, extra)
    console.log(`${part}: ${passed} passed, ${failed} failed in ${seconds.toFixed(0)} s\n`)
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
  }
  removePrepared()
  console.log(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`)
  process.exitCode = total.failed || !total.passed ? 1 : 0
}

/** A part whose run breaks, or that runs no test, counts as one failure. */
async function run(part: string, extra: string[]) {
  const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'aftersales-tests-')), 'report.json')
  const started = Date.now()
  console.log(`— ${part} —`)
  const code = await jest(['--selectProjects', part, '--silent', '--json', '--outputFile', report, ...extra])
  const result = fs.existsSync(report) ? (JSON.parse(fs.readFileSync(report, 'utf8')) as Result) : undefined
  fs.rmSync(path.dirname(report), { recursive: true, force: true })
  const passed = result?.numPassedTests ?? 0
  const broken = result ? result.testResults.filter(file => file.status === 'failed' && /failed to run/.test(file.message)).length : 1
  const failed = (result?.numFailedTests ?? 0) + broken
  return { passed, failed: failed || (code || !passed ? 1 : 0), skipped: result?.numPendingTests ?? 0, seconds: (Date.now() - started) / 1000 }
}

function jest(args: string[]): Promise<number> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, ['node_modules/jest/bin/jest.js', ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('close', code => resolve(code ?? 1))
  })
}

function split(args: string[]): [string[], string[]] {
  const at = args.indexOf('--')
  return at < 0 ? [args, []] : [args.slice(0, at), args.slice(at + 1)]
}

main().catch(error => {
  console.error(error)
  process.exit(1)
})
