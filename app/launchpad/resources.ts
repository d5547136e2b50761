import fs from 'node:fs'
import path from 'node:path'
import express, { type RequestHandler } from 'express'
import { readText } from './bundle'
import { builtFolder } from './cache'
import { installedLibraries, type Library } from './download'

/** A year: for addresses that carry the build's key and so never change their content. */
const FOREVER = { maxAge: '365d', immutable: true, index: false, redirect: false } as const
/** Ask every time, answer 304: for addresses without a version. */
const REVALIDATE = { maxAge: 0, index: false, redirect: false } as const

/**
 * Serves UI5 as it is addressed below `/resources` (or `/test-resources`): what was built from the cache, single modules,
 * images, fonts and rarer languages from the downloaded sources.
 */
export function frameworkFiles(kind: 'root' | 'testRoot', versioned: boolean): RequestHandler {
  const options = versioned ? FOREVER : REVALIDATE
  const libraries = installedLibraries() ?? []
  const themes = libraries.filter(library => library.name.startsWith('themelib_'))
  const folders = new Map<string, RequestHandler>()
  const folder = (root: string) => {
    if (!folders.has(root)) folders.set(root, express.static(root, options))
    return folders.get(root)!
  }
  const built = kind === 'root' ? [compressed(builtFolder(), versioned), express.static(builtFolder(), options)] : []
  return (req, res, next) => {
    const owner = ownerOf(req.path, libraries)
    const roots = [owner, ...req.path.includes('/themes/') ? themes : []].map(library => library?.[kind]).filter(root => !!root) as string[]
    const texts = req.path.endsWith('.properties') ? roots.map(utf8Texts) : []
    run([...built, ...texts, ...roots.map(folder)], req, res, next)
  }
}

/** The library whose namespace a path belongs to; the core owns everything that no other library claims. */
function ownerOf(requestPath: string, libraries: Library[]): Library | undefined {
  const matches = libraries.filter(library => requestPath.startsWith(`/${library.namespace}/`))
  return matches.sort((a, b) => b.namespace.length - a.namespace.length)[0] ?? libraries.find(library => library.name === 'sap.ui.core')
}

/** Hands out the gzip twin that the build made, to clients that accept it. */
function compressed(root: string, versioned: boolean): RequestHandler {
  return (req, res, next) => {
    const name = `${path.posix.normalize(req.path)}.gz`
    if (!req.acceptsEncodings('gzip') || !fs.existsSync(path.join(root, name))) return next()
    res.type(path.extname(req.path))
    res.set('Content-Encoding', 'gzip').vary('Accept-Encoding')
    // with `root`, because a cache below `.cache` would count as hidden otherwise
    res.sendFile(name, { root, ...versioned ? FOREVER : REVALIDATE })
  }
}

/** Some libraries keep their texts in ISO-8859-1, browsers read UTF-8. */
function utf8Texts(root: string): RequestHandler {
  return (req, res, next) => {
    readText(path.join(root, path.normalize(req.path))).then(text => res.type('text/plain').set('Cache-Control', 'no-cache').send(text), () => next())
  }
}

/** Express' own chaining, for handlers that are chosen per request. */
function run(handlers: RequestHandler[], ...[req, res, next]: Parameters<RequestHandler>): void {
  const [first, ...rest] = handlers
  if (!first) return next()
  first(req, res, error => error ? next(error) : run(rest, req, res, next))
}
