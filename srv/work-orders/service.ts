import cds from '@sap/cds'
import { entities } from '../entities'
import { fail } from '../errors'
import { guardExpands } from '../expand-access'
import type { Happened } from '../extending/events'
import { refuseForbiddenCharacters, refuseImpossibleDates, refuseNegativePaging } from '../input-guards'
import { findByForeignKey } from '../navigation'
import { nameSubject } from '../new-attachments'
import { type Capability, ifPresent } from '../present'
import { keepReadonlyFields } from '../readonly-fields'
import { idOf } from '../request-key'
import { flowOf, leaveStatusToUpdate } from '../status-flow'
import { guardWriting } from '../write-access'
import { protectPersonalData } from '../personal-data/masking'
import { announceDeletion, type CostItem, type CostsChanging, fillCostItem, refreshCostTotal, refuseCostsOfFinishedOrder } from './cost-items'
import { bookCosts, changeCost } from './cost-booking'
import { type AccessRules, permissionsOf } from './current-user'
import { importHistory } from './history-import'
import {
  completeOrder, type OrderDraft, orderOfRequest, probableDuplicates, refuseKnownRequest, type ServiceRequest, type Taken
} from './intake'
import { takeSteps, type OwnStep } from './many-steps'
import { changesOf, prepareChanges, textOf } from './order-changes'
import { STEPS, UNASSIGNED } from './steps'
import { beingEdited, holdStill, recordCreation, recordEvent, type Step, takeStep } from './transitions'

type ActionRequest = cds.Request & { data: Record<string, any> }

export type { Changed, Happened } from '../extending/events'
export interface VisitPlanned { ID: string; technician_ID: string; plannedStart: string | null; text: string }
export interface Promised { promisedAt?: string; promisePausedAt: string | null }

export default class WorkOrderService extends cds.ApplicationService {
  async init() {
    await super.init()
    leaveStatusToUpdate(this)
    this.prepend(() => {
      this.guardReading()
      this.on('READ', 'CurrentUser', req => permissionsOf(req.user, this.accessRules()))
      this.before('*', guardWriting)
      this.before('*', refuseImpossibleDates)
      this.before('*', refuseForbiddenCharacters)
      this.createOrders()
      this.changeOrders()
      this.takeSteps()
      this.keepCosts()
    })
    this.on('intake', req => this.takeRequest(req as ActionRequest))
    this.on('importHistory', req => this.takeOverHistory(req as ActionRequest))
  }

  /** Personal data is shown as dots to roles without need, and can't be found out by filters. */
  private guardReading() {
    protectPersonalData(this)
    this.before('READ', '*', guardExpands)
    this.before('READ', '*', refuseNegativePaging)
    this.before('READ', '*', findByForeignKey)
  }

  /** A system's POST and a person's new draft get the same derived values as an intake. */
  private createOrders() {
    const { WorkOrders } = this.entities
    this.before('CREATE', WorkOrders, async req => {
      nameSubject(req)
      const { promisedAt } = req.data
      await completeOrder(req.data as OrderDraft)
      await refuseKnownRequest(req.data as OrderDraft)
      given.set(req, promisedAt)
    })
    this.after('CREATE', WorkOrders, (_, req) => this.noteCreation(req.data.ID, given.get(req)))
  }

  private changeOrders() {
    const { WorkOrders } = this.entities
    this.before('UPDATE', WorkOrders, async req => {
      keepReadonlyFields(req)
      await prepareChanges(req)
    })
    this.after('UPDATE', WorkOrders, async (_, req) => {
      const changes = changesOf(req)
      if (!changes?.fields.length) return
      const { ID } = req.data
      await this.emit('WorkOrder.Changed', { ID, fields: changes.fields })
      await recordEvent(ID, { event: 'Changed', text: await textOf(changes, ID) })
    })
  }

  /** One handler for each action; flows.cds says from where to where. */
  private takeSteps() {
    const { WorkOrders } = this.entities
    for (const [action, prepare] of Object.entries(STEPS)) {
      this.on(action, WorkOrders, async request => {
        const req = request as ActionRequest
        const ID = orderOf(req)
        await this.advance(ID, { action, ...(await prepare(req.data, ID)) })
        return this.order(ID)
      })
    }
    this.on('addNote', WorkOrders, req => this.writeNote(req as ActionRequest))
  }

