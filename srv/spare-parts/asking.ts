/** What a query answers, by the caller's word: CAP's own types know of no generated ones here. */
export const rowsOf = <Row>(query: unknown): Promise<Row[]> => Promise.resolve(query as PromiseLike<Row[]>)
export const rowOf = <Row>(query: unknown): Promise<Row | undefined> => Promise.resolve(query as PromiseLike<Row | undefined>)
/** The same with texts in the reader's language. */
export const localized = <Row>(query: unknown): Promise<Row[]> => Promise.resolve((query as { localized: PromiseLike<Row[]> }).localized)
