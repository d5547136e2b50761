import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { declarations } from './declarations'
import { findApps, findLibraries } from '../apps'
import { pageFiles, servedManifest } from '../deploying/pages'
import { noteWritten, sweep } from './sweep'

const ROOT = path.resolve(__dirname, '../../..')
/** Of the shell alone. */
const SHELL = new Set(['srv/server.ts'])

/**
 * What `npm pack` adds to the sources, right before it looks for files: compiled services beside their models, since CAP takes no notice of
 * TypeScript in dependencies, declarations of what a host's code imports, and built pages. `sweep` takes all of it away again.
 */
async function main(): Promise<void> {
  sweep(ROOT)
  await compileServices()
  writeDeclarations()
  await buildPages()
}

async function compileServices(): Promise<void> {
  const sources = fs.readdirSync(path.join(ROOT, 'srv'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts')).map(entry => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .filter(file => !SHELL.has(file))
  noteWritten(ROOT, sources.map(file => file.replace(/\.ts$/, '.js')))
  await build({ absWorkingDir: ROOT, entryPoints: sources, outdir: ROOT, outbase: ROOT, bundle: false, format: 'cjs', platform: 'node', target: 'node20', logLevel: 'warning' })
}

function writeDeclarations(): void {
  const written = declarations(ROOT, 'srv/extend.ts')
  noteWritten(ROOT, [...written.keys()])
  for (const [file, text] of written) fs.writeFileSync(path.join(ROOT, file), text)
}

async function buildPages(): Promise<void> {
  const libraries = findLibraries(ROOT), apps = findApps(ROOT)
  const folders = apps.map(app => path.join(path.dirname(app.webapp), 'dist'))
  noteWritten(ROOT, folders.map(folder => path.relative(ROOT, folder)))
  for (const [i, app] of apps.entries()) {
    for (const [name, content] of await pageFiles(app, libraries, servedManifest)) {
      const file = path.join(folders[i], name)
      fs.mkdirSync(path.dirname(file), { recursive: true })
      fs.writeFileSync(file, content)
    }
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    sweep(ROOT)
    process.exit(1)
  })
}

main().catch(error => {
  sweep(ROOT)
  console.error(error)
  process.exit(1)
})
