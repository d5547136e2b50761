import cds from '@sap/cds'
import { guardReading } from '../reading-guards'
import { answerAvailability } from './availability/handlers'
import { implementClaims } from './claims/handlers'
import { tellPermissions } from './current-user'
import { implementExpectations } from './expectations/handlers'
import { arrivalsIn, sharesOnVans } from './expectations/for-dispatch'
import { implementForecasts } from './forecasts/handlers'
import { implementPlanning } from './planning-round'
import { implementRequisitions } from './requisitions/handlers'
import { implementScanning } from './scanning/handlers'
import { keepSuppliesFresh } from './stock/handlers'
import { implementSubstitutes } from './substitutes/handlers'
import { implementUsualParts } from './usual-parts/handlers'
import { implementVanStock } from './van-stock/handlers'

export default class SparePartsService extends cds.ApplicationService {
  async init() {
    guardReading(this)
    tellPermissions(this)
    answerAvailability(this)
    implementClaims(this)
    implementSubstitutes(this)
    implementRequisitions(this)
    implementExpectations(this)
    keepSuppliesFresh(this)
    implementScanning(this)
    implementUsualParts(this)
    implementVanStock(this)
    implementForecasts(this)
    implementPlanning(this)
    await super.init()
  }

  /** For the capability that gives work out; never reached from outside. */
  sharesOnVans(workOrder_ID: string) {
    return sharesOnVans(workOrder_ID)
  }

  /** Likewise. */
  partArrivals(serviceArea_code: string) {
    return arrivalsIn(serviceArea_code)
  }
}
