import cds from '@sap/cds'
import fc from 'fast-check'
import { action, errorOf, order, startApp, takeOrder, technicianID } from '../setup/app'
import { iso, LEVELS, LEVEL_SERVICE, milestonesOf } from '../setup/milestones'
import { setTime } from '../setup/time'

const app = startApp()
const { milestones, chainOf } = milestonesOf(app)
const admin = () => app.as('admin')

/** An order on office hours in Sweden, five working days to fix it: due on Friday 13 March at 17:00 when it comes in on Monday. */
const washer = async (at = '2026-03-09T06:00:00Z') => {
  setTime(at)
  return takeOrder(app, { serialNumber: 'WAS-0009-7701', symptom: 'Drum does not turn', executionMode_code: 'onsite' })
}
const take = async (user: string, ID: string, step: string, at: string, data: object = {}) => {
  setTime(at)
  const { status } = await app.as(user).post(action(ID, step), data)
  if (status !== 200) throw new Error(`${step}: ${status}`)
}
const working = async (ID: string, day = '2026-03-09') => {
  await take('agent', ID, 'release', `${day}T06:05:00Z`)
  await take('dispatcher', ID, 'assign', `${day}T06:30:00Z`, { technician_ID: await technicianID(app) })
  await take('technician', ID, 'start', `${day}T09:00:00Z`)
}
const fixAt = async (ID: string, at?: string, knownAt?: string) => {
  const instants = Object.entries({ at, knownAt }).filter(([, instant]) => instant).map(([name, instant]) => `,${name}=${instant}`).join('')
  const { data } = await app.as('agent').get(`${LEVELS}/clocksAt(workOrder_ID=${ID}${instants})`)
  return data.value.find((clock: any) => clock.kind_code === 'fix')
}
const dueAt = async (ID: string, at?: string, knownAt?: string) => iso((await fixAt(ID, at, knownAt)).dueAt)
const ledger = async (ID: string) => (await admin().get(`${LEVELS}/ClockEvents?$filter=workOrder_ID eq ${ID} and kind_code eq 'fix'&$orderby=sequence`)).data.value
const versions = (where: object): Promise<any[]> => cds.db.run(SELECT.from('aftersales.CalendarVersions').where(where).orderBy('revision'))
const holiday = async (day: string, region_code = 'SE') => {
  const { status, data } = await admin().post(`${LEVELS}/Holidays`, { region_code, day, name: 'Unplanned' })
  expect(status).toBe(201)
  return data.ID as string
}
const free = async (ID: string) => expect((await admin().delete(`${LEVELS}/Holidays(ID=${ID},IsActiveEntity=true)`)).status).toBe(204)

/** What the queue does a second after a change. */
async function followed() {
  const levels = await cds.connect.to(LEVEL_SERVICE)
  for (const event of ['refreshClocks', 'refreshMilestones'])
    await cds.tx({ user: cds.User.privileged } as never, () => levels.send(event, { after: '' }))
}

const FRIDAY = '2026-03-13T16:00:00.000Z'
const MONDAY = '2026-03-16T16:00:00.000Z'

