import { openPosting } from 'aftersales/forms/posting'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type { Language } from '../live/language'
import OrderPart from '../live/OrderPart'
import { contentRenderer } from 'aftersales/forms/contentRenderer'
import { act, names, rows } from '../live/requests'
import { costRow, standingOf, type Cost, type Standing } from './words'

interface Loaded { standing?: Standing; costs: Cost[] }

/** A cost that comes late is most often somebody's invoice. */
const USUAL_TYPE = 'external'

/**
 * Where an order stands in finance: what was planned, what it cost, who bears it, and what of it is in the books.
 * @namespace aftersales.workorders.ext.finance
 */
export default class Finance extends OrderPart<Loaded> {
  static readonly renderer = contentRenderer

  post(): void {
    void openPosting(this, this.service(), this.workOrder(), () => this.refresh())
  }

  async addLate(): Promise<void> {
    const types = await names(this.service(), '/CostTypes')
    const { text } = this.language()
    this.ask({
      title: text('finance.addLate'), explained: text('finance.addLate.explained'), deed: text('finance.addLate.deed'),
      fields: [
        { name: 'type_code', kind: 'choice', label: text('finance.type'), required: true, value: USUAL_TYPE, choices: Object.entries(types).map(([key, name]) => ({ key, text: name })) },
        { name: 'description', kind: 'line', label: text('finance.description'), required: true, maxLength: 80 },
        { name: 'quantity', kind: 'quantity', label: text('finance.quantity'), required: true, value: '1' },
        { name: 'rate', kind: 'quantity', label: text('finance.price'), required: true }
      ],
      send: values => act(this.service(), '/addLateCost', { workOrder_ID: this.workOrder(), ...values })
    })
  }

  protected fragment(): string {
    return 'aftersales.workorders.ext.finance.CostList'
  }

  protected service(): ODataModel {
    return this.getModel('finance') as ODataModel
  }

  protected async load(model: ODataModel, workOrder: string): Promise<Loaded> {
    const [[standing], costs] = await Promise.all([
      rows<Standing>(model, '/OrderFinances', {
        $filter: `workOrder_ID eq ${workOrder}`, $select: 'workOrder_ID,currency_code,planned,actual,posted,open,recovered,incompleteCount', $expand: 'state($select=code,name,criticality)'
      }),
      rows<Cost>(model, '/RepairCosts', {
        $filter: `workOrder_ID eq ${workOrder} and state_code ne 'Cancelled'`, $orderby: 'performedOn,costItem_ID,share,correction',
        $select: 'ID,description,quantity,unit,rate,currency_code,sharePercent,companyCodeAmount,companyCodeCurrency_code,posting_ID,postingNumber,accountingDocument',
        $expand: 'costType($select=code,name),technician($select=ID,name),accountingIndicator($select=code,name),state($select=code,name,criticality)'
      })
    ])
    return { standing, costs }
  }

  protected show({ standing, costs }: Loaded, language: Language): object {
    return { ...(standing ? standingOf(standing, language) : {}), isKnown: Boolean(standing), rows: costs.map(cost => costRow(cost, language)) }
  }
}
