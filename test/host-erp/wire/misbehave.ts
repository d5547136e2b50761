import http from 'node:http'
import type { NextFunction, Request, Response } from 'express'
import { currentFaults, type FaultKind } from './faults'
import { expireToken } from './logon'
import { REPLAY, SECRET } from './secret'
import { fault } from './soap'

type Misbehaviour = (req: Request, res: Response, next: NextFunction) => unknown

/** How each fault looks to the caller. `next` means that the request is processed. */
export const misbehave: Record<FaultKind, Misbehaviour> = {
  internalError: (req, res) => (req.originalUrl.startsWith('/sap/bc/srt') ? fault(res, 'An exception was raised') : res.status(500).json(failure(req))),
  unavailable: (_req, res) => res.status(503).set('Retry-After', String(currentFaults().retryAfter)).type('html')
    .send('<html><body><h1>503 Service cannot be reached</h1></body></html>'),
  dropBefore: req => req.socket.destroy(),
  dropAfter: (req, res, next) => {
    answerBy(res, () => req.socket.destroy())
    next()
  },
  wrongJson: (_req, res, next) => {
    answerBy(res, (body, end) => {
      res.removeHeader('content-length')
      end(body.subarray(0, Math.ceil(body.length / 2)))
    })
    next()
  },
  expiredToken: (req, res) => expireToken(req, res),
  // A caller that breaks off must not take the host with it.
  duplicate: (req, res) => processTwice(req, res).catch(() => req.socket.destroy()),
  hang: () => undefined
}

/** Replaces the way the answer leaves: by then the request has been processed and committed. */
function answerBy(res: Response, leave: (body: Buffer, end: (body: Buffer) => void) => void): void {
  const { end } = res
  const chunks: Buffer[] = []
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string' || Buffer.isBuffer(chunk)) chunks.push(Buffer.from(chunk as string))
  }
  res.write = ((chunk: unknown) => { keep(chunk); return true }) as typeof res.write
  res.end = ((chunk: unknown) => {
    keep(chunk)
    leave(Buffer.concat(chunks), body => { delete (res as any).write; end.call(res, body, 'utf8') })
    return res
  }) as typeof res.end
}

/** A network that delivers the request twice: the host works on both, the caller sees the second answer. */
async function processTwice(req: Request, res: Response): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  await deliver(req, body)
  const { status, headers, payload } = await deliver(req, body)
  for (const [name, value] of Object.entries(headers)) if (value && !/^(transfer-encoding|connection|keep-alive)$/.test(name)) res.setHeader(name, value)
  res.status(status).end(payload)
}

function deliver(req: Request, body: Buffer): Promise<{ status: number; headers: http.IncomingHttpHeaders; payload: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = { ...req.headers, [REPLAY]: SECRET, 'content-length': String(body.length) }
    delete (headers as Record<string, unknown>)['transfer-encoding']
    const { localAddress: host, localPort: port } = req.socket
    const request = http.request({ host, port, path: req.originalUrl, method: req.method, headers }, async answer => {
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk)
      resolve({ status: answer.statusCode!, headers: answer.headers, payload: Buffer.concat(chunks) })
    })
    request.on('error', reject)
    request.end(body)
  })
}

function failure(req: Request) {
  const message = 'An exception was raised'
  if (req.originalUrl.startsWith('/sap/opu/odata4/')) return { error: { code: 'SY/530', message } }
  return { error: { code: 'SY/530', message: { lang: 'en', value: message }, innererror: { errordetails: [] } } }
}