test('a deadline that a new holiday moves explains itself, and promise, warnings and milestones move with it', async () => {
  const ID = await washer()
  await take('agent', ID, 'release', '2026-03-09T06:05:00Z')
  const before = await milestones(ID)
  expect([before.workCompleted, before.accepted].map(each => iso(each.dueAt))).toEqual([FRIDAY, MONDAY])
  setTime('2026-03-10T12:00:00Z')
  const added = await holiday('2026-03-12')
  await followed()

  const { dueAt: due, earlierTargets } = await fixAt(ID)
  expect(iso(due)).toBe(MONDAY)
  expect(earlierTargets.map((each: any) => [iso(each.dueAt), iso(each.replacedAt), each.reason])).toEqual([[FRIDAY, '2026-03-10T12:00:00.000Z', 'calendar']])
  expect((await ledger(ID)).map((each: any) => [each.sequence, each.type_code, each.reasonName])).toEqual([[1, 'started', null], [2, 'targetChanged', 'Calendar Changed']])
  const [clock] = (await admin().get(`${LEVELS}/Clocks?$filter=workOrder_ID eq ${ID} and kind_code eq 'fix'`)).data.value
  expect([iso(clock.dueAt), clock.eventCount]).toEqual([MONDAY, 2])
  expect(iso((await app.as('agent').get(order(ID))).data.promisedAt)).toBe(MONDAY)
  const warnings: any[] = await cds.db.run(SELECT.from('aftersales.Warnings').where({ clock_ID: clock.ID, state_code: 'Planned' }))
  expect(Object.fromEntries(warnings.map(each => [each.rule_code, iso(each.fireAt)]))).toMatchObject({ beforeDue: '2026-03-16T15:00:00.000Z', breach: '2026-03-16T16:00:00.001Z' })
  const after = await milestones(ID)
  expect([after.workCompleted, after.accepted].map(each => iso(each.dueAt))).toEqual([MONDAY, '2026-03-17T16:00:00.000Z'])
  expect(iso((await chainOf(ID)).forecastAt)! > MONDAY).toBe(true)

  setTime('2026-03-11T08:00:00Z')
  await free(added)
  await followed()
  expect((await fixAt(ID)).earlierTargets.map((each: any) => [iso(each.dueAt), each.reason])).toEqual([[FRIDAY, 'calendar'], [MONDAY, 'calendar']])
  expect([await dueAt(ID, '2026-03-10T11:59:59Z'), await dueAt(ID, '2026-03-10T12:00:00Z'), await dueAt(ID, '2026-03-11T07:59:59Z'), await dueAt(ID)])
    .toEqual([FRIDAY, MONDAY, MONDAY, FRIDAY])
  expect(await dueAt(ID, '2026-03-09T12:00:00Z', '2026-03-10T13:00:00Z')).toBe(MONDAY)
  expect(iso((await milestones(ID)).accepted.dueAt)).toBe(MONDAY)
})

test('a holiday that is entered afterwards takes no delay back, and makes nobody late who was in time', async () => {
  const [late, kept] = [await washer(), await washer()]
  for (const ID of [late, kept]) await working(ID)
  await take('technician', kept, 'complete', '2026-03-13T15:59:00Z', { resolution_code: 'REPAIRED' })
  await take('technician', late, 'complete', '2026-03-13T19:00:00Z', { resolution_code: 'REPAIRED' })
  const shown = [await fixAt(late), await fixAt(kept)]
  expect(shown.map(clock => iso(clock.breachedAt))).toEqual([FRIDAY, null])
  setTime('2026-03-16T08:00:00Z')
  const added = await holiday('2026-03-11')
  await admin().post(`${LEVELS}/Calendars(code='OFFICE',IsActiveEntity=true)/exceptions`, { day: '2026-03-13', startsAt: '09:00', endsAt: '10:00', reason: 'Short Friday' })
  await followed()
  expect([await fixAt(late), await fixAt(kept)]).toEqual(shown)
  expect((await ledger(late)).map((each: any) => each.type_code)).toEqual(['started', 'stopped'])
  const [line] = (await app.as('agent').get(`${LEVELS}/timeLines(workOrder_ID=${late})`)).data.value.filter((each: any) => each.kind_code === 'fix')
  expect(line.workingTimes.map((each: any) => iso(each.startsAt)!.slice(0, 10))).toEqual(['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13'])
  await free(added)
  expect(await fixAt(late)).toEqual(shown[0])
})

test('a clock that waits while its calendar changes says so, and goes on with the hours that are left by then', async () => {
  const ID = await washer('2026-03-23T06:00:00Z')
  await working(ID, '2026-03-23')
  await take('technician', ID, 'hold', '2026-03-25T09:00:00Z', { reason_code: 'CUSTOMER' })
  const before = await fixAt(ID)
  setTime('2026-03-25T12:00:00Z')
  await holiday('2026-03-24')
  await followed()
  const waiting = await fixAt(ID)
  expect(waiting).toMatchObject({ status_code: 'paused', dueAt: null, remainingMinutes: before.remainingMinutes + 8 * 60 })
  expect(waiting.earlierTargets).toMatchObject([{ dueAt: null, reason: 'calendar' }])
  await followed()
  expect(await ledger(ID)).toHaveLength(3)
  await take('technician', ID, 'resume', '2026-03-26T09:00:00Z')
  expect((await fixAt(ID)).remainingMinutes).toBe(waiting.remainingMinutes)
  expect((await fixAt(ID, '2026-03-25T11:00:00Z')).remainingMinutes).toBe(before.remainingMinutes)
})

