import cds from '@sap/cds'
import { entities } from '../entities'
import { fail } from '../errors'
import { followSteps, idsOf } from '../order-steps'
import { ifPresent, present } from '../present'
import { guardReading } from '../reading-guards'
import { idOf } from '../request-key'
import type WorkOrderService from '../work-orders/service'
import type { Changed, Happened } from '../work-orders/service'
import { keepCalendars } from './calendar-handlers'
import { calendars } from '../working-time/calendars'
import { catchUpAtStart } from './catch-up-round'
import { permissionsOf } from './current-user'
import { useInstants } from './due-within'
import { entriesBy, readingOf } from './entries'
import { changeTargets, moveClocks, startClocks, stopRestoration, type OrderPromise } from './keeping'
import { clocksOf, read } from './ledger'
import { tellOfBreaches } from './figures'
import { keepForecasts } from './forecast/handlers'
import { keepMilestones } from './milestones/handlers'
import { keepTemplateTexts } from './milestones/template-texts'
import { keepResending } from './notices/resending'
import { keepTemplates } from './notices/templates'
import { keepRota } from './on-call/handlers'
import { setPromises } from './promises'
import { CLOCK_KINDS } from './order-clocks'
import { drawClocks } from './drawing'
import { factsOf } from './order-facts'
import { keepWarnings } from './warnings/handlers'
import { dueDate, hasWorkingTime, simulate, type DueDateInput, type SimulationInput } from './simulation'

const STEPS = ['Released', 'Assigned', 'InProgress', 'OnHold', 'Completed', 'Accepted', 'Cancelled']

type Target = { clock_code?: string; minutes?: number; calendar_code?: string | null }

export default class ServiceLevelService extends cds.ApplicationService {
  async init() {
    this.guardReading()
    this.guardDeletion()
    keepCalendars(this)
    this.checkAgreements()
    keepMilestones(this)
    keepForecasts(this)
    this.on('simulate', req => simulate(req.data as SimulationInput))
    this.on('dueDate', req => dueDate(req.data as DueDateInput))
    this.on('clocksAt', req => this.readClocks(req))
    this.on('timeLines', req => this.drawClocks(req))
    this.on('recordRestoration', req => this.restore(req))
    this.on('redetermine', req => this.applyAgreements(req))
    this.on('READ', 'CurrentUser', req => permissionsOf(req.user, this.entities as never, this.actions as never, this.roles()))
    keepWarnings(this)
    catchUpAtStart()
    tellOfBreaches()
    keepResending(this)
    keepTemplates(this)
    keepRota(this)
    keepTemplateTexts(this)
    cds.once('served', () => this.followOrders())
    await super.init()
  }

  private guardReading() {
    this.before('READ', this.entities.ClockBoard, useInstants)
    guardReading(this)
  }

  private guardDeletion() {
    this.before('DELETE', this.entities.Calendars, req => refuseIfUsed('CALENDAR_IN_USE', ['Agreements', 'AgreementTargets', 'ClockEvents'], { calendar_code: codeOf(req) }))
    this.before('DELETE', this.entities.Agreements, req => refuseIfUsed('AGREEMENT_IN_USE', ['Clocks', 'ClockEvents'], { agreement_ID: idOf(req.params.at(-1)) }))
  }

  /** A target that its calendar can never reach would leave orders without a due date. */
  private checkAgreements() {
    this.before(['CREATE', 'UPDATE'], this.entities.Agreements, async req => {
      const { ID, targets, calendar_code } = req.data as { ID: string; targets?: Target[]; calendar_code?: string }
      if (!targets) return
      const { Agreements } = entities()
      const own = calendar_code ?? (await SELECT.one.from(Agreements, { ID } as never).columns('calendar_code'))?.calendar_code
      const all = await calendars()
      for (const [i, { minutes, calendar_code: other }] of targets.entries()) {
        const calendar = other ?? own
        if (!calendar || !all.has(calendar) || !(minutes! > 0)) continue
        if (!hasWorkingTime(all, calendar, minutes!)) fail(422, 'CALENDAR_TOO_SHORT', { target: `targets[${i}].minutes` })
      }
    })
  }

