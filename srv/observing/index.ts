import cds from '@sap/cds'
import type { Application } from 'express'
import { serveHealth } from './health'
import { observeGauges } from './metrics'
import { serveMetrics } from './metrics-door'
import { keepPersonsOut } from './private-spans'
import { tellOfTheProcess } from './process-figures'
import { observeRequests } from './requests'
import { countRequests, endGracefully } from './shutdown'

/** Before anything else: every request counts. */
export function observe(app: Application): void {
  endGracefully()
  keepPersonsOut()
  tellOfTheProcess()
  app.use(countRequests, observeRequests)
}

/** Behind what protects doors that are open to everybody. */
export function serveObservations(app: Application): void {
  serveHealth(app)
  serveMetrics(app)
  cds.once('listening', () => observeGauges())
}
