/** Asks with texts in the reader's language. */
export const localized = <Rows>(query: unknown): Promise<Rows> => Promise.resolve((query as { localized: PromiseLike<Rows> }).localized)
