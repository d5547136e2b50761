import type Dialog from 'sap/m/Dialog'
import Fragment from 'sap/ui/core/Fragment'
import Device from 'sap/ui/Device'
import JSONModel from 'sap/ui/model/json/JSONModel'
import { isMovable } from '../board/drawing'
import { openWorkOrder } from '../controller/navigation'
import type { Desk } from '../model/desk'
import type { Visit } from '../model/types'
import AssignDialog from './AssignDialog'

/** What is known of a visit, and the way to move it. */
export default class VisitDialog {
  private dialog!: Dialog
  private visit!: Visit

  constructor(private readonly desk: Desk) {}

  async open(visit: Visit): Promise<void> {
    const { clock, crew, text, view } = this.desk
    this.visit = visit
    this.dialog = await Fragment.load({ id: 'visit', name: 'aftersales.dispatch.assign.Visit', controller: this }) as Dialog
    this.dialog.setModel(new JSONModel({
      ...visit, phone: Device.system.phone, isMovable: isMovable(visit),
      person: crew.find(({ technician_ID }) => technician_ID === visit.technician_ID)?.name ?? '',
      when: text('whenAndTravel', clock.dayAndTimeOf(visit.plannedStart), clock.timeOf(visit.plannedEnd), visit.travelMinutes ?? 0),
      where: [visit.customerName, visit.city].filter(Boolean).join(', '),
      promise: visit.promisedAt ? clock.dayAndTimeOf(visit.promisedAt) : text('noDeadline'), isLate: visit.promisedAt !== null && visit.plannedEnd > visit.promisedAt
    }), 'visit')
    view.addDependent(this.dialog)
    this.dialog.attachAfterClose(() => this.dialog.destroy())
    this.dialog.open()
  }

  move(): void {
    const { workOrder_ID, number } = this.visit
    this.close()
    void new AssignDialog(this.desk).open({ workOrder_ID, number, visit: this.visit })
  }

  openOrder(): void {
    this.close()
    void openWorkOrder(this.visit.number)
  }

  close(): void {
    this.dialog.close()
  }
}
