import { setTimeout as wait } from 'node:timers/promises'
import type { Express, NextFunction, Request, Response } from 'express'
import { count, counters } from './counters'
import { drawFault, drawLatency } from './faults'
import { writeErrorsLikeGateway } from './error-body'
import { hasToken, isLoggedOn, offerToken } from './logon'
import { misbehave } from './misbehave'
import { REPLAY, SECRET, TRANSLATED } from './secret'

const READS = /^(GET|HEAD|OPTIONS)$/

/** What every request to the host passes first: sign-in, CSRF token, and the faults that are switched on. */
export function putInFront(app: Express): void {
  app.disable('x-powered-by')
  app.use('/odata/v4', (req, res, next) => {
    if (req.headers[TRANSLATED] === SECRET) return next()
    res.sendStatus(404)
  })
  app.use('/sap/opu', (req, res, next) => { void receive(req, res, next) })
  app.use('/sap/bc/srt', (req, res, next) => { void receive(req, res, next) })
}

async function receive(req: Request, res: Response, next: NextFunction): Promise<void> {
  const isReplay = req.headers[REPLAY] === SECRET
  delete req.headers[REPLAY]
  req.headers[TRANSLATED] = SECRET
  if (isReplay) return next()

  const isWrite = !READS.test(req.method)
  // SOAP services know neither tokens nor sessions.
  const isSoap = req.originalUrl.startsWith('/sap/bc/srt')
  if (req.originalUrl.startsWith('/sap/opu/odata/')) {
    writeErrorsLikeGateway(req, res)
    // Without a language the adapter searches for modules in each request, and with any (*) it fails at metadata.
    if (/^\*?$/.test(req.headers['accept-language'] ?? '')) req.headers['accept-language'] = 'en'
    // The host answers changes with 204 and no body.
    if (/^(PATCH|MERGE|PUT)$/.test(req.method)) req.headers.prefer = 'return=minimal'
  }
  // A function import has no body: whatever its content type says.
  if (isWrite && !Number(req.headers['content-length']) && !req.headers['transfer-encoding']) req.headers['content-type'] = 'application/json'
  counters.requests++
  if (isWrite) counters.writes++
  res.on('finish', () => count('statuses', res.statusCode))
  const latency = drawLatency()
  if (latency) await wait(latency)
  if (!isLoggedOn(req, res)) return
  offerToken(req, res)
  if (isWrite && !isSoap && !hasToken(req, res)) return
  const fault = drawFault(isWrite)
  if (!fault || (isSoap && fault === 'expiredToken')) return next()
  count('faults', fault)
  misbehave[fault](req, res, next)
}
