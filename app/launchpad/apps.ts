import fs from 'node:fs'
import path from 'node:path'

/** A UI5 application of the project: a folder `app/<folder>/webapp` with a manifest. */
export interface App {
  /** Component id, at the same time its address: `/<id>/`. */
  id: string
  webapp: string
  manifest: Manifest
}

/** The parts of an app's manifest that the launchpad reads. */
export interface Manifest {
  'sap.app': {
    id: string, type: 'application' | 'library', title: string, subTitle?: string, i18n?: string | { bundleUrl: string }
    dataSources?: Record<string, { uri: string }>
    crossNavigation?: { inbounds: Record<string, Inbound> }
  }
  'sap.ui'?: { icons?: { icon?: string } }
  'sap.ui5'?: {
    dependencies?: { libs?: Record<string, object> }
    routing?: { targets?: Record<string, { options?: { settings?: { contextPath?: string } } }> }
  }
}

/** A navigation target; `indicatorDataSource` is where its tile gets the live count from. */
export interface Inbound {
  semanticObject: string
  action: string
  title?: string
  subTitle?: string
  icon?: string
  signature: object
  indicatorDataSource?: { dataSource: string, path: string, refresh?: number }
}

/** Finds the apps of a project, in the order of `app/services.cds`. Reading is cheap, so every request sees apps and titles as they are on disk. */
export const findApps = (projectRoot: string): App[] => ofType('application', projectRoot)

/** The UI5 libraries of the project that its apps share, served like them. */
export const findLibraries = (projectRoot: string): App[] => ofType('library', projectRoot)

function ofType(type: string, projectRoot: string): App[] {
  const folder = path.join(projectRoot, 'app')
  const place = placeIn(path.join(folder, 'services.cds'))
  return fs.readdirSync(folder).sort((a, b) => place(a) - place(b))
    .map(name => path.join(folder, name, 'webapp'))
    .filter(webapp => fs.existsSync(path.join(webapp, 'manifest.json')))
    .map(webapp => {
      const manifest = JSON.parse(fs.readFileSync(path.join(webapp, 'manifest.json'), 'utf8')) as Manifest
      return { id: manifest['sap.app'].id, webapp, manifest }
    })
    .filter(({ manifest }) => manifest['sap.app'].type === type)
}

/** Where an index of models names a folder; those that it doesn't name come last. */
function placeIn(index: string): (folder: string) => number {
  const names = [...(fs.existsSync(index) ? fs.readFileSync(index, 'utf8') : '').matchAll(/^using from '\.\/([\w-]+)'/gm)].map(([, name]) => name)
  return folder => (names.includes(folder) ? names.indexOf(folder) : names.length)
}

/** Replaces `{{key}}` by the app's own text in the given language, falling back to its default texts. */
export function translate(app: App, text: string | undefined, language: string): string {
  const i18n = app.manifest['sap.app'].i18n ?? 'i18n/i18n.properties'
  const bundle = path.join(app.webapp, typeof i18n === 'string' ? i18n : i18n.bundleUrl)
  return (text ?? '').replace(/\{\{(.+?)\}\}/g, (_, key) =>
    readTexts(bundle.replace('.properties', `_${language}.properties`))[key] ?? readTexts(bundle)[key] ?? key)
}

/** Reads a .properties file into a map; a missing file is an empty one. */
export function readTexts(file: string): Record<string, string> {
  if (!fs.existsSync(file)) return {}
  const lines = fs.readFileSync(file, 'utf8').matchAll(/^[ \t]*([^#!\s][^=:\s]*)[ \t]*[=:][ \t]*(.*?)\r?$/gm)
  return Object.fromEntries([...lines].map(([, key, value]) =>
    [key, value.replace(/\\u([0-9a-fA-F]{4})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))]))
}
