import fs from 'node:fs'
import path from 'node:path'
import cds from '@sap/cds'
import { errorOf, startApp } from '../setup/app'
import { unzipped } from '../setup/zip'

const app = startApp()
const FINANCE = '/odata/v4/finance'
const get = (path: string, user = 'puller', headers = {}) => app.as(user).get(`${FINANCE}/${path}`, { headers })
const ROWS = 4500, FIRST = 1_000_000

/** Cost rows of three company codes, more than two pages of an export of them, 700 of which came in the same moment. */
beforeAll(async () => {
  await cds.db.run(DELETE.from('aftersales.RepairCosts'))
  await cds.db.run(INSERT.into('aftersales.RepairCosts').entries(Array.from({ length: ROWS }, (_, i) => costRow(i))))
})

const CURRENCIES = ['EUR', 'JPY', 'KWD'], AMOUNTS = ['10.01', '1000', '1.125']

function costRow(i: number) {
  const own = i % 3, at = new Date(Date.UTC(2026, 0, 1) + Math.max(0, i - 700) * 1000).toISOString()
  return {
    ID: `f0000000-0000-4000-8000-${String((i * 7919) % 1_000_000).padStart(12, '0')}`, changeNumber: FIRST + i, createdAt: at, changedAt: at, state_code: i % 2 ? 'Posted' : 'Open', share: 1, correction: 0,
    costType_code: i % 2 ? 'labour' : 'part', accountingIndicator_code: i % 4 ? 'warranty' : 'billable', description: i === 5 || i === 7 ? '=HYPERLINK("http://x")' : i === 6 ? 'Weld, "hot", then\ncool' : `Row ${i}`,
    quantity: '1.5', unit: 'H', amount: i === 9 ? '-10.01' : AMOUNTS[own], currency_code: CURRENCIES[own], companyCodeAmount: i === 9 ? '-10.01' : AMOUNTS[own], companyCodeCurrency_code: CURRENCIES[own],
    companyCode: ['1010', '1610', '1999'][own], costCenter: `${own}1301`, performedOn: `2026-0${1 + (i % 3)}-15`, month: `2026-0${1 + (i % 3)}-01`, fiscalYear: 2026, fiscalPeriod: 1 + (i % 3),
    model: `M${i % 7}`, customerName: `客户 ${i % 5}`, customerNumber: String(i % 5), faultCategory_code: null, workOrderNumber: `WO-${i % 100}`
  }
}
const rows = Array.from({ length: ROWS }, (_, i) => costRow(i))
const sum = (values: string[]) => values.reduce((total, value) => total + Math.round(Number(value) * 1000), 0) / 1000

test('a system that pulls reads repair costs and nothing else, in no service', async () => {
  expect((await get('RepairCosts?$top=1')).status).toBe(200)
  expect((await get('$metadata')).status).toBe(200)
  const services = (Object.values(cds.services) as unknown as { name: string; path?: string; entities: object; definition?: { '@path'?: string } }[]).filter(({ definition }) => definition?.['@path']?.startsWith('/odata/v4/'))
  expect(services.length).toBeGreaterThan(6)
  const readable: string[] = []
  for (const service of services) {
    for (const { name } of Object.values(service.entities) as unknown as { name: string }[]) {
      const set = name.slice(service.name.length + 1).replaceAll('.', '_')
      const { status } = await app.as('puller').get(`${service.path}/${set}?$top=1`)
      if (status < 400) readable.push(set)
    }
  }
  expect(readable).toEqual(['RepairCosts'])
})

test('paths and expands lead a system that pulls to nothing that it may not read', async () => {
  for (const path of ['RepairCosts?$expand=workOrder', 'RepairCosts?$expand=costItem', 'RepairCosts?$expand=posting', "RepairCosts?$filter=workOrder/shortText eq 'x'", 'CurrentUser']) {
    expect(errorOf(await get(path))).toMatchObject({ status: 403 })
  }
  expect((await app.as('puller').post(`${FINANCE}/post`, { workOrder_ID: cds.utils.uuid() })).status).toBe(403)
  expect((await get('RepairCosts?export=csv', 'parts')).status).toBe(403)
})

