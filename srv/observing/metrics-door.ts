import { timingSafeEqual } from 'node:crypto'
import http from 'node:http'
import cds from '@sap/cds'
import type { Application } from 'express'
import { exposition } from './metrics'
import { observingSettings } from './settings'

const TYPE = 'text/plain; version=0.0.4; charset=utf-8'
const SHORTEST_TOKEN = 16

/** Figures for who collects them from outside: on a port of their own, or at `/metrics` for who knows the token. Neither by default. */
export function serveMetrics(app: Application): void {
  const { token, port, address } = observingSettings().metrics
  if (token) {
    if (token.length < SHORTEST_TOKEN) throw new Error(`cds.requires.observing.metrics.token has less than ${SHORTEST_TOKEN} characters`)
    app.get('/metrics', async (req, res) => {
      if (!isSame(req.headers.authorization ?? '', `Bearer ${token}`)) return res.status(401).set('WWW-Authenticate', 'Bearer').end()
      return res.type(TYPE).send(await exposition())
    })
  }
  if (port !== undefined) cds.once('listening', () => listen(port, address))
}

function listen(port: number, address: string): void {
  const server = http.createServer((req, res) => {
    if (req.method !== 'GET' || req.url?.split('?')[0] !== '/metrics') return res.writeHead(404).end()
    void exposition().then(text => res.writeHead(200, { 'content-type': TYPE }).end(text))
  })
  server.on('error', error => cds.log('observing').error(`Figures are not served at ${address}:${port}:`, error.message))
  server.listen(port, address)
  cds.on('shutdown', () => { server.close() })
}

/** Takes as long for a wrong token as for the right one. */
function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
