import cds from '@sap/cds'
import { openAuthorities } from '../../srv/quality/notifications/owed'
import { missingFields } from '../../srv/quality/regulatory/missing-fields'
import { reportRound } from '../../srv/quality/regulatory/warning'
import { signaturesOf } from '../../srv/quality/signatures/broken'
import { errorOf, startApp } from '../setup/app'

const QUALITY = '/odata/v4/quality'
const SERVICE = 'aftersales.QualityService'
const DAY = 86_400_000
const app = startApp()

type Row = Record<string, any>
const db = () => cds.entities('aftersales')
const path = (ID: string) => `${QUALITY}/QualityNotifications(ID=${ID},IsActiveEntity=true)`
const decide = (user: string, ID: string, data: object) => app.as(user).post(`${path(ID)}/${SERVICE}.decideReportability`, data)
const propose = async (ID: string, authority_code: string | null, inputs: object = {}, user = 'quality') =>
  app.as(user).get(`${path(ID)}/${SERVICE}.proposeReportability(authority_code=${authority_code ? `'${authority_code}'` : 'null'},inputs=@i,findingAt=null)?@i='${encodeURIComponent(JSON.stringify(inputs))}'`)
const list = async (entity: string, filter: string, query = ''): Promise<Row[]> => (await app.as('qm').get(`${QUALITY}/${entity}?$filter=${filter}${query}`)).data.value
const decisions = (ID: string, authority: string) => list('RegulatoryDecisions', `notification_ID eq ${ID} and authority_code eq '${authority}'`, '&$orderby=sequence')
const reports = (ID: string, authority: string) => list('RegulatoryReports', `notification_ID eq ${ID} and authority_code eq '${authority}'`, '&$orderby=number')
const onReport = (user: string, ID: string, name: string, data: object = {}) => app.as(user).post(`${QUALITY}/RegulatoryReports(${ID})/${SERVICE}.${name}`, data)
const field = (user: string, report: string, name: string, value: string) => app.as(user).patch(`${QUALITY}/RegulatoryReportFields(report_ID=${report},field='${name}')`, { value })
const clockOf = async (ID: string): Promise<Row> => (await app.as('qm').get(`${path(ID)}?$select=clockDueAt,clockLevel`)).data
const system = <T>(work: () => Promise<T>) => cds.tx({ user: cds.User.privileged } as never, work as never) as unknown as Promise<T>
const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString()

