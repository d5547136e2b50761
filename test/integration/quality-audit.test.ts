import cds from '@sap/cds'
import { signRecord } from '../../srv/quality/signatures/signing'
import { signaturesOf } from '../../srv/quality/signatures/broken'
import { recordAudit } from '../../srv/quality/audit/recording'
import { auditKeys } from '../../srv/quality/audit/settings'
import { verifyAudit } from '../../srv/quality/verify-audit'
import type { Finding } from '../../srv/quality/verify-audit/finding'
import { startApp } from '../setup/app'
import { byUser } from '../setup/quality-users'
import { fuzz, fuzzCount } from '../setup/tampering'

const app = startApp()
const QUALITY = '/odata/v4/quality'
const E = (name: string) => `aftersales.${name}`

interface Event { object: string; objectID: string; sequence: number; event: string; userId: string; at: string; changes: string; input: string; previousHash: string | null; hash: string }
const trail = async (objectID: string): Promise<Event[]> =>
  (await app.as('auditor').get(`${QUALITY}/AuditEvents?$filter=objectID eq '${objectID}'&$orderby=sequence`)).data.value
const lastOf = async (objectID: string) => (await trail(objectID)).at(-1)!
const changesOf = ({ changes }: Event) => JSON.parse(changes)

const newNotification = async (values: object = {}) => {
  const ID = cds.utils.uuid()
  await byUser('quality', () => INSERT.into(E('QualityNotifications')).entries({ ID, number: `T-${ID.slice(0, 6)}`, type_code: 'Q1', shortText: 'Sensor drifts', ...values }))
  return ID
}
const change = (ID: string, values: object, user = 'quality') => byUser(user, () => UPDATE(E('QualityNotifications'), { ID } as never).with(values as never))
const sign = (objectID: string, credential: string | null = 'qm', user = 'qm', object = 'QualityNotifications') =>
  byUser(user, () => signRecord({ object, objectID, meaning: 'completed', credential, comment: 'Checked' }))

const verify = async () => {
  const broken: Finding[] = [], outdated: Finding[] = []
  const figures = await cds.db.tx(async (tx: any) => verifyAudit(tx, { keys: auditKeys() }, finding => broken.push(finding), finding => outdated.push(finding)))
  return { broken, outdated, figures }
}

