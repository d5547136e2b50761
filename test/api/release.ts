import fs from 'node:fs'
import path from 'node:path'
import cds from '@sap/cds'
import { exportsOf } from './exports'
import { surfaceOf, type Definition } from './model-surface'
import type { Surface } from './surface'
import { inOrder } from './versions'

/** What CAP's types leave out. */
interface Facade {
  load(files: string): Promise<object>
  minify(csn: object): object
  linked(csn: object): { definitions: Record<string, Definition> }
  compile: { for: { odata(csn: object): object } }
}

const SNAPSHOTS = __dirname
const ROOT = path.resolve(__dirname, '../..')

/** The public surface of the module as it stands in its folder. */
export async function currentSurface(root = ROOT): Promise<Surface> {
  const { load, minify, linked, compile } = cds as unknown as Facade
  const model = linked(compile.for.odata(minify(await load('*'))))
  return { ...surfaceOf(model.definitions), security: securityOf(root), folders: foldersOf(root), extensions: extensionsOf(root) }
}

/** The last release: the snapshot of the highest version. */
export function lastRelease(): { version: string; surface: Surface } {
  const versions = fs.readdirSync(SNAPSHOTS).filter(name => /^\d+\.\d+\.\d+.*\.json$/.test(name)).map(name => name.replace(/\.json$/, ''))
  const version = inOrder(versions).at(-1)
  if (!version) throw new Error('No release has a snapshot yet: write one with `npm run check-api -- --write`.')
  return { version, surface: JSON.parse(fs.readFileSync(snapshotOf(version), 'utf8')) as Surface }
}

export function writeSnapshot(version: string, surface: Surface): string {
  fs.writeFileSync(snapshotOf(version), `${render(surface)}\n`)
  return path.relative(ROOT, snapshotOf(version))
}

export const currentVersion = (): string => (JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string }).version

const snapshotOf = (version: string) => path.join(SNAPSHOTS, `${version}.json`)

function securityOf(root: string): Surface['security'] {
  type Named = { name: string }[] | undefined
  const file = JSON.parse(fs.readFileSync(path.join(root, 'xs-security.json'), 'utf8')) as Record<string, Named>
  const names = (list: Named) => (list ?? []).map(({ name }) => name.replace('$XSAPPNAME.', '')).sort()
  return {
    scopes: names(file.scopes), attributes: names(file.attributes),
    roleTemplates: names(file['role-templates']), roleCollections: names(file['role-collections'])
  }
}

function foldersOf(root: string): string[] {
  const inside = ['srv', 'app'].flatMap(folder => fs.readdirSync(path.join(root, folder)).map(name => `${folder}/${name}`))
  return ['.', 'db', 'srv', 'app', ...inside].filter(folder => fs.existsSync(path.join(root, folder, 'index.cds'))).sort()
}

function extensionsOf(root: string): Record<string, string> {
  const file = ['srv/extend.ts', 'srv/extend/index.ts'].map(name => path.join(root, name)).find(name => fs.existsSync(name))
  return file ? exportsOf(file) : {}
}

/** One line for each field, so that a review sees each change by itself; empty parts take one line. */
const render = (surface: Surface): string => JSON.stringify(surface, null, 1).replace(/\[\n\s+([^\]]*?)\n\s+\]/g, (_, values: string) => `[${values.replace(/\n\s+/g, ' ')}]`)
