import { executeHttpRequest } from '@sap-cloud-sdk/http-client'
import { timeout } from '@sap-cloud-sdk/resilience'
import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser'
import { UnreadableAnswer } from '../failures'
import { placeOf, throughCircuit } from './connection'

type Row = Record<string, any>

const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/'

/** A SOAP service of the host, of which the prefix `own` means its namespace. */
export interface SoapService {
  /** Sends the content of the body and returns that of the answer: elements by their names without prefixes, each a list if `lists` says so. */
  call(body: Row): Promise<Row>
}

/**
 * Connects to a SOAP service below the one destination `cds.requires.S4HANA`, by the name under which `roots.ts` knows it. Asks for no CSRF
 * token: these services have none.
 */
export function soap(name: string, { namespace, action, lists }: { namespace: string; action: string; lists: string[] }): SoapService {
  const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false, ignoreAttributes: true, isArray: tag => lists.includes(tag) })
  return {
    async call(body) {
      const { destination, root, requestTimeout } = placeOf(name)
      const request = {
        method: 'post', url: root, data: envelope(namespace, body), responseType: 'text', middleware: [timeout(requestTimeout)],
        headers: { 'content-type': 'text/xml; charset=utf-8', accept: 'text/xml', soapaction: `"${action}"` }
      }
      const target = await destination()
      const answer = await throughCircuit({ api: name, method: 'POST', path: '' }, headers =>
        executeHttpRequest(target, { ...request, headers: { ...headers, ...request.headers } } as never, { fetchCsrfToken: false }).catch(asRemoteError))
      const text = String(answer.data ?? '')
      // What has been cut off on its way would be read without complaint.
      if (XMLValidator.validate(text) !== true) throw new UnreadableAnswer('The answer of the host could not be read')
      const content = parser.parse(text).Envelope?.Body
      if (!content || typeof content !== 'object') throw new UnreadableAnswer('The answer of the host has no body')
      return content
    }
  }
}

/** The form in which CAP reports failures of remote calls, so that they are judged in one place. */
function asRemoteError(error: Error & { code?: string; response?: { status: number; headers: Row; data: unknown } }): never {
  const { response, code, message } = error
  const answer = response && { status: response.status, headers: response.headers, body: response.data }
  throw Object.assign(new Error(message), { reason: { code, message, response: answer } })
}

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', suppressEmptyNode: true })

/** Attributes begin with `@`, the text beside them is `#text`. Fields without a value are left out. */
export const envelope = (namespace: string, body: Row): string => '<?xml version="1.0" encoding="UTF-8"?>' + builder.build({
  'soapenv:Envelope': { '@xmlns:soapenv': ENVELOPE, '@xmlns:own': namespace, 'soapenv:Header': '', 'soapenv:Body': given(body) }
})

/** XML has no characters below the blank but for line ends and tabs. */
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

function given(value: unknown): any {
  if (Array.isArray(value)) return value.map(given)
  if (typeof value === 'string') return value.replace(UNPRINTABLE, ' ')
  if (!value || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined && part !== null && part !== '').map(([name, part]) => [name, given(part)]))
}
