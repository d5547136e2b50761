import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { compare } from '../../api/compare'
import { exportsOf } from '../../api/exports'
import { currentSurface, currentVersion, lastRelease } from '../../api/release'
import { mayBreak } from '../../api/versions'

test('nothing that the last release promised is broken, unless the version says so', async () => {
  const last = lastRelease()
  const { breaks } = compare(last.surface, await currentSurface())
  expect(mayBreak(last.version, currentVersion()) ? [] : breaks).toEqual([])
}, 60_000)

test('what code can import is read with its signature, also where it is passed on from another file', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'aftersales-exports-'))
  fs.writeFileSync(path.join(folder, 'extend.ts'), "export { factor as matchingFactor } from './factors'\nexport const rule = (name: string): void => {}\nconst hidden = 1\n")
  fs.writeFileSync(path.join(folder, 'factors.ts'), 'export function factor<T>(a: T, /** why */ b?: number): void {}\n')
  expect(exportsOf(path.join(folder, 'extend.ts'))).toEqual({
    matchingFactor: 'function<T>(a: T, b?: number): void', rule: 'function(name: string): void'
  })
  fs.rmSync(folder, { recursive: true })
})
