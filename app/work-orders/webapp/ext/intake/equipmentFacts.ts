import Filter from 'sap/ui/model/Filter'
import FilterOperator from 'sap/ui/model/FilterOperator'
import Sorter from 'sap/ui/model/Sorter'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import DateFormat from 'sap/ui/core/format/DateFormat'

const REPAIRS_SHOWN = 3

/** An order of the same equipment, as the dialog lists it. */
export interface RelatedOrder {
  ID: string
  number: string
  shortText: string
  receivedAt: string
}

interface EquipmentRow {
  ID: string
  name: string | null
  model: string | null
  manufacturer: string | null
  siteName: string | null
  department: string | null
  warrantyStart: string | null
  warrantyEnd: string | null
  serviceContract: string | null
  serviceContractStart: string | null
  serviceContractEnd: string | null
  customer: { name: string } | null
}

/** What an agent wants to know about equipment while the caller is on the line. */
export interface EquipmentFacts {
  name: string
  model: string
  customer: string
  department: string
  warranty: string
  warrantyState: string
  open: RelatedOrder[]
  repairs: RelatedOrder[]
}

/** Reads the facts about the equipment with a serial number; undefined where no equipment has it. */
export async function readEquipmentFacts(model: ODataModel, texts: ResourceBundle, serialNumber: string): Promise<EquipmentFacts | undefined> {
  const [found] = await model.bindList('/Equipment', undefined, [], [
    new Filter('serialNumber', FilterOperator.EQ, serialNumber), new Filter('isActive', FilterOperator.EQ, true)
  ], {
    $select: 'ID,name,model,manufacturer,siteName,department,warrantyStart,warrantyEnd,serviceContract,serviceContractStart,serviceContractEnd',
    $expand: 'customer($select=name)'
  }).requestContexts(0, 1)
  if (!found) return undefined
  const row = found.getObject() as EquipmentRow
  const [open, repairs] = await Promise.all([
    readOrders(model, row.ID, true, 5), readOrders(model, row.ID, false, REPAIRS_SHOWN)
  ])
  return {
    name: row.name ?? serialNumber,
    model: [row.model, row.manufacturer].filter(Boolean).join(' · '),
    customer: [...new Set([row.customer?.name, row.siteName])].filter(Boolean).join(' · '),
    department: row.department ?? '',
    ...entitlement(row, texts),
    open, repairs
  }
}

async function readOrders(model: ODataModel, equipment: string, isOpen: boolean, limit: number): Promise<RelatedOrder[]> {
  const contexts = await model.bindList('/WorkOrders', undefined, [new Sorter('receivedAt', true)], [
    new Filter('equipment_ID', FilterOperator.EQ, equipment), new Filter('isOpen', FilterOperator.EQ, isOpen),
    new Filter('IsActiveEntity', FilterOperator.EQ, true)
  ], { $select: 'ID,number,shortText,receivedAt', $expand: 'status($select=name),resolution($select=name)' }).requestContexts(0, limit)
  return contexts.map(context => context.getObject() as RelatedOrder)
}

/** The server decides what an order is billed as; this only tells the agent what to expect. */
function entitlement(row: EquipmentRow, texts: ResourceBundle): Pick<EquipmentFacts, 'warranty' | 'warrantyState'> {
  const today = new Date().toISOString().slice(0, 10)
  const covers = (start: string | null, end: string | null) => !!end && (start ?? '') <= today && today <= end
  if (covers(row.warrantyStart, row.warrantyEnd)) {
    return { warranty: texts.getText('underWarranty', [readable(row.warrantyEnd!)]) ?? '', warrantyState: 'Success' }
  }
  if (row.serviceContract && covers(row.serviceContractStart, row.serviceContractEnd)) {
    return { warranty: texts.getText('underContract', [row.serviceContract]) ?? '', warrantyState: 'Information' }
  }
  return { warranty: texts.getText('outOfWarranty') ?? '', warrantyState: 'Warning' }
}

const readable = (day: string) => DateFormat.getDateInstance({ style: 'medium' }).format(new Date(`${day}T00:00:00`))
