import cds from '@sap/cds'
import { errorOf, startApp } from '../setup/app'

const DISPATCH = '/odata/v4/dispatch'
const SERVICE = 'aftersales.DispatchService'
const app = startApp()
const dispatcher = () => app.as('dispatcher')

const technician = (ID: string, isActive = true) => `${DISPATCH}/Technicians(ID=${ID},IsActiveEntity=${isActive})`
async function idOf(number: string): Promise<string> {
  const { data } = await dispatcher().get(`${DISPATCH}/Technicians?$filter=number eq '${number}'&$select=ID`)
  return data.value[0].ID
}

/** Edits a technician as a person does: opens a draft, changes it, saves. Answers what saving said. */
async function edit(ID: string, change: (path: string) => Promise<unknown>, user = 'dispatcher') {
  await app.as(user).post(`${technician(ID)}/${SERVICE}.draftEdit`, { PreserveChanges: true })
  await change(technician(ID, false))
  const saved = await app.as(user).post(`${technician(ID, false)}/${SERVICE}.draftActivate`, {})
  if (saved.status >= 400) await app.as(user).delete(technician(ID, false))
  return saved
}
const add = (part: string, data: object) => (path: string) => dispatcher().post(`${path}/${part}`, data)
const set = (data: object) => (path: string) => dispatcher().patch(path, data)

describe('a technician', () => {
  test('is maintained by the dispatcher with skills, certificates and the models they cover', async () => {
    const ID = await idOf('T-1005')
    const saved = await edit(ID, async path => {
      await set({ capacity: 9 })(path)
      await add('skills', { skill_code: 'SOFTWARE', level: 2 })(path)
      await add('certificates', { kind_code: 'HYGIENE', number: 'HY-1', validTo: '2029-01-31', models: [{ model: 'IP-20' }] })(path)
    })
    expect(saved.status).toBe(200)
    const { data } = await dispatcher().get(`${technician(ID)}?$expand=skills,certificates($expand=models)`)
    expect(data.capacity).toBe(9)
    expect(data.skills).toContainEqual(expect.objectContaining({ skill_code: 'SOFTWARE', level: 2 }))
    expect(data.certificates.find((each: { number: string }) => each.number === 'HY-1').models).toEqual([expect.objectContaining({ model: 'IP-20' })])
  })

  test.each([
    ['a validity that ends before it begins', 'certificates', { kind_code: 'HYGIENE', validFrom: '2027-01-01', validTo: '2026-01-01' }, 'VALIDITY_REVERSED'],
    ['a skill level that there is not', 'skills', { skill_code: 'CNC', level: 6 }, 'SKILL_LEVEL_UNKNOWN'],
    ['an absence that ends when it begins', 'absences', { kind_code: 'sick', startsAt: '2027-02-01T08:00:00Z', endsAt: '2027-02-01T08:00:00Z' }, 'END_BEFORE_START'],
    ['a calibration that is due before it was done', 'tools', { kind_code: 'TORQUE', calibratedOn: '2026-06-01', calibrationDue: '2026-05-01' }, 'CALIBRATION_REVERSED'],
    ['an absence within another', 'absences', { kind_code: 'sick', startsAt: '2026-12-23T08:00:00Z', endsAt: '2026-12-23T12:00:00Z' }, 'ABSENCES_OVERLAP']
  ])('is not saved with %s', async (_, part, data, code) => {
    const saved = await edit(await idOf('T-1002'), add(part, data))
    expect([saved.status >= 400 && saved.status < 500, JSON.stringify(saved.data)]).toEqual([true, expect.stringContaining(code)])
  })

  test.each([
    ['a time zone that does not exist', { timeZone: 'Europe/Atlantis' }, 'TIME_ZONE_UNKNOWN'],
    ['half a place', { homeLongitude: null }, 'PLACE_INCOMPLETE'],
    ['a start at a depot that is nowhere', { startsAtDepot: true }, 'DEPOT_WITHOUT_PLACE'],
    ['a negative cost rate', { costRate: '-1' }, 'RATE_NEGATIVE'],
    ['an area that does not exist', { area_code: 'NOWHERE' }, 'ASSERT_TARGET']
  ])('is not saved with %s', async (_, data, code) => {
    const saved = await edit(await idOf('T-1002'), set(data))
    expect([saved.status >= 400 && saved.status < 500, JSON.stringify(saved.data)]).toEqual([true, expect.stringContaining(code)])
  })

  test('is made by a system in one request, is never deleted, and has its number once', async () => {
    const record = { number: 'T-7001', name: 'Ida Berg', area_code: 'MALARDALEN', calendar_code: 'OFFICE', timeZone: 'Europe/Stockholm', IsActiveEntity: true }
    const { status, data } = await dispatcher().post(`${DISPATCH}/Technicians`, record)
    expect(status).toBe(201)
    expect((await dispatcher().patch(technician(data.ID), { capacity: 5, number: 'T-7002', ratingAverage: '5' })).data).toMatchObject({ capacity: 5, number: 'T-7001', ratingAverage: null })
    expect(errorOf(await dispatcher().post(`${DISPATCH}/Technicians`, record))).toMatchObject({ status: 409, code: 'ALREADY_THERE' })
    expect((await dispatcher().delete(technician(data.ID))).status).toBe(405)
  })

  test('keeps figures that the work wrote while somebody edited the record', async () => {
    const ID = await idOf('T-1006')
    await edit(ID, async path => {
      await set({ capacity: 7 })(path)
      await cds.tx({ user: new cds.User.Privileged() } as never, () => UPDATE(cds.entities('aftersales').Technicians, { ID } as never).with({ scheduleVersion: 41, acceptanceRate: 77 }))
    })
    const { data } = await dispatcher().get(technician(ID))
    expect(data).toMatchObject({ capacity: 7, scheduleVersion: 41, acceptanceRate: 77 })
  })
})