test('pages by change number bring each row once, in order', async () => {
  const seen: number[] = []
  for (let last = FIRST - 1; ;) {
    const { data, status } = await get(`RepairCosts?$filter=changeNumber gt ${last}&$orderby=changeNumber&$top=1700`)
    expect([status, data.error]).toEqual([200, undefined])
    if (!data.value.length) break
    expect(data['@odata.nextLink']).toBeUndefined()
    seen.push(...data.value.map((row: { changeNumber: string }) => Number(row.changeNumber)))
    last = seen.at(-1)!
  }
  expect(seen).toEqual(rows.map(({ changeNumber }) => changeNumber))
})

test('a page that goes out as the database wrote it is the page that CAP would have written', async () => {
  for (const options of [`$filter=changeNumber ge ${FIRST + 3}&$orderby=changeNumber&$top=20`, "$filter=costType_code eq 'labour'&$select=ID,amount,performedOn,createdAt&$orderby=changeNumber desc&$top=9", '$top=3&$filter=model eq null', '$top=0']) {
    const [passed, { data, headers }] = await Promise.all([get(`RepairCosts?${options}`), get(`RepairCosts?${options}&$count=true`)])
    const { '@odata.count': _, ...rest } = data
    expect(passed.data).toEqual(rest)
    expect(passed.headers['content-type']).toBe(headers['content-type'])
    expect(passed.headers['odata-version']).toBe(headers['odata-version'])
  }
  const batch = await app.as('puller').post(`${FINANCE}/$batch`, { requests: [{ id: '1', method: 'GET', url: 'RepairCosts?$top=2&$orderby=changeNumber' }] })
  expect(batch.data.responses[0].body.value.map((row: { changeNumber: string }) => Number(row.changeNumber))).toEqual([FIRST, FIRST + 1])
})

async function allPages(path: string, between: (pages: number) => Promise<unknown> = async () => {}): Promise<Record<string, string>[]> {
  const found: Record<string, string>[] = []
  for (let next: string | undefined = path, pages = 1; next; pages++) {
    const { status, data }: { status: number; data: { value: Record<string, string>[]; '@odata.nextLink'?: string } } = await get(next)
    expect(status).toBe(200)
    expect(data.value.length).toBeLessThanOrEqual(1000)
    found.push(...data.value)
    next = data['@odata.nextLink']
    if (next) await between(pages)
  }
  return found
}

test('who says no page size gets a thousand rows and the link to the next, and ten thousand at most', async () => {
  const found = await allPages('RepairCosts')
  expect(new Set(found.map(({ ID }) => ID)).size).toBe(ROWS)
  expect(found).toHaveLength(ROWS)
  expect((await get('RepairCosts?$top=10000&$select=ID')).data.value).toHaveLength(ROWS)
  expect((await get('RepairCosts?$top=10001&$select=ID')).data.value).toHaveLength(ROWS)
})

test('pages of the server follow each other by filter and order, and rows that come meanwhile move none of them', async () => {
  const path = "RepairCosts?$filter=model eq 'M1' or companyCode eq '1010'&$orderby=month desc,changeNumber&$select=changeNumber,month,model,companyCode"
  const wanted = rows.filter(row => row.model === 'M1' || row.companyCode === '1010').sort((a, b) => b.month.localeCompare(a.month) || a.changeNumber - b.changeNumber)
  const early = { ...costRow(0), ID: cds.utils.uuid(), changeNumber: 1, month: '2026-12-01' }
  const found = await allPages(path, async pages => (pages === 1 ? cds.db.run(INSERT.into('aftersales.RepairCosts').entries(early)) : undefined))
  await cds.db.run(DELETE.from('aftersales.RepairCosts').where({ ID: early.ID }))
  expect(found.map(({ changeNumber }) => Number(changeNumber))).toEqual(wanted.map(({ changeNumber }) => changeNumber))
})

