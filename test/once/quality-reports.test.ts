import crypto from 'node:crypto'
import fs from 'node:fs'
import cds from '@sap/cds'
import { errorOf, startApp } from '../setup/app'
import { pagesOfPdf } from '../setup/pdf'

jest.setTimeout(90_000)

const app = startApp()
const QUALITY = '/odata/v4/quality'
const MONITOR = '9794d8fa-6eaa-5598-8795-ec81af63a149'

const db = <T>(work: () => Promise<T>) => cds.tx({ user: cds.User.privileged } as never, work as never) as unknown as Promise<T>

/** Where somebody wants to look at the pages. */
const folder = process.env.REPORTS_FOLDER

const path = (entity: string, ID: string) => (entity === 'RegulatoryReports' ? `${QUALITY}/${entity}(${ID})` : `${QUALITY}/${entity}(ID=${ID},IsActiveEntity=true)`)
const createReport = (entity: string, ID: string, data: object = {}, user = 'quality') => app.as(user).post(`${path(entity, ID)}/aftersales.QualityService.createReport`, data)
const fileOf = (ID: string, user = 'quality') => app.as(user).get(`${QUALITY}/QualityDocuments(${ID})/content`, { responseType: 'arraybuffer' })

async function printed(entity: string, ID: string, data: object) {
  const { status, data: document } = await createReport(entity, ID, data)
  expect([status, document.error]).toEqual([200, undefined])
  const { data: content, headers } = await fileOf(document.ID)
  if (folder) fs.writeFileSync(`${folder}/${document.kind_code}-${document.language}.pdf`, content)
  const pages = await pagesOfPdf(content)
  // A line of a narrow column ends anywhere in Chinese.
  return { document, content: Buffer.from(content), headers, pages, text: pages.join(' '), dense: pages.join('').replace(/\s+/g, '') }
}

const CODED = { profile_code: 'MONITOR', defectGroup: 'MEDMEAS', defectCode: '0110', objectPartGroup: 'MONITOR', objectPartCode: '0110' }
const LONG = 'The sensor had no value although its light was on; the cable was frayed close to the plug where it is bent most, and the shield was open over four millimetres. '

