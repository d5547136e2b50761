import cds from '@sap/cds'
import { errorOf, startApp, takeOrder, technicianID } from '../setup/app'
import { iso, LEVELS, LEVEL_SERVICE, milestonesOf } from '../setup/milestones'
import { setTime } from '../setup/time'

const app = startApp()
const { toldOf, chainOf, milestones, statuses, ledger, act, done, take, lathe, excavator, ordered, attachPhoto } = milestonesOf(app)

describe('a chain', () => {
  test('is frozen by the release, with targets that count from one another in working time', async () => {
    const ID = await lathe('2026-03-06T14:00:00Z') // Friday, 15:00
    const all = await milestones(ID)
    expect(Object.keys(all)).toEqual(['dispatchConfirmed', 'inspectionStarted', 'diagnosed', 'partsReady', 'siteReady', 'workCompleted', 'accepted', 'orderClosed'])
    expect(iso(all.dispatchConfirmed.dueAt)).toBe('2026-03-06T16:00:00.000Z')
    expect(iso(all.inspectionStarted.dueAt)).toBe('2026-03-07T14:00:00.000Z')
    expect(iso(all.diagnosed.dueAt)).toBe('2026-03-09T12:00:00.000Z') // four office hours after Saturday: Monday 13:00
    expect(all.dispatchConfirmed).toMatchObject({ status_code: 'open', ownerRole_code: 'Dispatcher', stage: 0, isLate: false })
    expect([all.partsReady.stage, all.siteReady.stage]).toEqual([3, 3])
    expect(await chainOf(ID)).toMatchObject({ templateNumber: 'MS-1001', milestoneCount: 8, doneCount: 0, progress: 0 })

    const template = (await app.as('admin').get(`${LEVELS}/MilestoneTemplates?$filter=number eq 'MS-1001'`)).data.value[0]
    await cds.db.run(UPDATE('aftersales.TemplateMilestones').set({ minutes: 9999 }).where({ template_ID: template.ID, kind_code: 'diagnosed' }))
    await take('dispatcher', ID, 'assign', '2026-03-06T15:00:00Z', { technician_ID: await technicianID(app) })
    expect(iso((await milestones(ID)).diagnosed.dueAt)).toBe('2026-03-09T12:00:00.000Z')
    await cds.db.run(UPDATE('aftersales.TemplateMilestones').set({ minutes: 240 }).where({ template_ID: template.ID, kind_code: 'diagnosed' }))
  })

  test('is that of the most specific template', async () => {
    const ID = await excavator()
    expect(await chainOf(ID)).toMatchObject({ templateNumber: 'MS-1003', milestoneCount: 15 })
    // The fifth day after the receipt at 6:00 in Karratha.
    expect(iso((await milestones(ID)).siteReady.dueAt)).toBe('2026-03-13T22:00:00.000Z')
  })

  test('follows the order’s steps; what asks for evidence stays open until it is shown', async () => {
    const ID = await lathe()
    await take('dispatcher', ID, 'assign', '2026-03-09T07:30:00Z', { technician_ID: await technicianID(app) })
    expect(await statuses(ID)).toMatchObject({ dispatchConfirmed: 'done', inspectionStarted: 'open' })
    await take('technician', ID, 'start', '2026-03-09T09:00:00Z')
    expect((await milestones(ID)).diagnosed).toMatchObject({ status_code: 'open' })
    expect(iso((await milestones(ID)).diagnosed.dueAt)).toBe('2026-03-09T13:00:00.000Z') // from the real start, not from the planned one
    expect(iso((await milestones(ID)).diagnosed.plannedAt)).not.toBe('2026-03-09T13:00:00.000Z')
    await take('technician', ID, 'complete', '2026-03-09T12:00:00Z', { resolution_code: 'REPAIRED' })
    expect(await statuses(ID)).toMatchObject({ diagnosed: 'done', partsReady: 'done', siteReady: 'done', workCompleted: 'done', accepted: 'open' })
    expect((await ledger(ID, 'partsReady')).map((each: any) => [each.type_code, each.cause])).toEqual([['planned', null], ['implied', 'Completed']])
    expect((await chainOf(ID)).progress).toBe(83)
    await take('technician', ID, 'accept', '2026-03-09T12:30:00Z', { rating: 5 })
    expect((await milestones(ID)).accepted).toMatchObject({ status_code: 'done', hasEvidence: true })
    await take('agent', ID, 'close', '2026-03-09T13:00:00Z')
    expect(await chainOf(ID)).toMatchObject({ progress: 100, doneCount: 8, lateCount: 0 })
  })

  test('loses what the completion meant when the order is reopened, and counts anew from then', async () => {
    const ID = await lathe()
    await take('dispatcher', ID, 'assign', '2026-03-09T07:30:00Z', { technician_ID: await technicianID(app) })
    await take('technician', ID, 'start', '2026-03-09T09:00:00Z')
    await take('technician', ID, 'complete', '2026-03-09T12:00:00Z', { resolution_code: 'REPAIRED' })
    await take('agent', ID, 'reopen', '2026-03-10T10:00:00Z', { reason_code: 'NOTFIXED' })
    expect(await statuses(ID)).toMatchObject({ dispatchConfirmed: 'open', inspectionStarted: 'waiting', diagnosed: 'done', workCompleted: 'open', accepted: 'waiting' })
    expect(iso((await milestones(ID)).dispatchConfirmed.dueAt)).toBe('2026-03-10T12:00:00.000Z')
    expect((await ledger(ID, 'workCompleted')).map((each: any) => each.type_code)).toEqual(['planned', 'done', 'reopened'])
  })

  test('of a cancelled order needs nothing more', async () => {
    const ID = await lathe()
    await take('agent', ID, 'cancel', '2026-03-09T08:00:00Z', { reason_code: 'DUPLICATE' })
    expect(new Set(Object.values(await statuses(ID)))).toEqual(new Set(['skipped']))
    expect(await chainOf(ID)).toMatchObject({ progress: 100, lateCount: 0, milestoneCount: 0 })
  })

  test('is made later for orders that were released before, with the steps that they have gone through', async () => {
    const ID = await lathe()
    await take('dispatcher', ID, 'assign', '2026-03-09T07:30:00Z', { technician_ID: await technicianID(app) })
    const { ID: chain } = await chainOf(ID)
    await cds.db.run(DELETE.from('aftersales.MilestoneEvents').where({ workOrder_ID: ID }))
    await cds.db.run(DELETE.from('aftersales.Milestones').where({ chain_ID: chain }))
    await cds.db.run(DELETE.from('aftersales.MilestoneChains').where({ ID: chain }))
    const { status } = await app.as('dispatcher').post(`${LEVELS}/planMilestones`, { workOrder_ID: ID })
    expect(status).toBe(200)
    expect(await statuses(ID)).toMatchObject({ dispatchConfirmed: 'done', inspectionStarted: 'open' })
    expect(iso((await milestones(ID)).dispatchConfirmed.doneAt)).toBe('2026-03-09T07:30:00.000Z')
    expect(errorOf(await app.as('dispatcher').post(`${LEVELS}/planMilestones`, { workOrder_ID: ID }))).toMatchObject({ status: 409, code: 'MILESTONES_PLANNED' })
    const fresh = await takeOrder(app)
    expect(errorOf(await app.as('dispatcher').post(`${LEVELS}/planMilestones`, { workOrder_ID: fresh }))).toMatchObject({ status: 409, code: 'MILESTONES_NOT_NOW' })
  })
})

