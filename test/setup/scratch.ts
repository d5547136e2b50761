import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const MEMORY = '/dev/shm'
/** What the databases of two test files and PostgreSQL's log may take together. */
const NEEDED = 3 * 1024 ** 3

/** A fresh folder for what a test throws away: in memory where there is room, since copying a database of a thousand files took seconds on a slow disk. */
export const scratchFolder = (prefix: string): string => fs.mkdtempSync(path.join(hasRoom() ? MEMORY : os.tmpdir(), prefix))

function hasRoom(): boolean {
  const { bavail, bsize } = fs.existsSync(MEMORY) ? fs.statfsSync(MEMORY) : { bavail: 0, bsize: 0 }
  return bavail * bsize > NEEDED && os.freemem() > NEEDED
}
