import cds from '@sap/cds'
import express, { type Request, type RequestHandler } from 'express'
import { hardeningSettings } from './hardening-settings'
import { isOwnService } from './own-paths'
import { refuse } from './refusals'

/** 414 for addresses longer than any page makes them, 400 for those that are none, before anybody thinks about them. */
export function addressLimit(): RequestHandler {
  return (req, res, next) => {
    if (!isOwnService(req.path)) return next()
    const { address } = hardeningSettings()
    if (req.originalUrl.length > address) return refuse(req, res, 414, 'ADDRESS_TOO_LONG', [address])
    if (!isDecodable(req.originalUrl)) return refuse(req, res, 400, 'ADDRESS_MALFORMED')
    next()
  }
}

/** Likewise for the requests inside a `$batch`, and 413 for too many of them. It follows the sign-in: the body of a stranger is not read. */
export function batchLimits(): RequestHandler {
  return (req, res, next) => {
    if (req.method !== 'POST' || !/\/\$batch$/.test(req.path) || !isOwnService(req.baseUrl || req.path)) return next()
    if (!/^(application\/json|multipart\/mixed)\b/.test(req.headers['content-type'] ?? '')) return refuse(req, res, 415, 'BATCH_TYPE')
    const { batch, address, body } = hardeningSettings(), limit = limitOf(req, body)
    // The same readers that CAP has: it finds the body read.
    const read = req.is('application/json') ? express.json({ limit }) : express.text({ limit, type: 'multipart/mixed' })
    read(req, res, error => {
      if (error) return next(error)
      const addresses = addressesOf(req.body)
      if (!addresses || waitsForItself(req.body)) return refuse(req, res, 400, 'BATCH_MALFORMED')
      if (addresses.length > batch) return refuse(req, res, 413, 'BATCH_TOO_LARGE', [addresses.length, batch])
      if (addresses.some(each => each.length > address)) return refuse(req, res, 414, 'ADDRESS_TOO_LONG', [address])
      if (addresses.some(each => !isDecodable(each))) return refuse(req, res, 400, 'ADDRESS_MALFORMED')
      next()
    })
  }
}

interface Entry { id?: unknown; url?: unknown; dependsOn?: unknown }

/** Nothing where the body is no list of requests. */
function addressesOf(body: unknown): string[] | undefined {
  if (typeof body === 'string') return [...body.matchAll(/^(?:GET|HEAD|POST|PUT|PATCH|MERGE|DELETE) ([^\r\n]*?)(?: HTTP\/\d(?:\.\d)?)?\r?$/gm)].map(([, url]) => url)
  const requests = entries(body)
  return requests?.every(request => request !== null && typeof request === 'object') ? requests.map(({ url }) => String(url ?? '')) : undefined
}

const entries = (body: unknown): Entry[] | undefined => {
  const { requests } = (body ?? {}) as { requests?: unknown }
  return Array.isArray(requests) ? (requests as Entry[]) : undefined
}

/** CAP would wait with it, for ever. */
const waitsForItself = (body: unknown): boolean =>
  Boolean(entries(body)?.some(({ id, url, dependsOn }) => [dependsOn].flat().includes(id as never) && id !== undefined || /^\$([^/]+)/.exec(String(url))?.[1] === id))

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url)
    return true
  } catch {
    return false
  }
}

const limitOf = (req: Request, body: string): string => {
  const service = Object.values(cds.services as unknown as Record<string, { path?: string; definition?: Record<string, string> }>).find(({ path }) => path === req.baseUrl)
  return service?.definition?.['@cds.server.body_parser.limit'] ?? body
}

interface Definition { [annotation: string]: unknown }

/** A service's own limits, where it says nothing else: body and page. */
export function limitService({ definition }: { definition?: Definition }): void {
  const { body, page } = hardeningSettings()
  if (!definition) return
  definition['@cds.server.body_parser.limit'] ??= body
  definition['@cds.query.limit.max'] ??= page
}
