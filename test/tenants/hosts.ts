import fs from 'node:fs'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { localCertificate } from '../setup/certificate'

/** What a company's host was asked. */
export interface Asked { method: string; path: string; body: string }

/** The platform's destination service, with a destination `S4HANA` in each company's account, and the hosts: each refuses what it is asked, in its own words. */
export interface Hosts {
  /** Environment of a process that is bound to the destination service. */
  environment: Record<string, string>
  asked(company: string): Asked[]
  stop(): Promise<void>
}

const PROVIDER = 'provider'

export async function startHosts(): Promise<Hosts> {
  const asked: Record<string, Asked[]> = {}
  const certificate = localCertificate(), folder = fs.mkdtempSync(path.join(os.tmpdir(), 'aftersales-hosts-'))
  fs.writeFileSync(path.join(folder, 'authority.pem'), certificate.cert)
  const server = https.createServer(certificate, async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    const answer = (status: number, data: object) => { res.writeHead(status, { 'content-type': 'application/json', 'x-csrf-token': 'token' }).end(JSON.stringify(data)) }
    const { pathname } = new URL(req.url!, url())
    if (pathname === '/oauth/token') return answer(200, { access_token: tokenOf(String(req.headers['x-zid'] ?? PROVIDER), url()), expires_in: 3600, token_type: 'bearer' })
    const company = companyIn(req.headers.authorization)
    if (pathname.startsWith('/destination-configuration/')) {
      return answer(200, { owner: { SubaccountId: company }, destinationConfiguration: { Name: 'S4HANA', Type: 'HTTP', URL: `${url()}/${company}`, Authentication: 'NoAuthentication', ProxyType: 'Internet' } })
    }
    const [, host] = pathname.split('/')
    ;(asked[host] ??= []).push({ method: req.method!, path: pathname, body: Buffer.concat(chunks).toString() })
    answer(400, { error: { code: 'ZZ/001', message: { lang: 'en', value: `Refused by the host of ${host}` } } })
  })
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  const domain = () => `localhost:${(server.address() as AddressInfo).port}`
  const url = () => `https://${domain()}`
  const credentials = { uri: url(), url: url(), clientid: 'installation', clientsecret: 'secret', tenantid: PROVIDER, identityzoneid: PROVIDER, uaadomain: domain(), xsappname: 'destinations' }
  return {
    environment: { NODE_EXTRA_CA_CERTS: path.join(folder, 'authority.pem'), VCAP_SERVICES: JSON.stringify({ destination: [{ name: 'destinations', label: 'destination', tags: ['destination'], credentials }] }) },
    asked: company => asked[company] ?? [],
    stop: () => new Promise(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
      fs.rmSync(folder, { recursive: true, force: true })
    })
  }
}

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
const tokenOf = (zid: string, iss: string) => [encoded({ alg: 'HS256', typ: 'JWT' }), encoded({ zid, iss, exp: Math.floor(Date.now() / 1000) + 3600 }), 'unsigned'].join('.')
const companyIn = (authorization = '..') => (JSON.parse(Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString() || '{}') as { zid?: string }).zid ?? PROVIDER
