import { startApp } from '../setup/app'

const DISPATCH = '/odata/v4/dispatch'
const app = startApp()

const load = (csv: string | Buffer, mapping?: object, user = 'dispatcher', headers = {}) =>
  app.as(user).post(`${DISPATCH}/importTechnicians`, { csv: Buffer.from(csv as string).toString('base64'), mapping: mapping && JSON.stringify(mapping) }, { headers })
const read = async (number: string, expand = '') => (await app.as('dispatcher').get(`${DISPATCH}/Technicians?$filter=number eq '${number}'${expand}`)).data.value[0]
const HEAD = 'Number,Name,Area,Calendar,Time zone'
const of = (...cells: string[]) => cells.join(',')

test('new technicians come with skills, certificates, tools, languages and further areas from one row each', async () => {
  const { status, data } = await load([
    `${HEAD},Home latitude,Home longitude,Active,Skills,Certificates,Tools,Languages,Further areas`,
    of('T-9001', 'Alina Brandt', 'DE-SOUTH', 'CLINIC', 'Europe/Berlin', '48.7', '9.1', 'yes', 'MONITORING:4; Ventilation and Anaesthesia:2:2027-12-31',
      'MANUFACTURER:MM-77:2025-01-01:2027-12-31:PM-800+VE-300:Meridia Medical', 'SAFETYTESTER:ESA-1:2026-01-01:2027-01-01', 'de; English', 'DE-NORTH')
  ].join('\n'))
  expect([status, data]).toEqual([200, expect.objectContaining({ rows: 1, created: 1, updated: 0, rejected: 0, rejects: [], rejectsCsv: null })])
  const technician = await read('T-9001', '&$expand=skills,certificates($expand=models),tools,languages,furtherAreas')
  expect(technician).toMatchObject({ name: 'Alina Brandt', area_code: 'DE-SOUTH', calendar_code: 'CLINIC', isActive: true })
  expect(Number(technician.homeLatitude)).toBe(48.7)
  expect(technician.skills.map((s: Record<string, unknown>) => [s.skill_code, s.level, s.validTo]).sort()).toEqual([['MONITORING', 4, null], ['VENTILATION', 2, '2027-12-31']])
  expect(technician.certificates).toEqual([expect.objectContaining({ kind_code: 'MANUFACTURER', number: 'MM-77', validFrom: '2025-01-01', issuer: 'Meridia Medical' })])
  expect(technician.certificates[0].models.map((m: { model: string }) => m.model).sort()).toEqual(['PM-800', 'VE-300'])
  expect(technician.tools[0]).toMatchObject({ kind_code: 'SAFETYTESTER', serialNumber: 'ESA-1', calibrationDue: '2027-01-01' })
  expect(technician.languages.map((l: { language_code: string }) => l.language_code).sort()).toEqual(['de', 'en'])
  expect(technician.furtherAreas.map((a: { area_code: string }) => a.area_code)).toEqual(['DE-NORTH'])
})

test('a second file changes what it names: empty cells leave fields alone, a hyphen empties them, a list replaces the one before', async () => {
  await load([`${HEAD},Phone,Capacity,Skills,Languages`, of('T-9002', 'Ben Sommer', 'DE-NORTH', 'OFFICE', 'Europe/Berlin', '+49 40 1', '4', 'CNC:3;MECHANICS:2', 'de')].join('\n'))
  const { data } = await load(['Number,Phone,Capacity,Name,Skills,Languages', of('T-9002', '-', '', 'Ben Sommer-Lind', 'CNC:5', '')].join('\n'))
  expect(data).toMatchObject({ created: 0, updated: 1, rejected: 0 })
  const technician = await read('T-9002', '&$expand=skills,languages')
  expect(technician).toMatchObject({ name: 'Ben Sommer-Lind', phone: null, capacity: 4, area_code: 'DE-NORTH' })
  expect(technician.skills.map((s: Record<string, unknown>) => [s.skill_code, s.level])).toEqual([['CNC', 5]])
  expect(technician.languages.length).toBe(1)
})