const sweep = () => cds.tx({ user: new cds.User.Privileged() }, () => (cds.services[LEVEL_SERVICE] as any).send('noteLateMilestones', {}))

describe('a milestone', () => {
  test('is confirmed by its owner with the evidence asked for, once what comes before is there', async () => {
    const ID = await excavator()
    await take('dispatcher', ID, 'assign', '2026-03-09T02:00:00Z', { technician_ID: await technicianID(app) })
    expect(errorOf(await act('technician', ID, 'diagnosed', 'confirm'))).toMatchObject({ status: 409, code: 'MILESTONE_WAITS', message: expect.stringContaining('Inspection Started') })
    await take('technician', ID, 'start', '2026-03-09T06:00:00Z')
    expect(errorOf(await act('agent', ID, 'diagnosed', 'confirm'))).toMatchObject({ status: 403, code: 'MILESTONE_OF_OTHERS' })
    expect(errorOf(await act('technician', ID, 'diagnosed', 'confirm'))).toMatchObject({ status: 422, code: 'EVIDENCE_MISSING_PHOTO' })
    await attachPhoto(ID)
    expect(errorOf(await act('technician', ID, 'diagnosed', 'confirm', { at: '2026-03-09T05:00:00Z' }))).toMatchObject({ status: 422, code: 'MILESTONE_TOO_EARLY' })
    expect(errorOf(await act('technician', ID, 'diagnosed', 'confirm', { at: '2026-03-09T07:00:00Z' }))).toMatchObject({ status: 422, code: 'TIME_IN_FUTURE' })
    await done('technician', ID, 'diagnosed', 'confirm', '2026-03-09T10:00:00Z', { at: '2026-03-09T08:00:00Z' })
    expect(errorOf(await act('technician', ID, 'diagnosed', 'confirm'))).toMatchObject({ status: 409, code: 'MILESTONE_REACHED' })
    expect(errorOf(await act('agent', ID, 'quotationApproved', 'confirm'))).toMatchObject({ status: 422, code: 'EVIDENCE_MISSING_REFERENCE' })
    await done('agent', ID, 'quotationApproved', 'confirm', '2026-03-09T11:00:00Z', { reference: 'Q-4711' })
    const [, entry] = await ledger(ID, 'quotationApproved')
    expect(entry).toMatchObject({ type_code: 'done', reference: 'Q-4711', userId: 'agent', sequence: 2 })
    expect(iso((await milestones(ID)).partsOrdered.dueAt)).toBe('2026-03-09T15:00:00.000Z')
  })

  test('that a step of the order has reached without evidence gets it afterwards', async () => {
    const ID = await ordered()
    await done('dispatcher', ID, 'partsReady', 'skip', '2026-03-10T01:00:00Z', { text: 'Repaired with parts on the van' })
    await take('technician', ID, 'complete', '2026-03-10T06:00:00Z', { resolution_code: 'REPAIRED' })
    expect((await milestones(ID)).tested).toMatchObject({ status_code: 'open', hasEvidence: false })
    expect((await milestones(ID)).repaired).toMatchObject({ status_code: 'done' })
    await done('technician', ID, 'tested', 'confirm', '2026-03-10T08:00:00Z', { text: '320 bar for ten minutes' })
    expect((await milestones(ID)).tested).toMatchObject({ status_code: 'done', hasEvidence: true, evidenceText: '320 bar for ten minutes' })
  })

  test('that was confirmed by mistake is withdrawn with those that followed', async () => {
    const ID = await ordered()
    await done('dispatcher', ID, 'diagnosed', 'withdraw', '2026-03-09T12:00:00Z', { text: 'Wrong machine' })
    expect(await statuses(ID)).toMatchObject({ diagnosed: 'open', quotationApproved: 'waiting', partsOrdered: 'waiting', inspectionStarted: 'done' })
    expect((await ledger(ID, 'partsOrdered')).map((each: any) => [each.type_code, each.text])).toEqual([['planned', 'MS-1003'], ['done', null], ['reopened', 'Wrong machine']])
    expect(errorOf(await act('dispatcher', ID, 'partsOrdered', 'withdraw', { text: 'again' }))).toMatchObject({ status: 409, code: 'MILESTONE_NOT_REACHED' })
  })

  test('gets another due date from a dispatcher only, and the plan stays what it was', async () => {
    const ID = await lathe()
    const { dueAt } = (await milestones(ID)).siteReady
    await done('dispatcher', ID, 'siteReady', 'retarget', '2026-03-09T08:00:00Z', { dueAt: '2026-03-12T16:00:00Z', text: 'Crane comes on Thursday' })
    expect((await milestones(ID)).siteReady).toMatchObject({ plannedAt: dueAt })
    expect(iso((await milestones(ID)).siteReady.dueAt)).toBe('2026-03-12T16:00:00.000Z')
    expect((await act('agent', ID, 'siteReady', 'retarget', { dueAt: '2026-03-12T16:00:00Z', text: 'no' })).status).toBe(403)
  })

  test('two people can’t confirm at once', async () => {
    const ID = await ordered()
    setTime('2026-03-09T11:00:00Z')
    const { ID: milestone } = (await milestones(ID)).partsShipped
    const answers = await Promise.all([1, 2, 3].map(() => app.as('parts').post(`${LEVELS}/Milestones(${milestone})/${LEVEL_SERVICE}.confirm`, {})))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(await ledger(ID, 'partsShipped')).toHaveLength(2)
  })

  test('that passes its due date is told once, whoever looks', async () => {
    const ID = await lathe()
    setTime('2026-03-09T11:00:00Z')
    await sweep()
    await sweep()
    expect(toldOf(ID)).toEqual([['Milestone.Late', 'dispatchConfirmed', 'overdue']])
    expect((await milestones(ID)).dispatchConfirmed).toMatchObject({ isLate: true })
    expect((await chainOf(ID)).lateCount).toBeGreaterThan(0)
  })
})

