import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import cds from '@sap/cds'
import { openDatabase } from '../../command-database'
import { auditKeys, keyedSince } from '../audit/settings'
import type { Runner } from '../audit/touching'
import { anchorOf, compareAnchor, type Anchor } from './anchor'
import type { Finding } from './finding'
import { verifyAudit } from '.'

export const USAGE = 'Usage: npm run verify-audit -- [--all] [--anchor FILE.json]'

/** 0: all rows are as the service left them; 1: at least one is not; 2: the trail could not be read. */
export type ExitCode = 0 | 1 | 2

/** Runs the command and says on the terminal what it finds. */
export async function runCommand(args: string[]): Promise<ExitCode> {
  try {
    const { values: { all, anchor } } = parseArgs({ args, options: { all: { type: 'boolean', default: false }, anchor: { type: 'string' } } })
    await openDatabase()
    const found = await verifyNow(all, anchor)
    return found ? 1 : 0
  } catch (error) {
    console.error(`${(error as Error).message}${(error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') ? `\n${USAGE}` : ''}`)
    return 2
  } finally {
    await (cds.db as unknown as { disconnect?(): Promise<void> } | undefined)?.disconnect?.()
  }
}

async function verifyNow(all: boolean, file?: string): Promise<number> {
  let found = 0
  const report = (finding: Finding) => {
    found++
    if (all || found === 1) console.log(`${found === 1 ? 'First broken row: ' : ''}${sentence(finding)}`)
  }
  const figures = await consistently(async db => {
    const known = file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Anchor) : undefined
    if (known) await compareAnchor(known, db, report)
    const counted = await verifyAudit(db, { keys: auditKeys(), keyedSince: keyedSince() }, report, all ? finding => console.log(`Signature ${finding.ID} is ${finding.text}`) : undefined)
    if (file && !found) writeFileSync(file, JSON.stringify(await anchorOf(db), null, 2))
    return counted
  })
  const { events, chains, records, signatures, outdated } = figures
  console.log(`${events} events in ${chains} chains, ${records} records and ${signatures} signatures verified (${outdated} of records changed later): ${found ? `${found} broken` : 'all whole'}.`)
  return found
}

/** All reads see the database as it is at the first one. */
async function consistently<T>(work: (db: Runner) => Promise<T>): Promise<T> {
  return (cds.db as unknown as { tx(work: (tx: Runner) => Promise<T>): Promise<T> }).tx(async tx => {
    if ((cds.db as unknown as { kind: string }).kind === 'postgres') await tx.run('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    return work(tx)
  })
}

export const sentence = ({ table, object, objectID, ID, sequence, text }: Finding): string =>
  `${table} ${object} ${objectID}${sequence === undefined ? '' : ` #${sequence}`}${ID ? ` (${ID})` : ''}: ${text}`
