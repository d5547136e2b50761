import type { Database } from '../work-orders/database'

/** What the two databases spell differently. */
export interface Dialect {
  /** Numbers 1 … count, as column i of `n`. */
  numbers(from: number, count: number): string
  uuid(kind: number, number: string): string
  /** So many days after the beginning. */
  day(days: string): string
  month(day: string): string
  yearOf(day: string): string
  monthOf(day: string): string
  timestamp(seconds: string): string
}

const BEGIN = '2019-01-01'
const DAYS = 7 * 365

export const dialects: Record<string, Dialect> = {
  postgres: {
    numbers: (from, count) => `(SELECT i::bigint AS i FROM generate_series(${from}, ${from + count - 1}) AS i) AS n`,
    uuid: (kind, number) => `'${kind}0000000-0000-4000-8000-' || lpad(to_hex(${number}), 12, '0')`,
    day: days => `(date '${BEGIN}' + (${days})::int)`,
    month: day => `date_trunc('month', ${day})::date`,
    yearOf: day => `extract(year FROM ${day})::int`,
    monthOf: day => `extract(month FROM ${day})::int`,
    timestamp: seconds => `(timestamp '${BEGIN}' + (${seconds}) * interval '1 second')`
  },
  sqlite: {
    numbers: (from, count) => `(WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${from + count - 1}) SELECT i FROM n) AS n`,
    uuid: (kind, number) => `printf('${kind}0000000-0000-4000-8000-%012x', ${number})`,
    day: days => `date('${BEGIN}', (${days}) || ' days')`,
    month: day => `date(${day}, 'start of month')`,
    yearOf: day => `CAST(strftime('%Y', ${day}) AS INTEGER)`,
    monthOf: day => `CAST(strftime('%m', ${day}) AS INTEGER)`,
    timestamp: seconds => `strftime('%Y-%m-%dT%H:%M:%S.000Z', '${BEGIN}', (${seconds}) || ' seconds')`
  }
}

const among = (number: string, values: string[]) => `(CASE (${number}) % ${values.length} ${values.map((value, at) => `WHEN ${at} THEN '${value}'`).join(' ')} END)`

/** A well-mixed number out of i, so that columns do not follow each other. */
const mixed = (by: number, of: number) => `((i * ${by}) % ${of})`

/**
 * Columns of one cost row by its number: seven years of work in four company codes, 100 models and 5,000 customers, mostly posted. They are computed
 * by the database, as millions of rows would take long on their way there.
 */