describe('totals', () => {
  test('by month, model, cost centre, customer, indicator and fault, each per currency, are the sums of the rows', async () => {
    for (const field of ['month', 'model', 'costCenter', 'customerName', 'accountingIndicator_code', 'faultCategory_code']) {
      const { data, status } = await get(`RepairCosts?$apply=groupby((${field},currency_code),aggregate(amount with sum as total,$count as count))`)
      expect(status).toBe(200)
      for (const group of data.value) {
        const members = rows.filter(row => row[field as keyof typeof row] === group[field] && row.currency_code === group.currency_code)
        expect(group.count).toBe(members.length)
        expect(Number(group.total)).toBeCloseTo(sum(members.map(({ amount }) => amount)), 3)
      }
      expect(data.value.reduce((all: number, { count }: { count: number }) => all + count, 0)).toBe(ROWS)
    }
  })

  test('filters come before and after grouping, the best come first, and orders and averages are counted', async () => {
    const { data, status } = await get(
      "RepairCosts?$apply=filter(state_code eq 'Posted' and currency_code eq 'EUR')/groupby((model,currency_code),aggregate(amount with sum as total,amount with average as usual,workOrderNumber with countdistinct as orders))" +
      '/filter(total gt 1)/orderby(total desc,model)/top(3)'
    )
    expect(status).toBe(200)
    expect(data.value).toHaveLength(3)
    const posted = rows.filter(row => row.state_code === 'Posted' && row.currency_code === 'EUR')
    for (const { model, total, usual, orders } of data.value) {
      const members = posted.filter(row => row.model === model)
      expect(Number(total)).toBeCloseTo(sum(members.map(({ amount }) => amount)), 3)
      expect(Number(usual)).toBeCloseTo(Number(total) / members.length, 6)
      expect(Number(orders)).toBe(new Set(members.map(({ workOrderNumber }) => workOrderNumber)).size)
    }
    const totals = data.value.map(({ total }: { total: string }) => Number(total))
    expect(totals).toEqual([...totals].sort((a, b) => b - a))
  })

  test('two currencies are never added: the total is empty then, and so is its currency', async () => {
    const all = (await get('RepairCosts?$apply=aggregate(amount,currency_code,companyCodeAmount,companyCodeCurrency_code)')).data.value[0]
    expect(all).toMatchObject({ amount: null, currency_code: null, companyCodeAmount: null, companyCodeCurrency_code: null })
    const one = (await get("RepairCosts?$apply=filter(companyCode eq '1610')/aggregate(amount,currency_code)")).data.value[0]
    expect(one.currency_code).toBe('JPY')
    expect(Number(one.amount)).toBe(1_500_000)
    const mixed = (await get('RepairCosts?$apply=groupby((month),aggregate(amount with sum as total))')).data.value
    expect(mixed.map(({ total }: { total: string | null }) => total === null)).toEqual(mixed.map(({ month }: { month: string }) => new Set(rows.filter(row => row.month === month).map(row => row.currency_code)).size > 1))
  })
})

test('what can not be read is said to be wrong by the caller', async () => {
  for (const wrong of [
    'RepairCosts?$filter=performedOn eq 2026-02-30', "RepairCosts?$filter=model eq 'M1' or (month lt 2026-13-01)", 'RepairCosts?$filter=changeNumber gt abc', 'RepairCosts?$filter=nothing eq 1', 'RepairCosts?$orderby=nothing', 'RepairCosts?$top=-1', 'RepairCosts?$apply=groupby((nothing))', 'RepairCosts?$apply=groupby((model)',
    'RepairCosts?$select=nothing', 'RepairCosts?export=pdf', 'RepairCosts?export=csv&$expand=state', 'RepairCosts?export=csv&$orderby=model', 'RepairCosts?export=csv&$skip=3',
    'RepairCosts?export=csv&$apply=groupby((model))', 'RepairCosts?export=xlsx&$filter=nothing eq 1', 'RepairCosts?export=csv&$select=state', 'RepairCosts?export=csv&$top=-1'
  ]) {
    const { status, data } = await get(wrong)
    expect({ wrong, status }).toEqual({ wrong, status: 400 })
    expect(data.error.message).toBeTruthy()
  }
})

test('each URL of the documentation works for a system that pulls', async () => {
  const text = fs.readFileSync(path.resolve(__dirname, '../../docs/finance-pull.md'), 'utf8'), urls = [...text.matchAll(/^ *GET (\/odata\/\S+)$/gm)].map(([, url]) => url)
  expect(urls.length).toBeGreaterThan(10)
  for (const url of urls) {
    const { status, data } = await app.as('puller').get(url)
    expect({ url, status, isEmpty: !(data.value?.length ?? data.length) }).toEqual({ url, status: 200, isEmpty: false })
  }
})