describe('the audit trail', () => {
  test('tells of a new record every field, who made it and when, and begins a chain', async () => {
    const ID = await newNotification({ items: [{ position: 1, text: 'Display dark' }] })
    const [event, ...more] = await trail(ID)
    expect(more).toEqual([])
    expect(event).toMatchObject({ object: 'QualityNotifications', sequence: 1, event: 'CREATE', userId: 'quality', previousHash: null, objectNumber: `T-${ID.slice(0, 6)}` })
    expect(changesOf(event).shortText).toEqual({ before: null, after: 'Sensor drifts' })
    expect(Object.entries(changesOf(event)).filter(([path]) => /^items\/.*\/text$/.test(path))).toEqual([[expect.anything(), { before: null, after: 'Display dark' }]])
  })

  test('tells before and after of what a statement changed, of the record or of rows two levels below it, and only that', async () => {
    const item = cds.utils.uuid(), cause = cds.utils.uuid()
    const ID = await newNotification({ items: [{ ID: item, position: 1, text: 'Display dark' }] })
    await change(ID, { shortText: 'Display is dark' })
    expect(changesOf(await lastOf(ID))).toEqual({ shortText: { before: 'Sensor drifts', after: 'Display is dark' } })
    await byUser('quality', () => INSERT.into(E('NotificationCauses')).entries({ ID: cause, item_ID: item, position: 1, text: 'Moisture' }))
    expect(changesOf(await lastOf(ID))[`items/${item}/causes/${cause}/text`]).toEqual({ before: null, after: 'Moisture' })
    await byUser('quality', () => UPDATE(E('NotificationCauses'), { ID: cause } as never).with({ text: 'Corrosion' } as never))
    expect(changesOf(await lastOf(ID))).toEqual({ [`items/${item}/causes/${cause}/text`]: { before: 'Moisture', after: 'Corrosion' } })
    await byUser('quality', () => DELETE.from(E('NotificationItems')).where({ ID: item }))
    const { changes, sequence } = await lastOf(ID)
    expect(Object.values(JSON.parse(changes)).every((each: any) => each.after === null)).toBe(true)
    expect(sequence).toBe(5)
    await change(ID, { shortText: 'Display is dark' })
    expect((await lastOf(ID)).sequence).toBe(5)
  })

  test('tells of a draft once, when it is saved, and of a step by its name, with its reason and without its credential', async () => {
    const quality = app.as('quality'), at = (ID: string, isActive: boolean) => `${QUALITY}/QualityNotifications(ID=${ID},IsActiveEntity=${isActive})`
    const { data: { ID } } = await quality.post(`${QUALITY}/QualityNotifications/aftersales.QualityService.draftNew`, {})
    await quality.patch(at(ID, false), { type_code: 'Q3', shortText: 'Pump is loud' })
    await quality.post(`${at(ID, false)}/items`, { text: 'Bearing' })
    expect(await trail(ID)).toEqual([])
    expect((await quality.post(`${at(ID, false)}/aftersales.QualityService.draftActivate`, {})).status).toBeLessThan(300)
    expect(await trail(ID)).toEqual([expect.objectContaining({ event: 'CREATE', userId: 'quality' })])
    await quality.post(`${at(ID, true)}/aftersales.QualityService.draftEdit`, { PreserveChanges: true })
    await quality.patch(at(ID, false), { shortText: 'Pump is very loud' })
    await quality.post(`${at(ID, false)}/items`, { text: 'Seal' })
    expect(await trail(ID)).toHaveLength(1)
    expect((await quality.post(`${at(ID, false)}/aftersales.QualityService.draftActivate`, {})).status).toBeLessThan(300)
    const saved = await lastOf(ID)
    expect(saved).toMatchObject({ event: 'UPDATE', sequence: 2 })
    expect(changesOf(saved).shortText).toEqual({ before: 'Pump is loud', after: 'Pump is very loud' })
    expect(Object.entries(changesOf(saved)).filter(([path]) => /^items\/.*\/text$/.test(path)).map(([, change]) => change)).toEqual([{ before: null, after: 'Seal' }])
    expect((await quality.post(`${at(ID, true)}/aftersales.QualityService.postpone`, { reason: 'Waits for the laboratory' })).status).toBeLessThan(300)
    const postponed = await lastOf(ID)
    expect(postponed).toMatchObject({ event: 'postpone', input: '{"reason":"Waits for the laboratory"}' })
    expect(changesOf(postponed).status_code).toEqual({ before: 'OSNO', after: 'NOPO' })
    const proposal = await newNotification({ origin_code: 'rule', status_code: 'OSNO' })
    const refused = await app.as('qm').post(`${at(proposal, true)}/aftersales.QualityService.dismissProposal`, { reason: 'Same as before', credential: 'secret-7' })
    expect(refused.status).toBe(403)
    expect(await lastOf(proposal)).toMatchObject({ event: 'SIGNATURE_REFUSED', userId: 'qm' })
    expect((await app.as('qm').post(`${at(proposal, true)}/aftersales.QualityService.dismissProposal`, { reason: 'Same as before', credential: 'qm' })).status).toBeLessThan(300)
    expect((await trail(proposal)).map(({ event }) => event)).toEqual(['CREATE', 'SIGNATURE_REFUSED', 'dismissProposal', 'SIGNED'])
    expect(JSON.stringify(await trail(proposal))).not.toContain('secret-7')
    expect((await signaturesOf({ object: 'QualityNotifications', objectID: proposal }))[0]).toMatchObject({ meaning_code: 'dismissed', isBroken: false })
    expect((await verify()).broken).toEqual([])
  })

  test('of a transaction that fails there is nothing, of several statements in one there is one event', async () => {
    const ID = await newNotification()
    await expect(byUser('quality', async () => {
      await UPDATE(E('QualityNotifications'), { ID } as never).with({ shortText: 'Lost' } as never)
      throw new Error('refused')
    })).rejects.toThrow('refused')
    await byUser('quality', async () => {
      await UPDATE(E('QualityNotifications'), { ID } as never).with({ shortText: 'First' } as never)
      await UPDATE(E('QualityNotifications'), { ID } as never).with({ shortText: 'Second', longText: 'More' } as never)
    })
    expect((await trail(ID)).map(({ event }) => event)).toEqual(['CREATE', 'UPDATE'])
    expect(changesOf(await lastOf(ID))).toEqual({ shortText: { before: 'Sensor drifts', after: 'Second' }, longText: { before: null, after: 'More' } })
  })

  test('a note of a round stands in the chain, and a deleted record keeps its chain', async () => {
    const ID = await newNotification()
    await byUser('system', () => recordAudit({ object: 'QualityNotifications', objectID: ID, event: 'CLOCK_WARNED', input: { level: 75 } }))
    expect(await lastOf(ID)).toMatchObject({ event: 'CLOCK_WARNED', input: '{"level":75}', changes: null })
    await byUser('qm', () => DELETE.from(E('QualityNotifications')).where({ ID }))
    expect((await trail(ID)).map(({ event }) => event)).toEqual(['CREATE', 'CLOCK_WARNED', 'DELETE'])
    expect((await verify()).broken).toEqual([])
  })

  test('covers the certificates of technicians, also when they are saved with the technician', async () => {
    const { ID: technician_ID } = (await cds.db.run(SELECT.one.from(E('Technicians')).columns('ID').where({ userId: 'technician' })))!
    const ID = cds.utils.uuid()
    const { certificates } = (await cds.db.run(SELECT.one.from(E('Technicians'), { ID: technician_ID } as never).columns({ ref: ['ID'] } as never, { ref: ['certificates'], expand: ['*'] } as never)))!
    await byUser('dispatcher', () => UPDATE(E('Technicians'), { ID: technician_ID } as never).with({
      certificates: [...certificates, { ID, kind_code: certificates[0].kind_code, number: 'C-77', validTo: '2027-03-31', models: [{ model: 'MX-1' }] }]
    } as never))
    expect(await lastOf(ID)).toMatchObject({ object: 'Certificates', event: 'CREATE', userId: 'dispatcher' })
    await byUser('dispatcher', () => UPDATE(E('Technicians'), { ID: technician_ID } as never).with({ certificates: [...certificates, { ID, number: 'C-77', validTo: '2028-03-31', models: [] }] } as never))
    expect(changesOf(await lastOf(ID)).validTo).toEqual({ before: '2027-03-31', after: '2028-03-31' })
    await byUser('dispatcher', () => DELETE.from(E('Certificates')).where({ ID }))
    expect(await lastOf(ID)).toMatchObject({ event: 'DELETE' })
  })

  test('tells which better recommendation was overruled and why; other visits leave no trace', async () => {
    const order = (await cds.db.run(SELECT.one.from(E('WorkOrders')).columns('ID')))!.ID
    const [one, two] = await cds.db.run(SELECT.from(E('Technicians')).columns('ID').limit(2))
    const [overruled, usual] = [cds.utils.uuid(), cds.utils.uuid()]
    const visit = { workOrder_ID: order, technician_ID: one.ID, state_code: 'Withdrawn' }
    await byUser('dispatcher', () => INSERT.into(E('Assignments')).entries(
      { ...visit, ID: overruled, rank: 2, score: 71.5, bestTechnician_ID: two.ID, bestScore: 80, overruleReason: 'Knows the site' }, { ...visit, ID: usual }
    ))
    expect(changesOf(await lastOf(overruled))).toMatchObject({ overruleReason: { before: null, after: 'Knows the site' }, score: { after: '71.5' }, bestTechnician_ID: { after: two.ID } })
    expect(await trail(usual)).toEqual([])
  })

  test('is added to, never changed or deleted, by no statement of the application', async () => {
    const ID = await newNotification()
    const { hash } = await lastOf(ID)
    for (const statement of [UPDATE(E('AuditEvents')).with({ userId: 'x' } as never).where({ hash }), DELETE.from(E('AuditEvents')).where({ hash })])
      await expect(byUser('admin', () => statement as never)).rejects.toMatchObject({ code: 'APPEND_ONLY' })
    for (const user of ['auditor', 'admin', 'qm']) {
      expect([403, 404, 405]).toContain((await app.as(user).post(`${QUALITY}/AuditEvents`, { object: 'x', objectID: 'y' })).status)
      expect([403, 404, 405]).toContain((await app.as(user).delete(`${QUALITY}/AuditEvents(${cds.utils.uuid()})`)).status)
    }
  })

  test('is read by Auditor and nobody else', async () => {
    for (const user of ['agent', 'dispatcher', 'technician', 'parts', 'quality', 'qm', 'controller', 'admin']) expect((await app.as(user).get(`${QUALITY}/AuditEvents`)).status).toBe(403)
    expect((await app.as('auditor').get(`${QUALITY}/AuditEvents?$top=1`)).status).toBe(200)
  })

  test('keeps its chain whole when many change the same record at once', async () => {
    const ID = await newNotification()
    const results = await Promise.allSettled(Array.from({ length: 12 }, (_, i) => change(ID, { priority_code: null, longText: `Text ${i}` })))
    const done = results.filter(({ status }) => status === 'fulfilled').length
    expect(done).toBe(12)
    const events = await trail(ID)
    expect(events.map(({ sequence }) => sequence)).toEqual(Array.from({ length: events.length }, (_, i) => i + 1))
    expect(events).toHaveLength(13)
    expect((await verify()).broken).toEqual([])
  })
})

