import cds from '@sap/cds'
import { refuse } from '../errors'
import { count } from '../wire/counters'
import { today, toSeconds } from './dates'
import { checkEquipment, checkLock, checkPartner } from './masters'
import { itemNumber, nextNumber } from './numbers'
import { insert } from './table'

type Row = Record<string, any>

const ORDERS = 'API_SERVICE_ORDER_SRV'

/** Creates a service order with items, reference objects, defects and texts. */
export async function createServiceOrder(data: Row): Promise<Row> {
  const { to_Item = [], to_ReferenceObject = [], to_Defect = [], to_Text = [], ...fields } = data
  if (!fields.ServiceOrderType) refuse('ZHOST/001', 'ServiceOrderType')
  if (!fields.SoldToParty) refuse('ZHOST/001', 'SoldToParty')
  checkPartner(fields.SoldToParty)
  for (const object of to_ReferenceObject) checkEquipment(object.ServiceReferenceEquipment)
  const ServiceOrder = nextNumber('serviceOrder')
  const order = {
    ...fields, ServiceOrder, ServiceOrderUUID: cds.utils.uuid(), ServiceOrderIsReleased: fields.ServiceOrderIsReleased ?? '', ServiceOrderIsCompleted: '',
    ServiceOrderIsRejected: '', PostingDate: fields.PostingDate ?? today(), ServiceDocChangedDateTime: toSeconds(new Date().toISOString())
  }
  const children = {
    to_Item: to_Item.map((row: Row, index: number) => ({
      ...row, ServiceOrder, ServiceOrderItem: row.ServiceOrderItem || itemNumber(index, 6, 10), ServiceOrderItemUUID: cds.utils.uuid(),
      ServiceOrderItemIsReleased: row.ServiceOrderItemIsReleased ?? '', ServiceOrderItemIsCompleted: ''
    })),
    to_ReferenceObject: to_ReferenceObject.map((row: Row) => ({ ServiceRefFunctionalLocation: '', ServiceReferenceEquipment: '', ...row, ServiceOrder })),
    to_Defect: to_Defect.map((row: Row, index: number) => ({ SrvcDocTypeDefectCodeProfType: '', ...row, ServiceOrder, ServiceDefectSequence: index + 1 })),
    to_Text: to_Text.map((row: Row) => ({ ...row, ServiceOrder }))
  }
  await insert(`${ORDERS}.A_ServiceOrder`, [order])
  await insert(`${ORDERS}.A_ServiceOrderItem`, children.to_Item)
  await insert(`${ORDERS}.A_ServiceOrderRefObject`, children.to_ReferenceObject)
  await insert(`${ORDERS}.A_ServiceOrderDefect`, children.to_Defect)
  await insert(`${ORDERS}.A_ServiceOrderText`, children.to_Text)
  count('documents', 'serviceOrder')
  return { ...order, ...children }
}

/** Before a service order changes: nobody else holds it, and its change stamp (its ETag) moves on. */
export async function stampServiceOrder({ ServiceOrder }: Row, data: Row): Promise<void> {
  checkLock('Service order', ServiceOrder)
  const order = await cds.run(SELECT.one.from(`${ORDERS}.A_ServiceOrder`).columns('ServiceDocChangedDateTime').where({ ServiceOrder })) as Row | null
  const before = Date.parse(order?.ServiceDocChangedDateTime ?? 0)
  data.ServiceDocChangedDateTime = toSeconds(new Date(Math.max(Date.now(), before + 1000)).toISOString())
}
