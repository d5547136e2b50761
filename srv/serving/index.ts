import cds from '@sap/cds'
import type { Application, RequestHandler } from 'express'
import { refuseInUse } from '../in-use'
import { skipDraftLookups } from './draft-lookups'
import { refuseDeepExpands } from './expand-depth'
import { headers } from './headers'
import { addressLimit, batchLimits, limitService } from './limits'
import { refuseKeyless } from './missing-keys'
import { refuseExpressions } from './plain-updates'
import { limitActions, networkLimits } from './rate-limits'
import { keepFieldsIn, silentErrors } from './silent-errors'

interface Middlewares { before: unknown[]; after: unknown[] }

/** Protects what this module serves, and nothing else: headers, limits, errors without detail, and rows that others lead to. Settings: `cds.requires.hardening`. */
export function harden(app: Application): void {
  app.use(headers(), addressLimit(), ...networkLimits())
  const { before, after } = (cds as unknown as { middlewares: Middlewares }).middlewares
  before.push(batchLimits() as RequestHandler)
  after.unshift(silentErrors)
  cds.on('serving', served => {
    const service = served as cds.ApplicationService
    if (!service.name.startsWith('aftersales.')) return
    limitService(service as never)
    limitActions(service)
    skipDraftLookups(service)
    service.on('error', error => keepFieldsIn(error as never))
    service.before('READ', '*', refuseDeepExpands)
    service.prepend(() => service.before(['UPDATE', 'PATCH', 'UPSERT'], '*', refuseExpressions))
    service.prepend(() => service.on('CREATE', '*', refuseKeyless as never))
    service.prepend(() => service.on('DELETE', '*', refuseInUse as never))
  })
}
