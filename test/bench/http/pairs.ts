import { EQUIPMENT, serialNumber } from '../work-orders/master-data'
import { orderID } from '../work-orders/orders'

const ORDERS = '/odata/v4/work-orders', PLAIN = '/odata/v4/plain', ACTION = 'aftersales.WorkOrderService'

export interface Request { user: string; method?: 'GET' | 'POST'; path(n: number): string; body?(n: number): object }

/** What people ask for, and the same rows and columns from a plain service; for writes: one row of a plain table. */
export interface Pair { name: string; ours: Request; floor: Request; isWrite?: true }

export interface Seeded { orders: number; technician_ID: string; partID: string; fresh: { release: string[]; children: string[] } }

const COLUMNS = 'ID,city,customerName,executionMode_code,model,number,priority_code,promisedAt,serialNumber,shortText,status_code,technician_ID'
const EXPANDS = 'executionMode($select=code,name),priority($select=code,criticality,name),status($select=code,criticality,name)'
const PAGE_COLUMNS = `${COLUMNS},channel_code,contactEmail,contactName,contactPhone,costTotal,country,currency_code,department,symptom,receivedAt,reference,street,postalCode,timeZone,warrantyStatus_code`
const PAGE_EXPANDS = `${EXPANDS},equipment($select=ID,serviceContract,warrantyEnd),notes($select=ID,createdAt,createdBy,text),costItems($select=ID,amount,description,quantity,rate,type_code),events($select=ID,sequence,type_code,userId)`
const FINANCE = 'companyCode,open,openCount,costDate'

export function pairsFor({ orders, technician_ID, partID, fresh }: Seeded): Pair[] {
  const some = (n: number) => orderID((n * 7907) % orders)
  const get = (user: string, path: string | ((n: number) => string)): Request => ({ user, path: typeof path === 'string' ? () => path : path })
  const plain = (path: string | ((n: number) => string)): Request => get('dispatcher', typeof path === 'string' ? `${PLAIN}/${path}` : n => `${PLAIN}/${path(n)}`)
  const row: Request = { user: 'agent', method: 'POST', path: () => `${PLAIN}/Rows`, body: n => ({ number: `N${n}`, text: 'Spindle makes a loud noise', amount: 12.5, quantity: 1, day: '2026-11-22', code1: 'A', code2: 'B', flag: true, count: n }) }
  const write = (name: string, user: string, path: (n: number) => string, body: (n: number) => object): Pair => ({ name, ours: { user, method: 'POST', path, body }, floor: row, isWrite: true })
  const child = (n: number) => fresh.children[n % fresh.children.length]
  const at = (ID: string) => `${ORDERS}/WorkOrders(ID=${ID},IsActiveEntity=true)`
  const list = `$filter=isOpen%20eq%20true&$orderby=promisedAt&$top=30&$count=true&$select=${COLUMNS}&$expand=${EXPANDS}`
  const own = `$filter=isOpen%20eq%20true&$orderby=plannedStart&$top=30&$select=${COLUMNS}`
  return [
    { name: 'order list', ours: get('dispatcher', `${ORDERS}/WorkOrders?${list}`), floor: plain(`Orders?${list}`) },
    {
      name: 'order page', ours: get('dispatcher', n => `${at(some(n))}?$select=${PAGE_COLUMNS}&$expand=${PAGE_EXPANDS}`), floor: plain(n => `Orders(${some(n)})?$select=${PAGE_COLUMNS}&$expand=${PAGE_EXPANDS}`)
    },
    {
      name: 'posting worklist', ours: get('controller', `/odata/v4/finance/PostingWorklist?$top=30&$count=true&$select=workOrder_ID,workOrderNumber,shortText,${FINANCE}&$orderby=workOrderNumber`),
      floor: plain(`Finances?$top=30&$count=true&$select=workOrder_ID,${FINANCE}&$expand=workOrder($select=ID,number,shortText)&$orderby=workOrder/number`)
    },
    { name: '$count', ours: get('agent', `${ORDERS}/WorkOrders/$count?$filter=isOpen%20eq%20true`), floor: plain('Orders/$count?$filter=isOpen%20eq%20true') },
    {
      name: 'analytics, $apply', ours: get('dispatcher', `${ORDERS}/WorkOrders?$apply=groupby((status_code),aggregate($count%20as%20orders))`),
      floor: plain('Orders?$apply=groupby((status_code),aggregate($count%20as%20orders))')
    },
    // Against CAP's own rule, and against a reader who needs none, as he names the technician.
    { name: "technician's own orders", ours: get('technician', `${ORDERS}/WorkOrders?${own}`), floor: get('technician', `${PLAIN}/OwnOrders?${own}`) },
    {
      name: 'own orders, no rule', ours: get('technician', `${ORDERS}/WorkOrders?${own}`),
      floor: plain(`Orders?${own.replace('eq%20true', `eq%20true%20and%20technician_ID%20eq%20${technician_ID}`)}`)
    },
    {
      name: 'value help, equipment', ours: get('agent', `${ORDERS}/Equipment?$top=20&$count=true&$select=ID,number,serialNumber,model,manufacturer`),
      floor: plain('Equipment?$top=20&$count=true&$select=ID,number,serialNumber,model,manufacturer')
    },
    { name: 'value help, technicians', ours: get('dispatcher', `${ORDERS}/Technicians?$top=20&$select=ID,name,userId`), floor: plain('Technicians?$top=20&$select=ID,name,userId') },
    write('intake', 'agent', () => `${ORDERS}/intake`, n => ({ channel_code: 'phone', serialNumber: serialNumber((n * 37) % EQUIPMENT), symptom: 'Alarm E-204, then a loud noise', contactName: 'Station 3' })),
    write('release', 'agent', () => `${at(fresh.release.shift()!)}/${ACTION}.release`, () => ({})),
    write('note', 'agent', n => `${at(child(n))}/${ACTION}.addNote`, n => ({ text: `Called back, ${n}` })),
    write('cost item', 'dispatcher', n => `${at(child(n))}/costItems`, () => ({ type_code: 'lumpSum', quantity: 1, rate: 25, description: 'Travel', performedOn: '2026-11-20' })),
    write('reserve', 'parts', () => '/odata/v4/spare-parts/reserve', n => ({ workOrder_ID: child(n), part_ID: partID, quantity: '0.001', plant: '1010', storageLocation: '0001' }))
  ]
}
