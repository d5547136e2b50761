import type Dialog from 'sap/m/Dialog'
import Fragment from 'sap/ui/core/Fragment'
import Device from 'sap/ui/Device'
import JSONModel from 'sap/ui/model/json/JSONModel'
import type { Desk } from '../model/desk'
import { call } from '../model/requests'
import type { OpenOrder, Plan } from '../model/types'

export interface Wish { kind: 'optimise' | 'absent' | 'urgent'; workOrder_ID?: string; number?: string }

interface Asked extends Wish { technician_ID: string; reason: string; from: string; to: string; seconds: number; keepsPromises: boolean }

const SECONDS = 10

/** Asks what is to be planned, and has it planned. */
export default class AskPlanDialog {
  private readonly state = new JSONModel()
  private dialog!: Dialog
  private answer!: (plan: Plan | undefined) => void

  constructor(private readonly desk: Desk, private readonly orders: OpenOrder[]) {}

  /** The plan that is being made, or nothing when somebody thought better of it. */
  async open({ kind, workOrder_ID = '', number }: Wish): Promise<Plan | undefined> {
    const { clock, days: [first, last], crew, text, areaName, view } = this.desk
    const today = clock.wall(Date.now()).day
    const orders = this.orders.map(order => ({ ID: order.ID, name: `${order.number} · ${order.shortText}` }))
    if (number && !orders.some(({ ID }) => ID === workOrder_ID)) orders.push({ ID: workOrder_ID, name: number })
    this.state.setSizeLimit(10_000)
    this.state.setData({
      kind, workOrder_ID, technician_ID: '', reason: '', from: first < today ? today : first, to: last < today ? today : last, seconds: SECONDS, keepsPromises: false, crew, orders, message: '',
      title: text(kind === 'optimise' ? 'optimiseTitle' : 'replanTitle', areaName), phone: Device.system.phone
    })
    this.explain()
    this.dialog = await Fragment.load({ id: 'ask', name: 'aftersales.dispatch.plan.AskPlan', controller: this }) as Dialog
    this.dialog.setModel(this.state, 'ask')
    view.addDependent(this.dialog)
    return new Promise(resolve => {
      this.answer = resolve
      this.dialog.attachAfterClose(() => { this.dialog.destroy(); resolve(undefined) })
      this.dialog.open()
    })
  }

  explain(): void {
    const { kind } = this.state.getData() as Asked
    this.state.setProperty('/explanation', this.desk.text({ optimise: 'optimiseExplained', absent: 'absentExplained', urgent: 'urgentExplained' }[kind]))
  }

  async start(): Promise<void> {
    const { kind, workOrder_ID, technician_ID, reason, from, to, seconds, keepsPromises } = this.state.getData() as Asked
    const what = { area_code: this.desk.area, from, to, seconds }
    this.dialog.setBusy(true)
    try {
      const plan = await (kind === 'optimise'
        ? call<Plan>(this.desk.model, 'optimize', { ...what, keepsPromises })
        : call<Plan>(this.desk.model, 'replan', { ...what, reason, ...(kind === 'absent' ? { technician_ID } : { workOrder_ID }) }))
      this.answer(plan)
      this.dialog.close()
    } catch (error) {
      this.state.setProperty('/message', (error as Error).message)
    } finally {
      if (!this.dialog.isDestroyed()) this.dialog.setBusy(false)
    }
  }

  close(): void {
    this.dialog.close()
  }
}
