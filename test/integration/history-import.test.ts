import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import cds from '@sap/cds'
import { errorOf, isPostgres, startApp, WORK_ORDERS } from '../setup/app'
import { preparedSamples, WITH_PREPARED_MODEL } from '../setup/prepared'
import { scratchFolder } from '../setup/scratch'

const EXCAVATORS = path.resolve(__dirname, '../../../shared/data/excavator-work-orders.csv')
const app = startApp()

const upload = (csv: string | Buffer, mapping?: object, user = 'admin') =>
  app.as(user).post(`${WORK_ORDERS}/importHistory`, { csv: Buffer.from(csv as string).toString('base64'), mapping: mapping && JSON.stringify(mapping) })

const read = <Row>(query: () => Promise<Row>): Promise<Row> => cds.tx({ user: new (cds.User as any).Privileged('test') } as never, query) as Promise<Row>
const table = (name: string): any => cds.entities('aftersales')[name]
const ordersOf = (source: string): Promise<any[]> =>
  read(() => SELECT.from(table('WorkOrders')).where({ intakeKey: { like: `import:${source}:%` } }).orderBy('number')) as Promise<any[]>
const cents = (amount: string | number) => BigInt(Math.round(Number(amount) * 100))

/** A file of the same form for machines that don't have the real one. */
function generatedFile(): string {
  const rows = Array.from({ length: 2160 }, (_, i) => {
    const day = new Date(Date.UTC(2001, 0, 1) + ((i * 7919) % 4300) * 86_400_000).toISOString().slice(0, 10)
    const cost = i % 5 === 0 ? '0.0' : `${i % 540 === 7 ? '-' : ''}${((i * 104_729) % 2_000_000) / 100}`
    return `${i},${day},${'ABC'[i % 3]},"REPLACE HOSE, ${i % 97}",PM01,${cost},BUCKET`
  })
  return `OrderID,BscStartDate,Asset,OriginalShorttext,PMType,Cost,FuncLocation\n${rows.join('\n')}\n`
}

function historyFile(): string {
  if (fs.existsSync(EXCAVATORS)) return fs.readFileSync(EXCAVATORS, 'utf8')
  console.log('excavator-work-orders.csv is not there: a generated file takes its place')
  return generatedFile()
}