describe('signatures', () => {
  test('bear printed name, meaning, time and the hash of the record as it is in the end', async () => {
    const ID = await newNotification()
    await byUser('qm', async () => {
      await signRecord({ object: 'QualityNotifications', objectID: ID, meaning: 'completed', credential: 'qm' })
      await UPDATE(E('QualityNotifications'), { ID } as never).with({ longText: 'Written after signing, in the same step' } as never)
    })
    const { data } = await app.as('quality').get(`${QUALITY}/Signatures?$filter=objectID eq '${ID}'&$expand=meaning`)
    expect(data.value).toEqual([expect.objectContaining({ userId: 'qm', printedName: 'qm', isBroken: false, brokenReason: null, meaning: expect.objectContaining({ name: 'Completed' }) })])
    expect((await verify()).broken).toEqual([])
  })

  test('are shown as broken once somebody changes what was signed, and not for what follows by itself', async () => {
    const ID = await newNotification({ tasks: [{ position: 1, text: 'Look' }] })
    await sign(ID)
    await change(ID, { hostDocument: '200000123', hostStatus: 'NOCO', status_code: 'NOCO' })
    expect((await signaturesOf({ object: 'QualityNotifications', objectID: ID }))[0]).toMatchObject({ isBroken: false, meaning: 'Completed' })
    await byUser('quality2', () => UPDATE(E('NotificationTasks')).with({ text: 'Look again' } as never).where({ notification_ID: ID }))
    const { data } = await app.as('quality').get(`${QUALITY}/Signatures?$filter=objectID eq '${ID}'`, { headers: { 'accept-language': 'en' } })
    expect(data.value[0]).toMatchObject({ isBroken: true, brokenReason: 'What was signed has been changed since. The audit trail tells by whom.', criticality: 1 })
    const { broken, outdated } = await verify()
    expect(broken).toEqual([])
    expect(outdated).toEqual([expect.objectContaining({ objectID: ID, text: expect.stringMatching(/^broken by UPDATE, event 4 of QualityNotifications, by quality2 at /) })])
  })

  test('need the user’s own credential: without it, or with a wrong one, nothing happens and the trail tells of the attempt', async () => {
    const ID = await newNotification()
    await expect(sign(ID, null)).rejects.toMatchObject({ status: 422, code: 'SIGNATURE_CREDENTIAL_MISSING' })
    await expect(byUser('qm', async () => {
      await UPDATE(E('QualityNotifications'), { ID } as never).with({ shortText: 'Not so' } as never)
      await signRecord({ object: 'QualityNotifications', objectID: ID, meaning: 'completed', credential: 'secret-7' })
    })).rejects.toMatchObject({ status: 403, code: 'SIGNATURE_CREDENTIAL_WRONG' })
    const event = await lastOf(ID)
    expect(event).toMatchObject({ event: 'SIGNATURE_REFUSED', userId: 'qm' })
    expect(JSON.stringify(event)).not.toContain('secret-7')
    expect((await cds.db.run(SELECT.one.from(E('QualityNotifications'), { ID } as never).columns('shortText')))!.shortText).toBe('Sensor drifts')
    await sign(ID)
  })

  test('are locked after five wrong credentials in a row, and free again a quarter of an hour later', async () => {
    const ID = await newNotification()
    for (let i = 0; i < 5; i++) await expect(sign(ID, 'wrong', 'qm2')).rejects.toMatchObject({ status: 403 })
    await expect(sign(ID, 'qm2', 'qm2')).rejects.toMatchObject({ status: 429, code: 'SIGNATURE_LOCKED' })
    await sign(ID)
    const { lockedUntil } = (await cds.db.run(SELECT.one.from(E('SignatureAttempts'), { userId: 'qm2' } as never)))!
    expect(Math.abs(Date.parse(lockedUntil) - Date.now() - 15 * 60_000)).toBeLessThan(60_000)
    await cds.db.run(UPDATE(E('SignatureAttempts'), { userId: 'qm2' } as never).with({ lockedUntil: new Date(Date.parse(lockedUntil) - 16 * 60_000) } as never))
    await sign(ID, 'qm2', 'qm2')
  })

  test('can’t be given where nobody is set up to check credentials', async () => {
    const ID = await newNotification()
    const { signatures } = cds.env.requires as any
    const { reauthentication } = signatures
    try {
      signatures.reauthentication = undefined
      await expect(sign(ID)).rejects.toMatchObject({ status: 503, code: 'SIGNATURE_NOT_SET_UP' })
    } finally {
      signatures.reauthentication = reauthentication
    }
  })

  test('are neither changed nor deleted', async () => {
    const ID = await newNotification()
    await sign(ID)
    await expect(byUser('admin', () => DELETE.from(E('Signatures')).where({ objectID: ID }))).rejects.toMatchObject({ code: 'APPEND_ONLY' })
    expect([403, 405]).toContain((await app.as('qm').patch(`${QUALITY}/Signatures(${cds.utils.uuid()})`, { comment: 'x' })).status)
  })
})

