import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { bundleApp, preloadName } from '../app-bundle'
import { findApps, findLibraries, type App } from '../apps'
import { listFiles } from '../bundle'

/** Name under which SAP Build Work Zone finds the pages: the destinations of mta.yaml carry it, too. */
export const CLOUD_SERVICE = 'cap.after.sales'
/** Destination of the service, as mta.yaml and the chart create it. */
export const SERVICE_DESTINATION = 'cap-after-sales-srv'
/** Files are packed with one date, so that equal content makes equal archives. */
const DATE = new Date(Date.UTC(2000, 0, 1))

/** What the managed application router does with an app's requests. */
const ROUTES = {
  authenticationMethod: 'route',
  routes: [
    { source: '^/?odata/(.*)$', target: '/odata/$1', destination: SERVICE_DESTINATION, authenticationType: 'xsuaa', csrfProtection: true },
    { source: '^(.*)$', target: '$1', service: 'html5-apps-repo-rt', authenticationType: 'xsuaa' }
  ]
}

interface Content { [section: string]: Record<string, unknown> }

/** Writes an archive for the repository of HTML5 applications to `gen/apps` for each app of the project. */
export async function buildPages(root: string): Promise<string[]> {
  const target = path.join(root, 'gen/apps'), libraries = findLibraries(root), archives: string[] = []
  fs.rmSync(target, { recursive: true, force: true })
  fs.mkdirSync(target, { recursive: true })
  for (const app of findApps(root)) archives.push(await packed(app, libraries, target))
  return archives
}

async function packed(app: App, libraries: App[], target: string): Promise<string> {
  const zip = new ZipFile(), archive = path.join(target, `${app.id}.zip`)
  const add = (name: string, content: string | Buffer) => zip.addBuffer(Buffer.from(content), name, { mtime: DATE })
  add('xs-app.json', JSON.stringify(ROUTES, null, 2))
  for (const [name, content] of await pageFiles(app, libraries, repositoryManifest)) add(name, content)
  zip.end()
  await pipeline(zip.outputStream, fs.createWriteStream(archive))
  return archive
}

/**
 * The files of a built app: its manifest, one file with all of its code, the rest as it is, and the libraries that it uses in a folder of their own.
 * @param libraries all of the project
 */
export async function pageFiles(app: App, libraries: App[], manifestOf: (app: App, libraries: App[]) => string): Promise<[string, string | Buffer][]> {
  const used = libraries.filter(({ id }) => id in (app.manifest['sap.ui5']?.dependencies?.libs ?? {})), manifest = manifestOf(app, used)
  const files: [string, string | Buffer][] = [['manifest.json', manifest], [`${preloadName(app)}.js`, await bundleApp(app, manifest)], ...await assets(app)]
  for (const library of used) {
    files.push([`${folderOf(library)}/${preloadName(library)}.js`, await libraryBundle(library)])
    for (const [name, content] of await assets(library)) files.push([`${folderOf(library)}/${name}`, content])
  }
  return files
}

/**
 * The manifest as it stands in the repository: services are addressed below the app, where the application router passes them on, and libraries that
 * the project's apps share travel with each app.
 */
export function repositoryManifest(app: App, libraries: App[]): string {
  const content = withLibraries(app, libraries)
  for (const source of Object.values((content['sap.app'].dataSources ?? {}) as Record<string, { uri: string }>)) source.uri = source.uri.replace(/^\//, '')
  content['sap.cloud'] = { public: true, service: CLOUD_SERVICE }
  return JSON.stringify(content)
}

/** The manifest of an app that is served beside its services: those are addressed from the server's root. */
export const servedManifest = (app: App, libraries: App[]): string => JSON.stringify(withLibraries(app, libraries))

function withLibraries({ webapp }: App, libraries: App[]): Content {
  const content = JSON.parse(fs.readFileSync(path.join(webapp, 'manifest.json'), 'utf8')) as Content
  const roots = Object.fromEntries(libraries.map(library => [library.id, `./${folderOf(library)}`]))
  content['sap.ui5'] = { ...content['sap.ui5'], ...(libraries.length && { resourceRoots: { ...content['sap.ui5'].resourceRoots as object, ...roots } }) }
  return content
}

const bundles = new Map<string, Promise<string>>()

/** The same in every app that uses it. */
function libraryBundle(library: App): Promise<string> {
  const known = bundles.get(library.webapp) ?? bundleApp(library, fs.readFileSync(path.join(library.webapp, 'manifest.json'), 'utf8'))
  bundles.set(library.webapp, known)
  return known
}

const folderOf = ({ id }: App): string => `libraries/${id.replaceAll('.', '/')}`

/** Everything but code, which stands in the preload. */
async function assets({ webapp }: App): Promise<[string, Buffer][]> {
  const files = (await listFiles(webapp)).filter(file => !/\.(ts|js)$|^test\/|^manifest\.json$/.test(file))
  return files.map(file => [file, fs.readFileSync(path.join(webapp, file))])
}
