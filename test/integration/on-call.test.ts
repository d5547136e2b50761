import { startApp } from '../setup/app'
import { setTime } from '../setup/time'

const LEVELS = '/odata/v4/service-levels'
const app = startApp()

const get = async (path: string, user = 'dispatcher') => (await app.as(user).get(`${LEVELS}/${path}`)).data
const person = async (name: string) => (await get(`OnCallPersons?$filter=name eq '${name}'`)).value[0].ID
const shift = async (changes: object) => ({ team: 'Night', main_ID: await person('Wei Chen'), startsAt: '2026-03-10T20:00:00Z', endsAt: '2026-03-11T04:00:00Z', ...changes })
const warnings = (headers: Record<string, unknown>) => JSON.parse(decodeURIComponent(String(headers['sap-messages'] ?? '[]'))).map(({ code }: { code: string }) => code)

test('the sample rota holds, until somebody deletes a shift', async () => {
  setTime('2026-03-09T08:00:00Z')
  expect((await get('checkRota(days=14)')).value).toEqual([])
  const { value: [desk] } = await get('OnCallShifts?$filter=team eq \'Service Desk\'')
  const { status } = await app.as('dispatcher').patch(`${LEVELS}/OnCallShifts(ID=${desk.ID},IsActiveEntity=true)`, { endsAt: '2026-03-12T00:00:00Z' })
  expect(status).toBe(200)
  expect((await get('checkRota(days=14)')).value).toEqual([
    expect.objectContaining({ kind: 'gap', region_code: null, startsAt: '2026-03-12T00:00:00.000Z', endsAt: '2026-03-23T08:00:00.000Z' })
  ])
  expect((await app.as('dispatcher').get(`${LEVELS}/checkRota(days=1000)`)).data.error).toMatchObject({ code: 'DAYS_OUT_OF_RANGE', target: 'days' })
})

test('whoever saves a shift is told that it overlaps another one, and not when it does not', async () => {
  setTime('2026-03-09T08:00:00Z')
  const inChina = await app.as('dispatcher').post(`${LEVELS}/OnCallShifts`, await shift({ region_code: 'CN' }))
  expect([inChina.status, warnings(inChina.headers)]).toEqual([201, ['SHIFT_OVERLAPS']])
  const inAustria = await app.as('dispatcher').post(`${LEVELS}/OnCallShifts`, await shift({ region_code: 'AT' }))
  expect([inAustria.status, warnings(inAustria.headers)]).toEqual([201, []])
  const reversed = await app.as('dispatcher').post(`${LEVELS}/OnCallShifts`, await shift({ endsAt: '2026-03-10T18:00:00Z' }))
  expect(reversed.data.error).toMatchObject({ code: 'SHIFT_REVERSED', target: 'endsAt' })
})

test('a dispatcher plans shifts; people, the ladder and texts are an admin’s; others read at most', async () => {
  const may = async (user: string) => [
    (await app.as(user).post(`${LEVELS}/OnCallShifts`, await shift({ timeZone: 'Europe/Paris' }))).status,
    (await app.as(user).post(`${LEVELS}/OnCallPersons`, { name: 'Kim Park' })).status,
    (await app.as(user).post(`${LEVELS}/EscalationSteps`, { level: 4, role: 'lead', respondMinutes: 30, actMinutes: 60 })).status,
    (await app.as(user).post(`${LEVELS}/NoticeTemplates`, { template: 'warning', language: 'fr', subject: '{order}', body: '{order}' })).status,
    (await app.as(user).get(`${LEVELS}/checkRota(days=7)`)).status
  ]
  expect(await may('technician')).toEqual([403, 403, 403, 403, 403])
  expect(await may('agent')).toEqual([403, 403, 403, 403, 200])
  expect(await may('dispatcher')).toEqual([201, 403, 403, 403, 200])
  expect(await may('admin')).toEqual([201, 201, 201, 201, 200])
})

test('a shift is planned as a draft and counts once it is saved', async () => {
  setTime('2026-03-09T08:00:00Z')
  const { data: draft } = await app.as('dispatcher').post(`${LEVELS}/OnCallShifts/aftersales.ServiceLevelService.draftNew`, {})
  const path = `${LEVELS}/OnCallShifts(ID=${draft.ID},IsActiveEntity=false)`
  await app.as('dispatcher').patch(path, await shift({ region_code: 'US' }))
  expect((await get('OnCallShifts?$filter=region_code eq \'US\' and IsActiveEntity eq true')).value).toEqual([])
  expect((await app.as('dispatcher').post(`${path}/aftersales.ServiceLevelService.draftActivate`, {})).status).toBe(201)
  expect((await get('OnCallShifts?$filter=region_code eq \'US\' and IsActiveEntity eq true')).value).toHaveLength(1)
})
