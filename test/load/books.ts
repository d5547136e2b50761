import axios from 'axios'
import { Client } from 'pg'
import type { HostErp } from '../host-erp/start'
import type { Promised } from './repairs'

type Row = Record<string, any>

/** The database behind the instances, asked without them. */
export async function openBooks(environment: Record<string, string>): Promise<Client> {
  const { credentials } = JSON.parse(environment.CDS_CONFIG).requires.db
  const client = new Client(credentials)
  await client.connect()
  return client
}

/** The sample technician may go anywhere and do anything, and there is enough of the part. */
export async function prepareBooks(books: Client): Promise<{ technician_ID: string; part_ID: string }> {
  const { rows: [{ id: technician_ID }] } = await books.query(`select id from aftersales_technicians where userid = 'technician'`)
  await books.query('delete from aftersales_workrequirements')
  await books.query('delete from aftersales_technicianareas where technician_id = $1', [technician_ID])
  await books.query('update aftersales_technicians set area_code = null, calendar_code = null where id = $1', [technician_ID])
  const { rows: [{ id: part_ID }] } = await books.query(`select id from aftersales_products where number = 'SP-1004'`)
  return { technician_ID, part_ID }
}

/** What people were told and is not there exactly once, here or in the host. */
export async function compare(books: Client, erp: HostErp, promised: Promised): Promise<string[]> {
  const wrong: string[] = []
  const all = async (sql: string, parameters: unknown[] = []): Promise<Row[]> => (await books.query(sql, parameters)).rows
  const once = (what: string, wanted: Iterable<string>, rows: Row[]) => {
    const counts = new Map<string, number>()
    for (const { key } of rows) counts.set(key, (counts.get(key) ?? 0) + 1)
    for (const key of wanted) if (counts.get(key) !== 1) wrong.push(`${what} ${key} was promised and is there ${counts.get(key) ?? 0} times`)
    for (const [key, count] of counts) if (count > 1) wrong.push(`${what} ${key} is there ${count} times`)
  }
  const orders = await all(`select id, number, reference as key from aftersales_workorders where reference like 'load-%'`)
  once('order', promised.orders.keys(), orders)
  for (const { key, id, number } of orders) {
    const told = promised.orders.get(key)
    if (told && (told.ID !== id || told.number !== number)) wrong.push(`order ${key} was told as ${told.number} and is ${number}`)
  }
  once('note', promised.notes, await all('select text as key from aftersales_notes where workorder_id = any($1)', [orders.map(({ id }) => id)]))
  once('cost item', promised.costs, await all('select id as key from aftersales_costitems where workorder_id = any($1)', [orders.map(({ id }) => id)]))
  once('reservation', promised.reservations.values(), await all('select id as key from aftersales_reservations where workorder_id = any($1)', [orders.map(({ id }) => id)]))
  once('event', [...promised.steps].flatMap(([ID, steps]) => steps.map(step => `${ID} ${TYPES[step]}`)), await all(`select workorder_id || ' ' || type_code as key from aftersales_events where workorder_id = any($1) and type_code = any($2)`, [orders.map(({ id }) => id), Object.values(TYPES)]))
  once('posting', promised.posted, await all(`select workorder_id as key from aftersales_costpostings where kind_code = 'cost' and workorder_id = any($1)`, [orders.map(({ id }) => id)]))
  return [...wrong, ...(await compareWithHost(all, erp))]
}

const TYPES: Record<string, string> = { release: 'Released', assign: 'Assigned', start: 'Started', complete: 'Completed' }

/** Each message has one document there, and nobody has made another. */
async function compareWithHost(all: (sql: string) => Promise<Row[]>, erp: HostErp): Promise<string[]> {
  const wrong: string[] = []
  const messages = await all('select number, state_code, kind_code, idempotencykey as key, hostdocument as document, lasterrorcode as code, lasterror as text from aftersales_hostmessages')
  const { data: { counts } } = await axios.get(`${erp.url}/__documents`)
  const reversed = new Set(Object.keys(counts.reversal ?? {}))
  for (const { number, state_code, key, document, code, text } of messages) {
    if (state_code !== 'Confirmed') { wrong.push(`${number} is ${state_code}: ${code} ${text}`); continue }
    const { data } = await axios.get(`${erp.url}/__documents`, { params: { key } })
    const valid = data.documents.filter((each: { number: string }) => !reversed.has(each.number))
    if (valid.length !== 1) wrong.push(`${number} (${document}) exists ${valid.length} times in the host`)
  }
  return wrong
}

/** Until nothing is on its way to the host. */
export async function settledBooks(books: Client, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await new Promise(resolve => setTimeout(resolve, 200))) {
    const { rows: [{ open }] } = await books.query(`select count(*) as open from aftersales_hostmessages where state_code in ('Pending', 'Sent')`)
    if (!Number(open)) return true
  }
  return false
}
