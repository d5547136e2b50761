import cds from '@sap/cds'
import { guardExpands } from '../expand-access'
import { refuseImpossibleDates, refuseNegativePaging, refuseNulCharacters } from '../input-guards'
import { findByForeignKey } from '../navigation'
import { followOrderSteps, keepAssignments } from './assignments/handlers'
import { showBoard } from './board/handlers'
import { permissionsOf } from './current-user'
import { recommendTechnicians } from './matching/handlers'
import { followOrders, keepOrderAreas } from './orders'
import { makePlans } from './plans/handlers'
import { keepTechnicians } from './technicians/handlers'

export default class DispatchService extends cds.ApplicationService {
  async init() {
    this.guardReading()
    this.on('READ', 'CurrentUser', req => permissionsOf(req.user, this.entities as never, this.actions as never))
    keepTechnicians(this)
    keepOrderAreas(this)
    recommendTechnicians(this)
    keepAssignments(this)
    showBoard(this)
    makePlans(this)
    cds.once('served', () => {
      followOrders(this)
      followOrderSteps()
    })
    await super.init()
  }

  private guardReading() {
    this.before('READ', '*', guardExpands)
    this.before('READ', '*', refuseNegativePaging)
    this.before('READ', '*', findByForeignKey)
    this.before('*', refuseImpossibleDates)
    this.before('*', refuseNulCharacters)
  }
}
