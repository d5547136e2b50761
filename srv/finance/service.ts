import cds from '@sap/cds'
import { answerBusy } from '../contention'
import { guardReading } from '../reading-guards'
import { implementAccruals } from './accruals/handlers'
import { implementBilling } from './billing/handlers'
import { implementCosts } from './costs/handlers'
import { tellPermissions } from './current-user'
import { implementPostings } from './postings/handlers'
import { implementPulling } from './pulling/handlers'
import { implementRules } from './rules/handlers'

export default class FinanceService extends cds.ApplicationService {
  async init() {
    guardReading(this)
    implementPulling(this)
    answerBusy(this)
    tellPermissions(this)
    implementCosts(this)
    implementRules(this)
    implementAccruals(this)
    implementPostings(this)
    implementBilling(this)
    await super.init()
  }
}

// The action `post` is named as a method that CAP has for calls in the style of REST. Both stay what they are; so marked, the start does not warn of it.
const { post } = cds.ApplicationService.prototype as unknown as { post(...args: unknown[]): unknown }
Object.defineProperty(FinanceService.prototype, 'post', { value: Object.assign(function (this: unknown, ...args: unknown[]) { return post.apply(this, args) }, { _is_stub: true }) })
