import MessageToast from 'sap/m/MessageToast'
import AssignDialog from '../assign/AssignDialog'
import type DayBoard from '../board/DayBoard'
import { verdictsOf } from '../board/verdicts'
import type { Desk } from '../model/desk'
import { call } from '../model/requests'
import type { Carried, OpenOrder, Recommendation } from '../model/types'
import AskPlanDialog, { type Wish } from '../plan/AskPlanDialog'
import ProposalDialog from '../plan/ProposalDialog'

/** Everybody of an area is looked at while something is carried. */
const EVERYBODY = 1000

/** Orders and visits on their way to somebody: lifted, dropped, given, or asked about. */
export class Giving {
  constructor(private readonly desk: () => Desk, private readonly board: () => DayBoard, private readonly orders: () => OpenOrder[]) {}

  /** Asks once who takes it; the rows say so while it is carried. */
  async lift(carried: Carried): Promise<void> {
    const board = this.board(), { model, clock, days: [firstDay], text } = this.desk()
    board.carried = carried
    const midnight = clock.instant(firstDay, '00:00'), start = midnight > Date.now() ? new Date(midnight).toISOString() : undefined
    const answer = await call<Recommendation>(model, 'recommend', { start, limit: EVERYBODY }, `/WorkOrders(${carried.workOrder_ID})`).catch(() => undefined)
    if (answer && board.carried === carried) board.setProperty('verdicts', verdictsOf(answer, clock, text))
  }

  putDown(): void {
    this.board().carried = undefined
    this.board().setProperty('verdicts', {})
  }

  async drop(technician_ID: string, at: number): Promise<void> {
    const { carried } = this.board(), verdict = this.board().verdictOn(technician_ID)
    this.putDown()
    if (!carried) return
    if (verdict?.takes === 'pushes' && !carried.visit) return this.plan({ kind: 'urgent', ...carried })
    await this.give(carried, technician_ID, at)
  }

  ask(carried: Carried): Promise<void> {
    return this.dialog(carried).open(carried)
  }

  /** Has a plan made, and shows it. */
  async plan(wish: Wish): Promise<void> {
    const plan = await new AskPlanDialog(this.desk(), this.orders()).open(wish)
    if (plan) await new ProposalDialog(this.desk()).open(plan.ID)
  }

  /** Gives it when nothing speaks against it, else asks. */
  private async give(carried: Carried, technician_ID: string, at: number): Promise<void> {
    const { model, text, clock, crew, refresh } = this.desk()
    try {
      await call(model, carried.visit ? 'reassign' : 'assign', { technician_ID, plannedStart: new Date(at).toISOString() }, `/WorkOrders(${carried.workOrder_ID})`)
      MessageToast.show(text('given', carried.number, crew.find(each => each.technician_ID === technician_ID)?.name ?? '', clock.dayAndTimeOf(at)))
      await refresh()
    } catch (error) {
      await this.dialog(carried).open(carried, { technician_ID, at, message: (error as Error).message })
    }
  }

  /** An order that has no visit yet may come in at the cost of others. */
  private dialog({ workOrder_ID, number, visit }: Carried): AssignDialog {
    return new AssignDialog(this.desk(), visit ? undefined : () => void this.plan({ kind: 'urgent', workOrder_ID, number }))
  }
}
