import cds from '@sap/cds'
import { answerBusy } from '../contention'
import { guardReading } from '../reading-guards'
import { leaveStatusToUpdate } from '../status-flow'
import { implementAudit } from './audit/handlers'
import { nameAuditEvents } from './audit/naming'
import { implementCapa } from './capa/handlers'
import { tellPermissions } from './current-user'
import { implementHost } from './host/handlers'
import { implementNotifications } from './notifications/handlers'
import { implementRegulatory } from './regulatory/handlers'
import { implementReports } from './reports/handlers'
import { implementSignatures } from './signatures/handlers'
import { implementTrace } from './trace/handlers'
import { implementTrends } from './trends/handlers'

export default class QualityService extends cds.ApplicationService {
  async init() {
    guardReading(this)
    answerBusy(this)
    tellPermissions(this)
    implementNotifications(this)
    implementCapa(this)
    implementRegulatory(this)
    implementHost(this)
    implementReports(this)
    implementTrends(this)
    implementTrace(this)
    implementSignatures(this)
    nameAuditEvents(this)
    implementAudit()
    await super.init()
    leaveStatusToUpdate(this)
  }
}