describe('access', () => {
  test('a technician reads the own record with all its parts, and nobody else\'s', async () => {
    const { data } = await app.as('technician').get(`${DISPATCH}/Technicians?$expand=absences,certificates`)
    expect(data.value.map((each: { userId: string }) => each.userId)).toEqual(['technician'])
    for (const part of ['Absences', 'Certificates', 'Skills', 'Tools', 'Trainings']) {
      const { data: { value } } = await app.as('technician').get(`${DISPATCH}/${part}?$expand=technician($select=userId)`)
      expect([part, new Set(value.map((row: { technician: { userId: string } }) => row.technician.userId))]).toEqual([part, new Set(['technician'])])
    }
  })

  test.each(['Technicians', 'Absences', 'Certificates', 'CustomerPreferences', 'TechnicianPerformance'])('%s are not for planners of parts', async entity => {
    expect((await app.as('parts').get(`${DISPATCH}/${entity}`)).status).toBe(403)
  })

  test('a technician changes nothing, not even the own record', async () => {
    const ID = await idOf('T-1001')
    expect((await app.as('technician').patch(technician(ID), { capacity: 1 })).status).toBe(403)
    expect((await app.as('technician').post(`${DISPATCH}/Absences`, { technician_ID: ID, kind_code: 'sick', startsAt: '2027-01-01T08:00:00Z', endsAt: '2027-01-02T08:00:00Z' })).status).toBe(403)
    expect((await app.as('technician').post(`${DISPATCH}/importTechnicians`, { csv: '' })).status).toBe(403)
  })

  test('home, cost and ratings of technicians are no part of the work orders\' service', async () => {
    const { data } = await app.as('agent').get('/odata/v4/work-orders/Technicians?$top=1')
    expect(Object.keys(data.value[0]).sort()).toEqual(expect.not.arrayContaining(['homeLatitude', 'costRate', 'ratingAverage', 'phone', 'email']))
    expect((await app.as('agent').get('/odata/v4/work-orders/Skills')).status).toBe(404)
  })
})

describe('what expires', () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const certificates = async () => (await dispatcher().get(`${DISPATCH}/ExpiringCertificates?$filter=technician_ID eq ${await idOf('T-1009')}&$orderby=daysLeft`)).data.value

  test('is listed with its days left and how soon that is', async () => {
    await edit(await idOf('T-1009'), async path => {
      for (const [number, days] of [['past', -2], ['today', 0], ['soon', 30], ['later', 31], ['late', 61], ['last', 90], ['not yet', 91]] as const)
        await add('certificates', { kind_code: 'CRANE', number, validTo: inDays(days), models: [{ model: `M${days}` }] })(path)
    })
    expect((await certificates()).map((row: Record<string, unknown>) => [row.number, row.daysLeft, row.horizon_code])).toEqual([
      ['past', -2, 'expired'], ['today', 0, '30'], ['soon', 30, '30'], ['later', 31, '60'], ['late', 61, '90'], ['last', 90, '90']
    ])
  })

  test('leaves out what a later certificate replaces for all its models', async () => {
    const before = (await certificates()).length
    await edit(await idOf('T-1009'), add('certificates', { kind_code: 'CRANE', number: 'new', validTo: inDays(400), models: [{ model: 'M-2' }, { model: 'M0' }] }))
    expect((await certificates()).map((row: { number: string }) => row.number)).not.toEqual(expect.arrayContaining(['past']))
    expect((await certificates()).length).toBe(before - 2)
    await edit(await idOf('T-1009'), add('certificates', { kind_code: 'CRANE', number: 'for all', validTo: inDays(500) }))
    expect(await certificates()).toEqual([])
  })

  test('calibrations are listed only where a tool needs them, and only of people who work here', async () => {
    await edit(await idOf('T-1009'), async path => {
      await add('tools', { kind_code: 'LAPTOP', serialNumber: 'L1', calibrationDue: inDays(5) })(path)
      await add('tools', { kind_code: 'TORQUE', serialNumber: 'W1', calibrationDue: inDays(5) })(path)
    })
    const mine = async () => (await dispatcher().get(`${DISPATCH}/DueCalibrations?$filter=technician_ID eq ${await idOf('T-1009')}&$expand=horizon`)).data.value
    expect((await mine()).map((row: { serialNumber: string; horizon: { name: string } }) => [row.serialNumber, row.horizon.name])).toContainEqual(['W1', 'Within 30 Days'])
    expect((await mine()).map((row: { serialNumber: string }) => row.serialNumber)).not.toContain('L1')
    await edit(await idOf('T-1009'), set({ isActive: false }))
    expect(await mine()).toEqual([])
  })
})

test('quality sees whose qualification ends, and nothing else of the person', async () => {
  const { data } = await app.as('qm').get(`${DISPATCH}/ExpiringCertificates?$filter=number eq 'ISO-DEF-12'`)
  expect(data.value).toEqual([expect.objectContaining({ technicianName: 'Jonas Albrecht', horizon_code: 'expired' })])
  expect((await app.as('qm').get(`${DISPATCH}/ExpiringCertificates?$expand=technician`)).status).toBe(403)
})

test('an area that people belong to is not deleted', async () => {
  expect(errorOf(await dispatcher().delete(`${DISPATCH}/ServiceAreas(code='DE-SOUTH',IsActiveEntity=true)`))).toMatchObject({ status: 409, code: 'ENTRY_IN_USE' })
})
