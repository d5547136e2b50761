import { createHmac, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import tls from 'node:tls'
import { localCertificate } from './certificate'

/** What XSUAA is to the service: who hands out its keys, and signs tokens with them. */
export interface KeyServer {
  credentials: { clientid: string; clientsecret: string; xsappname: string; uaadomain: string; url: string }
  /** A token of a person with these roles; header and payload can be changed, and the key it is signed with. */
  token(roles: string[], changes?: { header?: object; payload?: object; key?: KeyObject; hmac?: boolean; unsigned?: boolean }): string
  publicKey: KeyObject
  /** How often keys were asked for. */
  asked(): number
  stop(): Promise<void>
}

const NAME = 'cap-after-sales!t1', CLIENT = 'sb-cap-after-sales!t1', KEY = 'key-of-the-day'
/** The subscriber's zone: XSUAA has keys for it and for no other. */
export const ZONE = '3f0d1c1e-6a5e-4a52-9d7a-0c6a5b1f7e21'

/** Keys over HTTPS on loopback, as `@sap/xssec` fetches them: `GET /token_keys?zid=…`. This process trusts its certificate. */
export async function startKeyServer(): Promise<KeyServer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 }), { key, cert } = localCertificate()
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), cert])
  let count = 0
  const server = https.createServer({ key, cert }, (req, res) => {
    count++
    const { pathname, searchParams } = new URL(req.url!, 'https://localhost')
    if (pathname !== '/token_keys') return void res.writeHead(404).end()
    if (searchParams.get('zid') !== ZONE) return void res.writeHead(400).end('unknown zone')
    res.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: KEY, alg: 'RS256', use: 'sig' }] }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const at = `localhost:${(server.address() as AddressInfo).port}`
  return {
    credentials: { clientid: CLIENT, clientsecret: 'secret-of-the-binding', xsappname: NAME, uaadomain: at, url: `https://${at}` },
    publicKey, asked: () => count,
    token: (roles, { header, payload, key: other, hmac, unsigned } = {}) => {
      const now = Math.floor(Date.now() / 1000)
      const parts = [
        { alg: 'RS256', typ: 'JWT', kid: KEY, jku: `https://${at}/token_keys`, ...header },
        {
          jti: randomUUID(), sub: randomUUID(), iss: `https://${at}/oauth/token`, iat: now, exp: now + 600, zid: ZONE, cid: CLIENT, azp: CLIENT, client_id: CLIENT, aud: [NAME, CLIENT, 'openid'], grant_type: 'authorization_code', origin: 'sap.default',
          user_name: 'technician', email: 'marta@after-sales.test', given_name: 'Marta', family_name: 'Keller', scope: ['openid', ...roles.map(role => `${NAME}.${role}`)], 'xs.user.attributes': {}, ...payload
        }
      ].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
      if (unsigned) return `${parts}.`
      if (hmac) return `${parts}.${createHmac('sha256', publicKey.export({ type: 'spki', format: 'pem' })).update(parts).digest('base64url')}`
      return `${parts}.${sign('sha256', Buffer.from(parts), other ?? privateKey).toString('base64url')}`
    },
    stop: () => new Promise(resolve => { server.closeAllConnections(); server.close(() => resolve()) })
  }
}