describe('files', () => {
  test('a table of comma-separated values holds what the filter lets through, each row once, with names for codes and the decimals of its currency', async () => {
    const { data, headers, status } = await get('RepairCosts?export=csv&bom=true&$filter=fiscalPeriod le 2')
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present')
    expect(headers['content-disposition']).toMatch(/^attachment; filename="repair-costs-\d{4}-\d\d-\d\d\.csv"; filename\*=UTF-8''Repair%20Costs-/)
    const table = parsed(data), [heading] = table, at = (title: string) => heading.indexOf(title)
    const wanted = rows.filter(row => row.fiscalPeriod <= 2), types = (await app.as('controller').get(`${FINANCE}/CostTypes`)).data.value as { code: string; name: string }[]
    expect(table).toHaveLength(wanted.length + 1)
    expect(heading).not.toContain('ID')
    expect(at('Change Number')).toBeGreaterThanOrEqual(0)
    const byNumber = new Map(table.slice(1).map(cells => [Number(cells[at('Change Number')]), cells]))
    expect(byNumber.size).toBe(wanted.length)
    for (const row of wanted.slice(0, 50)) {
      const cells = byNumber.get(row.changeNumber)!
      expect(cells[at('Amount')]).toBe(row.currency_code === 'EUR' ? row.amount : row.currency_code === 'JPY' ? '1000' : '1.125')
      expect(cells[at('Performed On')]).toBe(row.performedOn)
      expect(cells).toContain(types.find(({ code }) => code === row.costType_code)!.name)
      expect(cells).toContain(row.customerName)
    }
    expect(data).toContain('\'=HYPERLINK')
    expect(byNumber.get(FIRST + 6)).toContain('Weld, "hot", then\ncool')
    expect(byNumber.get(FIRST + 9)).toContain('-10.01')
  })

  test('with $select it holds these fields and codes, from a change number on, and no more than asked for', async () => {
    const { data } = await get(`RepairCosts?export=csv&$select=changeNumber,costType_code,amount,currency_code&$filter=changeNumber gt ${FIRST + 99}&$orderby=changeNumber&$top=2300`, 'puller', { 'Accept-Language': 'zh-CN' })
    const table = parsed(data)
    expect(table[0][0]).toMatch(/[一-龥]/)
    expect(table.slice(1).map(([number]) => Number(number))).toEqual(rows.slice(100, 2400).map(({ changeNumber }) => changeNumber))
    expect(new Set(table.slice(1).map(([, type]) => type))).toEqual(new Set(['labour', 'part']))
  })

  test('a workbook has numbers as numbers, days as days, and text that is never run', async () => {
    const { data, headers } = await app.as('puller').get(`${FINANCE}/RepairCosts?export=xlsx&$select=changeNumber,description,amount,performedOn,customerName`, { responseType: 'arraybuffer' })
    expect(headers['content-type']).toContain('spreadsheetml')
    const parts = unzipped(Buffer.from(data)), sheet = parts['xl/worksheets/sheet1.xml']
    expect(Object.keys(parts).sort()).toEqual(['[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
    const lines = sheet.match(/<row>.*?<\/row>/gs)!
    expect(lines).toHaveLength(ROWS + 1)
    const line = lines.find(each => each.includes(`<v>${FIRST + 5}</v>`))!
    expect(line).toContain('t="str"><v>=HYPERLINK("http://x")</v>')
    expect(line).toContain('<v>1.125</v>')
    expect(line).toMatch(/<c s="2"><v>46096<\/v><\/c>/) // 15 March 2026
    expect(sheet).toContain('客户 4')
  })

  test('who goes away ends the reading', async () => {
    const reads = jest.spyOn(cds.db as never, 'run' as never)
    const leaving = new AbortController()
    const { data } = await app.as('puller').get(`${FINANCE}/RepairCosts?export=csv`, { responseType: 'stream', signal: leaving.signal })
    data.on('error', () => {})
    data.once('data', () => leaving.abort())
    await new Promise(resolve => data.once('close', resolve))
    await new Promise(resolve => setTimeout(resolve, 300))
    const soFar = reads.mock.calls.length
    await new Promise(resolve => setTimeout(resolve, 500))
    expect(reads.mock.calls.length).toBe(soFar)
    reads.mockRestore()
  })
})

/** Cells of a file after RFC 4180. */
function parsed(text: string): string[][] {
  const cells: string[][] = [[]]
  for (const [, quoted, plain, end] of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    cells.at(-1)!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end !== ',') cells.push([])
  }
  cells.pop()
  return cells
}