describe('what a calendar was', () => {
  const spans = [{ weekday: 1, startsAt: '08:00', endsAt: '12:00' }, { weekday: 2, startsAt: '08:00', endsAt: '12:00' }]
  const path = (code: string, isActive = true) => `${LEVELS}/Calendars(code='${code}',IsActiveEntity=${isActive})`

  test('is kept when a draft of it is saved, with who did it; another name is no other calendar', async () => {
    setTime('2026-04-01T08:00:00Z')
    expect((await admin().post(`${LEVELS}/Calendars`, { code: 'TWO DAYS', name: 'Two Days', spans })).status).toBe(201)
    expect(await versions({ calendar_code: 'TWO DAYS' })).toEqual([])
    setTime('2026-04-02T08:00:00Z')
    expect((await admin().post(`${path('TWO DAYS')}/draftEdit`, { PreserveChanges: true })).status).toBe(201)
    const [monday] = (await admin().get(`${path('TWO DAYS', false)}/spans?$filter=weekday eq 1`)).data.value
    await admin().patch(`${path('TWO DAYS', false)}/spans(ID=${monday.ID},IsActiveEntity=false)`, { endsAt: '10:00' })
    expect(await versions({ calendar_code: 'TWO DAYS' })).toEqual([])
    expect((await admin().post(`${path('TWO DAYS', false)}/draftActivate`, {})).status).toBe(200)
    await admin().patch(path('TWO DAYS'), { name: 'Monday and Tuesday' })
    const [version, ...others] = await versions({ calendar_code: 'TWO DAYS' })
    expect(others).toEqual([])
    expect([JSON.parse(version.definition), iso(version.replacedAt), version.userId]).toEqual([{ spans, exceptions: [] }, '2026-04-02T08:00:00.000Z', 'admin'])
  })

  test('is read by auditors, and changed by nobody', async () => {
    const path = `${LEVELS}/CalendarVersions?$filter=calendar_code eq 'TWO DAYS'`
    const [{ ID, userId }] = (await app.as('auditor').get(path)).data.value
    expect(userId).toBe('admin')
    expect((await app.as('dispatcher').get(path)).status).toBe(403)
    expect((await admin().patch(`${LEVELS}/CalendarVersions(${ID})`, { userId: 'nobody' })).status).toBe(405)
    expect((await admin().delete(`${LEVELS}/CalendarVersions(${ID})`)).status).toBe(405)
  })

  test('is not kept for a change that is refused', async () => {
    setTime('2026-04-03T08:00:00Z')
    const refused = await admin().patch(path('TWO DAYS'), { spans: [{ weekday: 8, startsAt: '08:00', endsAt: '12:00' }] })
    expect(errorOf(refused)).toMatchObject({ status: 400, code: 'WEEKDAY_UNKNOWN' })
    expect(await versions({ calendar_code: 'TWO DAYS' })).toHaveLength(1)
  })

  test('is not kept for a holiday that is there already', async () => {
    setTime('2026-04-03T09:00:00Z')
    await holiday('2026-08-03', 'CH')
    expect(errorOf(await admin().post(`${LEVELS}/Holidays`, { region_code: 'CH', day: '2026-08-03', name: 'Again' }))).toMatchObject({ status: 409, code: 'HOLIDAY_EXISTS', target: 'day' })
    expect(await versions({ region_code: 'CH' })).toHaveLength(1)
  })

  test('is kept once for each change, though several come at once', async () => {
    setTime('2026-04-04T08:00:00Z')
    await Promise.all([1, 2, 3, 4, 5].map(day => holiday(`2026-07-0${day}`, 'AT')))
    const kept = await versions({ region_code: 'AT' })
    expect(kept).toHaveLength(5)
    expect(new Set(kept.map(version => Number(version.revision))).size).toBe(5)
    const counts = kept.map(version => JSON.parse(version.definition).length)
    expect(counts).toEqual([0, 1, 2, 3, 4].map(more => counts[0] + more))
  })
})