test('what is wrong is told by line, column and reason; the other rows are taken, and the corrected file brings in the rest', async () => {
  const { data } = await load([
    `${HEAD},User,Skills,Certificates,Home latitude,Home longitude`,
    of('T-9010', 'Good One', 'DE-SOUTH', 'CLINIC', 'Europe/Berlin', 'good.one', '', '', '', ''),
    of('T-9011', '', 'NOWHERE', 'CLINIC', 'Mars/Base', 'good.one', 'CNC:7', 'CRANE:1:2027-01-01:2026-01-01', '95', '9'),
    of('T-9010', 'Twice', 'DE-SOUTH', 'CLINIC', 'Europe/Berlin', '', '', '', '', ''),
    of('T-9012', 'Short', 'DE-SOUTH'),
    of('T-9013', '=cmd()', 'DE-SOUTH', 'CLINIC', 'Europe/Berlin', '', 'CNC:3;CNC:4', '', '48.1', '')
  ].join('\n'))
  expect(data).toMatchObject({ rows: 5, created: 1, rejected: 4 })
  const reasons = data.rejects.map(({ line, column, reason }: Record<string, string>) => [line, column, reason])
  expect(reasons).toEqual(expect.arrayContaining([
    [3, 'Name', 'A value is needed here.'],
    [3, 'Area', 'There is no code or name "NOWHERE" for this field.'],
    [3, 'Time zone', 'There is no time zone Mars/Base. Use a name such as Europe/Berlin.'],
    [3, 'User', 'The user good.one belongs to technician T-9010.'],
    [3, 'Skills', '"7" is not a skill level. Levels run from 1 to 5.'],
    [3, 'Certificates', 'The last day 2026-01-01 lies before the first one 2027-01-01.'],
    [3, 'Home latitude', '"95" is not a number between -90 and 90.'],
    [4, 'Number', 'The reference T-9010 was used in line 2 already.'],
    [5, null, 'The row has 3 cells, the heading line 10.'],
    [6, 'Skills', '"CNC:4" is in the list twice.']
  ]))
  const lines: string[] = data.rejectsCsv.replace('\ufeff', '').split('\r\n')
  expect(lines[0]).toBe(`${HEAD},User,Skills,Certificates,Home latitude,Home longitude,_line,_column,_reason`)
  expect(lines.find(line => line.includes('T-9013'))).toContain("'=cmd()")
  const corrected = [lines[0], lines.find(line => line.includes('T-9013'))!.replace('CNC:3;CNC:4', 'CNC:3').replace('48.1,', '48.1,11.5')].join('\n')
  expect((await load(corrected)).data).toMatchObject({ created: 1, rejected: 0 })
  expect((await read('T-9013')).name).toBe('=cmd()')
})

test('reasons are told in the language of the request', async () => {
  const { data } = await load(`${HEAD}\nT-9020,,DE-SOUTH,CLINIC,Europe/Berlin`, undefined, 'dispatcher', { 'Accept-Language': 'zh-CN' })
  expect(data.rejects[0].reason).toMatch(/\p{Script=Han}/u)
})

test('German and Chinese headings are understood, decimal commas included', async () => {
  const german = 'Nummer;Name;Gebiet;Kalender;Zeitzone;Stundensatz;Breitengrad;Längengrad\nT-9030;Jörg Weiß;South Germany;CLINIC;Europe/Berlin;82,50;48,7;9,1'
  expect((await load(Buffer.from(german, 'latin1'))).data).toMatchObject({ created: 1, rejected: 0 })
  const { name, costRate, homeLongitude } = await read('T-9030')
  expect([name, Number(costRate), Number(homeLongitude)]).toEqual(['Jörg Weiß', 82.5, 9.1])
  expect((await load('编号,姓名,服务区域,日历,时区\nT-9031,王立,华东,CN-WEEK,Asia/Shanghai')).data).toMatchObject({ created: 1, rejected: 0 })
  expect(await read('T-9031')).toMatchObject({ name: '王立', area_code: 'CN-EAST' })
})

test('a mapping names columns that no heading tells, and is refused when it names none of the file', async () => {
  const file = 'Key,Who,Where,Hours,Zone\nT-9040,Ada Holm,BENELUX,OFFICE,Europe/Amsterdam'
  const columns = { number: 'Key', name: 'Who', area: 'Where', calendar: 'Hours', timeZone: 'Zone' }
  expect((await load(file, { columns })).data).toMatchObject({ created: 1, rejected: 0 })
  const { status, data } = await load(file, { columns: { ...columns, phone: 'Mobile' } })
  expect([status, data.error.code]).toEqual([400, 'IMPORT_COLUMN_NOT_FOUND'])
  expect((await load(file)).data.error.code).toBe('IMPORT_COLUMN_MISSING')
})

test('a record that somebody is editing is left for later', async () => {
  const { ID } = await read('T-1010')
  const path = `${DISPATCH}/Technicians(ID=${ID},IsActiveEntity=true)`
  await app.as('dispatcher').post(`${path}/aftersales.DispatchService.draftEdit`, { PreserveChanges: true })
  expect((await load('Number,Name\nT-1010,Somebody Else')).data).toMatchObject({ updated: 0, rejected: 1 })
  await app.as('dispatcher').delete(path.replace('true', 'false'))
  expect((await load('Number,Capacity\nT-1010,3')).data).toMatchObject({ updated: 1, rejected: 0 })
})

test('a thousand technicians come in within seconds, again as changes', async () => {
  const rows = Array.from({ length: 1000 }, (_, i) => of(`B-${i}`, `Technician ${i}`, 'DE-SOUTH', 'CLINIC', 'Europe/Berlin', '48.5', '9.5',
    'MONITORING:4;INFUSION:3', `MANUFACTURER:C-${i}:2025-01-01:2028-01-01:PM-800`))
  const file = [`${HEAD},Home latitude,Home longitude,Skills,Certificates`, ...rows].join('\n')
  const first = (await load(file)).data
  const second = (await load(file)).data
  expect([first, second]).toEqual([expect.objectContaining({ created: 1000, rejected: 0 }), expect.objectContaining({ updated: 1000, created: 0, rejected: 0 })])
  expect(Number(first.seconds)).toBeLessThan(10)
  expect(Number(second.seconds)).toBeLessThan(10)
  const { data } = await app.as('dispatcher').get(`${DISPATCH}/Skills/$count?$filter=technician/number eq 'B-7'`)
  expect(data).toBe(2)
}, 60_000)
