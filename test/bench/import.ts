import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { atLeast, report } from './report'

const ROOT = path.resolve(__dirname, '../..')
const EXCAVATORS = path.resolve(ROOT, '../shared/data/excavator-work-orders.csv')
const RATE_LIMIT = 1000

interface Run { rows: number; imported: number; rowsPerSecond: number; maxMemoryMB: number }

/**
 * Imports the real history file where it is present, and a generated one (`--rows N`, default 100,000), into an
 * SQLite file by the command that people use; then the generated one again, which stores nothing.
 */
export async function bench(args: string[]): Promise<void> {
  const rows = Number(args[args.indexOf('--rows') + 1] || 100_000)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'import-bench-'))
  const env = { ...process.env, CDS_REQUIRES_DB_CREDENTIALS_URL: path.join(folder, 'db.sqlite') }
  try {
    run(['node_modules/@sap/cds-dk/bin/cds.js', 'deploy'], env)
    const figures: Record<string, Run> = {}
    if (fs.existsSync(EXCAVATORS)) {
      const copy = path.join(folder, 'excavators.csv')
      fs.copyFileSync(EXCAVATORS, copy)
      figures.excavators = importFile(copy, folder, env)
    } else console.log('excavator-work-orders.csv is not there: only the generated file is imported')
    const generated = generate(path.join(folder, 'generated.csv'), rows)
    figures.generated = importFile(generated, folder, env)
    figures.rerun = importFile(generated, folder, env)
    print(figures)
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

function importFile(file: string, folder: string, env: NodeJS.ProcessEnv): Run {
  const map = path.join(folder, 'map.json')
  fs.writeFileSync(map, JSON.stringify({ source: path.basename(file, '.csv') }))
  const memory = `data:text/javascript,process.on("exit",()=>console.log("maxRSS",process.resourceUsage().maxRSS))`
  const output = run(['--import', 'tsx', '--import', memory, 'srv/work-orders/import-history.ts', file, '--map', map], env)
  const [, rows, imported, rate] = /([\d,]+) rows: ([\d,]+) imported.*?([\d,]+) rows\/s/.exec(output)!.map(text => Number(text.replace(/,/g, '')))
  return { rows, imported, rowsPerSecond: rate, maxMemoryMB: Math.round(Number(/maxRSS (\d+)/.exec(output)![1]) / 1024) }
}

function run(args: string[], env: NodeJS.ProcessEnv): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8', maxBuffer: 1 << 26 })
  if (status !== 0) throw new Error(`${args.join(' ')}\n${stdout}${stderr}`)
  return stdout
}

/** One order in five costs nothing, one in 540 is a correction, as in the real file. */
function generate(file: string, rows: number): string {
  const lines = ['OrderID,BscStartDate,Asset,OriginalShorttext,PMType,Cost,FuncLocation']
  for (let i = 0; i < rows; i++) {
    const day = new Date(Date.UTC(2001, 0, 1) + ((i * 7919) % 4300) * 86_400_000).toISOString().slice(0, 10)
    const cost = i % 5 === 0 ? '0.0' : `${i % 540 === 7 ? '-' : ''}${((i * 104_729) % 2_000_000) / 100}`
    lines.push(`G${i},${day},SN${i % 2000},REPLACE HYDRAULIC HOSE ${i % 997},PM01,${cost},HYDRAULIC HOSES & LINES`)
  }
  fs.writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

function print(figures: Record<string, Run>): void {
  for (const [name, { rows, imported, rowsPerSecond, maxMemoryMB }] of Object.entries(figures)) {
    console.log(`${name}: ${rows} rows, ${imported} imported, ${rowsPerSecond} rows/s, ${maxMemoryMB} MB`)
  }
  report('import', figures, Object.entries(figures).map(([name, { rowsPerSecond }]) => atLeast(`${name} rows/s`, rowsPerSecond, RATE_LIMIT)))
}