let notification: string
let capa: string
beforeAll(() => db(async () => {
  notification = cds.utils.uuid()
  capa = cds.utils.uuid()
  const second = cds.utils.uuid()
  const { ID: customer_ID, name: customerName } = await SELECT.one.from('aftersales.Customers').columns('ID', 'name').orderBy('number') as { ID: string; name: string }
  const head = { type_code: 'Q1', status_code: 'NOPR', equipment_ID: MONITOR, serialNumber: 'MON-2041-0007', model: 'PM-800', manufacturer: 'Meridia Medical', deviceClass_code: 'MD-IIb', plant: '1010', customer_ID, customerName, country: 'DE' }
  await INSERT.into('aftersales.QualityNotifications').entries([
    {
      ...head, ID: notification, number: 'QN-800001', shortText: 'SpO2 sensor has no value after three weeks · 血氧探头三周后无数值', longText: `${LONG.repeat(6)}\n\n探头灯亮但无数值，插头附近电缆磨损，屏蔽层外露约四毫米。`.slice(0, 4900),
      udi: '(01)09520001000140(11)260401(17)310401(10)B-26-0412(21)MON-2041-0007-EXTRA-LONG-SERIAL', batch: 'B-26-0412', priority_code: '2', owner: 'quality', eventDate: '2026-11-18', awareAt: '2026-11-18T09:30:00Z', reportedOn: '2026-11-18',
      intakeHarm_code: 'no', intakePotential_code: 'yes', intakeMalfunction_code: 'yes', intakeScreenedAt: '2026-11-18T10:00:00Z', intakeScreenedBy: 'quality',
      items: Array.from({ length: 12 }, (_, i) => ({ ...CODED, position: i + 1, text: `Finding ${i + 1}: no value from the finger sensor`, quantity: 1, unit: 'EA', batch: 'B-26-0412',
        causes: [{ profile_code: 'MONITOR', position: 1, causeGroup: 'MATERIAL', causeCode: '0110', text: `${LONG}${LONG}`, isRootCause: i === 0 }] })),
      tasks: [{ position: 1, text: 'Block the batch in all depots', status_code: 'TSCO', owner: 'parts', dueDate: '2026-11-20', completedAt: '2026-11-19T15:00:00Z', completedBy: 'parts', result: 'Twelve pieces blocked' }],
      activities: [{ position: 1, text: 'Sensor X-rayed', performedAt: '2026-11-19T12:00:00Z' }],
      complaint: { receivedOn: '2026-11-18', complainantRole: 'Head nurse', nature: 'No oxygen saturation shown', isInvestigationNeeded: true, investigation: 'Plug cut open', investigatedOn: '2026-11-20', investigatedBy: 'quality', result: 'Strain relief too short' }
    },
    { ...head, ID: second, number: 'QN-800002', shortText: 'Sensor drops out when the arm is moved', items: [{ ...CODED, position: 1, text: 'Drops out' }] }
  ])
  await INSERT.into('aftersales.CapaCases').entries({
    ID: capa, number: 'CA-800001', phase_code: 'EffectivenessCheck', title: 'Cables of SpO2 sensors fray at the plug', problem: 'Two sensors of batch B-26-0412 failed within weeks. 同一批次两个探头在数周内失效。', cycle: 2, owner: 'quality', approver: 'qm',
    dueDate: '2027-02-28', containment: 'Batch blocked; customers told.', riskMethod_code: 'FMEA', severity: 7, occurrence: 4, detection: 6, riskNumber: 168, model: 'PM-800'
  })
  await INSERT.into('aftersales.CapaNotifications').entries([{ capa_ID: capa, notification_ID: notification }, { capa_ID: capa, notification_ID: second }])
  await INSERT.into('aftersales.CapaCycles').entries([
    { capa_ID: capa, cycle: 1, startedAt: '2026-09-01T08:00:00Z', severity: 7, occurrence: 5, detection: 6, riskNumber: 210, rootCause: 'Cable too thin', verification: 'Thicker cable tried on five monitors', verifiedAt: '2026-09-10T08:00:00Z', verifiedBy: 'qm', implementedAt: '2026-09-12T08:00:00Z', implementedBy: 'quality', passed: false, endedAt: '2026-11-01T08:00:00Z' },
    { capa_ID: capa, cycle: 2, startedAt: '2026-11-01T08:00:00Z', severity: 7, occurrence: 4, detection: 6, riskNumber: 168, rootCause: 'Strain relief too short for the bend at the plug', verification: 'Longer strain relief survives 20,000 bends', verifiedAt: '2026-11-10T08:00:00Z', verifiedBy: 'qm' }
  ])
  const [top, below, other] = [cds.utils.uuid(), cds.utils.uuid(), cds.utils.uuid()]
  await INSERT.into('aftersales.CapaCauses').entries([
    { ID: top, capa_ID: capa, cycle: 2, position: 1, branch_code: 'material', answer: 'Because a wire broke', evidence: 'X-ray 17 shows the break' },
    { ID: below, capa_ID: capa, cycle: 2, parent_ID: top, position: 1, branch_code: 'method', answer: 'Because it is bent at the plug', evidence: 'Bend test B-44', isRootCause: true },
    { ID: other, capa_ID: capa, cycle: 2, parent_ID: top, position: 2, branch_code: 'material', answer: 'Because the copper is brittle', evidence: 'Analysis A-9: within limits', isRuledOut: true },
    { ID: cds.utils.uuid(), capa_ID: capa, cycle: 1, position: 1, branch_code: 'material', answer: 'Because the cable is too thin', isRootCause: true }
  ])
  await INSERT.into('aftersales.CapaActions').entries([
    { capa_ID: capa, cycle: 2, position: 1, kind_code: 'containment', text: 'Block batch B-26-0412', owner: 'parts', dueDate: '2026-11-03', status_code: 'TSCO', completedAt: '2026-11-02T08:00:00Z', completedBy: 'parts', result: 'Blocked' },
    { capa_ID: capa, cycle: 2, position: 2, kind_code: 'corrective', text: 'Longer strain relief from the supplier', owner: 'quality', dueDate: '2026-12-01', status_code: 'TSRL' },
    { capa_ID: capa, cycle: 2, position: 3, kind_code: 'preventive', text: 'Bend test added to incoming inspection', owner: 'quality', dueDate: '2026-12-15', status_code: 'TSOS' }
  ])
  await INSERT.into('aftersales.EffectivenessChecks').entries({ capa_ID: capa, cycle: 1, criterion: 'No repeat failure within 60 days', limit: 0, windowDays: 60, dataSource: 'Work orders', windowStart: '2026-09-12', windowEnd: '2026-11-11', measured: 2, passed: false, decidedBy: 'qm', decidedAt: '2026-11-01T08:00:00Z' })
}))

