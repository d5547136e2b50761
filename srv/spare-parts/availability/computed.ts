import cds from '@sap/cds'
import Decimal from 'decimal.js'
import { earliestFrom } from './earliest'
import { transitsOf } from './transits'

type Row = Record<string, any>
interface Column { ref?: string[]; func?: string; as?: string }
interface Query { columns?: (string | Column)[]; groupBy?: unknown }

const COMPUTED = ['inTransit', 'expectedAt', 'ageSeconds']
const NEEDED: Record<string, string[]> = {
  inTransit: ['part_ID', 'plant', 'storageLocation'],
  ageSeconds: ['readAt'],
  expectedAt: ['part_ID', 'plant', 'storageLocation', 'available', 'onOrder', 'onOrderPromised', 'onOrderDate', 'deliveryHours', 'deliveryDays', 'goodsReceiptDays']
}
/** What was asked for, and what was read along for it. */
const plans = new WeakMap<object, { wanted: string[]; added: string[] }>()

/** Reads along what the computed fields of a request need; what nobody asked for is left out of the answer again. */
export function readAlong(req: cds.Request): void {
  const { columns, groupBy } = (req.query as unknown as { SELECT?: Query }).SELECT ?? {}
  if (groupBy || columns?.some(column => (column as Column).func)) return
  if (!columns || columns.some(column => column === '*')) {
    plans.set(req, { wanted: COMPUTED, added: [] })
    return
  }
  const asked = new Set(columns.map(column => (typeof column === 'string' ? column : column.as ?? column.ref?.join('.'))))
  const wanted = COMPUTED.filter(name => asked.has(name))
  const added = [...new Set(wanted.flatMap(name => NEEDED[name]))].filter(name => !asked.has(name))
  columns.push(...added.map(name => ({ ref: [name] })))
  plans.set(req, { wanted, added })
}

/** What is derived of moving figures is worked out when it is asked for: pieces on their way, ages, and when one piece can be at a site near by. */
export async function fillComputed(result: Row | Row[], req: cds.Request): Promise<void> {
  const { wanted, added } = plans.get(req) ?? { wanted: [], added: [] }
  const rows = [result ?? []].flat().filter(row => row && typeof row === 'object')
  if (!wanted.length || !rows.length) return
  const now = cds.context!.timestamp.getTime()
  const transits = wanted.some(name => name !== 'ageSeconds') ? await transitsOf([...new Set(rows.map(row => row.part_ID))]) : undefined
  for (const row of rows) {
    const transit = transits?.get([row.part_ID, row.plant, row.storageLocation].join(' '))
    if (wanted.includes('inTransit')) row.inTransit = transit?.quantity ?? '0'
    if (wanted.includes('ageSeconds')) row.ageSeconds = row.readAt ? Math.max(0, Math.round((now - Date.parse(row.readAt)) / 1000)) : null
    if (wanted.includes('expectedAt')) row.expectedAt = expectedOf(row, transit, now)
    for (const name of added) delete row[name]
  }
}

function expectedOf(row: Row, transit: { quantity: string; at: number | null } | undefined, now: number): string | null {
  const expected = earliestFrom({
    available: row.available, onOrder: new Decimal(row.onOrder ?? 0).minus(row.onOrderPromised ?? 0).toFixed(), onOrderDate: row.onOrderDate ?? null,
    inTransit: transit?.quantity ?? '0', inTransitAt: transit?.at ?? null,
    deliveryHours: row.deliveryHours ?? 24, deliveryDays: row.deliveryDays ?? null, goodsReceiptDays: row.goodsReceiptDays ?? 0
  }, 1, now)
  return expected ? new Date(expected.at).toISOString() : null
}
