import { fork } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { buildOnce, isBuilt } from './cache'
import { downloadLibraries, type Library } from './download'
import { EMPTY_BUNDLES, UI5_VERSION } from './libraries'
import { libraryPreload, versionInfo } from './library'

const startedAt = Date.now()
const compress = promisify(gzip)

/** Fetches and builds SAPUI5 unless that is done already. `npm run build:ui5` runs it; so does the server, as a child process. */
async function main(): Promise<void> {
  if (isBuilt()) return report(`SAPUI5 ${UI5_VERSION} is ready`)
  const libraries = await downloadLibraries(report)
  await buildOnce(into => buildFramework(libraries, into))
  report(`SAPUI5 ${UI5_VERSION} is ready`)
}

async function buildFramework(libraries: Library[], into: string): Promise<void> {
  fs.mkdirSync(into, { recursive: true })
  write(into, 'sap-ui-version.json', JSON.stringify(versionInfo(libraries)))
  for (const bundle of EMPTY_BUNDLES) write(into, bundle, '')
  await Promise.all([buildThemes(into), buildPreloads(libraries, into)])
  report('Compressing …')
  await compressAll(into)
}

async function buildPreloads(libraries: Library[], into: string): Promise<void> {
  const bundled = libraries.filter(library => !library.name.startsWith('themelib_'))
  for (const [index, library] of bundled.entries()) {
    const { file, code } = await libraryPreload(library, libraries)
    write(into, file, code)
    if ((index + 1) % 6 === 0) report(`Bundling: ${index + 1} of ${bundled.length} libraries`)
  }
}

function buildThemes(into: string): Promise<void> {
  return new Promise((resolve, reject) => {
    fork(path.join(__dirname, 'build-themes.ts'), [into])
      .on('error', reject)
      .on('exit', code => code ? reject(new Error('The theme could not be built')) : resolve())
  })
}

async function compressAll(folder: string): Promise<void> {
  const files = fs.readdirSync(folder, { withFileTypes: true, recursive: true }).filter(entry => entry.isFile())
  await Promise.all(files.map(async entry => {
    const file = path.join(entry.parentPath, entry.name)
    fs.writeFileSync(`${file}.gz`, await compress(fs.readFileSync(file), { level: 5 }))
  }))
}

function write(into: string, name: string, text: string): void {
  const file = path.join(into, name)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, text)
}

function report(line: string): void {
  console.log(`[ui5] ${line} (${Math.round((Date.now() - startedAt) / 1000)} s)`)
}

main().catch(error => {
  console.error(`[ui5] ${error.stack ?? error}`)
  process.exit(1)
})
