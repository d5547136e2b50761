import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import { FINANCE } from './finance/requests'
import { seedCosts } from './finance/seed'
import { atMost, report, type Target } from './report'
import { kinds } from './work-orders/database'
import { rounded } from './work-orders/measurements'
import { startServer } from './work-orders/server'

const LIMIT_MB = 200
const FORMATS = ['csv', 'xlsx'] as const

/** Measures files of many repair costs, and by how much the server that makes them grows meanwhile: `--rows 1000000 --db postgres`. */
export async function bench(args: string[]): Promise<void> {
  const given = (name: string, otherwise: string) => (args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : otherwise)
  const rows = Number(given('rows', '1000000')), figures: Record<string, unknown> = {}, targets: Target[] = []
  console.log(`${os.availableParallelism()} cores (${os.cpus()[0]?.model ?? 'unknown'}), load ${os.loadavg()[0].toFixed(1)}`)
  for (const name of given('db', 'postgres').split(',')) {
    const kind = await kinds[name]()
    try {
      const database = await kind.create('finance_export')
      await seedCosts(database, name, rows)
      await database.close()
      const server = await startServer(database.env)
      try {
        // What the server needs once, whatever it exports.
        for (const format of FORMATS) await take(server.url, format, 3000)
        for (const format of FORMATS) {
          const taken = await grown(server.pid, () => take(server.url, format))
          figures[`${name} ${format}`] = taken
          console.log(`${name}, ${format}: ${rows} rows in ${taken.seconds} s (${Math.round(rows / taken.seconds)} rows/s), ${taken.megabytes} MB, first byte after ${taken.firstByteSeconds} s; the server grew by ${taken.growthMB} MB at most`)
          if (taken.lines !== undefined && taken.lines !== rows + 1) throw new Error(`${taken.lines} lines instead of ${rows + 1}`)
          targets.push(atMost(`${name}: growth of the server by a ${format} file, MB`, taken.growthMB, LIMIT_MB))
        }
      } finally {
        await server.stop()
      }
    } finally {
      await kind.dispose()
    }
  }
  for (const { name, value, limit, ok } of targets) console.log(`${ok ? 'met   ' : 'missed'} ${name}: ${value} (limit ${limit})`)
  report('finance-export', figures, targets)
}

interface Taken { seconds: number; firstByteSeconds: number; megabytes: number; lines?: number }

/** Takes a file and throws it away, counting. */
function take(url: string, format: string, top?: number): Promise<Taken> {
  const started = performance.now(), headers = { Authorization: `Basic ${Buffer.from('puller:').toString('base64')}` }
  return new Promise((resolve, reject) => {
    http.get(`${url}${FINANCE}/RepairCosts?export=${format}${top ? `&$top=${top}` : ''}`, { headers }, response => {
      let bytes = 0, lines = 0, first = 0
      response.on('data', (chunk: Buffer) => {
        first ||= performance.now()
        bytes += chunk.length
        for (let at = chunk.indexOf(10); format === 'csv' && at >= 0; at = chunk.indexOf(10, at + 1)) lines++
      })
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode !== 200) return reject(new Error(`${format}: ${response.statusCode}`))
        resolve({ seconds: rounded((performance.now() - started) / 1000), firstByteSeconds: rounded((first - started) / 1000), megabytes: Math.round(bytes / 2 ** 20), ...(format === 'csv' && { lines }) })
      })
    }).on('error', reject)
  })
}

/** The most that a process holds in memory during some work beyond what it held before, looked at four times a second. */
async function grown<T>(pid: number, work: () => Promise<T>): Promise<T & { growthMB: number }> {
  const before = residentMB(pid)
  let most = before
  const looking = setInterval(() => { most = Math.max(most, residentMB(pid)) }, 250)
  try {
    return { ...(await work()), growthMB: Math.round(most - before) }
  } finally {
    clearInterval(looking)
  }
}

const residentMB = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
