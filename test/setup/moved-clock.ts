import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A clock for a server under test: `variables` are those of its process, `moveTo` says how many minutes it runs ahead. */
export interface MovedClock { variables: Record<string, string>; moveTo(minutes: number): void; remove(): void }

export function movedClock(): MovedClock {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'aftersales-clock-'))
  const file = path.join(folder, 'ahead')
  const moveTo = (minutes: number) => fs.writeFileSync(file, String(minutes * 60_000))
  moveTo(0)
  const variables = { NODE_OPTIONS: `--require ${path.resolve(__dirname, 'moved-clock.cjs')}`, MOVED_CLOCK: file }
  return { variables, moveTo, remove: () => fs.rmSync(folder, { recursive: true }) }
}
