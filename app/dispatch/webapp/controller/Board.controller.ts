import Localization from 'sap/base/i18n/Localization'
import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import type Event from 'sap/ui/base/Event'
import type Control from 'sap/ui/core/Control'
import Controller from 'sap/ui/core/mvc/Controller'
import UIComponent from 'sap/ui/core/UIComponent'
import Device from 'sap/ui/Device'
import JSONModel from 'sap/ui/model/json/JSONModel'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type ResourceModel from 'sap/ui/model/resource/ResourceModel'
import VisitDialog from '../assign/VisitDialog'
import type DayBoard from '../board/DayBoard'
import { NOTHING_PROPOSED, proposedBy, type Proposed } from '../board/ghosts'
import type PlaceMap from '../map/PlaceMap'
import { Clock, dayAfter } from '../model/clock'
import type { Desk } from '../model/desk'
import type { Board as BoardData, Carried, OpenOrder, Plan, Visit } from '../model/types'
import ProposalDialog from '../plan/ProposalDialog'
import { readChanges } from '../plan/reading'
import WeightsDialog from '../weights/WeightsDialog'
import { follow } from './follow'
import { Giving } from './Giving'
import { openWorkOrder } from './navigation'
import { readAreas, readBoard, readLoads, readOpenPlan, readOrders, readStamp, type Area } from './reading'
import { loadTable, paint, visitList } from './showing'

const REMEMBERED = 'aftersales.dispatch.area'

/**
 * The dispatch board: who goes where, and who is to be sent.
 * @namespace aftersales.dispatch.controller
 */
export default class Board extends Controller {
  private readonly ui = new JSONModel({
    areas: [], area: '', day: '', span: 'day', part: 'orders', tab: 'map', orders: [], visitList: [], selected: '', notice: '', planNote: '', isProposed: false, showsProposal: true, ordersTitle: '', zone: '',
    phone: Device.system.phone
  })
  private areas: Area[] = []
  private orders: OpenOrder[] = []
  private shown?: BoardData
  private openPlanOf?: Plan
  private proposed: Proposed = NOTHING_PROPOSED
  private clock = new Clock('UTC', 'en')
  private readonly giving = new Giving(() => this.desk(), () => this.dayBoard(), () => this.orders)
  private turn = 0
  private end?: () => void

  onInit(): void {
    this.ui.setSizeLimit(10_000)
    this.getView()!.setModel(this.ui, 'ui')
    this.router().getRoute('board')!.attachPatternMatched(event => void this.arrive((event.getParameter('arguments') as { '?query'?: Record<string, string> })['?query'] ?? {}))
  }

  onExit(): void {
    this.end?.()
  }

  // ---- where to look

  changeArea(): void { window.localStorage.setItem(REMEMBERED, this.value('area')); this.go() }
  changeDay(): void { this.go() }
  changeSpan(): void { this.go() }
  goEarlier(): void { this.goTo(dayAfter(this.value('day'), -this.days())) }
  goLater(): void { this.goTo(dayAfter(this.value('day'), this.days())) }
  goToday(): void { this.goTo(this.clock.wall(Date.now()).day) }
  openCell(event: Event): void {
    const { area, day } = event.getParameters() as { area: string; day: string }
    this.ui.setProperty('/area', area)
    this.goTo(day)
  }

  async refresh(): Promise<void> {
    const turn = ++this.turn, area = this.value('area')
    const [firstDay, lastDay] = this.range()
    try {
      const [board, orders, plan, loads] = await Promise.all([
        readBoard(this.model(), area, firstDay, lastDay), readOrders(this.model(), area), readOpenPlan(this.model(), area), readLoads(this.model(), firstDay, dayAfter(firstDay, 6))
      ])
      const proposed = plan?.state_code === 'Ready' ? proposedBy(await readChanges(this.model(), plan.ID)) : NOTHING_PROPOSED
      if (turn !== this.turn) return
      this.shown = board
      this.proposed = proposed
      this.orders = orders
      this.openPlanOf = plan
      this.clock = new Clock(board.timeZone, Localization.getLanguageTag().toString())
      this.ui.setProperty('/zone', this.text('timesIn', board.timeZone))
      this.ui.setProperty('/planNote', plan ? this.text(plan.state_code === 'Ready' ? 'planReady' : 'planRunning', plan.number) : '')
      this.ui.setProperty('/isProposed', plan?.state_code === 'Ready')
      this.byId('loads')!.setProperty('table', loadTable(loads, this.areas, this.clock, this.text))
      this.showOrders('')
      this.paint()
      this.watch()
    } catch (error) {
      this.lose((error as Error).message)
    }
  }

  // ---- orders and visits on their way

  liftOrder(event: Event): void {
    const order = ((event.getParameters() as { target: Control }).target.getBindingContext('ui')!.getObject()) as OpenOrder
    void this.giving.lift({ workOrder_ID: order.ID, number: order.number })
  }

  liftVisit(event: Event): void { void this.giving.lift((event.getParameters() as { carried: Carried }).carried) }
  putDown(): void { this.giving.putDown() }

  drop(event: Event): void {
    const { technician, at } = event.getParameters() as { technician: string; at: number }
    void this.giving.drop(technician, at)
  }

  assignOrder(event: Event): void {
    const { ID, number } = this.rowOf(event) as OpenOrder
    void this.giving.ask({ workOrder_ID: ID, number })
  }

  openVisit(event: Event): void {
    this.showVisit((event.getParameters() as { visit: Visit }).visit)
  }

  openListedVisit(event: Event): void {
    const { ID, isGhost } = this.rowOf(event) as { ID: string; isGhost: boolean }
    if (isGhost) return this.openPlan()
    this.showVisit(this.shown!.visits.find(visit => visit.ID === ID)!)
  }

