import axios, { type AxiosInstance, type AxiosResponse } from 'axios'
import type { HostErp } from './start'

const V2 = '/sap/opu/odata/sap'
/** Service roots as S/4HANA has them. */
export const PATHS = {
  businessPartners: `${V2}/API_BUSINESS_PARTNER`,
  equipment: `${V2}/API_EQUIPMENT`,
  products: `${V2}/API_PRODUCT_SRV`,
  billsOfMaterial: `${V2}/API_BILL_OF_MATERIAL_SRV;v=0002`,
  stock: `${V2}/API_MATERIAL_STOCK_SRV`,
  infoRecords: `${V2}/API_INFORECORD_PROCESS_SRV`,
  reservations: `${V2}/API_RESERVATION_DOCUMENT_SRV`,
  movements: `${V2}/API_MATERIAL_DOCUMENT_SRV`,
  requisitions: `${V2}/API_PURCHASEREQ_PROCESS_SRV`,
  requisitionsV4: '/sap/opu/odata4/sap/api_purchaserequisition_2/srvd_a2x/sap/purchaserequisition/0001',
  serviceOrders: `${V2}/API_SERVICE_ORDER_SRV`,
  confirmations: `${V2}/API_SERVICE_CONFIRMATION_SRV`,
  defects: `${V2}/API_DEFECT_SRV`,
  notifications: '/sap/opu/odata4/sap/api_qualitynotification/srvd_a2x/sap/qualitynotification/0001'
}

/** Plain HTTP for tests of the stand-in; answers every status without throwing. */
export const anonymous = (host: HostErp): AxiosInstance =>
  axios.create({ baseURL: host.url, validateStatus: () => true, headers: { accept: 'application/json' } })

/** A client that has fetched a token and keeps the session's cookies. */
export async function signedIn(host: HostErp): Promise<AxiosInstance> {
  const client = axios.create({ baseURL: host.url, auth: host.auth, validateStatus: () => true, headers: { accept: 'application/json' } })
  const { headers } = await client.head(`${PATHS.reservations}/`, { headers: { 'x-csrf-token': 'fetch' } })
  client.defaults.headers.common['x-csrf-token'] = headers['x-csrf-token']
  client.defaults.headers.common.cookie = headers['set-cookie']!.map(cookie => cookie.split(';')[0]).join('; ')
  return client
}

/** A reservation of two power supplies at the main location of plant 1010. */
export const reservation = (reference: string, item: object = {}) => ({
  GoodsMovementType: '201', CostCenter: '0010101301',
  to_ReservationDocumentItem: [{ Product: 'SP-1004', Plant: '1010', StorageLocation: '0001', ResvnItmRequiredQtyInEntryUnit: '2', EntryUnit: 'EA', ReservationItemText: reference, ...item }]
})

export const movement = (reference: string, item: Record<string, unknown>, code = '03') => ({
  GoodsMovementCode: code, PostingDate: '/Date(1795305600000)/', DocumentDate: '/Date(1795305600000)/', ReferenceDocument: reference, to_MaterialDocumentItem: [item]
})

/** One power supply for a cost centre. */
export const issue = (reference: string, item: object = {}) => movement(reference,
  { Material: 'SP-1004', Plant: '1010', StorageLocation: '0001', GoodsMovementType: '201', CostCenter: '0010101301', QuantityInEntryUnit: '1', ...item })

/** Documents that carry the reference. */
export const documents = async (host: HostErp, key: string) =>
  (await anonymous(host).get('/__documents', { params: { key } })).data.documents as { type: string; number: string }[]

export const errorOf = ({ status, data }: AxiosResponse) => ({ status, code: data?.error?.code, text: data?.error?.message?.value })
