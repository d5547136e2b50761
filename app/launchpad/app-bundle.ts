import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { bundleEntry, listFiles, preload, readText } from './bundle'
import type { App } from './apps'

interface Built { signature: string, code: string }

const built = new Map<string, Promise<Built>>()

/** `Component-preload.js` of an app, `library-preload.js` of a library. */
export const preloadName = ({ manifest }: App): string => `${manifest['sap.app'].type === 'library' ? 'library' : 'Component'}-preload`

/**
 * The preload bundle of an app: all of its modules, views and texts in one file. It is built when somebody asks
 * and a file has changed since, so that developers reload the page and see their change.
 */
export async function preloadOf(app: App): Promise<string> {
  const signature = changeSignature(app.webapp)
  const known = await built.get(app.id)?.catch(() => undefined)
  if (known?.signature === signature) return known.code
  const next = bundleApp(app).then(code => ({ signature, code }))
  built.set(app.id, next)
  return (await next).code
}

/** Compiles one TypeScript module of an app to the UI5 module that a browser loads. */
export async function transpile(file: string): Promise<string> {
  const { transformAsync } = await import('@babel/core')
  const result = await transformAsync(fs.readFileSync(file, 'utf8'), {
    filename: file, babelrc: false, configFile: false, sourceMaps: 'inline',
    presets: [require.resolve('babel-preset-transform-ui5'), require.resolve('@babel/preset-typescript')]
  })
  return result?.code ?? ''
}

/**
 * The app's manifest with a mark of the app's content behind its version. Browsers keep processed views as long as the
 * manifest is the same: a changed fragment has to change it, too.
 */
export function signedManifest(app: App): string {
  const content = JSON.parse(fs.readFileSync(path.join(app.webapp, 'manifest.json'), 'utf8'))
  content['sap.app'].applicationVersion.version += `-${changeSignature(app.webapp).slice(0, 8)}`
  return JSON.stringify(content)
}

/** @param manifest the one that the bundle is to hold */
export async function bundleApp(app: App, manifest = signedManifest(app)): Promise<string> {
  const prefix = app.id.replaceAll('.', '/')
  const files = (await listFiles(app.webapp)).filter(file =>
    /\.(js|ts|xml|html|json|properties)$/.test(file) && !/^test\/|\.d\.ts$|-preload\.js$/.test(file))
  const entries = await Promise.all(files.map(async file =>
    bundleEntry(`${prefix}/${file.replace(/\.ts$/, '.js')}`, await browserSource(app, file, manifest))))
  return preload(`${prefix}/${preloadName(app)}`, entries)
}

async function browserSource(app: App, file: string, manifest: string): Promise<string> {
  if (file.endsWith('.ts')) return transpile(path.join(app.webapp, file))
  return file === 'manifest.json' ? manifest : readText(path.join(app.webapp, file))
}

function changeSignature(folder: string): string {
  const hash = createHash('sha256')
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const { mtimeMs, size } = fs.statSync(file)
    hash.update(`${file} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex')
}
