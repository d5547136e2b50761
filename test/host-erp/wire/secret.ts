import { randomBytes } from 'node:crypto'

/** Known to this process only: marks requests that the stand-in sends to itself. */
export const SECRET = randomBytes(16).toString('hex')
/** Header of a request that the OData V2 adapter translates and sends on. */
export const TRANSLATED = 'x-stand-in-translated'
/** Header of a request that is delivered a second time. */
export const REPLAY = 'x-stand-in-replay'
