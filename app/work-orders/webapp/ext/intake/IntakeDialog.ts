import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import type Dialog from 'sap/m/Dialog'
import MessageToast from 'sap/m/MessageToast'
import type Event from 'sap/ui/base/Event'
import type Control from 'sap/ui/core/Control'
import Device from 'sap/ui/Device'
import JSONModel from 'sap/ui/model/json/JSONModel'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type ResourceModel from 'sap/ui/model/resource/ResourceModel'
import { splitCaller } from './caller'
import { chooseEquipment } from './chooseEquipment'
import { readEquipmentFacts, type RelatedOrder } from './equipmentFacts'
import type { Refusal } from '../live/refusal'
import { callIntake, type Result } from './callIntake'

const DIALOG = 'aftersales.workorders.ext.intake.Intake'
const TYPING_PAUSE = 400

/** One dialog for a new order: serial number, symptom, caller, and one button. */
export default class IntakeDialog {
  private readonly state = new JSONModel({
    serialNumber: '', serialNumberState: 'None', serialNumberError: '', facts: null,
    symptom: '', symptomState: 'None', symptomError: '', caller: '', callerState: 'None', callerError: '',
    channel: 'phone', error: '', busy: false, result: null, resultText: '', phone: Device.system.phone
  })
  private dialog!: Dialog
  private texts!: ResourceBundle
  private typing?: ReturnType<typeof setTimeout>
  /** The serial number whose facts are shown or being read; late answers to older questions are dropped. */
  private asked = ''
  private created = false

  constructor(private readonly api: ExtensionAPI) {}

  /** Loads and opens the dialog. */
  async open(): Promise<void> {
    this.dialog = await this.api.loadFragment({ id: 'intake', name: DIALOG, controller: this.handlers() } as never) as Dialog
    this.dialog.setModel(this.state, 'intake')
    this.dialog.attachAfterClose(() => this.leave())
    this.api.addDependent(this.dialog)
    this.texts = await (this.api.getModel('i18n') as ResourceModel).getResourceBundle()
    this.dialog.open()
  }

  /** Reads ahead while somebody types, without complaining about what is not complete yet. */
  typeSerialNumber(event: Event): void {
    clearTimeout(this.typing)
    const typed = (event.getParameter as (name: string) => unknown)('value') as string
    this.typing = setTimeout(() => void this.showFacts(typed, false), TYPING_PAUSE)
  }

  /** A scanner ends with Enter, a person with Tab: now the serial number counts. */
  enterSerialNumber(): void {
    clearTimeout(this.typing)
    void this.showFacts(this.value('serialNumber'), true)
  }

  /** The value help: equipment by name, model, site or department. */
  async chooseEquipment(): Promise<void> {
    const serialNumber = await chooseEquipment(this.api, this.texts)
    if (!serialNumber) return
    this.state.setProperty('/serialNumber', serialNumber)
    await this.showFacts(serialNumber, true)
  }

  /** The one button: creates the order, and after that opens it. */
  async proceed(): Promise<void> {
    const created = this.state.getProperty('/result') as { ID: string } | null
    if (created) return this.leaveTo(created.ID)
    if (this.isComplete()) await this.create()
  }

  /** Leaves the dialog for an order that it lists. */
  openRelated(event: Event): void {
    const order = (event.getSource() as Control).getBindingContext('intake')?.getObject() as RelatedOrder
    this.leaveTo(order.ID)
  }

  close(): void {
    this.dialog.close()
  }

  /** What the fragment calls: Fiori elements takes over own properties only, so the methods are listed. */
  private handlers(): object {
    return {
      typeSerialNumber: (event: Event) => this.typeSerialNumber(event),
      enterSerialNumber: () => this.enterSerialNumber(),
      chooseEquipment: () => this.chooseEquipment(),
      proceed: () => this.proceed(),
      openRelated: (event: Event) => this.openRelated(event),
      close: () => this.close()
    }
  }

  private async showFacts(typed: string, complain: boolean): Promise<void> {
    const serialNumber = typed.trim()
    this.asked = serialNumber
    this.tell('serialNumber', '')
    const facts = serialNumber ? await readEquipmentFacts(this.model(), this.texts, serialNumber) : undefined
    if (this.asked !== serialNumber) return
    this.state.setProperty('/facts', facts ?? null)
    if (!facts && complain && serialNumber) this.tell('serialNumber', this.text('serialNumberUnknown', serialNumber))
  }

  private isComplete(): boolean {
    const missing = ['serialNumber', 'symptom'].filter(field => !this.value(field).trim())
    for (const field of ['serialNumber', 'symptom']) this.tell(field, missing.includes(field) ? this.text(`${field}Missing`) : '')
    return !missing.length
  }

  private async create(): Promise<void> {
    this.state.setProperty('/busy', true)
    this.state.setProperty('/error', '')
    try {
      const result = await callIntake(this.model(), {
        channel_code: this.value('channel'), serialNumber: this.value('serialNumber').trim(), symptom: this.value('symptom').trim(),
        ...splitCaller(this.value('caller'))
      })
      this.created = true
      this.state.setProperty('/resultText', this.text('orderCreated', result.number))
      if (result.probableDuplicates.length || result.repeatFailures.length) this.showResult(result)
      else this.leaveTo(result.ID, this.text('orderCreated', result.number))
    } catch (refusal) {
      this.refuse(refusal as Refusal)
    } finally {
      this.state.setProperty('/busy', false)
    }
  }

  /** What the order resembles is read first; Enter then opens it. */
  private showResult(result: Result): void {
    this.state.setProperty('/result', result)
    setTimeout(() => this.dialog.getBeginButton()?.focus())
  }

  /** Says what was refused at the field that it is about. */
  private refuse({ field, message }: Refusal): void {
    if (field) this.tell(field, message)
    else this.state.setProperty('/error', message)
  }

  /** However the dialog was closed, the list shows the order that it made. */
  private leave(): void {
    clearTimeout(this.typing)
    this.dialog.destroy()
    if (this.created) void this.api.refresh()
  }

  private leaveTo(ID: string, toast?: string): void {
    this.dialog.close()
    if (toast) MessageToast.show(toast)
    void this.api.getRouting().navigateToRoute('WorkOrdersObjectPage', { key: `ID=${ID},IsActiveEntity=true` } as never)
  }

  private tell(field: string, message: string): void {
    this.state.setProperty(`/${field}State`, message ? 'Error' : 'None')
    this.state.setProperty(`/${field}Error`, message)
  }

  private value(field: string): string {
    return this.state.getProperty(`/${field}`) as string
  }

  private text(key: string, ...args: string[]): string {
    return this.texts.getText(key, args) ?? key
  }

  private model(): ODataModel {
    return this.api.getModel() as ODataModel
  }
}
