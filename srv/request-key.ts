/** The ID in one step of a request's path (`req.params`), which CAP hands over as a string or as an object of keys. */
export const idOf = (step: unknown): string | undefined => (typeof step === 'string' ? step : (step as { ID?: string } | undefined)?.ID)