test('hours that only change places move warnings, though the due date stays and the ledger has nothing to tell', async () => {
  const ID = await washer('2026-04-13T06:00:00Z')
  const half = async () => iso((await cds.db.run(SELECT.one.from('aftersales.Warnings').where({ workOrder_ID: ID, 'clock.kind_code': 'fix', rule_code: 'half' })))?.fireAt)
  expect([await dueAt(ID), await half()]).toEqual(['2026-04-17T15:00:00.000Z', '2026-04-15T11:00:00.000Z'])
  setTime('2026-04-13T12:00:00Z')
  for (const [day, endsAt] of [['2026-04-14', '13:00'], ['2026-04-16', '21:00']])
    await admin().post(`${LEVELS}/Calendars(code='OFFICE',IsActiveEntity=true)/exceptions`, { day, startsAt: '09:00', endsAt, reason: 'Longer on Thursday' })
  await followed()
  expect([await dueAt(ID), await half()]).toEqual(['2026-04-17T15:00:00.000Z', '2026-04-16T07:00:00.000Z'])
  expect(await ledger(ID)).toHaveLength(1)
})

test('a deadline of an order that somebody edits follows once the draft is gone', async () => {
  const ID = await washer('2026-04-20T06:00:00Z')
  const other = await washer('2026-04-20T06:00:00Z')
  await app.as('agent').post(action(ID, 'draftEdit'), { PreserveChanges: true })
  setTime('2026-04-20T12:00:00Z')
  await holiday('2026-04-22')
  await followed()
  expect([await ledger(ID), await ledger(other)].map(entries => entries.length)).toEqual([1, 2])
  await app.as('agent').delete(order(ID, false))
  await followed()
  expect([await ledger(ID), await ledger(other)].map(entries => entries.length)).toEqual([2, 2])
  expect(iso((await app.as('agent').get(order(ID))).data.promisedAt)).toBe('2026-04-27T15:00:00.000Z')
})

test('whatever changes, a past instant shows what was shown then', async () => {
  const DAY = 86_400_000
  // Time never goes back: each order comes in on a Monday four weeks after the one before.
  let monday = Date.parse('2026-06-01T06:00:00Z')
  const happening = fc.record({ what: fc.constantFrom('holiday', 'holiday', 'no holiday', 'hold', 'resume', 'priority', 'complete', 'reopen'), pick: fc.nat(100), minutes: fc.integer({ min: 1, max: 600 }) })
  await fc.assert(fc.asyncProperty(fc.array(happening, { minLength: 6, maxLength: 10 }), async happenings => {
    let now = (monday += 28 * DAY)
    const days = [2, 3, 4, 7, 8, 9, 10, 11].map(after => new Date(monday + after * DAY).toISOString().slice(0, 10))
    const ID = await washer(new Date(now).toISOString())
    const later = (minutes: number) => setTime(new Date((now += minutes * 60_000)).toISOString())
    later(5)
    await admin().post(action(ID, 'release'), {})
    await admin().post(action(ID, 'assign'), { technician_ID: await technicianID(app) })
    await admin().post(action(ID, 'start'), {})
    const added: string[] = []
    const shown: { at: string; clock: any }[] = []
    for (const { what, pick, minutes } of happenings) {
      later(minutes)
      if (what === 'holiday') {
        const day = days.splice(pick % days.length, 1)[0]
        if (day) added.push(await holiday(day))
      }
      if (what === 'no holiday' && added.length) await free(added.splice(pick % added.length, 1)[0])
      if (what.includes('holiday')) await followed()
      if (what === 'hold') await admin().post(action(ID, 'hold'), { reason_code: 'CUSTOMER' })
      if (what === 'resume') await admin().post(action(ID, 'resume'), {})
      if (what === 'complete') await admin().post(action(ID, 'complete'), { resolution_code: 'REPAIRED' })
      if (what === 'reopen') await admin().post(action(ID, 'reopen'), { reason_code: 'NOTFIXED' })
      if (what === 'priority') await admin().patch(order(ID), { priority_code: String(1 + (pick % 4)) })
      const clock = await fixAt(ID)
      shown.push({ at: new Date(now).toISOString(), clock })
      const [row] = (await admin().get(`${LEVELS}/Clocks?$filter=workOrder_ID eq ${ID} and kind_code eq 'fix'`)).data.value
      expect([row.status_code, iso(row.dueAt)]).toEqual([clock.status_code, iso(clock.dueAt)])
    }
    later(1)
    for (const { at, clock } of shown) expect([at, await fixAt(ID, at)]).toEqual([at, clock])
    for (const each of added) await free(each)
  }), { numRuns: 3 })
}, 240_000)