function columns({ uuid, day, month, yearOf, monthOf, timestamp }: Dialect): Record<string, string> {
  const done = day(mixed(7919, DAYS)), model = mixed(104729, 100), customer = mixed(15485863, 5000), company = mixed(31, 4), kind = mixed(13, 5), technician = mixed(6151, 300)
  const amount = `(${mixed(48271, 90000)} - 5000) / 100.0`, companyCode = among(company, ['1010', '1110', '1710', '1810']), own = among(company, ['EUR', 'GBP', 'USD', 'SEK'])
  const posted = 'i % 20 > 0'
  return {
    ID: uuid(1, 'i'), changeNumber: 'i', createdAt: timestamp('i * 40'), changedAt: timestamp('i * 40'), state_code: `CASE WHEN ${posted} THEN 'Posted' ELSE 'Open' END`,
    workOrder_ID: uuid(2, 'i / 4'), workOrderNumber: "'WB-' || (1000000 + i / 4)", costItem_ID: uuid(3, 'i'), share: '1', correction: '0', sharePercent: '100',
    costType_code: among(kind, ['labour', 'travel', 'part', 'external', 'lumpSum']), source_code: among(kind, ['time', 'time', 'goodsIssue', 'manual', 'manual']),
    description: "'Work on spindle and drive ' || (i % 997)", accountingIndicator_code: among(mixed(17, 4), ['warranty', 'contract', 'goodwill', 'billable']), warrantyStatus_code: among(mixed(17, 2), ['active', 'expired']),
    quantity: '1 + i % 8', unit: among(kind, ['H', 'KM', 'EA', 'EA', 'EA']), rate: `${amount} / (1 + i % 8)`, amount, currency_code: own, companyCodeAmount: amount, companyCodeCurrency_code: own,
    exchangeRate: '1', exchangeRateDate: done, companyCode, plant: companyCode, glAccount: among(kind, ['94308000', '61003000', '51600000', '61008000', '65008000']),
    costElement: among(kind, ['94308000', '61003000', '51600000', '61008000', '65008000']), offsetAccount: "'94309000'", hostAccount: "'94308000'", costObjectKind_code: "'costCenter'",
    costCenter: `${companyCode} || '1301'`, activityType: "'1'", postedBy_code: "'journalEntry'", costObjectRule_ID: uuid(4, 'i % 40'), accountRule_ID: uuid(5, 'i % 40'),
    performedOn: done, month: month(done), fiscalYear: yearOf(done), fiscalPeriod: monthOf(done), documentDate: done, postingDate: `CASE WHEN ${posted} THEN ${done} END`, debitCredit: "'S'",
    posting_ID: `CASE WHEN ${posted} THEN ${uuid(6, 'i / 4')} END`, postingNumber: `CASE WHEN ${posted} THEN 'CP-' || (1000000 + i / 4) END`,
    accountingDocument: `CASE WHEN ${posted} THEN (100000000 + i / 4) || '/2026' END`, reference: "'PO ' || (i / 4)", orderType_code: among(mixed(19, 3), ['SM01', 'SM02', 'SM03']),
    faultCategory_code: among(mixed(23, 5), ['SENSOR', 'DRIVE', 'CONTROL', 'LEAK', 'NOISE']), resolution_code: "'repaired'", equipment_ID: uuid(7, mixed(32452843, 50000)),
    equipmentNumber: `'' || (10000000 + ${mixed(32452843, 50000)})`, serialNumber: `'SN-' || ${mixed(32452843, 50000)}`, model: `'M-' || (1000 + ${model})`, manufacturer: among(model, ['Latheworks', 'Ventura', 'Corvex']),
    functionalLocation: `'SITE-' || ${customer}`, customer_ID: uuid(8, customer), customerNumber: `'' || (1000000 + ${customer})`, customerName: `'Customer ' || ${customer}`,
    technician_ID: uuid(9, technician), technicianNumber: `'T-' || ${technician}`
  }
}

const TABLE = 'aftersales_RepairCosts'
const CHUNK = 500_000

/** Replaces the sample's cost rows by so many; indexes are made afterwards, since that takes a fraction of the time. */
export async function seedCosts(db: Database, kind: string, count: number): Promise<void> {
  const dialect = dialects[kind], all = columns(dialect)
  await db.run(`DELETE FROM ${TABLE}`)
  const indexes = await indexesOf(db, kind)
  for (const { name } of indexes) await db.run(`DROP INDEX ${name}`)
  for (let from = 1; from <= count; from += CHUNK) {
    const rows = dialect.numbers(from, Math.min(CHUNK, count - from + 1))
    await db.run(`INSERT INTO ${TABLE} (${Object.keys(all).join(', ')}) SELECT ${Object.values(all).join(', ')} FROM ${rows}`)
  }
  for (const { sql } of indexes) await db.run(sql)
  await db.settle()
}

async function indexesOf(db: Database, kind: string): Promise<{ name: string; sql: string }[]> {
  const sql = kind === 'sqlite'
    ? `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND lower(tbl_name) = '${TABLE.toLowerCase()}'`
    : `SELECT indexname AS name, indexdef AS sql FROM pg_indexes WHERE tablename = '${TABLE.toLowerCase()}' AND indexname LIKE 'ix\\_%'`
  return (await db.query(sql)) as { name: string; sql: string }[]
}
