import cds from '@sap/cds'
import type { NextFunction, Request, Response } from 'express'

export const CAUSE = 'x-fuzz-cause'

/** People don't see what went wrong inside; the fuzzer has to, to tell one bug from another. */
export function tellCauses(): void {
  cds.once('bootstrap', () => {
    const { after } = (cds as unknown as { middlewares: { after: unknown[] } }).middlewares
    after.unshift((error: Error, _req: Request, res: Response, next: NextFunction) => {
      res.set(CAUSE, encodeURIComponent(`${error?.message} ${/\n\s+at .*?(?:\/(?:srv|libx?|@cap-js)\/.*)/.exec(error?.stack ?? '')?.[0].trim() ?? ''}`.slice(0, 400).toWellFormed()))
      next(error)
    })
  })
}
