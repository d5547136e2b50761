import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import type Dialog from 'sap/m/Dialog'
import Device from 'sap/ui/Device'
import JSONModel from 'sap/ui/model/json/JSONModel'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type ResourceModel from 'sap/ui/model/resource/ResourceModel'
import { choose } from './choose'
import { simulate, type Question } from './simulate'

const DIALOG = 'aftersales.agreements.ext.preview.Preview'

/** What would this order's deadline be? Criteria, one button, the answer below. */
export default class PreviewDialog {
  private readonly state = new JSONModel({
    question: {}, workOrder: '', customer: '', start: null, answer: null, error: '', busy: false, phone: Device.system.phone
  })
  private dialog!: Dialog
  private texts!: ResourceBundle

  constructor(private readonly api: ExtensionAPI) {}

  async open(): Promise<void> {
    this.dialog = await this.api.loadFragment({ id: 'preview', name: DIALOG, controller: this.handlers() } as never) as Dialog
    this.dialog.setModel(this.state, 'preview')
    this.dialog.attachAfterClose(() => this.dialog.destroy())
    this.api.addDependent(this.dialog)
    this.texts = await (this.api.getModel('i18n') as ResourceModel).getResourceBundle()
    this.dialog.open()
  }

  private handlers(): object {
    return {
      chooseWorkOrder: () => this.choose('workOrder'),
      chooseCustomer: () => this.choose('customer'),
      clearWorkOrder: () => this.clear('workOrder'),
      clearCustomer: () => this.clear('customer'),
      calculate: () => this.calculate(),
      close: () => this.dialog.close()
    }
  }

  private async choose(kind: 'workOrder' | 'customer'): Promise<void> {
    const chosen = await choose(this.api, kind, this.text(kind))
    if (!chosen) return
    this.state.setProperty(`/${kind}`, chosen.name)
    this.state.setProperty(`/question/${kind}_ID`, chosen.ID)
  }

  /** What is typed over a chosen name is no choice any more. */
  private clear(kind: 'workOrder' | 'customer'): void {
    this.state.setProperty(`/${kind}`, '')
    this.state.setProperty(`/question/${kind}_ID`, undefined)
  }

  private async calculate(): Promise<void> {
    this.state.setProperty('/busy', true)
    this.state.setProperty('/error', '')
    const start = this.state.getProperty('/start') as Date | null
    const question = { ...this.state.getProperty('/question') as Question, start: start?.toISOString() }
    try {
      this.state.setProperty('/answer', await simulate(this.api.getModel() as ODataModel, question, (key, ...args) => this.text(key, ...args)))
    } catch (error) {
      this.state.setProperty('/answer', null)
      this.state.setProperty('/error', (error as Error).message)
    } finally {
      this.state.setProperty('/busy', false)
    }
  }

  private text(key: string, ...args: unknown[]): string {
    return this.texts.getText(`preview.${key}`, args as string[]) ?? key
  }
}
