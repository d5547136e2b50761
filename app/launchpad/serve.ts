import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import cds from '@sap/cds'
import express, { type Application, type Request, type RequestHandler, type Response } from 'express'
import { pageHeaders } from '../../srv/serving/headers'
import { appsFor } from './access'
import { preloadName, preloadOf, signedManifest, transpile } from './app-bundle'
import { findApps, findLibraries, readTexts, type App } from './apps'
import { buildKey } from './cache'
import { prepareFramework, type Framework } from './framework'
import { frameworkFiles } from './resources'
import { FIORI_ELEMENTS, SHELL_LIBRARIES, shellConfiguration } from './site'

/**
 * Serves the launchpad at `/`, every app at `/<its id>/`, and SAPUI5 for them.
 * Until UI5 is there, the launchpad shows its progress and everything else waits; the services are not affected.
 * @returns how far the framework is
 */
export function serveUi5(app: Application): Framework {
  const framework = prepareFramework()
  const ui5 = `/ui5/${buildKey()}`
  const whenReady: RequestHandler = (_req, res, next) => { framework.ready.then(() => next(), () => res.sendStatus(503)) }
  const files = (kind: 'root' | 'testRoot', versioned: boolean) => lazily(() => frameworkFiles(kind, versioned))

  app.use(['/launchpad', '/ui5', '/resources', '/test-resources'], pageHeaders())

  app.get(['/', '/index.html'], (req, res, next) => framework.state === 'ready' ? next() : waiting(req, res, framework),
    ...cds.middlewares.before as RequestHandler[], (req, res) => launchpad(req, res, ui5))
  app.use('/launchpad/start.js', express.static(path.join(__dirname, 'start.js')))
  app.use(`${ui5}/resources`, whenReady, files('root', true))
  app.use(`${ui5}/test-resources`, whenReady, files('testRoot', true))
  app.use('/resources', whenReady, files('root', false))
  app.use('/test-resources', whenReady, files('testRoot', false))
  app.use(serveApps)
  cds.once('listening', ({ url }: { url: string }) => announce(url, framework))
  return framework
}

function announce(url: string, framework: Framework): void {
  if (framework.state === 'building') console.log(`The services answer at ${url}; the user interface follows …`)
  framework.ready.then(() => console.log(`After-Sales Service is ready: ${url}/`), () => {})
}

/** People sign in here, so that they find the apps of their role. */
function launchpad(req: Request, res: Response, ui5: string): void {
  const { user } = cds.context!, login = (req as { _login?: () => void })._login
  if (user instanceof cds.User.Anonymous && login) return login.call(req)
  const language = languageOf(req)
  const config = JSON.stringify(shellConfiguration(appsFor(user, findApps(cds.root)), language)).replaceAll('<', '\\u003c')
  const nonce = randomBytes(16).toString('base64')
  pageHeaders(nonce)(req, res, () => {})
  page(res, 'index.html', {
    NONCE: nonce, LANGUAGE: language.replace('_', '-'), FORMATS: formatsOf(req, language), TITLE: texts(language).title, CONFIG: config, UI5: ui5,
    SHELLLIBRARIES: namespaces(SHELL_LIBRARIES), APPLIBRARIES: namespaces(FIORI_ELEMENTS),
    ROOTS: JSON.stringify({ 'aftersales.launchpad': '/launchpad/', ...Object.fromEntries(findLibraries(cds.root).map(({ id }) => [id, `/${id}/`])) })
  })
}

function namespaces(libraries: string[]): string {
  return JSON.stringify(libraries.map(name => name.replaceAll('.', '/')))
}

function waiting(req: Request, res: Response, framework: Framework): void {
  const language = languageOf(req), text = texts(language), failed = framework.state === 'failed'
  res.status(failed ? 503 : 200)
  pageHeaders()(req, res, () => {})
  page(res, 'waiting.html', {
    LANGUAGE: language.replace('_', '-'), TITLE: text.title, HEADING: failed ? text.failed : text.waiting, HINT: failed ? '' : text.waitingHint, PROGRESS: framework.progress
  })
}

/** Apps: one preload bundle, TypeScript compiled on the way, everything else as it is. */
const serveApps: RequestHandler = (req, res, next) => {
  const [, id, ...rest] = req.path.split('/')
  const app = isComponentId(id) && [...findApps(cds.root), ...findLibraries(cds.root)].find(candidate => candidate.id === id)
  if (!app) return next()
  const script = scriptOf(app, rest.join('/'))
  if (script) return void script.then(code => res.type('js').set('Cache-Control', 'no-cache').send(code), next)
  if (rest.join('/') === 'manifest.json') return void res.type('json').set('Cache-Control', 'no-cache').send(signedManifest(app))
  req.url = req.url.slice(id.length + 1)
  express.static(app.webapp, { maxAge: 0 })(req, res, next)
}

/** Component ids have dots; the paths of services don't, so that their requests cost no look at the disk. */
function isComponentId(text: string): boolean {
  return /^[a-z]\w*(\.\w+)+$/i.test(text)
}

function scriptOf(app: App, name: string): Promise<string> | undefined {
  if (name === `${preloadName(app)}.js`) return preloadOf(app)
  const source = path.join(app.webapp, name.replace(/\.js$/, '.ts'))
  if (name.endsWith('.js') && source.startsWith(app.webapp + path.sep) && fs.existsSync(source)) return transpile(source)
}

function page(res: Response, file: string, values: Record<string, string>): void {
  const html = fs.readFileSync(path.join(__dirname, file), 'utf8').replace(/%([A-Z0-9]+)%/g, (_, name) => values[name] ?? '')
  res.type('html').set('Cache-Control', 'no-store').send(html)
}

/** The same order in which UI5 itself decides in the browser: address first, then the browser's preference. */
function languageOf(req: Request): string {
  const wanted = String(req.query['sap-ui-language'] ?? req.query['sap-language'] ?? req.acceptsLanguages()[0] ?? 'en')
  return /^zh/i.test(wanted) ? 'zh_CN' : 'en'
}

/** Numbers and dates follow the browser's region (en-GB, en-US) where it speaks the page's language. */
function formatsOf(req: Request, language: string): string {
  const preferred = req.acceptsLanguages()[0] ?? ''
  return /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(preferred) && preferred.slice(0, 2).toLowerCase() === language.slice(0, 2) ? preferred : language.replace('_', '-')
}

function texts(language: string): Record<string, string> {
  return { ...readTexts(path.join(__dirname, 'i18n/launchpad.properties')), ...readTexts(path.join(__dirname, `i18n/launchpad_${language}.properties`)) }
}

function lazily(create: () => RequestHandler): RequestHandler {
  let handler: RequestHandler | undefined
  return (req, res, next) => (handler ??= create())(req, res, next)
}
