import cds from '@sap/cds'
import type { ErrorRequestHandler, Request } from 'express'
import { isOutOfConnections } from '../contention'
import { blamed, type Failure } from './unanswerable'

/** Seconds. Who waited for a connection has waited long already: by then a rush is over, or a load balancer knows another instance. */
const BUSY = 5

/**
 * What went wrong inside stays inside, wherever the service runs: stacks, SQL and the words of drivers go to the log, and people get a sentence.
 * Errors with a text of our own (`fail`) are meant for people and pass.
 */
export const silentErrors: ErrorRequestHandler = (error: Failure | number, req, res, next) => {
  // Middlewares pass on plain numbers too: CAP's for whoever is not signed in.
  if (typeof error === 'number') return next(error)
  const status = Number(error?.status ?? error?.statusCode ?? (String(error?.code) === '401' ? 401 : 500))
  const own = (cds.context as unknown as { http?: { req?: { baseUrl?: string } } } | undefined)?.http?.req?.baseUrl ?? req.baseUrl
  if (status < 500 || error?.$sanitize === false || !isOwn(own)) return next(error)
  if (isOutOfConnections(error)) {
    res.set('Retry-After', String(BUSY))
    return next({ code: 'DATABASE_BUSY', message: 'DATABASE_BUSY', _i18n: 'DATABASE_BUSY', args: [BUSY], cause: error, status: 503, $sanitize: false })
  }
  keepRowsOut(error)
  const asked = isBodyless(req) ? { status: 400, code: 'BODY_NEEDED' } : blamed({ ...error, code: error.code, message: error.message, stack: error.stack, status }, req), code = asked?.code ?? 'INTERNAL_ERROR'
  // CAP finds the text by `_i18n`; the cause is for the log. The error's name stays behind: CAP would end the process on a TypeError, and a request must not be able to.
  next({ code, message: code, _i18n: code, cause: error, ...(asked ? { status: asked.status } : { status, $sanitize: false }) })
}

/**
 * In a `$batch` CAP answers a request that waited for one which failed with 424 and that one's error as it is: what the database says of its statement then goes
 * out as fields of the error. They remain, but are not listed.
 */
export function keepFieldsIn(error: Failure): void {
  if (error.$sanitize === false || Number(error.status ?? error.statusCode ?? 500) < 500) return
  for (const field of Object.keys(error)) if (!SHOWN.has(field)) Object.defineProperty(error, field, { enumerable: false })
}

const SHOWN = new Set(['status', 'statusCode', 'message'])

/** PostgreSQL repeats the row that it refuses, or its key: that is people's, and the log is not for it. The statement, the constraint and the column stay. */
function keepRowsOut(error: Failure, depth = 0): void {
  if (typeof error !== 'object' || !error || depth > 3) return
  for (const field of ['detail', 'where']) if (field in error) Object.assign(error, { [field]: undefined })
  keepRowsOut((error as { cause?: Failure }).cause as Failure, depth + 1)
}

/** CAP's parser lets `null` and single values pass, which nothing behind it expects. */
const isBodyless = ({ method, body }: Request): boolean => /^(POST|PUT|PATCH)$/.test(method) && (body === null || ['string', 'number', 'boolean'].includes(typeof body))

const isOwn = (path: string) => Object.values(cds.services as unknown as Record<string, { name: string; path?: string }>).some(service => service.name?.startsWith('aftersales.') && service.path === path)
