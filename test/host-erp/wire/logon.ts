import { randomBytes, timingSafeEqual, createHash } from 'node:crypto'
import type { Request, Response } from 'express'
import { PASSWORD, USER } from '../environment'
import { counters } from './counters'

const SESSION = 'SAP_SESSIONID_S4H_100'
const MAX_SESSIONS = 1000
const tokens = new Map<string, string>()

const digest = (text: string) => createHash('sha256').update(text).digest()
const expected = digest(`Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`)

/** True when the technical user signed in; otherwise the request has been answered with 401. */
export function isLoggedOn(req: Request, res: Response): boolean {
  if (timingSafeEqual(digest(req.headers.authorization ?? ''), expected)) return true
  counters.logonsRefused++
  res.status(401).set('www-authenticate', 'Basic realm="SAP NetWeaver Application Server [S4H/100]"').type('html')
    .send('<html><head><title>Logon Error Message</title></head><body><h1>Logon failed</h1></body></html>')
  return false
}

/** Hands out a token and the cookie of its session when a reading request asks for it. */
export function offerToken(req: Request, res: Response): void {
  if (!/^(GET|HEAD)$/.test(req.method) || String(req.headers['x-csrf-token']).toLowerCase() !== 'fetch') return
  const session = sessionOf(req) ?? randomBytes(24).toString('base64url')
  if (!tokens.has(session)) tokens.set(session, randomBytes(16).toString('base64url') + '==')
  if (tokens.size > MAX_SESSIONS) tokens.delete(tokens.keys().next().value!)
  counters.tokensFetched++
  res.set('x-csrf-token', tokens.get(session))
  res.append('set-cookie', 'sap-usercontext=sap-client=100; path=/')
  res.append('set-cookie', `${SESSION}=${session}; path=/; HttpOnly`)
}

/** True when the token belongs to the session of the cookie; otherwise the request has been answered with 403. */
export function hasToken(req: Request, res: Response): boolean {
  const session = sessionOf(req)
  const token = session && tokens.get(session)
  if (token && token === req.headers['x-csrf-token']) return true
  refuseToken(res)
  return false
}

/** Forgets the session of the request, as the host does after a while, and answers as if it had expired. */
export function expireToken(req: Request, res: Response): void {
  const session = sessionOf(req)
  if (session) tokens.delete(session)
  refuseToken(res)
}

function refuseToken(res: Response): void {
  counters.tokensRefused++
  res.status(403).set('x-csrf-token', 'Required').type('text/plain').send('CSRF token validation failed')
}

function sessionOf(req: Request): string | undefined {
  const cookie = req.headers.cookie?.split(/;\s*/).find(part => part.startsWith(`${SESSION}=`))
  const session = cookie?.slice(SESSION.length + 1)
  return session && tokens.has(session) ? session : undefined
}
