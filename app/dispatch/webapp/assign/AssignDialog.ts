import type Dialog from 'sap/m/Dialog'
import MessageToast from 'sap/m/MessageToast'
import type Event from 'sap/ui/base/Event'
import type Control from 'sap/ui/core/Control'
import Fragment from 'sap/ui/core/Fragment'
import Device from 'sap/ui/Device'
import JSONModel from 'sap/ui/model/json/JSONModel'
import { PUSHABLE } from '../board/verdicts'
import type { Desk } from '../model/desk'
import { call } from '../model/requests'
import type { Carried, Recommendation } from '../model/types'
import { rankedRows, type RankedRow } from './ranking'

/** What somebody has chosen already, and what the service had to say about it. */
export interface Chosen { technician_ID: string; at: number; message: string }

const LISTED = 100

/** Gives an order to somebody, or moves its visit: who is recommended and why, who may not come and why not. */
export default class AssignDialog {
  private readonly state = new JSONModel({
    title: '', facts: '', message: '', day: '', time: '', reason: '', second: '', technician_ID: '', ranked: [], rejected: [], seconds: [], crewSize: 1,
    rankedTitle: '', rejectedTitle: '', needsReason: false, mayPush: false, phone: Device.system.phone
  })
  private dialog!: Dialog
  private carried!: Carried

  /** @param pushOthers what brings the order in at the cost of others */
  constructor(private readonly desk: Desk, private readonly pushOthers?: () => void) {}

  async open(carried: Carried, chosen?: Chosen): Promise<void> {
    this.carried = carried
    this.state.setProperty('/title', this.desk.text(carried.visit ? 'moveTitle' : 'assignTitle', carried.number))
    if (chosen) {
      const { day, time } = this.desk.clock.wall(chosen.at)
      this.state.setData({ day, time, message: chosen.message, technician_ID: chosen.technician_ID }, true)
    }
    this.dialog = await Fragment.load({ id: 'assign', name: 'aftersales.dispatch.assign.Assign', controller: this }) as Dialog
    this.dialog.setModel(this.state, 'assign')
    this.desk.view.addDependent(this.dialog)
    this.dialog.attachAfterClose(() => this.dialog.destroy())
    this.dialog.open()
    await this.recommend()
  }

  changeStart(): void {
    const { day, time } = this.state.getData() as { day: string; time: string }
    if (!day === !time) void this.recommend()
  }

  choose(event: Event): void {
    const { listItem } = event.getParameters() as { listItem: Control }
    this.take((listItem.getBindingContext('assign')!.getObject() as RankedRow).technician_ID)
  }

  toggleFactors(event: Event): void {
    const context = (event.getSource() as Control).getBindingContext('assign')!
    this.state.setProperty(`${context.getPath()}/open`, !(context.getObject() as RankedRow).open)
  }

  async assign(): Promise<void> {
    const { technician_ID, second, reason } = this.state.getData() as Record<string, string>
    this.dialog.setBusy(true)
    try {
      await call(this.desk.model, this.carried.visit ? 'reassign' : 'assign',
        { technician_ID, plannedStart: this.start(), second_ID: second, overruleReason: reason }, `/WorkOrders(${this.carried.workOrder_ID})`)
      MessageToast.show(this.desk.text('assigned', this.carried.number))
      this.dialog.close()
      await this.desk.refresh()
    } catch (error) {
      this.state.setProperty('/message', (error as Error).message)
    } finally {
      this.dialog.setBusy(false)
    }
  }

  push(): void {
    this.dialog.close()
    this.pushOthers?.()
  }

  close(): void {
    this.dialog.close()
  }

  private async recommend(): Promise<void> {
    const order = `/WorkOrders(${this.carried.workOrder_ID})`, { model, text, clock } = this.desk
    this.dialog.setBusy(true)
    try {
      const answer = await call<Recommendation>(model, 'recommend', { at: this.start(), limit: LISTED }, order)
      const { technician_ID } = this.state.getData() as { technician_ID: string }
      const isStillIn = answer.ranked.some(each => each.technician_ID === technician_ID)
      this.state.setData({
        ranked: rankedRows(answer.ranked, clock, text), rejected: answer.rejected, crewSize: answer.crewSize,
        facts: text('workFacts', answer.minutes, answer.crewSize, clock.timeZone),
        rankedTitle: text('rankedTitle', answer.eligible), rejectedTitle: text('rejectedTitle', answer.ineligible),
        mayPush: !!this.pushOthers && answer.rejected.some(({ rule_code }) => PUSHABLE.includes(rule_code))
      }, true)
      this.take(isStillIn ? technician_ID : answer.ranked[0]?.technician_ID ?? '')
      if (answer.crewSize > 1) await this.findSecond(order)
    } catch (error) {
      this.state.setProperty('/message', (error as Error).message)
    } finally {
      this.dialog.setBusy(false)
    }
  }

  private async findSecond(order: string): Promise<void> {
    const { ranked } = await call<Recommendation>(this.desk.model, 'recommend', { at: this.start(), limit: LISTED, forSecond: true }, order)
    this.state.setProperty('/seconds', ranked)
  }

  /** Somebody else than the first is chosen for a reason. */
  private take(technician_ID: string): void {
    const ranked = (this.state.getProperty('/ranked') as RankedRow[]).map(row => ({ ...row, selected: row.technician_ID === technician_ID }))
    this.state.setData({ ranked, technician_ID, needsReason: ranked.length > 0 && ranked[0].technician_ID !== technician_ID }, true)
  }

  /** Without one the visit gets the person's cheapest place. */
  private start(): string | undefined {
    const { day, time } = this.state.getData() as { day: string; time: string }
    return day && time ? new Date(this.desk.clock.instant(day, time)).toISOString() : undefined
  }
}