  /** No user has to think of the clocks: what happens to an order moves them, in the same transaction. */
  private followOrders() {
    const orders = ifPresent<WorkOrderService>('work-orders')
    if (!orders) return
    const keep = async (ID: string, promise?: OrderPromise) => { if (promise) await orders.setPromise(ID, promise) }
    orders.on('WorkOrder.New', async ({ data: { ID, promisedAt } }: { data: Happened }) => keep(ID, await startClocks(ID, promisedAt)))
    orders.on('WorkOrder.Changed', async ({ data }: { data: Changed }) => keep(data.ID, await this.followChange(data)))
    followSteps(orders, STEPS, async happened => {
      const [{ event, reason }] = happened
      if (event === 'Released') for (const ID of idsOf(happened)) await keep(ID, await changeTargets(ID, 'agreement'))
      else await setPromises(orders, await moveClocks(idsOf(happened), { event, reason }))
    })
  }

  private async followChange({ ID, fields }: Changed): Promise<OrderPromise | undefined> {
    const isPromise = fields.includes('promisedAt')
    if (fields.includes('priority_code')) return changeTargets(ID, 'priority', isPromise ? { promisedAt: await this.promisedBy(ID) } : {})
    if (isPromise) return changeTargets(ID, 'promise', { promisedAt: await this.promisedBy(ID) })
    if (fields.includes('executionMode_code')) return changeTargets(ID, 'executionMode')
  }

  private async promisedBy(ID: string): Promise<string | null> {
    const { WorkOrders } = entities()
    return (await SELECT.one.from(WorkOrders, { ID } as never).columns('promisedAt'))?.promisedAt ?? null
  }

  private async readClocks(req: cds.Request) {
    const { workOrder_ID, at, knownAt } = req.data as { workOrder_ID: string; at?: string; knownAt?: string }
    await this.requireVisible(workOrder_ID)
    return this.readings(workOrder_ID, at, knownAt)
  }

  private async drawClocks(req: cds.Request) {
    const { workOrder_ID } = req.data as { workOrder_ID: string }
    await this.requireVisible(workOrder_ID)
    return drawClocks(workOrder_ID)
  }

  private async restore(req: cds.Request) {
    const { workOrder_ID, at, text } = req.data as { workOrder_ID: string; at?: string; text?: string }
    await this.requireVisible(workOrder_ID)
    await this.orders().holdStill(workOrder_ID)
    await stopRestoration(workOrder_ID, at ?? cds.context!.timestamp.toISOString(), text)
    return this.readings(workOrder_ID)
  }

  private async applyAgreements(req: cds.Request) {
    const { workOrder_ID, text } = req.data as { workOrder_ID: string; text?: string }
    await this.orders().holdStill(workOrder_ID)
    await refuseFinished(workOrder_ID)
    const promise = await changeTargets(workOrder_ID, 'agreement', { text })
    if (promise) await this.orders().setPromise(workOrder_ID, promise)
    return this.readings(workOrder_ID)
  }

  private async readings(workOrder_ID: string, at?: string, knownAt?: string) {
    const [clocks, all] = [await clocksOf(workOrder_ID), await calendars()]
    const instant = at ? Date.parse(at) : cds.context!.timestamp.getTime()
    const known = knownAt ? Date.parse(knownAt) : at ? instant : Infinity
    return clocks
      .sort((a, b) => CLOCK_KINDS.indexOf(a.kind_code) - CLOCK_KINDS.indexOf(b.kind_code))
      .map(clock => readingOf(clock.kind_code, entriesBy(clock.entries, instant, known), read(clock, all, instant, known)))
  }

  /** 404 for orders that the user may not read, as for those that don't exist. */
  private async requireVisible(ID: string) {
    const { WorkOrders } = this.entities
    if (!(await this.run(SELECT.one.from(WorkOrders).columns('ID').where({ ID })))) fail(404, 'WORK_ORDER_UNKNOWN')
  }

  private roles(): string[] {
    const { definition } = this as unknown as { definition: { '@requires'?: string | string[] } }
    return [definition['@requires'] ?? []].flat()
  }

  private orders(): WorkOrderService {
    return present<WorkOrderService>('work-orders')
  }
}

/** 409 for an order that is closed or cancelled: nothing is due any more. */
async function refuseFinished(ID: string): Promise<void> {
  const { number, status_code } = await factsOf(ID)
  if (['Closed', 'Cancelled'].includes(status_code)) fail(409, 'WORK_ORDER_FINISHED', { args: [number] })
}

const codeOf = (req: cds.Request) => (typeof req.params.at(-1) === 'string' ? req.params.at(-1) : (req.params.at(-1) as { code: string }).code)

/** The ledger of a clock can be read only as long as what it names is there. */
async function refuseIfUsed(code: string, names: string[], where: object): Promise<void> {
  for (const entity of names)
    if (await SELECT.one.from(entities()[entity]).columns('ID').where(where)) fail(409, code)
}