  private async advance(ID: string, step: Step) {
    const flow = flowOf(this.entities.WorkOrders as never, step.action)
    await takeStep(ID, flow, step)
    await this.announce(flow.to, { ID, event: step.event, reason: step.reason })
  }

  /** The same for many orders, all of them or none. */
  private async advanceAll(action: string, event: string, steps: OwnStep[]) {
    if (!steps.length) return
    const flow = flowOf(this.entities.WorkOrders as never, action)
    await takeSteps(steps, flow, { action, event })
    const happened = steps.map(({ ID }): Happened => ({ ID, event }))
    await this.emit(`WorkOrders.${flow.to}`, { happened })
    for (const each of happened) await this.announce(flow.to, { ...each, isOneOfMany: true })
  }

  private keepCosts() {
    const { WorkOrders, CostItems } = this.entities
    const drafts = (CostItems as { drafts?: unknown }).drafts as typeof CostItems
    const announce = (changing: CostsChanging) => this.emit('WorkOrder.CostsChanging', changing)
    const fill = (req: cds.Request) => fillCostItem(req, announce)
    this.before(['CREATE', 'UPDATE'], drafts, fill)
    this.before('CANCEL', drafts, req => announceDeletion(req, announce))
    this.before(['CREATE', 'UPDATE', 'DELETE'], CostItems, refuseCostsOfFinishedOrder)
    this.before(['CREATE', 'UPDATE'], CostItems, fill)
    this.before('DELETE', CostItems, req => announceDeletion(req, announce))
    this.before(['CREATE', 'UPDATE'], WorkOrders, fill)
    this.after(['CREATE', 'UPDATE', 'DELETE'], CostItems, (_, req) => this.followCosts(req))
    this.after(['CREATE', 'UPDATE'], WorkOrders, (_, req) => this.followCosts(req))
  }

  private async followCosts(req: cds.Request) {
    const ID = await refreshCostTotal(req)
    if (ID) await this.tellCostsChanged([ID])
  }

  private tellCostsChanged(IDs: string[]) {
    return this.emit('WorkOrder.CostsChanged', { IDs })
  }

  private async writeNote(req: ActionRequest) {
    const ID = orderOf(req)
    const { WorkOrders, Notes } = entities()
    if (!(await SELECT.one.from(WorkOrders).columns('ID').where({ ID }))) fail(404, 'WORK_ORDER_UNKNOWN')
    await INSERT.into(Notes).entries({ ID: cds.utils.uuid(), workOrder_ID: ID, text: req.data.text.trim() })
    await recordEvent(ID, { event: 'NoteAdded' })
    return this.order(ID)
  }

  /** The one door for every channel. */
  private async takeRequest(req: ActionRequest) {
    const taken = await orderOfRequest(req.data as ServiceRequest)
    if (taken.created) await this.noteCreation(taken.order.ID)
    return this.intakeResult(req, taken)
  }

  private async intakeResult(req: cds.Request, { order, created, repeats }: Taken) {
    const duplicates = await probableDuplicates(order)
    if (created && duplicates.length) req.notify({ code: 'PROBABLE_DUPLICATES', message: 'PROBABLE_DUPLICATES', args: [numbers(duplicates)] } as never)
    if (created && repeats.length) req.notify({ code: 'REPEAT_FAILURE', message: 'REPEAT_FAILURE', args: [numbers(repeats)] } as never)
    const fields = Object.keys((this.types.IntakeResult as unknown as { elements: object }).elements)
    const result = Object.fromEntries(fields.map(field => [field, order[field] ?? null]))
    return { ...result, created, probableDuplicates: duplicates, repeatFailures: repeats }
  }

  private takeOverHistory({ data }: ActionRequest) {
    return importHistory(data.csv, data.mapping, IDs => this.tellCostsChanged(IDs))
  }

  private accessRules(): AccessRules {
    const { WorkOrders, CostItems } = this.entities
    const { intake, importHistory } = this.actions as Record<string, unknown>
    const shownBy = (capability: Capability) => (ifPresent(capability)?.entities ?? {}) as Record<string, unknown>
    const { Clocks, Notices } = shownBy('service-levels'), { QualityNotifications } = shownBy('quality')
    const { RepairCosts } = shownBy('finance'), { Reservations } = shownBy('spare-parts')
    return { WorkOrders, CostItems, intake, importHistory, Clocks, Notices, QualityNotifications, RepairCosts, Reservations } as AccessRules
  }

