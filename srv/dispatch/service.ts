import cds from '@sap/cds'
import { guardReading } from '../reading-guards'
import { followOrderSteps, keepAssignments } from './assignments/handlers'
import { showBoard } from './board/handlers'
import { permissionsOf } from './current-user'
import { recommendTechnicians } from './matching/handlers'
import { followOrders, keepOrderAreas } from './orders'
import { makePlans } from './plans/handlers'
import { keepTechnicians } from './technicians/handlers'

export default class DispatchService extends cds.ApplicationService {
  async init() {
    guardReading(this)
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
}