/** Cents per asset and year, by means that share nothing with the import. */
function expectedSums(csv: string): Record<string, bigint> {
  const sums: Record<string, bigint> = {}
  for (const line of csv.trim().split(/\r?\n/).slice(1)) {
    const [, date, asset, , , cost] = line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    const [, minus, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(cost)!
    const key = `${asset} ${date.slice(0, 4)}`
    sums[key] = (sums[key] ?? 0n) + BigInt(`${minus}${whole}${fraction.padEnd(2, '0')}`)
  }
  return sums
}

async function storedSums(source: string): Promise<Record<string, bigint>> {
  const orders = new Map((await ordersOf(source)).map(order => [order.ID, order]))
  const sums: Record<string, bigint> = {}
  for (const { serialNumber, receivedAt } of orders.values()) sums[`${serialNumber} ${new Date(receivedAt).getUTCFullYear()}`] ??= 0n
  for (const item of (await read(() => SELECT.from(table('CostItems')))) as any[]) {
    const order = orders.get(item.workOrder_ID)
    if (order) sums[`${order.serialNumber} ${new Date(order.receivedAt).getUTCFullYear()}`] += cents(item.amount)
  }
  return sums
}

describe('Past work orders of another system', () => {
  const csv = historyFile()

  test('are taken over whole, every cost to the cent', async () => {
    const { status, data } = await upload(csv)
    expect({ status, ...data }).toMatchObject({ status: 200, rows: 2160, imported: 2160, duplicates: 0, rejected: 0, rejects: [], rejectsCsv: null })
    console.log(`${isPostgres() ? 'PostgreSQL' : 'SQLite'}: ${Math.round(2160 / Number(data.seconds))} rows/s`)
    expect(await storedSums('history')).toEqual(expectedSums(csv))
  })

  test('are costs of finance as well: what a controller adds up per asset and year is the file to the cent, corrections included', async () => {
    const { status, data } = await app.as('controller').get("/odata/v4/finance/RepairCosts?$apply=filter(state_code eq 'Historical')/groupby((serialNumber,fiscalYear,currency_code),aggregate(amount with sum as total))")
    expect(status).toBe(200)
    const groups = data.value as { serialNumber: string; fiscalYear: number; currency_code: string; total: string }[]
    expect(new Set(groups.map(({ currency_code: currency }) => currency))).toEqual(new Set(['EUR']))
    const sums = Object.fromEntries(groups.map(({ serialNumber, fiscalYear, total }) => [`${serialNumber} ${fiscalYear}`, cents(total)]))
    const expected = Object.entries(expectedSums(csv)).filter(([key, total]) => total !== 0n || key in sums)
    expect(expected.length).toBeGreaterThanOrEqual(20)
    expect(sums).toEqual(Object.fromEntries(expected))
    const negative = (await app.as('controller').get("/odata/v4/finance/RepairCosts/$count?$filter=state_code eq 'Historical' and amount lt 0")).data
    expect(Number(negative)).toBe(4)
  })

  test('are closed orders with one event, and the total of their cost items', async () => {
    const orders = await ordersOf('history')
    const IDs = new Set(orders.map(order => order.ID))
    const events = ((await read(() => SELECT.from(table('Events')))) as any[]).filter(event => IDs.has(event.workOrder_ID))
    const items = ((await read(() => SELECT.from(table('CostItems')))) as any[]).filter(item => IDs.has(item.workOrder_ID))
    expect(events).toHaveLength(2160)
    expect(new Set(events.map(({ sequence, type_code, toStatus_code, userId }) => `${sequence} ${type_code} ${toStatus_code} ${userId}`))).toEqual(new Set(['1 Imported Closed admin']))
    expect(new Set(orders.map(order => `${order.status_code} ${order.isOpen} ${order.eventCount} ${order.channel_code}`))).toEqual(new Set(['Closed false 1 import']))
    expect(new Set(orders.map(order => order.number)).size).toBe(2160)
    expect(orders.every(order => order.faultCategory_code && order.currency_code === 'EUR')).toBe(true)
    const itemsOf = new Map(items.map(item => [item.workOrder_ID, item]))
    expect(itemsOf.size).toBe(items.length)
    expect(orders.filter(order => cents(order.costTotal) !== cents(itemsOf.get(order.ID)?.amount ?? 0))).toEqual([])
    const negative = items.filter(item => cents(item.amount) < 0n)
    expect(negative).toHaveLength(4)
    expect(negative.every(item => item.description === 'Correction')).toBe(true)
  })

  test('make the equipment that was missing, once', async () => {
    const made = (await read(() => SELECT.from(table('Equipment')).where({ serialNumber: { in: ['A', 'B', 'C'] } }).orderBy('serialNumber'))) as any[]
    expect(made.map(({ serialNumber, number }) => [serialNumber, number])).toEqual([['A', 'A'], ['B', 'B'], ['C', 'C']])
  })

  test('are left alone when the file comes again', async () => {
    const { data } = await upload(csv)
    expect(data).toMatchObject({ rows: 2160, imported: 0, duplicates: 2160, rejected: 0 })
    expect(await storedSums('history')).toEqual(expectedSums(csv))
  })

  test('are never doubled by two uploads at once', async () => {
    const answers = await Promise.all([upload(csv, { source: 'twice' }), upload(csv, { source: 'twice' })])
    expect(answers.map(answer => answer.status)).toEqual([200, 200])
    expect(answers.map(answer => answer.data.imported).sort()).toEqual([0, 2160])
    expect(await ordersOf('twice')).toHaveLength(2160)
  })

  test('belong to known equipment by its serial number or number, with its customer and snapshot', async () => {
    const [known] = (await read(() => SELECT.from(table('Equipment')).where({ serialNumber: 'MON-2041-0007' }))) as any[]
    await upload(`Order,Equipment,Date,Description\n1,${known.serialNumber},2020-01-01,x\n2,${known.number},2020-01-02,y\n`, { source: 'known' })
    for (const order of await ordersOf('known')) {
      expect(order).toMatchObject({ equipment_ID: known.ID, serialNumber: known.serialNumber, model: known.model, customer_ID: known.customer_ID, customerName: 'Klinikum am Neckarbogen' })
    }
  })

  test('may be a German list with decimal commas and trailing minus, or a Chinese one in GB18030', async () => {
    await upload(Buffer.from('Auftrag;Equipment;Eckstarttermin;Kurztext;Gesamtkosten Ist\r\n4711;A;31.12.2010;\xd6l wechseln;1.234,56-\r\n', 'latin1'), { source: 'de' })
    expect((await ordersOf('de')).map(({ reference, shortText, costTotal }) => [reference, shortText, cents(costTotal)])).toEqual([['4711', 'Öl wechseln', -123456n]])
    const gb = [0xb9, 0xa4, 0xb5, 0xa5, 0xba, 0xc5, 0x2c, 0xc9, 0xe8, 0xb1, 0xb8, 0x2c, 0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xc3, 0xe8, 0xca, 0xf6]
    await upload(Buffer.from([...gb, ...Buffer.from('\n1,A,2010-12-31,'), 0xc2, 0xa9, 0xd3, 0xcd]), { source: 'zh' })
    expect((await ordersOf('zh')).map(({ shortText }) => shortText)).toEqual(['漏油'])
  })
})

describe('Rows that are wrong', () => {
  const BAD = [
    'Order,Asset,Date,Short text,Order type,Cost,Currency,Customer',
    'G1,A,2020-01-01,good,PM01,10.00,EUR,',
    ',A,2020-01-01,no reference,PM01,1,EUR,',
    'B2,,2020-01-01,no equipment,PM01,1,EUR,',
    'B3,A,,no date,PM01,1,EUR,',
    'B4,A,2021-02-29,"impossible\ndate",PM01,1,EUR,',
    'B5,A,01/02/2020,ambiguous date,PM01,1,EUR,',
    'B6,A,2999-01-01,future,PM01,1,EUR,',
    'B7,A,2020-01-01,=not a number,PM01,"1,5",EUR,',
    'B8,A,2020-01-01,too fine,PM01,1.005,EUR,',
    'B9,A,2020-01-01,order type,ZZ99,1,EUR,',
    'B10,A,2020-01-01,currency,PM01,1,ZZZ,',
    'G1,A,2020-01-01,repeated,PM01,1,EUR,',
    'B12,A,2020-01-01,con\u0001trol,PM01,1,EUR,',
    'B13,A,2020-01-01,customer,PM01,1,EUR,NOBODY',
    'B14,A,2020-01-01,too,many,PM01,1,EUR,,x',
    'B15,A,2020-01-01',
    `B16,${'S'.repeat(19)},2020-01-01,too long,PM01,1,EUR,`,
    'G2,A,2020-01-02,good too,PM01,-5,EUR,'
  ].join('\n')

  test('are rejected with line, column and reason, and the others are stored', async () => {
    const { data } = await upload(BAD, { source: 'bad' })
    expect(data).toMatchObject({ rows: 18, imported: 2, duplicates: 0, rejected: 16 })
    const text = (code: string, ...args: unknown[]) => (cds as any).i18n.messages.at(code, 'en', args)
    expect(data.rejects).toEqual([
      { line: 3, column: 'Order', reason: text('IMPORT_VALUE_MISSING') },
      { line: 4, column: 'Asset', reason: text('IMPORT_VALUE_MISSING') },
      { line: 5, column: 'Date', reason: text('IMPORT_VALUE_MISSING') },
      { line: 6, column: 'Date', reason: text('IMPORT_DATE_IMPOSSIBLE', '2021-02-29') },
      { line: 8, column: 'Date', reason: text('IMPORT_DATE_FORMAT', '01/02/2020', 'auto') },
      { line: 9, column: 'Date', reason: text('IMPORT_DATE_IN_FUTURE', '2999-01-01') },
      { line: 10, column: 'Cost', reason: text('IMPORT_AMOUNT_FORMAT', '1,5', '.') },
      { line: 11, column: 'Cost', reason: text('IMPORT_AMOUNT_DECIMALS', '1.005', '.', 2) },
      { line: 12, column: 'Order type', reason: text('IMPORT_ORDER_TYPE_UNKNOWN', 'ZZ99') },
      { line: 13, column: 'Currency', reason: text('IMPORT_CURRENCY_UNKNOWN', 'ZZZ') },
      { line: 14, column: 'Order', reason: text('IMPORT_REFERENCE_REPEATED', 'G1', 2) },
      { line: 15, column: 'Short text', reason: text('IMPORT_CONTROL_CHARACTER') },
      { line: 16, column: 'Customer', reason: text('IMPORT_CUSTOMER_UNKNOWN', 'NOBODY') },
      { line: 17, column: null, reason: text('IMPORT_COLUMN_COUNT', 10, 8) },
      { line: 18, column: null, reason: text('IMPORT_COLUMN_COUNT', 3, 8) },
      { line: 19, column: 'Asset', reason: text('IMPORT_TOO_LONG', 19, 18) }
    ])
    expect((await ordersOf('bad')).map(({ reference, costTotal }) => [reference, cents(costTotal)])).toEqual([['G1', 1000n], ['G2', -500n]])
  })

  test('come back as a file that is rejected again as it is, and imported once corrected', async () => {
    const { rejectsCsv } = (await upload(BAD, { source: 'bad' })).data
    expect((await upload(rejectsCsv, { source: 'bad' })).data).toMatchObject({ imported: 0 })
    const corrected = rejectsCsv.replace('2021-02-29', '2020-02-29').replace('"1,5"', '1.50').replace('1.005', '1.01')
    expect((await upload(corrected, { source: 'bad' })).data).toMatchObject({ imported: 3 })
    const texts = Object.fromEntries((await ordersOf('bad')).map(({ reference, symptom }) => [reference, symptom]))
    expect(texts).toMatchObject({ B4: 'impossible\ndate', B7: '=not a number' })
  })

  test('include a reference that another order has: systems are told apart by source', async () => {
    const { data } = await upload('Order,Asset,Date\nG1,A,2019-12-31\n', { source: 'bad' })
    expect(data).toMatchObject({ imported: 0, duplicates: 0, rejected: 1 })
    expect(data.rejects[0]).toMatchObject({ line: 2, column: 'Order', reason: expect.stringContaining('source') })
    expect((await upload('Order,Asset,Date\nG1,A,2019-12-31\n', { source: 'other' })).data).toMatchObject({ imported: 1 })
  })

  test('include those of unknown equipment where the mapping wants none to be created', async () => {
    const { data } = await upload('Order,Asset,Date\n1,NEW-1,2020-01-01\n', { source: 'strict', createMissingEquipment: false })
    expect(data).toMatchObject({ imported: 0, rejected: 1, rejects: [{ line: 2, column: 'Asset' }] })
  })
})

describe('A file or mapping that can not be used', () => {
  test.each([
    ['IMPORT_NOT_CSV', 'csv', 'PK\u0003\u0004\u0014\u0000binary', undefined],
    ['IMPORT_FILE_EMPTY', 'csv', '\n\n', undefined],
    ['IMPORT_COLUMN_MISSING', 'columns.reference', 'a,b,c\n1,2,3', undefined],
    ['IMPORT_COLUMN_NOT_FOUND', 'columns.cost', 'Order,Asset,Date\n', { columns: { cost: 'Price' } }],
    ['IMPORT_MAPPING_UNKNOWN', 'colums', 'Order,Asset,Date\n', { colums: {} }],
    ['IMPORT_DEFAULT_UNKNOWN', 'defaults.orderType', 'Order,Asset,Date\n', { defaults: { orderType: 'ZZ99' } }]
  ])('is 400 %s at %s', async (code, target, csv, mapping) => {
    const error = errorOf(await upload(csv, mapping))
    expect(error).toMatchObject({ status: 400, code, target })
    expect(error.message).not.toBe(code)
  })

  test('is 403 for everyone but Admin', async () => {
    for (const user of ['agent', 'dispatcher', 'technician', 'auditor']) expect((await upload('Order,Asset,Date\n', undefined, user)).status).toBe(403)
  })
})

describe('The command', () => {
  const folder = scratchFolder('history-import-')
  const root = path.resolve(__dirname, '../..')
  const database = isPostgres() ? {} : { CDS_ENV: 'development', NODE_ENV: 'development', CDS_REQUIRES_DB_CREDENTIALS_URL: path.join(folder, 'db.sqlite') }
  const env = { ...process.env, ...database } as NodeJS.ProcessEnv
  const map = path.join(folder, 'map.json')
  const COMMAND = [...WITH_PREPARED_MODEL, 'srv/work-orders/import-history.ts']
  const command = (...args: string[]) => spawnSync(process.execPath, [...COMMAND, ...args], { cwd: root, env, encoding: 'utf8' })
  const write = (name: string, content: string) => {
    fs.writeFileSync(path.join(folder, name), content)
    return path.join(folder, name)
  }

  beforeAll(() => {
    fs.writeFileSync(map, JSON.stringify({ source: 'command' }))
    if (!isPostgres()) fs.copyFileSync(preparedSamples()!, path.join(folder, 'db.sqlite'))
  })
  afterAll(() => fs.rmSync(folder, { recursive: true }))

  test('validates with --dry-run, imports, and finds everything there the second time', () => {
    const file = write('history.csv', historyFile())
    expect(command(file, '--map', map, '--dry-run')).toMatchObject({ status: 0, stdout: expect.stringMatching(/Nothing was stored[^]*2,160 rows: 2,160 imported, 0 already there, 0 rejected/) })
    const first = command(file, '--map', map)
    expect(first).toMatchObject({ status: 0, stdout: expect.stringMatching(/2,160 rows: 2,160 imported, 0 already there, 0 rejected; .* rows\/s/) })
    console.log(first.stdout.trim())
    expect(command(file, '--map', map)).toMatchObject({ status: 0, stdout: expect.stringContaining('0 imported, 2,160 already there') })
  })

  test('imports nothing twice when it runs twice at the same time', async () => {
    const file = write('both.csv', generatedFile())
    fs.writeFileSync(map, JSON.stringify({ source: 'both' }))
    const outputs = await Promise.all([1, 2].map(() => new Promise<string>(done => {
      let output = ''
      const child = spawn(process.execPath, [...COMMAND, file, '--map', map], { cwd: root, env })
      child.stdout.on('data', data => { output += data })
      child.on('close', () => done(output))
    })))
    const counts = outputs.map(output => /: ([\d,]+) imported, ([\d,]+) already there, 0 rejected/.exec(output)!.slice(1).map(text => Number(text.replace(',', ''))))
    expect(counts[0][0] + counts[1][0]).toBe(2160)
    expect(counts[0][1] + counts[1][1]).toBe(2160)
  })

  test('writes rejected rows to a file beside the original and ends with 2', () => {
    const file = write('bad.csv', 'Order,Asset,Date\n1,A,2020-02-30\n')
    expect(command(file, '--map', map)).toMatchObject({ status: 2, stdout: expect.stringContaining(`${file}.rejects.csv`) })
    expect(fs.readFileSync(`${file}.rejects.csv`, 'utf8')).toBe('\ufeffOrder,Asset,Date,_line,_column,_reason\r\n1,A,2020-02-30,2,Date,The calendar has no day 2020-02-30.\r\n')
  })

  test('ends with 1 and says why when file, mapping or database is missing', () => {
    const file = write('good.csv', 'Order,Asset,Date\n')
    expect(command(path.join(folder, 'none.csv'))).toMatchObject({ status: 1, stderr: expect.stringContaining('none.csv') })
    expect(command()).toMatchObject({ status: 1, stderr: expect.stringContaining('Usage') })
    expect(command(file, '--map', write('wrong.json', '{"sourc":1}'))).toMatchObject({ status: 1, stderr: expect.stringContaining('sourc') })
    if (isPostgres()) return
    env.CDS_REQUIRES_DB_CREDENTIALS_URL = path.join(folder, 'nowhere.sqlite')
    expect(command(file)).toMatchObject({ status: 1, stderr: expect.stringContaining('npm start') })
    expect(fs.existsSync(path.join(folder, 'nowhere.sqlite'))).toBe(false)
  })
})
