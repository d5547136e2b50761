import fs from 'node:fs'
import path from 'node:path'
import { bundleEntry, listFiles, preload, readText } from './bundle'
import type { Library } from './download'
import { BUNDLED_ANYWAY, LANGUAGES, UI5_VERSION, UNBUNDLED_FOLDERS } from './libraries'

const BUNDLED_FILES = /(\.js|\.(control|fragment|view)\.(xml|html|json)|\.properties|\/manifest\.json)$/
const NEVER_BUNDLED = /(-preload[^/]*|\.designtime|\.support|-dbg)\.js$|\/(designtime|themes|rules)\//

/** Builds the preload bundle of one library; that of the core is `sap-ui-core.js` itself. */
export async function libraryPreload(library: Library, all: Library[]): Promise<{ file: string, code: string }> {
  const names = (await bundledNames(library)).filter(name => name !== `${library.namespace}/manifest.json`)
  const manifest = `"${library.namespace}/manifest.json":${JSON.stringify(JSON.stringify(libraryManifest(library, all)))}`
  const entries = await Promise.all(names.map(async name => {
    const source = await readText(path.join(library.root, name))
    return bundleEntry(name, name.endsWith('/manifest.json') ? withoutMissingLibraries(source, all) : source)
  }))
  const code = preload(`${library.namespace}/library-preload`, [manifest, ...entries])
  if (library.name !== 'sap.ui.core') return { file: `${library.namespace}/library-preload.js`, code }
  return { file: 'sap-ui-core.js', code: await bootable(library, code) }
}

/**
 * The library's descriptor: UI5 reads from it what to load beside the library, and which languages to expect, so that
 * it doesn't ask for files that aren't there.
 */
export function libraryManifest(library: Library, all: Library[]): object {
  const dependencies = eagerDependencies(library).filter(name => all.some(lib => lib.name === name))
  const texts = textFolder(library)
  const locales = supportedLocales(library, texts)
  return {
    _version: '1.65.0',
    'sap.app': { id: library.name, type: 'library', embeds: [], applicationVersion: { version: library.version }, title: library.name },
    'sap.ui': { technology: 'UI5' },
    'sap.ui5': {
      dependencies: { minUI5Version: UI5_VERSION, libs: Object.fromEntries(dependencies.map(name => [name, { minVersion: UI5_VERSION }])) },
      library: { i18n: locales.length ? { bundleUrl: `${texts}messagebundle.properties`, supportedLocales: locales, fallbackLocale: 'en' } : false }
    }
  }
}

/**
 * The content of sap-ui-version.json, without which Fiori elements does not start. The time stamps are part of the key
 * under which browsers keep processed views; if they are empty, every visit processes all views anew.
 */
export function versionInfo(all: Library[]): object {
  return {
    name: 'cap-after-sales', version: UI5_VERSION, buildTimestamp: UI5_VERSION, scmRevision: '', gav: '',
    libraries: all.filter(lib => !lib.name.startsWith('themelib_')).map(lib => ({
      name: lib.name, version: lib.version, buildTimestamp: lib.version, scmRevision: '', gav: '',
      manifestHints: (libraryManifest(lib, all) as { 'sap.ui5': object })['sap.ui5']
    }))
  }
}

/** Components of the shell name libraries that npm doesn't have (sap.tnt): unused features, but UI5 would ask for them. */
function withoutMissingLibraries(manifest: string, all: Library[]): string {
  const content = JSON.parse(manifest)
  const libs = content['sap.ui5']?.dependencies?.libs ?? {}
  for (const name of Object.keys(libs)) if (!all.some(lib => lib.name === name)) delete libs[name]
  return JSON.stringify(content)
}

async function bundledNames(library: Library): Promise<string[]> {
  const unbundled = UNBUNDLED_FOLDERS[library.name]
  // the core owns several namespaces (sap/base, sap/ui/model, jquery.sap.*): all of its source folder
  const folder = library.name === 'sap.ui.core' ? library.root : path.join(library.root, library.namespace)
  return (await listFiles(folder, library.root)).filter(name =>
    (BUNDLED_FILES.test(name) && !NEVER_BUNDLED.test(name) && !unbundled?.test(name) && isBundledLanguage(name) && !isBootstrap(name))
    || BUNDLED_ANYWAY.test(name) || isBundledCldr(name))
}

function isBundledLanguage(name: string): boolean {
  const locale = name.match(/^.*\/[^/_]+?(?:_([a-zA-Z_]+))?\.properties$/)
  return !locale || LANGUAGES.includes(locale[1] ?? '')
}

function isBundledCldr(name: string): boolean {
  return LANGUAGES.some(language => name === `sap/ui/core/cldr/${language}.json`)
}

function isBootstrap(name: string): boolean {
  return /^(sap-ui-.*|ui5loader.*)\.js$/.test(name)
}

/** Puts the module loader before the core's modules and starts the core after them. */
async function bootable(core: Library, modules: string): Promise<string> {
  // without this mark the core asks for single modules instead of bundles
  const mark = 'window["sap-ui-optimized"] = true;'
  const loader = ['ui5loader.js', 'ui5loader-autoconfig.js'].map(name => fs.readFileSync(path.join(core.root, name), 'utf8'))
  return [mark, ...loader, modules, 'sap.ui.requireSync("sap/ui/core/Core");', 'sap.ui.getCore().boot && sap.ui.getCore().boot();'].join('\n')
}

function eagerDependencies(library: Library): string[] {
  const xml = fs.readFileSync(path.join(library.root, library.namespace, '.library'), 'utf8')
  return [...xml.matchAll(/<dependency>([\s\S]*?)<\/dependency>/g)]
    .filter(([, body]) => !/<lazy>\s*true/.test(body))
    .map(([, body]) => body.match(/<libraryName>\s*([^<\s]+)/)?.[1] ?? '')
}

/** Some libraries keep their texts in a folder of their own. */
function textFolder(library: Library): string {
  return fs.existsSync(path.join(library.root, library.namespace, 'messages/messagebundle.properties')) ? 'messages/' : ''
}

function supportedLocales(library: Library, folder: string): string[] {
  return fs.readdirSync(path.join(library.root, library.namespace, folder))
    .map(file => file.match(/^messagebundle(?:_(.+))?\.properties$/))
    .filter(match => !!match)
    .map(match => match[1] ?? '')
    .filter(locale => LANGUAGES.includes(locale))
}
