import type Event from 'sap/ui/base/Event'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { closeDetails, openDetails, rowOf } from '../live/details'
import type { Language } from '../live/language'
import OrderPart from '../live/OrderPart'
import { contentRenderer } from 'aftersales/forms/contentRenderer'
import type { Permissions } from '../live/permissions'
import { permissionsOf } from '../live/permissionsOf'
import { act, create, names, rows } from '../live/requests'
import { reportFields, shipmentFields } from './fields'
import { shipmentLedger, shipmentRow, type Shipment, type ShipmentEvent, type ShipmentRow } from './words'

interface Loaded { shipments: Shipment[]; may: Permissions }
interface Leg { code: string; name: string }

/** Written by itself with the shipment. */
const FIRST = 'announced'

/**
 * What is on its way for an order, and what carriers told about it.
 * @namespace aftersales.workorders.ext.shipments
 */
export default class Shipments extends OrderPart<Loaded> {
  static readonly renderer = contentRenderer

  open(event: Event): void {
    const row = rowOf<ShipmentRow>(event)
    void openDetails(this, 'aftersales.workorders.ext.shipments.ShipmentDetails', row, { ledger: () => this.ledger(row) })
  }

  close(event: Event): void {
    closeDetails(event)
  }

  async add(): Promise<void> {
    const { text } = this.language()
    const legs = await rows<Leg>(this.service(), '/ShipmentLegs', { $select: 'code,name', $orderby: 'position' })
    this.ask({
      title: text('shipments.create'), deed: text('shipments.add'), fields: shipmentFields(legs.map(({ code: key, name }) => ({ key, text: name })), text),
      send: values => create(this.service(), '/Shipments', { workOrder_ID: this.workOrder(), ...values })
    })
  }

  /** What the carrier tells. */
  async report(event: Event): Promise<void> {
    const { ID, title } = rowOf<ShipmentRow>(event)
    closeDetails(event)
    const { text } = this.language()
    const types = Object.entries(await names(this.service(), '/ShipmentEventTypes')).filter(([code]) => code !== FIRST)
    const choices = types.map(([key, name]) => ({ key, text: name })).sort((a, b) => a.text.localeCompare(b.text))
    this.ask({
      title: text('shipments.reportTitle', title), deed: text('shipments.report'), fields: reportFields(choices, text),
      send: values => act(this.service(), `/Shipments(${ID})/aftersales.ServiceLevelService.report`, values)
    })
  }

  protected fragment(): string {
    return 'aftersales.workorders.ext.shipments.ShipmentList'
  }

  protected async load(model: ODataModel, workOrder: string): Promise<Loaded> {
    const [shipments, may] = await Promise.all([
      rows<Shipment>(model, '/Shipments', {
        $filter: `workOrder_ID eq ${workOrder}`, $orderby: 'createdAt desc',
        $select: 'ID,carrier,number,content,firstEstimatedAt,estimatedAt,deliveredAt',
        $expand: 'leg($select=code,name),status($select=code,name,criticality,isFinal),milestone($select=ID;$expand=kind($select=code,name))'
      }),
      permissionsOf(model)
    ])
    return { shipments, may }
  }

  protected show({ shipments, may }: Loaded, language: Language): object {
    return { rows: shipments.map(shipment => shipmentRow(shipment, language, may.mayShip)) }
  }

  private async ledger({ ID }: ShipmentRow) {
    const events = await rows<ShipmentEvent>(this.service(), '/ShipmentEvents', {
      $filter: `shipment_ID eq ${ID}`, $orderby: 'sequence desc', $select: 'ID,at,location,text,estimatedAt,reference,userId', $expand: 'type($select=code,name)'
    })
    return shipmentLedger(events, this.language())
  }
}
