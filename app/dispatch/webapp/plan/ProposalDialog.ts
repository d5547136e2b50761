import type Dialog from 'sap/m/Dialog'
import MessageToast from 'sap/m/MessageToast'
import Fragment from 'sap/ui/core/Fragment'
import Device from 'sap/ui/Device'
import JSONModel from 'sap/ui/model/json/JSONModel'
import type { Desk } from '../model/desk'
import { call } from '../model/requests'
import type { Plan } from '../model/types'
import { readPlan, readProposal } from './reading'
import { changeRows, figureRows, money, NOTHING, unservedRows } from './rows'

/** How often a plan that is being made is looked at, in milliseconds. */
const EVERY = 1_000

/** A plan from the first second to its end: progress, what it would change, and the decision. */
export default class ProposalDialog {
  private readonly state = new JSONModel({
    title: '', message: '', stateText: '', summary: '', saved: '', progress: 0, isAtWork: true, isReady: false, figures: [], terms: [], changes: [], unserved: [], changesTitle: '', unservedTitle: '',
    phone: Device.system.phone
  })
  private dialog!: Dialog
  private ID!: string
  private timer?: number

  constructor(private readonly desk: Desk) {}

  async open(ID: string): Promise<void> {
    this.ID = ID
    this.state.setSizeLimit(10_000)
    this.dialog = await Fragment.load({ id: 'proposal', name: 'aftersales.dispatch.plan.Proposal', controller: this }) as Dialog
    this.dialog.setModel(this.state, 'plan')
    this.desk.view.addDependent(this.dialog)
    this.dialog.attachAfterClose(() => {
      window.clearTimeout(this.timer)
      this.dialog.destroy()
      void this.desk.refresh()
    })
    this.dialog.open()
    await this.look()
  }

  publish(): Promise<void> { return this.decide('publish', 'published') }
  discard(): Promise<void> { return this.decide('discard', 'discarded') }
  stop(): Promise<void> { return this.decide('cancel', 'stopped') }
  close(): void { this.dialog.close() }

  private async decide(action: string, said: string): Promise<void> {
    this.dialog.setBusy(true)
    try {
      const { number } = await call<Plan>(this.desk.model, action, {}, `/Plans(${this.ID})`)
      MessageToast.show(this.desk.text(said, number))
      this.dialog.close()
    } catch (error) {
      this.state.setProperty('/message', (error as Error).message)
    } finally {
      this.dialog.setBusy(false)
    }
  }

  private async look(): Promise<void> {
    try {
      const plan = await readPlan(this.desk.model, this.ID)
      if (this.dialog.isDestroyed()) return
      await this.show(plan)
      if (plan.state_code === 'Queued' || plan.state_code === 'Running') this.timer = window.setTimeout(() => void this.look(), EVERY)
    } catch (error) {
      this.state.setProperty('/message', (error as Error).message)
    }
  }

  private async show(plan: Plan): Promise<void> {
    const { text, clock, areaName } = this.desk
    const isAtWork = plan.state_code === 'Queued' || plan.state_code === 'Running', isReady = plan.state_code === 'Ready'
    this.state.setData({
      isAtWork, progress: plan.progress ?? 0, title: text('proposalTitle', plan.number, areaName), stateText: text(plan.state_code === 'Queued' ? 'planQueued' : 'planAtWork'),
      message: plan.failure ?? (isAtWork || isReady ? '' : text('planOver', plan.number))
    }, true)
    if (!isReady) return
    const { figures, visits, unserved } = await readProposal(this.desk.model, this.ID)
    const changes = changeRows(visits, clock), without = unservedRows(unserved), rows = figureRows(figures, plan.currency_code)
    this.state.setData({
      isReady, figures: rows.filter(({ before }) => before !== NOTHING), terms: rows.filter(({ before }) => before === NOTHING), changes, unserved: without,
      summary: text('planSummary', plan.orderCount, plan.technicianCount, plan.addedCount, plan.movedCount, plan.reassignedCount, plan.droppedCount),
      saved: text('planSaved', plan.travelBefore ?? NOTHING, plan.travelAfter ?? NOTHING, money(plan.moneyBefore), money(plan.moneyAfter), plan.currency_code ?? ''),
      changesTitle: text('changesTitle', changes.length), unservedTitle: text('unservedTitle', without.length)
    }, true)
  }
}
