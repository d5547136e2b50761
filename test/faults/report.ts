import axios from 'axios'
import type { HostErp } from '../host-erp/start'
import type { MessageRow, ServiceUnderFire } from './service-under-fire'

interface Result {
  title: string; erp: HostErp; services: ServiceUnderFire[]; rows: MessageRow[]; taken: Set<string>; attention: MessageRow[]; wrong: string[]; seconds: number
}

/** The figures of a fault run. */
export async function report({ title, erp, services, rows, taken, attention, wrong, seconds }: Result): Promise<void> {
  const { data: { faults, documents } } = await axios.get(`${erp.url}/__counters`)
  const { data: { counts } } = await axios.get(`${erp.url}/__documents`)
  const made = documents.reservation + documents.materialDocument - Object.keys(counts.reversal ?? {}).length
  const found = sum(services.map(service => service.found))
  console.log(`${title}, killed ${sum(services.map(service => service.kills))} times, ${seconds.toFixed(0)} s`)
  console.log(`  sent ${rows.filter(row => row.state_code === 'Confirmed').length} of ${rows.length} messages (${taken.size} acknowledged to their callers); written down by each instance, what a kill rolled back included: ${services.map(service => service.confirmed).join(', ')}`)
  console.log(`  retried ${rows.filter(row => row.attempts > 1).length} messages, ${sum(rows.map(row => row.attempts))} attempts in all; faults of the host ${JSON.stringify(faults)}`)
  console.log(`  duplicates avoided: ${found} found by key instead of posted again, ${made - rows.length} surplus documents taken back`)
  console.log(`  needed attention ${attention.length} (${[...new Set(attention.map(row => row.lastErrorCode))].join('; ') || 'none'}), then retried`)
  console.log(wrong.length ? `  WRONG ${wrong.length}:\n    ${wrong.slice(0, 20).join('\n    ')}` : '  every document that was wanted exists exactly once, in the order of its work order, and no message waited without a reason')
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