describe('verify-audit', () => {
  test('finds every single change past the service, of the trail, of signatures and of signed records', async () => {
    const IDs: string[] = []
    for (let i = 0; i < 4; i++) {
      const ID = await newNotification({ longText: 'Text', items: [{ position: 1, text: 'Dark', quantity: 2, causes: [{ position: 1, text: 'Moisture' }] }], tasks: [{ position: 1, text: 'Look' }], complaint: { nature: 'Dark' } })
      await change(ID, { longText: `Text ${i}` })
      await sign(ID)
      IDs.push(ID)
    }
    const capa = cds.utils.uuid(), why = cds.utils.uuid(), decision = cds.utils.uuid()
    await byUser('quality', () => INSERT.into(E('CapaCases')).entries({ ID: capa, number: 'T-CAPA', title: 'Sensors drift', problem: 'Six of them', owner: 'quality', severity: 4 }))
    await byUser('quality', async () => {
      await INSERT.into(E('CapaCauses')).entries({ ID: why, capa_ID: capa, cycle: 1, position: 1, branch_code: 'material', answer: 'Moisture' }, { capa_ID: capa, cycle: 1, position: 1, parent_ID: why, answer: 'Seal', isRootCause: true })
      await INSERT.into(E('CapaActions')).entries([1, 2].map(position => ({ capa_ID: capa, cycle: 1, position, kind_code: 'corrective', text: `Step ${position}` })))
      await INSERT.into(E('EffectivenessChecks')).entries({ capa_ID: capa, cycle: 1, criterion: 'None again', limit: 1, sample: 20, windowDays: 90 })
      await INSERT.into(E('CapaCycles')).entries({ capa_ID: capa, cycle: 1, rootCause: 'Seal', verifiedBy: 'qm' })
    })
    await byUser('quality', () => INSERT.into(E('RegulatoryDecisions')).entries({
      ID: decision, notification_ID: IDs[0], authority_code: 'FDA', sequence: 1, isReportable: true, reason: 'Harm', inputs: '{}', decidedBy: 'qm'
    }))
    await sign(capa, 'qm', 'qm', 'CapaCases')
    await sign(decision, 'qm', 'qm', 'RegulatoryDecisions')
    expect((await verify()).broken).toEqual([])
    const missed = await fuzz(fuzzCount(), async tx => {
      const broken: Finding[] = []
      await verifyAudit(tx, { keys: auditKeys() }, finding => broken.push(finding))
      return broken.length > 0
    })
    expect(missed).toEqual([])
  })
})
