export interface Failure { code?: unknown; message?: string; stack?: string; status?: number; statusCode?: number; $sanitize?: boolean }

/** PostgreSQL's names for expressions that have no sense, for values that fit no type, and for what follows one of them in the same group of a batch; HANA's numbers for the same. */
const NO_SENSE = /^(22...|25P02|42(601|702|703|803|804|846|883)|42P(02|10|18)|0A000|54001|257|260|266|328|339|340)$/
const SQLITE_NO_SENSE = /no such (function|column)|misuse of (aggregate|window)|wrong number of arguments|ambiguous column|Expression tree is too large|parser stack overflow|too many (terms|SQL variables|columns)|integer overflow|GROUP BY clause is required|malformed JSON|datatype mismatch|string or blob too big|near ".*": syntax error|unable to use function|pattern too complex|ORDER BY term|sub-select returns|row value misused|no query solution/
/** What CAP says of expressions that it can't translate into SQL. */
const NO_TRANSLATION = /can't be used as a value|does not contain a valid|not found in the elements of|is not supported|not supported|Invalid (function|argument|reference)|Virtual elements|at least one non-virtual column|Can't (find|resolve)|can't be resolved|Duplicate definition|must be in the|Unexpected (virtual|reference)/
/** Where CAP reads a question; what it stumbles over there is the question, for instance `$apply` on a path to one row. */
const READING = /^\s+at .*@sap\/cds\/libx\/odata\//
const UNIQUE = /^23505$|^301$/
const MISSING = /^23502$|^287$/
/** Keys and values of another type than the column's, which SQLite compares all the same. */
const OTHER_TYPE = /^(22...|25P02|42(804|883))$/
/** CAP repeats only the words where it looks up what an association leads to: U+0000, which no text of PostgreSQL takes. */
const NO_TEXT = /^invalid byte sequence for encoding/
const UNHANDLED = /has no handler for/
/** Steps are taken by what is saved: a draft is somebody's notes, to which no rule was applied yet. */
const ON_DRAFT = /has no handler for ".+\.drafts"/

/**
 * What a caller asked for and no database can do: options of OData combine more than they have sense, and values may be longer, larger or fewer than a table
 * takes. The answer is 4xx then; the database's own words stay in the log. Nothing for all that is a fault of ours.
 */
export function blamed(failure: Failure, { method, body }: { method: string; body?: unknown }): { status: number; code: string } | undefined {
  if (failure.status === 501 && ON_DRAFT.test(failure.message ?? '')) return { status: 409, code: 'DRAFT_UNSAVED' }
  // What CAP does not do for anybody. A step without a handler is a gap of ours, and stays one.
  if (failure.status === 501 && !UNHANDLED.test(failure.message ?? '')) return method === 'GET' ? { status: 400, code: 'QUESTION_UNANSWERABLE' } : { status: 405, code: 'NOT_OFFERED' }
  const message = failure.message ?? '', isSqlite = /SQLITE/.test(String(failure.code)), code = isSqlite ? '' : String(failure.code ?? '')
  if (method === 'GET') {
    const isQuestion = isSqlite ? SQLITE_NO_SENSE.test(message) : NO_SENSE.test(code) || (/^(500)?$/.test(code) && NO_TRANSLATION.test(message))
    return isQuestion || READING.test(failure.stack?.split('\n')[1] ?? '') ? { status: 400, code: 'QUESTION_UNANSWERABLE' } : undefined
  }
  if (isSqlite ? /UNIQUE constraint failed/.test(message) : UNIQUE.test(code)) return { status: 409, code: 'ALREADY_THERE' }
  // Rows of drafts are what people have typed so far; in all others a gap is ours.
  if (/_drafts/i.test(message) && (isSqlite ? /NOT NULL constraint failed/.test(message) : MISSING.test(code))) return { status: 400, code: 'KEY_NEEDED' }
  // A list where a key is a text; what is looked up then has no end.
  if ((isSqlite ? /syntax error/.test(message) : code === '42601') && hasBareList(body)) return { status: 400, code: 'VALUE_UNFIT' }
  // An object where a key of a draft is a text.
  return OTHER_TYPE.test(code) || NO_TEXT.test(message) || /not found in the elements of "[^"]+\.drafts"/.test(message) || /^Expected argument 'expr' to contain/.test(message) || (isSqlite && /datatype mismatch|string or blob too big|integer overflow/.test(message)) ? { status: 400, code: 'VALUE_UNFIT' } : undefined
}

/** Rows come as objects, and nothing else comes as a list. */
const hasBareList = (body: unknown): boolean =>
  Boolean(body) && typeof body === 'object' && Object.values(body as object).some(value => Array.isArray(value) && value.some(item => typeof item !== 'object' || Array.isArray(item)))
