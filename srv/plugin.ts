import type { Application } from 'express'
import { observe, serveObservations } from './observing'
import { requirePeers } from './peers'
import { logPersonalData } from './personal-data'
import { harden } from './serving'
import { serveApps } from './serving/apps'

/**
 * What the module adds to the server that it runs in: a host's, or the stand-alone shell's. Each concern has a folder of its own;
 * what belongs to the shell alone stands in `server.ts`.
 */
export function bootstrap(app: Application): void {
  requirePeers()
  observe(app)
  logPersonalData()
  harden(app)
  serveApps(app)
  serveObservations(app)
}
