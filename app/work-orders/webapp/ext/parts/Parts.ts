import MessageBox from 'sap/m/MessageBox'
import type Event from 'sap/ui/base/Event'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { closeDetails, openDetails, rowOf } from '../live/details'
import type { Form, Values } from '../live/form'
import type { Language } from '../live/language'
import OrderPart from '../live/OrderPart'
import { contentRenderer } from 'aftersales/forms/contentRenderer'
import { permissionsOf } from '../live/permissionsOf'
import type { Refusal } from '../live/refusal'
import { openAddPart } from './AddPart'
import { consumeForm, decisionForm, issueForm, numbersIn, placeOf, returnForm, scrapForm } from './forms'
import { openOtherWays, type Opener } from './OtherWays'
import { numberFrom, readAsked, readMovements, readVans, readReservations } from './reading'
import { onRequest, onReservation, requestKey } from './sending'
import { partLedger, partRow, type Asked, type PartPermissions, type PartRow, type Reservation } from './words'

interface Loaded { reservations: Reservation[]; asked: Asked[]; may: PartPermissions }

/** Its steps are over: what is in hand can still be settled. */
const FINISHED = ['Closed', 'Cancelled']
const NOT_FREE = 'PART_NOT_AVAILABLE'

/**
 * The parts of an order: what is needed, what is held where, and what became of the pieces.
 * @namespace aftersales.workorders.ext.parts
 */
export default class Parts extends OrderPart<Loaded> {
  static readonly renderer = contentRenderer

  open(event: Event): void {
    const row = rowOf<PartRow>(event)
    void openDetails(this, 'aftersales.workorders.ext.parts.PartDetails', row, { ledger: async () => partLedger(await readMovements(this.service(), row.ID), null, this.language()) })
  }

  close(event: Event): void {
    closeDetails(event)
  }

  async add(): Promise<void> {
    const { mayRequisition } = await permissionsOf<PartPermissions>(this.service())
    await openAddPart(this.opener(), { workOrder: this.workOrder(), mayBuy: mayRequisition })
  }

  /** One press holds what is open. Where it is not free, the page tells what else there is. */
  claim(event: Event): Promise<void> {
    const row = this.taken(event)
    return this.do(() => onReservation(this.service(), row.ID, 'claim', {}), refusal => this.openWays(row, refusal))
  }

  async findOtherWays(event: Event): Promise<void> {
    await this.openWays(this.taken(event))
  }

  release(event: Event): Promise<void> {
    const { ID } = this.taken(event)
    return this.do(() => onReservation(this.service(), ID, 'release', {}))
  }

  /** One piece that has no number of its own goes out without a question. */
  issue(event: Event): void {
    const row = this.taken(event)
    const key = requestKey()
    if (row.claimed === 1 && !row.isSerialManaged && !row.isBatchManaged) return void this.do(() => onReservation(this.service(), row.ID, 'issue', { requestKey: key }))
    this.settle(row, 'issue', issueForm(row, this.text()), async ({ serialNumbers, ...values }) => {
      const numbers = await Promise.all(numbersIn(serialNumbers).map(typed => numberFrom(this.service(), 'serialNumber', typed)))
      return { ...values, ...numbers.length && { serialNumbers: numbers, quantity: String(numbers.length) } }
    })
  }

  consume(event: Event): void {
    const row = this.taken(event)
    this.settle(row, 'consume', consumeForm(row, this.text()))
  }

  async giveBack(event: Event): Promise<void> {
    const row = this.taken(event)
    const { technician_ID } = await permissionsOf<PartPermissions>(this.service())
    const vans = await readVans(this.service(), technician_ID)
    const places = [...row.origin ? [row.origin] : [], ...vans.filter(van => van.plant !== row.origin?.plant || van.storageLocation !== row.origin.storageLocation)]
    this.settle(row, 'returnUnused', returnForm(row, places, this.text()), async ({ to, ...values }) => ({ ...one(row), ...values, ...placeOf(to) }))
  }

  scrap(event: Event): void {
    const row = this.taken(event)
    this.settle(row, 'scrap', scrapForm(row, this.text()), async ({ isSupplierDefect, ...values }) => ({ ...one(row), ...values, isSupplierDefect: isSupplierDefect === 'true' }))
  }

  approve(event: Event): void {
    this.decide(event, true)
  }

  decline(event: Event): void {
    this.decide(event, false)
  }

  protected fragment(): string {
    return 'aftersales.workorders.ext.parts.PartList'
  }

  protected service(): ODataModel {
    return this.getModel('spareParts') as ODataModel
  }

  protected permissions(): Promise<object> {
    return permissionsOf<PartPermissions>(this.service())
  }

  protected async load(model: ODataModel, workOrder: string): Promise<Loaded> {
    const [reservations, may] = await Promise.all([readReservations(model, workOrder), permissionsOf<PartPermissions>(model)])
    return { reservations, may, asked: await readAsked(model, reservations) }
  }

  protected show({ reservations, asked, may }: Loaded, language: Language): object {
    const isFinished = FINISHED.includes((this.getBindingContext() as Context | null)?.getProperty('status_code') as string)
    return {
      rows: reservations.map(each => partRow(each, asked.find(({ reservation_ID }) => reservation_ID === each.ID), language, may, isFinished)),
      mayAdd: may.mayNeed && !isFinished
    }
  }

  /** What is asked for is told where it is asked; what is scanned is read first. */
  private settle(row: PartRow, action: string, form: Omit<Form, 'send'>, from: (values: Values) => Promise<object> = async values => values): void {
    const key = requestKey(), model = this.service()
    this.ask({
      ...form,
      send: async values => {
        const read = { ...values }
        for (const name of ['serialNumber', 'removedSerialNumber', 'batch'] as const) {
          if (read[name]) read[name] = await numberFrom(model, name === 'batch' ? name : 'serialNumber', read[name])
        }
        await onReservation(model, row.ID, action, { ...await from(read), requestKey: key })
      }
    })
  }

  private decide(event: Event, isApproved: boolean): void {
    const row = this.taken(event)
    this.ask({ ...decisionForm(isApproved, row, this.text()), send: values => onRequest(this.service(), row.request!, isApproved ? 'approve' : 'decline', values) })
  }

  private async do(work: () => Promise<unknown>, otherwise?: (refusal: Refusal) => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (problem) {
      const refusal = problem as Refusal
      if (otherwise && refusal.code === NOT_FREE) return otherwise(refusal)
      MessageBox.error(refusal.message)
    } finally {
      this.refresh()
    }
  }

  private async openWays(row: PartRow, refusal?: Refusal): Promise<void> {
    const { ID, part_ID, name, open: quantity } = row
    const { mayRequisition: mayBuy } = await permissionsOf<PartPermissions>(this.service())
    const wanted = { workOrder: this.workOrder(), part_ID, name, quantity, unit: null, isNew: false, mayBuy, need: () => Promise.resolve(ID) }
    await openOtherWays(this.opener(), wanted, refusal)
  }

  private opener(): Opener {
    return { part: this, model: this.service(), language: this.language(), done: () => this.refresh() }
  }

  private taken(event: Event): PartRow {
    const row = rowOf<PartRow>(event)
    closeDetails(event)
    return row
  }

  private text(): Language['text'] {
    return this.language().text
  }
}

/** Serial-managed pieces are settled one by one. */
const one = ({ isSerialManaged }: PartRow) => (isSerialManaged ? { quantity: '1' } : {})
