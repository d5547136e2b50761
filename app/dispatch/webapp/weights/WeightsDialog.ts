import type Dialog from 'sap/m/Dialog'
import MessageToast from 'sap/m/MessageToast'
import type Event from 'sap/ui/base/Event'
import type Control from 'sap/ui/core/Control'
import Fragment from 'sap/ui/core/Fragment'
import Messaging from 'sap/ui/core/Messaging'
import Device from 'sap/ui/Device'
import JSONModel from 'sap/ui/model/json/JSONModel'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataListBinding from 'sap/ui/model/odata/v4/ODataListBinding'
import Sorter from 'sap/ui/model/Sorter'
import type { Desk } from '../model/desk'
import { call, read } from '../model/requests'
import type { OpenOrder } from '../model/types'
import { ALL, rowsOfScope, type ScopeRow, type Weight } from './closest'

interface Named { code: string; name: string }
interface Row extends ScopeRow { origin: string }
interface Standing { name: string; rankBefore: number; totalBefore: string; rankAfter: number; totalAfter: string }
interface State { area: string; orderType: string; workOrder_ID: string; rows: Row[]; orderTypes?: Named[] }

const MOST = 5000
const LISTED = 10

/** Weighs the factors of recommendations for an area and an order type, and shows at once what that does to an order. */
export default class WeightsDialog {
  private readonly state = new JSONModel({ area: ALL, orderType: ALL, rows: [], orders: [], standings: [], workOrder_ID: '', message: '', phone: Device.system.phone })
  private dialog!: Dialog
  private list!: ODataListBinding
  private contexts: Context[] = []
  private factors: Named[] = []
  private turn = 0

  constructor(private readonly desk: Desk, private readonly orders: OpenOrder[]) {}

  async open(): Promise<void> {
    const { model, text, area, areaName, view } = this.desk
    this.list = model.bindList('/MatchingWeights', undefined, undefined, undefined, { $select: 'area,orderType,factor_code,minutes', $$updateGroupId: '$auto' } as object)
    this.dialog = await Fragment.load({ id: 'weights', name: 'aftersales.dispatch.weights.Weights', controller: this }) as Dialog
    this.dialog.setModel(this.state, 'weights')
    view.addDependent(this.dialog)
    this.dialog.attachAfterClose(() => { this.list.destroy(); this.dialog.destroy() })
    this.dialog.open()
    const [factors, orderTypes, contexts] = await Promise.all([
      read<Named>(model, '/MatchingFactors', { select: 'code,name,position', sorters: [new Sorter('position')] }),
      read<Named>(model, '/OrderTypes', { select: 'code,name', sorters: [new Sorter('code')] }), this.list.requestContexts(0, MOST)
    ])
    this.factors = factors
    this.contexts = contexts
    this.state.setData({
      areas: [{ code: ALL, name: text('allAreas') }, { code: area, name: areaName }], area, orderTypes: [{ code: ALL, name: text('allOrderTypes') }, ...orderTypes],
      orders: this.orders.map(({ ID, number, shortText }) => ({ ID, name: `${number} · ${shortText}` })), workOrder_ID: this.orders[0]?.ID ?? ''
    }, true)
    this.changeScope()
  }

  changeScope(): void {
    const { area, orderType } = this.data()
    this.setRows(rowsOfScope(this.kept(), this.factors, area, orderType))
  }

  /** What is changed here holds here. */
  changeMinutes(event: Event): void {
    const { factor_code } = rowOf(event), { value: minutes } = event.getParameters() as { value: number }
    this.setRows(this.data().rows.map(row => (row.factor_code === factor_code ? { ...row, minutes, isOwn: true } : row)))
  }

  /** Gives a factor its own weight here, that of the wider scope to begin with, or takes it away. */
  toggleOwn(event: Event): void {
    const { factor_code } = rowOf(event)
    this.setRows(this.data().rows.map(row => (row.factor_code !== factor_code ? row
      : { ...row, isOwn: !row.isOwn, minutes: row.isOwn ? row.wider?.minutes ?? 0 : row.minutes })))
  }

  preview(): void {
    const { workOrder_ID, rows } = this.data(), turn = ++this.turn
    if (!workOrder_ID) return
    const weights = rows.map(({ factor_code, minutes }) => ({ factor_code, minutes }))
    call<Standing[]>(this.desk.model, 'previewWeights', { workOrder_ID, weights, limit: LISTED }).then(standings => {
      if (turn === this.turn) this.state.setData({ message: '', standings: standings.map(each => this.standingRow(each)) }, true)
    }, error => this.state.setProperty('/message', (error as Error).message))
  }

  async save(): Promise<void> {
    const { area, orderType, rows } = this.data()
    const own = new Map(this.rowContexts().map(context => [context.getObject() as Weight, context] as const)
      .filter(([row]) => row.area === area && row.orderType === orderType).map(([row, context]) => [row.factor_code, context]))
    this.dialog.setBusy(true)
    try {
      await Promise.all(rows.map(({ factor_code, minutes, isOwn }): Promise<unknown> | undefined => {
        const context = own.get(factor_code)
        if (!isOwn) return context?.delete('$auto')
        if (!context) return this.list.create({ area, orderType, factor_code, minutes }, true).created()
        return (context.getObject() as Weight).minutes === minutes ? undefined : context.setProperty('minutes', minutes)
      }))
      MessageToast.show(this.desk.text('weightsSaved'))
      this.dialog.close()
    } catch (error) {
      this.state.setProperty('/message', (error as Error).message)
    } finally {
      Messaging.removeAllMessages()
      this.dialog.setBusy(false)
    }
  }

  close(): void {
    this.list.resetChanges().catch(() => {}) // what was refused is given up
    this.dialog.close()
  }

  private standingRow({ name, rankBefore, totalBefore, rankAfter, totalAfter }: Standing): object {
    const shown = (rank: number, total: string) => this.desk.text('standing', rank, Math.round(Number(total)))
    return { name, before: shown(rankBefore, totalBefore), after: shown(rankAfter, totalAfter), state: rankAfter < rankBefore ? 'Success' : rankAfter > rankBefore ? 'Error' : 'None' }
  }

  private setRows(rows: ScopeRow[]): void {
    this.state.setProperty('/rows', rows.map((row): Row => ({ ...row, origin: this.originOf(row) })))
    this.preview()
  }

  private originOf({ isOwn, wider }: ScopeRow): string {
    const { text, areaName } = this.desk
    if (isOwn) return text('ownWeight')
    if (!wider) return text('noWeight')
    const type = (this.data().orderTypes ?? []).find(({ code }) => code === wider.orderType)?.name ?? wider.orderType
    return text('widerWeight', [...(wider.area === ALL ? [] : [areaName]), ...(wider.orderType === ALL ? [] : [type])].join(', ') || text('allAreas'))
  }

  private rowContexts(): Context[] { return this.contexts.filter(context => !context.isDeleted()) }
  private kept(): Weight[] { return this.rowContexts().map(context => context.getObject() as Weight) }
  private data(): State { return this.state.getData() as State }
}

const rowOf = (event: Event) => (event.getSource() as Control).getBindingContext('weights')!.getObject() as Row
