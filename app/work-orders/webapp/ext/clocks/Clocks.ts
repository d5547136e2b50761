import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type { Language } from '../live/language'
import OrderPart from '../live/OrderPart'
import { contentRenderer } from 'aftersales/forms/contentRenderer'
import { permissionsOf } from '../live/permissionsOf'
import { act } from '../live/requests'
import { readClocks } from './read'
import { clocksText, type OrderClocks } from './words'

/**
 * What was agreed for an order, how likely it is kept, its clocks, drawn and in words, and their ledger.
 * @namespace aftersales.workorders.ext.clocks
 */
export default class Clocks extends OrderPart<OrderClocks> {
  static readonly renderer = contentRenderer

  /** The customer can work again, though the fault is not repaired yet. */
  recordRestoration(): void {
    const { text } = this.language()
    this.ask({
      title: text('restoration'), explained: text('restoration.explained'), deed: text('restoration'),
      fields: [
        { name: 'at', kind: 'instant', label: text('restoration.at'), hint: text('form.now') },
        { name: 'text', kind: 'text', label: text('restoration.text'), maxLength: 80 }
      ],
      send: values => act(this.service(), '/recordRestoration', { workOrder_ID: this.workOrder(), ...values })
    })
  }

  /** What was agreed has changed since the release. */
  applyAgreements(): void {
    const { text } = this.language()
    this.ask({
      title: text('redetermine'), explained: text('redetermine.explained'), deed: text('redetermine.deed'),
      fields: [{ name: 'text', kind: 'text', label: text('form.reason'), maxLength: 80 }],
      send: values => act(this.service(), '/redetermine', { workOrder_ID: this.workOrder(), ...values })
    })
  }

  protected fragment(): string {
    return 'aftersales.workorders.ext.clocks.ClockList'
  }

  protected async load(model: ODataModel, workOrder: string): Promise<OrderClocks> {
    return readClocks(model, workOrder, await permissionsOf(model))
  }

  protected show(clocks: OrderClocks, language: Language, passed: number): object {
    return clocksText(clocks, language, passed)
  }
}