describe('a notification report', () => {
  test('tells findings, causes, tasks, complaint and screening, on pages that say what they are', async () => {
    const { document, text, pages, headers, content } = await printed('QualityNotifications', notification, { language: 'en' })
    expect(document).toMatchObject({ number: expect.stringMatching(/^QD-\d{6}$/), version: 1, kind_code: 'notification', language: 'en', title: 'Quality Notification Report QN-800001', createdBy: 'quality', pages: pages.length, mediaType: 'application/pdf' })
    expect(headers).toMatchObject({ 'content-type': expect.stringContaining('application/pdf'), 'content-disposition': `inline; filename="${document.fileName}"` })
    expect(crypto.createHash('sha256').update(content).digest('hex')).toBe(document.fileHash)
    for (const words of ['Quality Notification Report', 'QN-800001', 'SpO2 sensor has no value', '血氧探头三周后无数值', 'MON-2041-0007', 'Finding 12: no value', 'Block the batch in all depots', 'Twelve pieces blocked', 'Head nurse',
      'Strain relief too short', 'Was somebody hurt', 'Screening for harm', 'Nobody has signed yet.', 'Root cause']) expect(text).toContain(words)
    expect(pages.length).toBeGreaterThan(1)
    pages.forEach((page, index) => {
      expect(page).toContain(`${document.number} · Version 1`)
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
      expect(page).toContain('Status: In Process')
      expect(page).toMatch(/Printed by quality on \d+ \w+ \d{4},? .* UTC/)
    })
  })

  test('comes in Chinese, its names and labels too', async () => {
    const { document, dense } = await printed('QualityNotifications', notification, { language: 'zh_CN' })
    expect(document).toMatchObject({ language: 'zh_CN', version: 1, title: '质量通知报告 QN-800001' })
    for (const words of ['质量通知报告', '缺陷与原因', '伤害筛查', '是否有人受伤', '处理中', '版本1', '第1页', '序列号', '尚未签署']) expect(dense).toContain(words)
    expect(dense).not.toMatch(/report\.|i18n|undefined|\[object/)
  })

  test('is never changed: printed again it is the next version, with the same hash while nothing has changed', async () => {
    const first = await printed('QualityNotifications', notification, { language: 'en' })
    const second = await printed('QualityNotifications', notification, { language: 'en' })
    expect(second.document).toMatchObject({ number: first.document.number, version: first.document.version + 1, contentHash: first.document.contentHash })
    expect(second.document.fileHash).not.toBe(first.document.fileHash)
    await db(() => UPDATE('aftersales.QualityNotifications').with({ owner: 'quality2' } as never).where({ ID: notification }) as never)
    expect((await printed('QualityNotifications', notification, { language: 'en' })).document.contentHash).not.toBe(first.document.contentHash)
    expect((await fileOf(first.document.ID)).data.equals(first.content)).toBe(true)
    for (const answer of [await app.as('qm').patch(`${QUALITY}/QualityDocuments(${first.document.ID})`, { title: 'x' }), await app.as('qm').delete(`${QUALITY}/QualityDocuments(${first.document.ID})`)])
      expect([403, 405]).toContain(answer.status)
  })

  test('printed by several at once, each gets a version of its own', async () => {
    const answers = await Promise.all(['quality', 'qm', 'quality', 'qm'].map(user => createReport('QualityNotifications', notification, { language: 'zh_CN' }, user)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const versions = answers.map(({ data }) => data.version).sort()
    expect(new Set(versions).size).toBe(4)
    expect(new Set(answers.map(({ data }) => data.number)).size).toBe(1)
  })

  test('is in the reader\'s language where nobody says which; others and unknown kinds are refused', async () => {
    const { data } = await app.as('quality').post(`${path('QualityNotifications', notification)}/aftersales.QualityService.createReport`, {}, { headers: { 'accept-language': 'zh-CN' } })
    expect(data.language).toBe('zh_CN')
    expect(errorOf(await createReport('QualityNotifications', notification, { language: 'fr' }))).toMatchObject({ status: 422, code: 'REPORT_LANGUAGE_UNKNOWN' })
    expect(errorOf(await createReport('QualityNotifications', notification, { kind_code: '8D' }))).toMatchObject({ status: 422, code: 'REPORT_KIND_UNKNOWN' })
    expect((await createReport('QualityNotifications', cds.utils.uuid())).status).toBe(404)
  })

  test('is printed by quality people and read by those who may read all that it tells', async () => {
    const { data: { ID } } = await createReport('QualityNotifications', notification)
    for (const user of ['agent', 'technician', 'dispatcher', 'parts', 'controller']) {
      expect([user, (await createReport('QualityNotifications', notification, {}, user)).status]).toEqual([user, 403])
      expect([user, (await fileOf(ID, user)).status]).toEqual([user, 403])
    }
    for (const user of ['qm', 'auditor', 'admin']) expect([user, (await fileOf(ID, user)).status]).toEqual([user, 200])
  })
})

describe('a CAPA report', () => {
  test('tells every cycle with its tree of causes, actions and check', async () => {
    const { text, document } = await printed('CapaCases', capa, { kind_code: 'CAPA', language: 'en' })
    expect(document.title).toBe('CAPA Report CA-800001')
    for (const words of ['Cycle 1', 'Cycle 2', 'Because it is bent at the plug', 'X-ray 17 shows the break', 'Ruled out', 'Longer strain relief from the supplier', 'The effect was not proven.', 'No repeat failure within 60 days', 'QN-800001', 'QN-800002', 'Effectiveness']) expect(text).toContain(words)
    expect(text.indexOf('Because a wire broke')).toBeLessThan(text.indexOf('Because it is bent at the plug'))
  })

  test('shows who signed what and when; a record that was changed afterwards shows the signature as broken', async () => {
    const { signRecord } = await import('../../srv/quality/signatures/signing')
    await cds.tx({ user: new cds.User('qm') } as never, (async () => signRecord({ object: 'CapaCases', objectID: capa, meaning: 'approved', credential: 'qm' })) as never)
    const valid = (await printed('CapaCases', capa, { kind_code: 'CAPA', language: 'en' })).text
    const { contentHash } = await db(() => SELECT.one.from('aftersales.Signatures').columns('contentHash').where({ objectID: capa }) as never) as { contentHash: string }
    expect(valid).toContain(contentHash.slice(0, 12))
    expect(valid).toContain('Valid')
    await db(() => UPDATE('aftersales.CapaCases').with({ problem: 'Three sensors failed. 同一批次两个探头在数周内失效。' } as never).where({ ID: capa }) as never)
    expect((await printed('CapaCases', capa, { kind_code: 'CAPA', language: 'en' })).text).toContain('Changed after it was signed')
  })

  test('as an 8D report goes through the eight disciplines in order, in both languages', async () => {
    const { text } = await printed('CapaCases', capa, { language: 'en' })
    const places = ['D0 ·', 'D1 ·', 'D2 ·', 'D3 ·', 'D4 ·', 'D5 ·', 'D6 ·', 'D7 ·', 'D8 ·'].map(step => text.indexOf(step))
    expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true)
    for (const words of ['Strain relief too short for the bend at the plug', 'Bend test added to incoming inspection', 'Approver of the effect', 'Cable too thin', 'Block batch B-26-0412']) expect(text).toContain(words)
    const { dense } = await printed('CapaCases', capa, { language: 'zh_CN' })
    for (const words of ['8D报告', 'D4·根本原因', '有效性批准人', '已排除', '同一批次两个探头']) expect(dense).toContain(words)
    expect(dense).not.toMatch(/report\.|i18n|undefined|\[object/)
  })

  test('is no matter of administrators', async () => {
    const { data: { ID } } = await createReport('CapaCases', capa, { language: 'en' })
    expect((await fileOf(ID, 'admin')).status).toBe(404)
    expect((await fileOf(ID, 'auditor')).status).toBe(200)
  })
})

describe('a draft for an authority', () => {
  const draft = async (changes: object = {}) => {
    const ID = cds.utils.uuid()
    await db(async () => {
      const fields = await SELECT.from('aftersales.ReportFormFields').columns('field', 'position', 'valueList').where({ authority_code: 'FDA' }).orderBy('position') as { field: string; position: number; valueList: string | null }[]
      await INSERT.into('aftersales.RegulatoryReports').entries({
        ID, number: `RR-8${String(Math.random()).slice(2, 7)}`, notification_ID: notification, authority_code: 'FDA', kind_code: 'initial', status_code: 'Draft', paragraph: '21 CFR 803.50(a)(2)', awareAt: '2026-11-18T09:30:00Z', awareOn: '2026-11-18',
        dueOn: '2026-12-18', fields: fields.map(({ field, position }) => ({ field, position, authority_code: 'FDA', value: field === 'B5' ? `No saturation shown during transport. ${LONG}` : null })), ...changes
      })
    })
    return ID
  }

  test('has the form\'s fields in its sections, marks what is missing, and says on each page that it is a draft', async () => {
    const ID = await draft()
    const { text, pages, document } = await printed('RegulatoryReports', ID, { language: 'en' })
    expect(document).toMatchObject({ kind_code: 'authorityDraft', object: 'RegulatoryReports', objectID: ID })
    for (const words of ['21 CFR 803.50(a)(2)', '18 Dec 2026', 'B5', 'No saturation shown during transport', 'Missing', 'QN-800001']) expect(text).toContain(words)
    for (const page of pages) expect(page).toContain('DRAFT')
    const { dense } = await printed('RegulatoryReports', ID, { language: 'zh_CN' })
    expect(dense).toContain('草稿')
    expect(dense).not.toMatch(/report\.|i18n|undefined|\[object/)
  })

  test('is none any more once it was submitted', async () => {
    const ID = await draft({ status_code: 'Submitted', submittedAt: '2026-11-20T10:00:00Z', submittedBy: 'qm', reference: 'MW-4711' })
    const { text } = await printed('RegulatoryReports', ID, {})
    expect(text).not.toContain('DRAFT')
    expect(text).toContain('MW-4711')
  })
})
