import cds from '@sap/cds'

export interface Failure {
  /** The input field or parameter that caused it. */
  target?: string
  /** Fill the placeholders of the i18n text. */
  args?: unknown[]
  /** Further sentences, each with its own code. */
  details?: { code: string; message: string; target?: string; [annotation: `@${string}`]: unknown }[]
}

/**
 * Ends the request with an error that a person understands. Its text is ours, so that it passes where those of other errors are kept back.
 *
 * @param status 400 wrong input, 409 wrong state or lost race, 422 business rule, 423 locked, 502/503 host
 * @param code also the key of the text in `_i18n/messages.properties`
 */
export function fail(status: number, code: string, { target, args = [], details }: Failure = {}): never {
  throw cds.error({ status, code, message: code, target, args, ...(details?.length && { details }), ...(status >= 500 && { $sanitize: false }) } as never)
}
