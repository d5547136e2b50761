import { action, errorOf, startApp, takeOrder } from '../setup/app'

const DISPATCH = '/odata/v4/dispatch'
const NAMESPACE = 'aftersales.DispatchService'
const AREA = 'DE-SOUTH'
const app = startApp()
const dispatcher = () => app.as('dispatcher')

const board = async (day: string, user = 'dispatcher') => app.as(user).get(`${DISPATCH}/board(area_code='${AREA}',firstDay=${day},lastDay=${day})`)
const stamp = async () => (await dispatcher().get(`${DISPATCH}/boardStamp(area_code='${AREA}')`)).data.value as string
const unassigned = async () => (await dispatcher().get(`${DISPATCH}/UnassignedOrders?$filter=serviceArea_code eq '${AREA}'`)).data.value as { ID: string }[]
const load = async (day: string) => (await dispatcher().get(`${DISPATCH}/areaLoads(firstDay=${day},lastDay=${day})`)).data.value.find(({ area_code }: any) => area_code === AREA)

async function released(): Promise<string> {
  const ID = await takeOrder(app)
  await dispatcher().post(action(ID, 'release'), {})
  return ID
}

/** A day on which everybody of the area works. */
async function workingDay(): Promise<string> {
  for (let days = 3; ; days++) {
    const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    if ((await board(day)).data.crew.every(({ working, absences }: any) => working.length && !absences.length)) return day
  }
}

test('the board has the people of an area, when they work on its clocks, and their visits with what stands on the card', async () => {
  const day = await workingDay(), ID = await released()
  const empty = (await board(day)).data
  expect(empty.timeZone).toBe('Europe/Berlin')
  expect(empty.days).toEqual([{ day, startsAt: expect.stringContaining('T23:00'), endsAt: `${day}T23:00:00.000Z` }])
  expect(empty.crew.map(({ number }: any) => number)).toEqual(['T-1001', 'T-1003', 'T-1012'])
  expect([empty.crew[0].latitude, empty.crew[0].longitude]).toEqual([48.8972, 9.1916])
  const { technician_ID } = empty.crew[2]
  const answer = await dispatcher().post(`${DISPATCH}/WorkOrders(${ID})/${NAMESPACE}.assign`, { technician_ID, plannedStart: `${day}T09:00:00Z`, overruleReason: 'For the test' })
  expect(answer.status).toBe(200)
  const { visits } = (await board(day)).data
  expect(visits).toContainEqual(expect.objectContaining({ workOrder_ID: ID, technician_ID, state_code: 'Offered', city: 'Stuttgart', plannedStart: `${day}T09:00:00.000Z`, role: 'lead' }))
})

test('an order is unassigned from its release until somebody is asked, and the stamp is another one after each', async () => {
  const day = await workingDay(), before = await stamp()
  const ID = await released()
  const after = await stamp()
  expect(after).not.toBe(before)
  expect(await stamp()).toBe(after)
  expect((await unassigned()).some(order => order.ID === ID)).toBe(true)
  const { ranked: [best] } = (await dispatcher().get(`${DISPATCH}/WorkOrders(${ID})/${NAMESPACE}.recommend(start=${day}T00:00:00Z)`)).data
  await dispatcher().post(`${DISPATCH}/WorkOrders(${ID})/${NAMESPACE}.assign`, { technician_ID: best.technician_ID, plannedStart: best.plannedStart })
  expect((await unassigned()).some(order => order.ID === ID)).toBe(false)
  expect(await stamp()).not.toBe(after)
})

test('loads count working time less absences, and what visits take of it', async () => {
  const day = await workingDay(), { crew } = (await board(day)).data
  const minutes = (spans: { startsAt: string; endsAt: string }[]) => spans.reduce((sum, { startsAt, endsAt }) => sum + (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000, 0)
  const own = crew.filter(({ number }: any) => number !== 'T-1003') // works here as well, and belongs to the Alps
  const before = await load(day)
  expect(before).toMatchObject({ technicians: own.length, availableMinutes: own.reduce((sum: number, { working }: any) => sum + minutes(working), 0) })
  const ID = await released()
  const { status } = await dispatcher().post(`${DISPATCH}/WorkOrders(${ID})/${NAMESPACE}.assign`, { technician_ID: own[0].technician_ID, plannedStart: `${day}T13:00:00Z`, overruleReason: 'For the test' })
  expect(status).toBe(200)
  const visit = (await board(day)).data.visits.find((each: any) => each.workOrder_ID === ID)
  expect((await load(day)).plannedMinutes - before.plannedMinutes).toBe(minutes([{ startsAt: visit.plannedStart, endsAt: visit.plannedEnd }]))
})

test('the board refuses days that are too many or the wrong way round, areas that do not exist, and technicians', async () => {
  const range = (first: string, last: string, area = AREA) => dispatcher().get(`${DISPATCH}/board(area_code='${area}',firstDay=${first},lastDay=${last})`)
  expect(errorOf(await range('2026-11-02', '2026-11-01'))).toMatchObject({ status: 422, code: 'BOARD_DAYS_WRONG' })
  expect(errorOf(await range('2026-01-01', '2026-12-31'))).toMatchObject({ status: 422, code: 'BOARD_DAYS_WRONG' })
  expect(errorOf(await range('2026-11-02', '2026-11-02', 'NOWHERE')).status).toBe(404)
  expect((await board('2026-11-02', 'technician')).status).toBe(403)
  for (const path of ['UnassignedOrders', 'BoardVisits', `boardStamp(area_code='${AREA}')`]) expect([path, (await app.as('technician').get(`${DISPATCH}/${path}`)).status]).toEqual([path, 403])
})
