import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sweep } from '../app/launchpad/packing/sweep'
import { prepare, removePrepared } from './setup/prepared'

/**
 * Runs the parts of the suite one after the other and ends with one line of totals.
 * `tsx test/run.ts` runs all parts, `tsx test/run.ts sqlite ui` some; more arguments after `--` go to jest.
 *
 * One or two files of a part that fail are tried once more, alone. What passes then is named as unstable at the end: a test or the product
 * depends on time there, and somebody has to look. More files, or the same once more, are a failure.
 */
const PARTS = ['unit', 'plugin', 'sqlite', 'postgres', 'ui']
/** They share one compiled model. */
const WITH_PREPARED = ['sqlite', 'postgres', 'ui']
const MOST_TRIED_AGAIN = 2
/** Where tests wait for the database, two leave cores idle: 436 instead of 487 s on two. */
const WORKERS: Record<string, string> = { postgres: '3' }

interface Result { numPassedTests: number; numFailedTests: number; numPendingTests: number; numFailedTestSuites: number; testResults: { name: string; message: string; status: string; assertionResults: { status: string; fullName: string }[] }[] }
/** Of one run of jest; `files` are those in which a test failed, `names` the tests. */
interface Outcome { passed: number; failed: number; skipped: number; files: string[]; names: string[] }

async function main(): Promise<void> {
  // What an interrupted packing left beside the sources would be tested instead of them.
  sweep(path.resolve(__dirname, '..'))
  const [wanted, extra] = split(process.argv.slice(2))
  const unknown = wanted.filter(part => !PARTS.includes(part))
  if (unknown.length) throw new Error(`There is no part ${unknown.join(', ')}; choose from ${PARTS.join(', ')}`)
  const total = { passed: 0, failed: 0, skipped: 0 }, unstable: string[] = []
  for (const part of wanted.length ? wanted : PARTS) {
    if (WITH_PREPARED.includes(part)) prepare()
    const started = Date.now(), first = await run(part, extra)
    const again = first.files.length && first.files.length <= MOST_TRIED_AGAIN ? await tryAgain(part, first) : undefined
    if (again && !again.failed) unstable.push(...first.names.map(name => `${part}: ${name}`))
    const { skipped } = first, [passed, failed] = again && !again.failed ? [first.passed + first.failed, 0] : [first.passed, first.failed]
    console.log(`${part}: ${passed} passed, ${failed} failed in ${((Date.now() - started) / 1000).toFixed(0)} s\n`)
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
  }
  removePrepared()
  for (const name of unstable) console.log(`UNSTABLE, failed first and passed alone: ${name}`)
  console.log(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}${unstable.length ? `, ${unstable.length} of the passed unstable` : ''}`)
  process.exitCode = total.failed || !total.passed ? 1 : 0
}

function tryAgain(part: string, { files }: Outcome): Promise<Outcome> {
  console.log(`${part}: once more, alone: ${files.map(file => path.relative(path.resolve(__dirname, '..'), file)).join(', ')}`)
  return run(part, ['--runInBand', '--runTestsByPath', ...files])
}

/** A part whose run breaks, or that runs no test, counts as one failure, of no file. */
async function run(part: string, extra: string[]): Promise<Outcome> {
  const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'aftersales-tests-')), 'report.json')
  console.log(`— ${part} —`)
  const code = await jest(['--selectProjects', part, '--silent', '--json', '--outputFile', report, ...(WORKERS[part] && !extra.length ? ['--maxWorkers', WORKERS[part]] : []), ...extra])
  const result = fs.existsSync(report) ? (JSON.parse(fs.readFileSync(report, 'utf8')) as Result) : undefined
  fs.rmSync(path.dirname(report), { recursive: true, force: true })
  const passed = result?.numPassedTests ?? 0, files = result?.testResults.filter(({ status }) => status === 'failed') ?? []
  const broken = result ? files.filter(({ message }) => /failed to run/.test(message)).length : 1
  const failed = (result?.numFailedTests ?? 0) + broken
  const names = files.flatMap(file => file.assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName))
  return { passed, failed: failed || (code || !passed ? 1 : 0), skipped: result?.numPendingTests ?? 0, files: files.map(({ name }) => name), names }
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
