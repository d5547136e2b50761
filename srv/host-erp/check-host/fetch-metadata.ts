import { executeHttpRequest } from '@sap-cloud-sdk/http-client'

/** Where to ask, and as whom: a destination, or a host with a user. */
export interface Place {
  destination: Parameters<typeof executeHttpRequest>[0]
  headers?: Record<string, string>
  /** As people read it. */
  name: string
}

export type Answer =
  | { kind: 'metadata'; edmx: string }
  /** What came is no metadata; `words` are the host's own. */
  | { kind: 'refused'; status: number; words?: string }
  | { kind: 'silent'; reason: string }

/** How a service describes itself, and by what the description is known. */
const DESCRIPTIONS = {
  OData: { path: '/$metadata', known: /<(\w+:)?Edmx\b/ },
  SOAP: { path: '?wsdl', known: /<(\w+:)?definitions\b/ }
}

/** Fetches the metadata below a service root, or the description of a SOAP service, in one request that is not repeated. */
export async function fetchMetadata({ destination, headers }: Place, root: string, timeout: number, kind: keyof typeof DESCRIPTIONS = 'OData'): Promise<Answer> {
  const { path, known } = DESCRIPTIONS[kind]
  const request = {
    method: 'get', url: `${root}${path}`, headers: { accept: 'application/xml', ...headers },
    // A page for signing in is no answer for a technical user.
    maxRedirects: 0, validateStatus: () => true, responseType: 'text',
    // Unlike the time-out of the SDK this closes the connection, which would keep the command from ending.
    signal: AbortSignal.timeout(timeout)
  }
  try {
    const { status, data } = await executeHttpRequest(destination, request as never, { fetchCsrfToken: false })
    const text = typeof data === 'string' ? data : JSON.stringify(data ?? '')
    if (status === 200 && known.test(text)) return { kind: 'metadata', edmx: text }
    return { kind: 'refused', status, words: wordsIn(text) }
  } catch (error) {
    return { kind: 'silent', reason: request.signal.aborted ? `nothing came within ${timeout / 1000} s (--timeout)` : reasonOf(error as Failure) }
  }
}

interface Failure { message: string; code?: string; cause?: Failure; rootCause?: Failure }

/** The innermost reason: those around it only say that the request failed. */
function reasonOf({ message, code, cause, rootCause }: Failure): string {
  const inner = rootCause ?? cause
  if (inner) return reasonOf(inner)
  return message && (!code || message.includes(code)) ? message : [code, message].filter(Boolean).join(': ')
}

/** The message of an OData error in XML or JSON, shortened; pages in HTML say nothing that helps. */
function wordsIn(text: string): string | undefined {
  const [, inXml] = /<message[^>]*>([^<]+)<\/message>/.exec(text) ?? []
  const [, inJson] = /"message"\s*:\s*(?:\{[^}]*"value"\s*:\s*)?"((?:[^"\\]|\\.)+)"/.exec(text) ?? []
  return (inXml ?? inJson)?.trim().slice(0, 200)
}
