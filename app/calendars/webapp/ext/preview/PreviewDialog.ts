import Localization from 'sap/base/i18n/Localization'
import type ExtensionAPI from 'sap/fe/templates/ObjectPage/ExtensionAPI'
import type Dialog from 'sap/m/Dialog'
import Device from 'sap/ui/Device'
import JSONModel from 'sap/ui/model/json/JSONModel'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { dueDate } from './dueDate'

const DIALOG = 'aftersales.calendars.ext.preview.Preview'
const HOUR = 60

/** When is so much working time over? A start, a length, one button, the answer below. */
export default class PreviewDialog {
  private readonly state: JSONModel
  private dialog!: Dialog

  constructor(private readonly api: ExtensionAPI, private readonly calendar_code: string) {
    this.state = new JSONModel({
      start: new Date(), hours: 8, timeZone: '', region: '', needsZone: true, answer: null, error: '', busy: false, phone: Device.system.phone
    })
  }

  async open(): Promise<void> {
    const calendar = this.api.getBindingContext() as Context
    this.state.setProperty('/needsZone', !calendar.getProperty('timeZone'))
    this.state.setProperty('/timeZone', calendar.getProperty('timeZone') || Localization.getTimezone())
    this.dialog = await this.api.loadFragment({
      id: 'preview', name: DIALOG, controller: { calculate: () => this.calculate(), close: () => this.dialog.close() }
    } as never) as Dialog
    this.dialog.setModel(this.state, 'preview')
    this.dialog.attachAfterClose(() => this.dialog.destroy())
    this.api.addDependent(this.dialog)
    this.dialog.open()
  }

  private async calculate(): Promise<void> {
    const { start, hours, timeZone, region } = this.state.getData() as { start: Date; hours: number; timeZone: string; region: string }
    this.state.setProperty('/busy', true)
    this.state.setProperty('/error', '')
    try {
      const question = { calendar_code: this.calendar_code, start: start.toISOString(), minutes: Math.round(hours * HOUR), timeZone, region_code: region }
      this.state.setProperty('/answer', await dueDate(this.api.getModel() as ODataModel, question, timeZone))
    } catch (error) {
      this.state.setProperty('/answer', null)
      this.state.setProperty('/error', (error as Error).message)
    } finally {
      this.state.setProperty('/busy', false)
    }
  }
}
