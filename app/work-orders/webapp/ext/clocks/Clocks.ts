import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type { Language } from '../live/language'
import OrderPart from '../live/OrderPart'
import { partRenderer } from '../live/partRenderer'
import { readClocks } from './read'
import { clockRows, ledgerRows } from './words'

/**
 * The clocks of an order, drawn and in words, and their ledger.
 * @namespace aftersales.workorders.ext.clocks
 */
export default class Clocks extends OrderPart {
  static readonly renderer = partRenderer

  protected fragment(): string {
    return 'aftersales.workorders.ext.clocks.ClockList'
  }

  protected async load(model: ODataModel, workOrder: string, { text, instant }: Language): Promise<object> {
    const language = { instant, text: (key: string, ...figures: (string | number)[]) => text(`clocks.${key}`, ...figures) }
    const clocks = await readClocks(model, workOrder)
    return { rows: clockRows(clocks, language), ledger: ledgerRows(clocks, language) }
  }
}
