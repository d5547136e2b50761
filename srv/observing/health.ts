import cds from '@sap/cds'
import type { Application, RequestHandler } from 'express'
import { conditionsNow, readiness } from './readiness'
import { isShuttingDown } from './shutdown'

interface Middlewares { before: (RequestHandler & { factory?: unknown })[]; context: unknown; auth: unknown }

/** Doors for platforms: open to everybody, cheap, and without detail, which only an Admin gets. */
export function serveHealth(app: Application): void {
  app.get('/health/live', (_req, res) => { res.json({ status: 'UP' }) })
  app.get('/health', (_req, res) => { res.status(isShuttingDown() ? 503 : 200).json({ status: isShuttingDown() ? 'DOWN' : 'UP' }) })
  app.get('/health/ready', briefly, (req, res, next) => signIn(req, res, next), inDetail)
}

const briefly: RequestHandler = async (req, res, next) => {
  if (req.headers.authorization) return next()
  const { isReady } = await readiness()
  res.status(isReady ? 200 : 503).json({ status: isReady ? 'UP' : 'DOWN' })
}

/** As the services know people: whatever the installation has for it. */
const signIn: RequestHandler = (req, res, next) => {
  const { before, context, auth } = (cds as unknown as { middlewares: Middlewares }).middlewares
  const steps = before.filter(({ factory }) => factory === context || factory === auth)
  const take = (i: number): void => {
    if (i === steps.length) return next()
    steps[i](req, res, (error?: unknown) => (error ? next(error) : take(i + 1)))
  }
  take(0)
}

/** A host that is down leaves the service ready, since people go on working; an Admin is told. */
const inDetail: RequestHandler = async (_req, res) => {
  const { isReady, ...checks } = await readiness()
  const conditions = conditionsNow()
  const isDegraded = Object.values(conditions).some(({ status }) => status === 'DEGRADED')
  const isAdmin = (cds.context?.user as { is?(role: string): boolean } | undefined)?.is?.('Admin')
  const status = !isReady ? 'DOWN' : isAdmin && isDegraded ? 'DEGRADED' : 'UP'
  res.status(isReady ? 200 : 503).json({ status, ...(isAdmin && { checks, conditions }) })
}
