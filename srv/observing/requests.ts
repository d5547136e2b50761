import type { Request, RequestHandler } from 'express'
import { serviceAt } from '../serving/own-paths'
import { counter, duration } from './metrics'
import { bare, optionsOf } from './private-spans'
import { activeSpan } from './tracing'

const counted = counter('aftersales_requests_total', 'Requests by service, method and kind of answer')
const lasted = duration('aftersales_request_duration_seconds', 'How long requests took')

/** Counts what the services of this module answer, and keeps what people search for out of the span that a framework opens. */
export const observeRequests: RequestHandler = (req, res, next) => {
  const from = performance.now()
  const span = activeSpan()
  res.once('finish', () => {
    if (span) span.setAttributes(withoutPersons(req) as never)
    const service = serviceAt(req.originalUrl.split('?')[0])
    if (!service) return
    counted({ service, method: methodOf(req), status: `${Math.floor(res.statusCode / 100)}xx` })
    lasted({ service, method: methodOf(req) }, performance.now() - from)
  })
  next()
}

const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD']
const methodOf = ({ method }: Request) => (METHODS.includes(method) ? method : 'other')

/** Paths without keys, and of the question only which options it has. */
function withoutPersons({ originalUrl, protocol, headers }: Request): Record<string, unknown> {
  const path = bare(originalUrl), [, query = ''] = originalUrl.split('?')
  return {
    'url.full': `${protocol}://${headers.host ?? ''}${path}`, 'url.path': path, 'url.query': optionsOf(query), 'http.target': path, 'http.url': path,
    ...Object.fromEntries(PRIVATE_HEADERS.filter(name => headers[name]).map(name => [`http.request.header.${name}`, '***']))
  }
}

/** Besides those that carry secrets, which `@cap-js/telemetry` masks by itself. */
const PRIVATE_HEADERS = ['referer', 'x-forwarded-for', 'x-real-ip', 'forwarded', 'user-agent']
