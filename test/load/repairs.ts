import type { Answer, People } from './people'

export const SERIALS = ['LAT-0420-1105', 'MON-2041-0007', 'VEN-3107-0012']
const ORDERS = '/odata/v4/work-orders', PARTS = '/odata/v4/spare-parts', FINANCE = '/odata/v4/finance', ACTION = 'aftersales.WorkOrderService'

/** What people were told to be done: it must be there, once, whatever became of the instance that said so. */
export interface Promised {
  orders: Map<string, { ID: string; number: string }>
  /** Texts, of which no two are alike. */
  notes: Set<string>
  /** IDs that the client chose. */
  costs: Set<string>
  /** By request key. */
  reservations: Map<string, string>
  /** Steps by order. */
  steps: Map<string, string[]>
  /** Orders with a posting. */
  posted: Set<string>
}

export const nothingPromised = (): Promised => ({ orders: new Map(), notes: new Set(), costs: new Set(), reservations: new Map(), steps: new Map(), posted: new Set() })

export interface Surroundings { people: People; promised: Promised; technician_ID: string; part_ID: string; isOver: () => boolean }

const at = (ID: string) => `${ORDERS}/WorkOrders(ID=${ID},IsActiveEntity=true)`

/** A repair by all roles, from the call to the posting. Each request can be asked again: by its reference, its key, an ID of the client's, or since a step is taken once. */
export async function repair({ people, promised, technician_ID, part_ID, isOver }: Surroundings, reference: string, draw: number): Promise<void> {
  const { status, data } = await people.post('intake', 'agent', `${ORDERS}/intake`, { channel_code: 'phone', serialNumber: SERIALS[Math.floor(draw * SERIALS.length)], symptom: 'Loud noise', reference })
  if (status !== 200) return complain(people, 'intake', { status, data, attempt: 1 })
  const { ID, number } = data
  promised.orders.set(reference, { ID, number })
  await step('release', 'agent')
  await note()
  if (draw < 0.6) await reserve()
  await cost({ type_code: 'lumpSum', quantity: 1, rate: 10 + Math.floor(draw * 100), description: 'Repair', performedOn: today() })
  if (draw > 0.5 || isOver()) return
  for (const [name, user, more] of WAY(technician_ID)) if (!(await step(name, user, more))) return
  const posting = await people.post('post', 'controller', `${FINANCE}/post`, { workOrder_ID: ID })
  if (posting.status < 300) promised.posted.add(ID)
  else if (posting.attempt === 1) complain(people, 'post', posting)

  async function step(name: string, user: string, more: object = {}): Promise<boolean> {
    const answer = await people.post(name, user, `${at(ID)}/${ACTION}.${name}`, more)
    // A wrong step after an attempt without an answer: that one has taken it.
    const isDone = answer.status < 300 || (answer.status === 409 && answer.attempt > 1)
    if (isDone) promised.steps.set(ID, [...(promised.steps.get(ID) ?? []), name])
    else complain(people, name, answer)
    return isDone
  }

  /** A note has no key: whoever got no answer looks before asking again. */
  async function note(): Promise<void> {
    const text = `Note of ${reference}`
    const answer = await people.post('note', 'agent', `${at(ID)}/${ACTION}.addNote`, { text }, async () =>
      (await people.get('notes', 'agent', `${at(ID)}/notes?$filter=text eq '${text}'&$top=1`)).data?.value?.length > 0)
    if (answer.status < 300) promised.notes.add(text)
    else complain(people, 'note', answer)
  }

  async function cost(row: object): Promise<void> {
    const own = crypto.randomUUID()
    const answer = await people.post('cost item', 'dispatcher', `${at(ID)}/costItems`, { ID: own, ...row })
    if (answer.status === 201 || (answer.attempt > 1 && [400, 409].includes(answer.status))) promised.costs.add(own)
    else complain(people, 'cost item', answer)
  }

  async function reserve(): Promise<void> {
    const answer = await people.post('reserve', 'parts', `${PARTS}/reserve`, { workOrder_ID: ID, part_ID, quantity: '0.001', plant: '1010', storageLocation: '0001', requestKey: reference })
    if (answer.status < 300) promised.reservations.set(reference, answer.data.ID)
    else complain(people, 'reserve', answer)
  }
}

const WAY = (technician_ID: string): [string, string, object?][] => [
  ['assign', 'dispatcher', { technician_ID }], ['start', 'technician'], ['complete', 'technician', { resolution_code: 'REPAIRED', summary: 'Bearing replaced', testData: 'Test run of 10 min passed', udi: '(01)09520001000140' }]
]

/** What people look at while others work. */
export const LOOKS: [kind: string, user: string, path: string][] = [
  ['order list', 'dispatcher', `${ORDERS}/WorkOrders?$filter=isOpen eq true&$orderby=promisedAt&$top=30&$count=true&$select=ID,number,shortText,status_code,promisedAt,customerName&$expand=status($select=code,name)`],
  ['orders of a technician', 'technician', `${ORDERS}/WorkOrders?$filter=isOpen eq true&$top=20&$select=ID,number,shortText,status_code`],
  ['count of open orders', 'agent', `${ORDERS}/WorkOrders/$count?$filter=isOpen eq true`],
  ['orders by status', 'dispatcher', `${ORDERS}/WorkOrders?$apply=groupby((status_code),aggregate($count as orders))`],
  ['parts', 'parts', `${PARTS}/Parts?$top=20&$select=ID,number,name`],
  ['reservations', 'parts', `${PARTS}/Reservations?$top=20&$orderby=createdAt desc`],
  ['posting worklist', 'controller', `${FINANCE}/PostingWorklist?$top=20&$count=true`],
  ['clock board', 'dispatcher', '/odata/v4/service-levels/ClockBoard?$top=20'],
  ['notifications', 'quality', '/odata/v4/quality/QualityNotifications?$top=20&$count=true'],
  ['messages to the host', 'admin', '/odata/v4/host-erp/HostMessages?$top=20&$orderby=number desc']
]

function complain(people: People, kind: string, { status, data, attempt }: Answer): void {
  people.wrong.push(`${kind}: ${status} after ${attempt} attempt(s): ${JSON.stringify(data?.error ?? data)?.slice(0, 300)}`)
}

const today = () => new Date().toISOString().slice(0, 10)