  openOrder(event: Event): void { void openWorkOrder((this.rowOf(event) as OpenOrder).number) }

  choosePerson(event: Event): void {
    const { technician } = event.getParameters() as { technician: string }
    this.ui.setProperty('/selected', technician === this.value('selected') ? '' : technician)
    this.paint()
  }

  search(event: Event): void { this.showOrders((event.getParameters() as { newValue: string }).newValue) }

  // ---- plans

  optimise(): void { void this.giving.plan({ kind: 'optimise' }) }
  weigh(): void { void new WeightsDialog(this.desk(), this.orders).open() }
  replan(): void { void this.giving.plan({ kind: 'absent' }) }
  /** Puts the proposal on the board, or takes it off. */
  showProposal(): void { this.paint() }
  openPlan(): void { if (this.openPlanOf) void new ProposalDialog(this.desk()).open(this.openPlanOf.ID) }

  // ---- the map

  zoomIn(): void { this.map().zoom(1 / 1.5) }
  zoomOut(): void { this.map().zoom(1.5) }
  fit(): void { this.map().fit() }

  // ---- words

  deadline(at: string | null): string { return at ? this.clock.dayAndTimeOf(at) : this.text('noDeadline') }
  stateOfDeadline(at: string | null): string { return !at ? 'None' : Date.parse(at) < Date.now() ? 'Error' : Date.parse(at) < Date.now() + 86_400_000 ? 'Warning' : 'None' }
  stateOfPriority(priority: string | null): string { return ({ 1: 'Error', 2: 'Warning' } as Record<string, string>)[priority ?? ''] ?? 'None' }

  readonly groupOf = (context: { getObject(): { position: number; group: string } }) => {
    const { position, group } = context.getObject()
    return { key: position, text: group }
  }

  private async arrive({ area, day, span }: Record<string, string>): Promise<void> {
    try {
      if (!this.areas.length) {
        this.areas = await readAreas(this.model())
        this.ui.setProperty('/areas', this.areas)
      }
      const known = this.areas.find(({ code }) => code === (area ?? window.localStorage.getItem(REMEMBERED))) ?? this.areas[0]
      const zone = known?.timeZone ?? 'UTC'
      this.ui.setProperty('/area', known?.code ?? '')
      this.ui.setProperty('/day', /^\d{4}-\d\d-\d\d$/.test(day ?? '') ? day : new Clock(zone, 'en').wall(Date.now()).day)
      this.ui.setProperty('/span', span === 'week' ? 'week' : 'day')
      if (known) await this.refresh()
    } catch (error) {
      this.lose((error as Error).message)
    }
  }

  private showVisit(visit: Visit): void {
    void new VisitDialog(this.desk()).open(visit)
  }

  private watch(): void {
    this.end?.()
    this.ui.setProperty('/notice', '')
    this.end = follow(this.getView()!, async () => {
      const stamp = await readStamp(this.model(), this.value('area'))
      if (stamp !== this.shown?.stamp && !this.dayBoard().carried) await this.refresh()
    }, () => this.lose(this.text('noLongerLive')))
  }

  private lose(message: string): void {
    this.end?.()
    this.ui.setProperty('/notice', message)
  }

  private paint(): void {
    if (!this.shown) return
    const proposed = this.ui.getProperty('/showsProposal') ? this.proposed : NOTHING_PROPOSED
    this.ui.setProperty('/visitList', visitList(this.shown, proposed, this.clock, this.text))
    paint({ board: this.shown, proposed, orders: this.orders, clock: this.clock, selected: this.value('selected'), text: this.text }, this.dayBoard(), this.map())
  }

  private showOrders(search: string): void {
    const wanted = search.trim().toLowerCase()
    const found = this.orders.filter(({ number, shortText, city, customerName }) => [number, shortText, city, customerName].join(' ').toLowerCase().includes(wanted))
    this.ui.setProperty('/orders', found)
    this.ui.setProperty('/ordersTitle', this.text('ordersTitle', this.orders.length))
  }

  private go(): void {
    this.router().navTo('board', { '?query': { area: this.value('area'), day: this.value('day'), span: this.value('span') } }, true)
  }

  private goTo(day: string): void { this.ui.setProperty('/day', day); this.go() }
  private days(): number { return this.value('span') === 'week' ? 7 : 1 }
  private range(): [string, string] { return [this.value('day'), dayAfter(this.value('day'), this.days() - 1)] }
  private value(name: string): string { return this.ui.getProperty(`/${name}`) as string }
  private rowOf(event: Event): object { return (event.getSource() as Control).getBindingContext('ui')!.getObject() as object }
  private dayBoard(): DayBoard { return this.byId('dayBoard') as DayBoard }
  private map(): PlaceMap { return this.byId('map') as PlaceMap }
  private model(): ODataModel { return this.getView()!.getModel() as ODataModel ?? (this.getOwnerComponent()!.getModel() as ODataModel) }
  private router() { return (this.getOwnerComponent() as UIComponent).getRouter() }

  private readonly text = (key: string, ...figures: (string | number)[]): string => {
    const bundle = (this.getOwnerComponent()!.getModel('i18n') as ResourceModel).getResourceBundle() as ResourceBundle
    return bundle.getText(key, figures) ?? key
  }

  private desk(): Desk {
    const area = this.value('area')
    return {
      view: this.getView()!, model: this.model(), clock: this.clock, area, areaName: this.areas.find(({ code }) => code === area)?.name ?? area, days: this.range(),
      crew: this.shown?.crew ?? [], text: this.text, refresh: () => this.refresh()
    }
  }
}