test('a milestone that was due when work ended on Friday is late from then on, in lists as for those who are told', async () => {
  const ID = await lathe('2026-03-06T14:00:00Z') // Friday, 15:00; two office hours end with the day
  const late = async (at: string) => {
    setTime(at)
    await sweep()
    return [toldOf(ID), (await milestones(ID)).dispatchConfirmed.isLate]
  }
  expect(await late('2026-03-06T16:00:00Z')).toEqual([[], false])
  expect(await late('2026-03-06T16:00:01Z')).toEqual([[['Milestone.Late', 'dispatchConfirmed', 'overdue']], true])
  expect((await late('2026-03-07T10:00:00Z'))[0]).toEqual([['Milestone.Late', 'dispatchConfirmed', 'overdue']])
})

describe('templates and the ledger', () => {
  const template = (milestones: object[]) => app.as('admin').post(`${LEVELS}/MilestoneTemplates`, {
    number: `T-${Math.random()}`.slice(0, 20), name: 'Test', calendar_code: 'OFFICE', orderType_code: 'PM06', IsActiveEntity: true, milestones
  })
  const step = (position: number, kind_code: string, more: object = {}) => ({ position, kind_code, ownerRole_code: 'Technician', anchor_code: 'released', minutes: 60, ...more })

  test('a template that is no chain is refused at the milestone at fault', async () => {
    const cases: [object[], string][] = [
      [[], 'TEMPLATE_WITHOUT_MILESTONES'],
      [[step(1, 'received')], 'MILESTONE_KIND_IS_DATE'],
      [[step(1, 'repaired'), step(2, 'repaired')], 'MILESTONE_TWICE'],
      [[step(1, 'repaired', { predecessors: 'tested' })], 'MILESTONE_NOT_IN_CHAIN'],
      [[step(1, 'repaired', { predecessors: 'tested' }), step(2, 'tested', { anchor_code: 'repaired' })], 'MILESTONE_CYCLE'],
      [[step(1, 'repaired', { minutes: null })], 'MILESTONE_TARGET_INCOMPLETE'],
      [[step(1, 'repaired', { minutes: -5 })], 'MILESTONE_BEFORE_ANCHOR'],
      [[step(1, 'repaired', { anchor_code: null, minutes: null, dueDay: 1, dueTime: '25:00' })], 'ASSERT_FORMAT']
    ]
    for (const [milestones, code] of cases) expect([code, errorOf(await template(milestones))]).toEqual([code, expect.objectContaining({ code })])
    expect((await template([step(1, 'repaired'), step(2, 'tested', { predecessors: 'repaired', anchor_code: 'repaired' })])).status).toBe(201)
    expect((await app.as('dispatcher').post(`${LEVELS}/MilestoneTemplates`, { number: 'X', IsActiveEntity: true })).status).toBe(403)
  })

  test('what was reached in time is counted by type and region', async () => {
    await ordered()
    const { data } = await app.as('auditor').get(
      `${LEVELS}/MilestoneLedger?$apply=filter(region eq 'WA')/groupby((kind_code,region),aggregate(milestoneCount with sum as all,reachedCount with sum as reached,onTimeCount with sum as inTime))`
    )
    const inspection = data.value.find((row: any) => row.kind_code === 'inspectionStarted')
    expect(inspection).toMatchObject({ region: 'WA' })
    expect(Number(inspection.reached)).toBeGreaterThan(0)
    expect(Number(inspection.inTime)).toBe(Number(inspection.reached))
    expect(Number(inspection.all)).toBeGreaterThan(Number(inspection.reached))
  })

  test('technicians see the milestones of their own orders only', async () => {
    const [ID, other] = [await ordered(), await excavator()]
    expect(Object.keys(await milestones(ID, 'technician'))).toHaveLength(15)
    expect(await milestones(other, 'technician')).toEqual({})
    expect(await chainOf(other, 'technician')).toBeUndefined()
    expect((await app.as('technician').get(`${LEVELS}/MilestoneLedger`)).status).toBe(403)
    expect((await act('technician', other, 'diagnosed', 'confirm')).status).toBe(403)
    expect((await app.as('admin').delete(`${LEVELS}/Milestones(${Object.values<any>(await milestones(ID))[0].ID})`)).status).toBe(405)
  })
})