  private async noteCreation(ID: string, promisedAt?: string | null) {
    await recordCreation(ID)
    await this.announce('New', { ID, event: 'Created', promisedAt })
  }

  /** Other capabilities react to these: `WorkOrder.Released`, `WorkOrder.Completed` and so on. */
  private announce(status: string, happened: Happened) {
    return this.emit(`WorkOrder.${status}`, happened)
  }

  /** For the capability that keeps the deadlines; never reached from outside. */
  async setPromise(ID: string, promise: Promised) {
    const { WorkOrders } = entities()
    await UPDATE(WorkOrders, { ID } as never).with(promise)
  }

  /** For the capability that tells customers; never reached from outside. */
  recordNotice(ID: string, event: 'Notified' | 'NoticeFailed', text: string) {
    return recordEvent(ID, { event, text }, null)
  }

  /** For the capability that knows the service areas; never reached from outside. */
  async setServiceArea(ID: string, serviceArea_code: string | null) {
    const { WorkOrders } = entities()
    await UPDATE(WorkOrders, { ID } as never).with({ serviceArea_code })
  }

  /** For the capability that plans visits; never reached from outside. The same step as the action, with the planner's words in the history. */
  async planVisit(ID: string, technician_ID: string, plannedStart: string | null, text: string) {
    await this.advance(ID, { action: 'assign', event: 'Assigned', changes: { technician_ID, plannedStart }, text })
  }

  /** Likewise. */
  async withdrawVisit(ID: string, text: string) {
    await this.advance(ID, { action: 'unassign', ...UNASSIGNED, text })
  }

  /** Likewise, of many orders at once. */
  async planVisits(visits: VisitPlanned[]) {
    await this.advanceAll('assign', 'Assigned', visits.map(({ ID, technician_ID, plannedStart, text }) => ({ ID, changes: { technician_ID, plannedStart }, text })))
  }

  /** Likewise. */
  async withdrawVisits(IDs: string[], text: string) {
    const { event, changes } = UNASSIGNED
    await this.advanceAll('unassign', event, IDs.map(ID => ({ ID, changes, text })))
  }

  /** Likewise: what happened to a visit without moving the order. */
  async noteVisit(ID: string, event: string, text: string) {
    await recordEvent(ID, { event, text })
  }

  /** For the capability that looks after spare parts; never reached from outside. */
  async noteParts(ID: string, event: string, text: string, isAutomatic = false) {
    await recordEvent(ID, { event, text }, isAutomatic ? null : undefined)
  }

  /** For the capability that keeps the costs; never reached from outside: new cost items, whatever the order's status. */
  async bookCosts(items: CostItem[]) {
    await bookCosts(items)
    await this.tellCostsChanged([...new Set(items.map(({ workOrder_ID }) => workOrder_ID!))])
  }

  /** Likewise. */
  async changeCost(ID: string, fields: Partial<CostItem>) {
    const workOrder_ID = await changeCost(ID, fields)
    await this.tellCostsChanged([workOrder_ID])
  }

  /** For the capability that looks after quality; never reached from outside. */
  async noteQuality(ID: string, event: string, text: string, isAutomatic = false) {
    await recordEvent(ID, { event, text }, isAutomatic ? null : undefined)
  }

  /** Keeps others from changing the order until the transaction ends. 404 when there is none, 423 while somebody edits it. */
  holdStill(ID: string) {
    return holdStill(ID)
  }

  /** Which of these orders somebody has a draft of. */
  beingEdited(IDs: string[]) {
    return beingEdited(IDs)
  }

  private order(ID: string) {
    const { WorkOrders } = this.entities
    return SELECT.one.from(WorkOrders, { ID } as never)
  }
}

/** Promises that callers gave, before the derived ones are filled in. */
const given = new WeakMap<object, string | null | undefined>()

const numbers = (orders: { number: string }[]) => orders.map(order => order.number).join(', ')

/** The order that a bound action is called on, as the request's path names it. */
const orderOf = (req: cds.Request) => idOf(req.params.at(-1))!
