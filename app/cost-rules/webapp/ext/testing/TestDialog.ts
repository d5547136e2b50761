import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'
import type Dialog from 'sap/m/Dialog'
import Device from 'sap/ui/Device'
import type Context from 'sap/ui/model/Context'
import JSONModel from 'sap/ui/model/json/JSONModel'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type { Refusal } from 'aftersales/forms/call'
import { textsOf, type Text } from 'aftersales/forms/texts'
import { chooseOrder } from './chooseOrder'
import { codesOf } from './codes'
import { determine, type Question } from './determine'

const DIALOG = 'aftersales.costrules.ext.testing.Test'
const LISTS = { companies: 'CompanyCodes', costTypes: 'CostTypes', indicators: 'AccountingIndicators', orderTypes: 'OrderTypes', warranties: 'WarrantyStatuses', currencies: 'Currencies' }

/** Values, one button, the answer below. */
export default class TestDialog {
  private readonly state = new JSONModel({ question: {}, workOrder: '', answer: null, error: '', busy: false, phone: Device.system.phone })
  private dialog!: Dialog
  private text!: Text
  private reasons = new Map<string, string>()

  constructor(private readonly api: ExtensionAPI) {}

  async open(): Promise<void> {
    this.text = await textsOf(this.api)
    this.state.setSizeLimit(500)
    this.dialog = await this.api.loadFragment({ id: 'test', name: DIALOG, controller: this.handlers() } as never) as Dialog
    this.dialog.setModel(this.state, 'test')
    this.dialog.attachAfterClose(() => this.dialog.destroy())
    this.api.addDependent(this.dialog)
    this.dialog.open()
    await this.readLists()
  }

  private async readLists(): Promise<void> {
    const model = this.api.getModel() as ODataModel
    const [reasons] = await Promise.all([
      codesOf(model, 'IncompleteReasons'),
      ...Object.entries(LISTS).map(async ([name, list]) => this.state.setProperty(`/${name}`, await codesOf(model, list, list === 'CompanyCodes')))
    ])
    this.reasons = new Map(reasons.map(({ code, name }) => [code, name]))
  }

  private handlers(): object {
    return {
      chooseOrder: () => this.chooseOrder(),
      clearOrder: () => this.clearOrder(),
      determine: () => this.determine(),
      inGroups: (rule: Context) => rule.getProperty('group') as string,
      close: () => this.dialog.close()
    }
  }

  private async chooseOrder(): Promise<void> {
    const chosen = await chooseOrder(this.api, this.text('testing.workOrder'))
    if (!chosen) return
    this.state.setProperty('/workOrder', chosen.number)
    this.state.setProperty('/question/workOrder_ID', chosen.ID)
  }

  /** What is typed over a chosen order is no choice any more. */
  private clearOrder(): void {
    this.state.setProperty('/workOrder', '')
    this.state.setProperty('/question/workOrder_ID', undefined)
  }

  private async determine(): Promise<void> {
    this.state.setProperty('/busy', true)
    this.state.setProperty('/error', '')
    try {
      this.state.setProperty('/answer', await determine(this.api.getModel() as ODataModel, this.state.getProperty('/question') as Question, this.text, this.reasons))
    } catch (refusal) {
      this.state.setProperty('/answer', null)
      this.state.setProperty('/error', (refusal as Refusal).message)
    } finally {
      this.state.setProperty('/busy', false)
    }
  }
}
