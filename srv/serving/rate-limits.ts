import cds from '@sap/cds'
import type { Request, RequestHandler } from 'express'
import rateLimit, { ipKeyGenerator, MemoryStore, type Options } from 'express-rate-limit'
import { hardeningSettings, type RateLimit } from './hardening-settings'
import { isOpenDoor, isOwnService } from './own-paths'
import { refuse } from './refusals'

/**
 * By address of the network, before anybody is known: who keeps being refused at the sign-in, and who keeps knocking at the doors that need none.
 * Counted in the memory of each instance, so that no request waits for it: behind n instances up to n times as many pass.
 */
export function networkLimits(): RequestHandler[] {
  const { rateLimits } = hardeningSettings()
  if (!rateLimits) return []
  return [
    byNetwork(rateLimits.signIn, req => isOwnService(req.path), (_req, res) => res.statusCode !== 401),
    byNetwork(rateLimits.open, req => isOpenDoor(req.path), () => false)
  ]
}

function byNetwork({ requests, seconds }: RateLimit, concerns: (req: Request) => boolean, isFine: NonNullable<Options['requestWasSuccessful']>): RequestHandler {
  return rateLimit({
    limit: requests, windowMs: seconds * 1000, standardHeaders: false, legacyHeaders: false, skip: req => !concerns(req), skipSuccessfulRequests: true, requestWasSuccessful: isFine,
    keyGenerator: req => ipKeyGenerator(req.ip ?? ''), validate: { xForwardedForHeader: false },
    handler: (req, res) => {
      const wait = waitUntil((req as Request & { rateLimit?: { resetTime?: Date } }).rateLimit?.resetTime, seconds)
      res.set('Retry-After', String(wait))
      refuse(req, res, 429, 'TOO_MANY_REQUESTS', [wait])
    }
  }) as unknown as RequestHandler
}

interface Operations { name: string; actions?: Iterable<Operation>; operations?: Iterable<Operation> }
interface Operation { name: string; '@aftersales.rateLimit'?: string }

/** By user, for actions with the annotation `@aftersales.rateLimit`: each call counts, also those inside a `$batch`. */
export function limitActions(service: cds.ApplicationService): void {
  const { rateLimits } = hardeningSettings()
  if (!rateLimits) return
  for (const operation of (service as unknown as Operations).actions ?? []) {
    const limit = operation['@aftersales.rateLimit'] && rateLimits[operation['@aftersales.rateLimit']]
    if (limit) service.before(operation.name.split('.').at(-1)! as never, countByUser(limit) as never)
  }
}

function countByUser({ requests, seconds }: RateLimit): (req: cds.Request) => Promise<void> {
  const store = new MemoryStore()
  store.init({ windowMs: seconds * 1000 } as Options)
  return async req => {
    const { res } = (req as unknown as { http?: { res?: { set(name: string, value: string): void } } }).http ?? {}
    // What the service does by itself is not counted.
    if (!res) return
    const { totalHits, resetTime } = await store.increment(`${req.tenant ?? ''} ${req.user.id}`)
    if (totalHits <= requests) return
    const wait = waitUntil(resetTime, seconds)
    res.set('Retry-After', String(wait))
    throw cds.error({ status: 429, code: 'TOO_MANY_REQUESTS', message: 'TOO_MANY_REQUESTS', args: [wait] } as never)
  }
}

const waitUntil = (moment: Date | undefined, seconds: number): number => Math.max(1, moment ? Math.ceil((moment.getTime() - Date.now()) / 1000) : seconds)
