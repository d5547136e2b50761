/** Why the host did not write a document. */
export interface HostFailure {
  /** Nothing gets better by itself: a person has to act. */
  isFinal: boolean
  /** The host has judged the document and does not want it, which more rights would not change: it is not there. */
  isRefusal?: boolean
  /** The host may have written the document all the same. */
  isUnclear: boolean
  /** Whether it says something about this message, about the host as a whole, or maybe about either, as no answer came. */
  scope: 'message' | 'host' | 'unknown'
  /** The host does not know us: each repetition may lock our user there. */
  isSignIn?: boolean
  /** The host's own code, or `HTTP 503`, or that of the network. */
  code: string
  /** The host's own words where it said any. */
  text: string
  /** Milliseconds that the host asked us to wait. */
  retryAfter?: number
}

interface Response {
  status: number
  headers?: Record<string, unknown>
  body?: unknown
}

/** Its answer says success, but not which document: an earlier attempt's document has to be looked for. */
export class UnreadableAnswer extends Error {}

/** The host has judged the document in an answer that says success: SOAP services do. */
export class Refused extends Error {
  constructor(text: string, readonly code: string) { super(text) }
}

/** What the host is known to be unable to do just now was not even sent. */
export class HostUnavailable extends Error {
  constructor(readonly reason: HostFailure) { super(reason.text) }
}

/** Nothing was sent, and nothing will be until somebody changes the request or the settings. */
export class NotSendable extends Error {}

/**
 * Reads an error of a remote call: what CAP reports with status 502 and the host's answer in `reason.response`.
 *
 * 4xx is the host's refusal and final, except for a refused sign-in, an expired CSRF token, 408, 412 and 429, and codes that mean "locked by
 * another user". Whatever has no answer, or 5xx other than 503, may have been written.
 */
export function failureOf(error: unknown, transientCodes: string[] = []): HostFailure {
  if (error instanceof NotSendable) return { isFinal: true, isUnclear: false, scope: 'message', code: 'NOT_SENDABLE', text: error.message }
  if (error instanceof Refused) {
    const isFinal = !transientCodes.includes(error.code)
    return { isFinal, isRefusal: isFinal, isUnclear: false, scope: 'message', code: error.code, text: error.message }
  }
  if (error instanceof HostUnavailable) return { ...error.reason, isFinal: false, isUnclear: false, isSignIn: false, scope: 'host' }
  const response = (error as { reason?: { response?: Response } })?.reason?.response
  if (!response) return withoutAnswer(error)
  const { status } = response
  const { code, text } = messageOf(response)
  const retryAfter = secondsOf(response.headers?.['retry-after'])
  const isFinal = isRefusal(response) && !transientCodes.includes(code)
  return {
    isFinal, isRefusal: isFinal && status !== 403, isUnclear: (status >= 500 && status !== 503) || status < 400,
    scope: OF_THE_HOST.includes(status) ? 'host' : 'message', isSignIn: status === 401, code, text, retryAfter
  }
}

function withoutAnswer(error: unknown): HostFailure {
  const { reason, code, message = String(error) } = (error ?? {}) as { reason?: { code?: string; message?: string }; code?: string; message?: string }
  const isProgrammingError = error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError
  const network = reason?.code ?? code
  const isNobodyThere = network === 'ECONNREFUSED' || network === 'ENOTFOUND'
  const isUnreadable = error instanceof UnreadableAnswer
  return {
    isFinal: isProgrammingError, isUnclear: !isProgrammingError && !isNobodyThere, scope: isProgrammingError || isUnreadable ? 'message' : isNobodyThere ? 'host' : 'unknown',
    code: network ?? 'NO_ANSWER', text: reason?.message ?? message
  }
}

/** Sign-in refused, too many requests, and what gateways and proxies say for a host that they can't reach. */
const OF_THE_HOST = [401, 429, 502, 503, 504]

/** Sign-in, time-out, "changed by somebody else since you read it", too many requests: none is about the document. */
const PASSING = [401, 408, 412, 429]

/** The answer of a host whose CSRF token has expired: it has not worked on the request. */
export const isTokenRefused = (answer?: Response): boolean => answer?.status === 403 && String(answer.headers?.['x-csrf-token']).toLowerCase() === 'required'

function isRefusal({ status, headers, body }: Response): boolean {
  if (status < 400 || status >= 500 || PASSING.includes(status)) return false
  return !isCutOff(body) && !isTokenRefused({ status, headers })
}

/** Gateway's error body, in V2 and V4; all messages, each once, as the first alone is often only "see details". */
function messageOf({ status, body }: Response): { code: string; text: string } {
  const error = (body as { error?: { code?: string; message?: string | { value?: string }; innererror?: { errordetails?: { message?: string }[] }; details?: { message?: string }[] } })?.error
  if (!error) return { code: `HTTP ${status}`, text: plainText(body) || `HTTP ${status}` }
  const first = typeof error.message === 'string' ? error.message : error.message?.value
  const further = (error.innererror?.errordetails ?? error.details ?? []).map(detail => detail.message)
  const texts = new Set([first, ...further].filter(Boolean))
  return { code: error.code || `HTTP ${status}`, text: [...texts].join(' · ') || `HTTP ${status}` }
}

/** Half of a JSON document: what the host meant to say is unknown. */
const isCutOff = (body: unknown) => typeof body === 'string' && body.trimStart().startsWith('{')

const plainText = (body: unknown) => (typeof body === 'string' ? body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim() : '')

function secondsOf(value: unknown): number | undefined {
  const seconds = Number(value)
  return value != null && seconds >= 0 ? seconds * 1000 : undefined
}