/** A notification about a monitor of a clinic in Stuttgart, sold in all three markets. */
async function notification(data: object = {}, serialNumber = 'MON-2041-0007'): Promise<string> {
  const { ID: equipment_ID } = (await cds.db.run(SELECT.one.from(db().Equipment).columns('ID').where({ serialNumber })))!
  const { status, data: row } = await app.as('quality').post(`${QUALITY}/QualityNotifications`, { type_code: 'Q1', equipment_ID, shortText: 'SpO2 value freezes', IsActiveEntity: true, ...data })
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(row)}`)
  return row.ID
}
const NO_HARM = { intakeHarm_code: 'no', intakePotential_code: 'no', intakeMalfunction_code: 'no' }
const cleared = (ID: string) => app.as('quality').patch(path(ID), NO_HARM)

/** Fills what the authority asks for and the notification can't know. */
async function complete(report: string): Promise<void> {
  for (const { field: name } of await system(() => missingFields(report))) await field('quality', report, name, 'N')
}

describe('clocks', () => {
  test('start with the notification of a medical device, for each market of the device, since unknown counts as yes', async () => {
    const ID = await notification({ awareAt: daysAgo(1) })
    const drafts = await list('RegulatoryDueList', `notification_ID eq ${ID}`, '&$orderby=dueAt')
    // Thirty days are thirty days, but which of the two ends first depends on the hour: each counts in its own time zone.
    const [first, ...later] = drafts.map(({ authority_code, paragraph, decisionState_code }) => [authority_code, paragraph, decisionState_code])
    expect([first, ...later.sort()]).toEqual([
      ['EU', 'Regulation (EU) 2017/745, Art. 87(5)', 'Proposed'],
      ['FDA', '21 CFR 803.50(a)(1)', 'Proposed'],
      ['NMPA', 'Order No. 1 (2018), Art. 27', 'Proposed']
    ])
    expect(drafts[0]).toMatchObject({ level: 0, isOverdue: false, daysLeft: expect.any(Number) })
    expect((await clockOf(ID)).clockDueAt).toBe(drafts[0].dueAt)
  })

  test('end when the screening clears all three questions, and start again when it is taken back', async () => {
    const ID = await notification()
    expect((await cleared(ID)).status).toBe(200)
    expect(await clockOf(ID)).toMatchObject({ clockDueAt: null, clockLevel: null })
    expect((await reports(ID, 'EU')).map(({ status_code }) => status_code)).toEqual(['Withdrawn'])
    await app.as('quality').patch(path(ID), { intakeHarm_code: 'yes' })
    expect((await reports(ID, 'EU')).map(({ status_code }) => status_code)).toEqual(['Withdrawn', 'Draft'])
    expect((await clockOf(ID)).clockDueAt).not.toBeNull()
    expect((await decisions(ID, 'EU')).map(({ isReportable, isCurrent, decidedBy }) => [isReportable, isCurrent, decidedBy])).toEqual([[true, false, null], [false, false, null], [true, true, null]])
  })

  test('do not start for a machine', async () => {
    const ID = await notification({}, 'LAT-0420-1105')
    expect(await list('RegulatoryReports', `notification_ID eq ${ID}`)).toEqual([])
  })

  test('start earlier when the company turns out to have known earlier', async () => {
    const ID = await notification({ awareAt: daysAgo(2) })
    const [{ dueOn }] = await reports(ID, 'FDA')
    await app.as('quality').patch(path(ID), { awareAt: daysAgo(5) })
    const [{ dueOn: earlier }] = await reports(ID, 'FDA')
    expect(Date.parse(dueOn) - Date.parse(earlier)).toBe(3 * DAY)
  })
})

describe('a proposal', () => {
  test('names rule, paragraph and end for every authority, and changes nothing', async () => {
    const ID = await notification(NO_HARM)
    const { status, data } = await propose(ID, null, { death: 'no', seriousInjury: 'yes', unanticipated: 'no' })
    expect(status).toBe(200)
    expect(data.value.map(({ authority_code, isReportable, paragraph, period, dayKind }: Row) => [authority_code, isReportable, paragraph, period, dayKind])).toEqual([
      ['FDA', true, '21 CFR 803.50(a)(1)', 30, 'calendar'], ['EU', true, 'Regulation (EU) 2017/745, Art. 87(3)', 15, 'calendar'], ['NMPA', true, 'Order No. 1 (2018), Art. 27', 30, 'calendar']
    ])
    expect(await decisions(ID, 'EU')).toEqual([])
  })

  test('comes in Chinese as well', async () => {
    const ID = await notification(NO_HARM)
    const { data } = await app.as('quality').get(`${path(ID)}/${SERVICE}.proposeReportability(authority_code='EU',inputs='{}',findingAt=null)`, { headers: { 'Accept-Language': 'zh-CN' } })
    expect(data.value[0].text).toBe('非严重事件')
  })

  test('is refused for answers that are none, and to roles that do not decide', async () => {
    const ID = await notification(NO_HARM)
    const { data, status } = await app.as('quality').get(`${path(ID)}/${SERVICE}.proposeReportability(authority_code='EU',inputs='nonsense',findingAt=null)`)
    expect([status, data.error.code]).toEqual([400, 'REGULATORY_INPUTS_WRONG'])
    for (const user of ['agent', 'dispatcher', 'technician', 'parts', 'controller', 'auditor']) expect([user, (await propose(ID, 'EU', {}, user)).status]).toEqual([user, 403])
  })
})

describe('a decision', () => {
  test('of a quality manager stores answers, rule version, paragraph and who signed it, and takes over the running report', async () => {
    const ID = await notification()
    const [draft] = await reports(ID, 'EU')
    const { status, data } = await decide('qm', ID, { authority_code: 'EU', inputs: JSON.stringify({ death: 'no', seriousInjury: 'no', likelyToHarm: 'yes', malfunction: 'yes' }), credential: 'qm' })
    expect([status, data]).toMatchObject([200, {
      state_code: 'Decided', isReportable: true, proposed: true, ruleSet_code: 'EU-MDR-2021', rule: 'SERIOUS-INCIDENT', paragraph: 'Regulation (EU) 2017/745, Art. 87(3)', period: 15, decidedBy: 'qm', sequence: 2, isCurrent: true
    }])
    expect(JSON.parse(data.inputs)).toMatchObject({ role: 'manufacturer', occurredInMarket: 'yes', death: 'no', likelyToHarm: 'yes' })
    expect(await reports(ID, 'EU')).toMatchObject([{ ID: draft.ID, status_code: 'Draft', dueOn: data.dueOn, decision_ID: data.ID }])
    const [signature] = await cds.db.run(SELECT.from(db().Signatures).where({ object: 'RegulatoryDecisions', objectID: data.ID })) as Row[]
    expect(signature).toMatchObject({ userId: 'qm', meaning_code: 'decided' })
  })

  test('without a signature is none', async () => {
    const ID = await notification()
    expect(errorOf(await decide('qm', ID, { authority_code: 'EU' })).code).toBe('SIGNATURE_CREDENTIAL_MISSING')
    expect(errorOf(await decide('qm', ID, { authority_code: 'EU', credential: 'wrong' })).code).toBe('SIGNATURE_CREDENTIAL_WRONG')
    expect((await decisions(ID, 'EU')).map(({ state_code }) => state_code)).toEqual(['Proposed'])
  })

  test('that nothing is reported needs a reason, is kept, and ends the clock', async () => {
    const ID = await notification()
    const inputs = JSON.stringify({ death: 'no', seriousInjury: 'no', likelyToHarm: 'no' })
    expect(errorOf(await decide('qm', ID, { authority_code: 'FDA', inputs, credential: 'qm' }))).toMatchObject({ status: 422, code: 'REGULATORY_REASON_MISSING', target: 'reason' })
    const { data } = await decide('qm', ID, { authority_code: 'FDA', inputs, reason: 'Alarm worked; staff changed the sensor', credential: 'qm' })
    expect(data).toMatchObject({ isReportable: false, proposed: false, paragraph: '21 CFR 803.20(b)', dueOn: null })
    expect((await reports(ID, 'FDA')).map(({ status_code }) => status_code)).toEqual(['Withdrawn'])
    expect((await reports(ID, 'EU')).map(({ status_code }) => status_code)).toEqual(['Draft'])
  })

  test('against the rules needs a reason; to report all the same has the strictest period of an event', async () => {
    const ID = await notification(NO_HARM)
    expect(errorOf(await decide('qm', ID, { authority_code: 'EU', isReportable: true, credential: 'qm' })).code).toBe('REGULATORY_REASON_DEVIATING')
    const { data } = await decide('qm', ID, { authority_code: 'EU', isReportable: true, reason: 'The authority has asked', credential: 'qm' })
    expect(data).toMatchObject({ isReportable: true, proposed: false, paragraph: 'Regulation (EU) 2017/745, Art. 2(65)', period: 10 })
    expect(await reports(ID, 'EU')).toMatchObject([{ status_code: 'Draft', dueOn: data.dueOn }])
  })

  test('of a quality engineer is a proposal: it withdraws no clock', async () => {
    const ID = await notification()
    const { status, data } = await decide('quality', ID, { authority_code: 'EU', inputs: JSON.stringify({ death: 'no', seriousInjury: 'no', likelyToHarm: 'no' }), reason: 'Bench test without finding' })
    expect([status, data]).toMatchObject([200, { state_code: 'Proposed', isReportable: false, decidedBy: 'quality' }])
    expect((await reports(ID, 'EU')).map(({ status_code }) => status_code)).toEqual(['Draft'])
    await decide('qm', ID, { authority_code: 'EU', inputs: data.inputs, reason: 'Agreed', credential: 'qm' })
    expect((await reports(ID, 'EU')).map(({ status_code }) => status_code)).toEqual(['Withdrawn'])
  })

  test('is never changed: a new one follows, and nobody writes over it', async () => {
    const ID = await notification()
    await decide('qm', ID, { authority_code: 'NMPA', credential: 'qm' })
    await decide('qm', ID, { authority_code: 'NMPA', inputs: '{"death":"no"}', credential: 'qm' })
    const all = await decisions(ID, 'NMPA')
    expect(all.map(({ sequence, isCurrent }) => [sequence, isCurrent])).toEqual([[1, false], [2, false], [3, true]])
    const signatures = await Promise.all(all.slice(1).map(({ ID: objectID }) => system(() => signaturesOf({ object: 'RegulatoryDecisions', objectID }))))
    expect(signatures).toMatchObject([[{ isBroken: false }], [{ isBroken: false }]])
    expect((await app.as('qm').patch(`${QUALITY}/RegulatoryDecisions(${all[2].ID})`, { isReportable: false })).status).toBeGreaterThanOrEqual(403)
    expect((await app.as('qm').delete(`${QUALITY}/RegulatoryDecisions(${all[2].ID})`)).status).toBeGreaterThanOrEqual(403)
  })

  test('of two people at once follows the other one, and one holds', async () => {
    const ID = await notification()
    const answers = await Promise.all(['qm', 'qm2'].map(user => decide(user, ID, { authority_code: 'EU', credential: user })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const all = await decisions(ID, 'EU')
    expect(all.map(({ sequence, isCurrent }) => [sequence, isCurrent])).toEqual([[1, false], [2, false], [3, true]])
    expect(await reports(ID, 'EU')).toMatchObject([{ status_code: 'Draft', decision_ID: all[2].ID }])
  })

  test('is asked for again when the screening changes what it was made on', async () => {
    const ID = await notification(NO_HARM)
    const undecided = () => system(() => openAuthorities(ID))
    for (const authority_code of ['EU', 'FDA', 'NMPA']) expect((await decide('qm', ID, { authority_code, reason: 'Nobody was there', credential: 'qm' })).status).toBe(200)
    expect(await undecided()).toEqual([])
    await app.as('quality').patch(path(ID), { completionHarm_code: 'yes' })
    expect(await undecided()).toEqual(expect.arrayContaining(['EU', 'FDA', 'NMPA']))
    expect((await decisions(ID, 'EU')).at(-1)).toMatchObject({ state_code: 'Proposed', isReportable: true, isCurrent: true })
    expect((await clockOf(ID)).clockDueAt).not.toBeNull()
  })

  test('counts from when the urgency was learned, which is not before the event nor in the future', async () => {
    const ID = await notification({ awareAt: daysAgo(5), intakeHarm_code: 'no', intakePotential_code: 'yes', intakeMalfunction_code: 'yes' })
    const inputs = JSON.stringify({ publicHealthThreat: 'yes' })
    for (const findingAt of [daysAgo(9), daysAgo(-1)]) expect(errorOf(await decide('qm', ID, { authority_code: 'EU', inputs, findingAt, credential: 'qm' })).code).toBe('FINDING_TIME_WRONG')
    const { data } = await decide('qm', ID, { authority_code: 'EU', inputs, findingAt: daysAgo(1), credential: 'qm' })
    expect(data).toMatchObject({ rule: 'PUBLIC-HEALTH-THREAT', period: 2 })
    expect(Date.parse(data.dueAt)).toBeGreaterThan(Date.now())
  })
})

describe('a report', () => {
  const decided = async (): Promise<[string, Row]> => {
    const ID = await notification({ awareAt: daysAgo(3), eventDate: daysAgo(4).slice(0, 10) })
    await decide('qm', ID, { authority_code: 'FDA', inputs: JSON.stringify({ death: 'no', seriousInjury: 'yes' }), credential: 'qm' })
    return [ID, (await reports(ID, 'FDA'))[0]]
  }

  test('has the fields of the authority, filled with the device and the event, and nothing of a patient', async () => {
    const [, report] = await decided()
    const fields = await list('RegulatoryReportFields', `report_ID eq ${report.ID}`, '&$orderby=position')
    const value = Object.fromEntries(fields.map(row => [row.field, row.value]))
    expect(value).toMatchObject({ A1: null, A2: null, A3: null, B1: 'IN', B5: 'SpO2 value freezes', D4a: 'PM-800', D4c: 'MON-2041-0007', D3: 'Meridia Medical', G6: 'I', G8: report.number })
    expect(fields.find(row => row.field === 'B5')).toMatchObject({ label: 'Description of the Event or Problem', isRequired: true, section: 'B. Adverse Event or Product Problem' })
  })

  test('is submitted when nothing is missing, once, with the reference of the authority, and signed', async () => {
    const [ID, report] = await decided()
    const incomplete = await onReport('qm', report.ID, 'submit', { reference: 'MDR-1', credential: 'qm' })
    expect(errorOf(incomplete)).toMatchObject({ status: 422, code: 'REPORT_INCOMPLETE', message: expect.stringContaining('G1 Contact Office') })
    await complete(report.ID)
    expect((await onReport('quality', report.ID, 'submit', { reference: 'MDR-1', credential: 'quality' })).status).toBe(403)
    const [first, second] = await Promise.all([0, 1].map(() => onReport('qm', report.ID, 'submit', { reference: 'MDR-1', credential: 'qm' })))
    expect([first.status, second.status].sort()).toEqual([200, 409])
    const [{ status_code, reference, submittedBy, isLate, isOverdue }] = await reports(ID, 'FDA')
    expect({ status_code, reference, submittedBy, isLate, isOverdue }).toEqual({ status_code: 'Submitted', reference: 'MDR-1', submittedBy: 'qm', isLate: false, isOverdue: false })
    expect((await cds.db.run(SELECT.from(db().Signatures).where({ objectID: report.ID })) as Row[])).toMatchObject([{ meaning_code: 'submitted' }])
    expect(errorOf(await field('quality', report.ID, 'B5', 'Otherwise')).code).toBe('REPORT_NOT_DRAFT')
  })

  test('is followed by a report with a clock of its own', async () => {
    const [ID, report] = await decided()
    expect(errorOf(await onReport('quality', report.ID, 'createFollowUp', { kind_code: 'followUp' })).code).toBe('REPORT_NOT_SUBMITTED')
    await complete(report.ID)
    await onReport('qm', report.ID, 'submit', { reference: 'MDR-2', credential: 'qm' })
    const { data } = await onReport('quality', report.ID, 'createFollowUp', { kind_code: 'followUp', learnedAt: daysAgo(1) })
    expect(data).toMatchObject({ kind_code: 'followUp', follows_ID: report.ID, status_code: 'Draft', paragraph: '21 CFR 803.56' })
    expect(Math.round((Date.parse(data.dueOn) - Date.parse(data.awareOn)) / DAY)).toBe(30)
    await decide('qm', ID, { authority_code: 'FDA', inputs: JSON.stringify({ death: 'no' }), credential: 'qm' })
    expect((await reports(ID, 'FDA')).map(({ kind_code, status_code }) => [kind_code, status_code])).toEqual([['initial', 'Submitted'], ['followUp', 'Draft']])
  })

  test('keeps what a person has written when it is filled again', async () => {
    const [ID, report] = await decided()
    expect((await field('quality', report.ID, 'B5', 'Value froze for ten minutes')).status).toBe(200)
    await app.as('quality').patch(path(ID), { shortText: 'SpO2 value freezes at night', batch: 'B-26-0412' })
    expect((await onReport('quality', report.ID, 'fill')).status).toBe(200)
    const fields = await list('RegulatoryReportFields', `report_ID eq ${report.ID}`)
    expect(fields.filter(row => ['B5', 'D4d'].includes(row.field)).map(row => row.value)).toEqual(['Value froze for ten minutes', 'B-26-0412'])
  })

  test('names its fields in two languages', async () => {
    const [, report] = await decided()
    const b1 = async (language: string) => (await app.as('qm').get(`${QUALITY}/RegulatoryReportFields(report_ID=${report.ID},field='B1')`, { headers: { 'Accept-Language': language } })).data
    expect(await b1('en')).toMatchObject({ section: 'B. Adverse Event or Product Problem', label: 'Adverse Event or Product Problem', valueList: 'eventType', value: 'IN' })
    expect(await b1('zh-CN')).toMatchObject({ section: 'B. 不良事件或产品问题', label: '不良事件或产品问题' })
  })

  test('that comes late says so', async () => {
    const [ID, report] = await decided()
    await complete(report.ID)
    await cds.db.run(UPDATE(db().RegulatoryReports).with({ dueAt: daysAgo(1) } as never).where({ ID: report.ID }))
    await onReport('qm', report.ID, 'submit', { reference: 'MDR-3', credential: 'qm' })
    expect(await reports(ID, 'FDA')).toMatchObject([{ isLate: true, isOverdue: true }])
  })
})

describe('warnings', () => {
  test('come once at each level, however many rounds look, and can be acknowledged once', async () => {
    const ID = await notification()
    const [report] = await reports(ID, 'EU')
    const move = (changes: object) => cds.db.run(UPDATE(db().RegulatoryReports).with(changes as never).where({ ID: report.ID }))
    const levels = async () => (await list('RegulatoryWarnings', `report_ID eq ${report.ID}`, '&$orderby=level')).map(({ level }) => level)
    await reportRound.start()
    expect(await levels()).toEqual([])
    for (const changes of [{ warnAt50: daysAgo(1) }, { warnAt75: daysAgo(1) }, { dueAt: daysAgo(1) }]) {
      await move(changes)
      await reportRound.start()
      await reportRound.start()
    }
    expect(await levels()).toEqual([50, 75, 100])
    expect(await list('RegulatoryDueList', `ID eq ${report.ID}`)).toMatchObject([{ level: 100, isOverdue: true, warnedLevel: 100, clockCriticality: 1 }])
    const [{ ID: warning }] = await list('RegulatoryWarnings', `report_ID eq ${report.ID}`)
    const acknowledge = () => app.as('quality').post(`${QUALITY}/RegulatoryWarnings(${warning})/${SERVICE}.acknowledgeWarning`, {})
    expect([(await acknowledge()).status, (await acknowledge()).status]).toEqual([200, 409])
  })
})

describe('roles', () => {
  test('that handle orders read nothing of what authorities are told', async () => {
    for (const user of ['agent', 'dispatcher', 'technician', 'parts', 'controller'])
      for (const entity of ['RegulatoryDecisions', 'RegulatoryReports', 'RegulatoryReportFields', 'RegulatoryDueList', 'RegulatoryWarnings', 'DeviceMarkets'])
        expect([user, entity, (await app.as(user).get(`${QUALITY}/${entity}`)).status]).toEqual([user, entity, 403])
    expect((await app.as('agent').get(`${QUALITY}/QualityNotifications?$expand=regulatoryReports`)).status).toBe(403)
  })

  test('other than quality decide nothing', async () => {
    const ID = await notification()
    for (const user of ['agent', 'dispatcher', 'technician', 'parts', 'controller', 'auditor', 'admin'])
      expect([user, (await decide(user, ID, { authority_code: 'EU', credential: user })).status]).toEqual([user, 403])
  })
})
