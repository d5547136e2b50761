import cds from '@sap/cds'
import axios from 'axios'
import { Client } from 'pg'
import { FinanceInstance } from '../faults/finance-instance'
import { isPostgres, order, startApp, takeOrder, WORK_ORDERS } from '../setup/app'
import { store } from '../setup/object-store'
import { environmentFor } from '../setup/postgres'
import { auditKeys } from '../../srv/quality/audit/settings'
import { verifyAudit } from '../../srv/quality/verify-audit'
import { unzipped } from '../setup/zip'

Object.assign((cds.env.requires as Record<string, object>).attachments, { impl: require.resolve('../setup/object-store') })
const app = startApp()
const PRIVACY = '/odata/v4/data-privacy'
const SERVICE = 'aftersales.DataPrivacyService'
const officer = () => app.as('privacy')
const OLD = '2019-03-05T10:00:00.000Z'

/** An order as it is years after it was closed: nothing of it is open. */
async function closedOrder(changes: Record<string, unknown> = {}, contact: Record<string, unknown> = {}): Promise<string> {
  const ID = await takeOrder(app, { contactName: 'Greta Vogel', contactPhone: '+49 711 555', contactEmail: 'greta@example.com', symptom: 'Greta Vogel says that it hums', ...contact })
  await app.as('agent').post(`${order(ID)}/aftersales.WorkOrderService.addNote`, { text: 'Ask for Greta Vogel' })
  await cds.db.run(UPDATE('aftersales.WorkOrders').with({ status_code: 'Closed', isOpen: false, closedAt: OLD, completedAt: OLD, receivedAt: OLD, ...changes } as never).where({ ID }))
  return ID
}

const simulate = async (kind: string, object = 'WorkOrder') => {
  const { status, data } = await officer().post(`${PRIVACY}/simulate`, { kind, object })
  expect([status, data.error]).toEqual([200, undefined])
  return data as { ID: string; number: string; plannedCount: number; heldCount: number }
}
const items = async (run: string): Promise<{ objectID: string; state_code: string; obstacle_code: string | null; eraseOn: string }[]> =>
  (await officer().get(`${PRIVACY}/RetentionItems?$filter=run_ID eq ${run}&$top=5000`)).data.value
const stateOf = async (run: string, ID: string) => (await items(run)).find(item => item.objectID === ID)
const start = (run: string, user = 'privacy2') => app.as(user).post(`${PRIVACY}/RetentionRuns(${run})/${SERVICE}.start`, { comment: 'Looked through' })

async function finished(run: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if ((await officer().get(`${PRIVACY}/RetentionRuns(${run})?$select=state_code`)).data.state_code === 'Done') return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('The run has not ended')
}
const carryOut = async (kind: string, object?: string) => {
  const { ID } = await simulate(kind, object)
  expect((await start(ID)).status).toBe(200)
  await finished(ID)
  return ID
}

test('only who protects data comes in, and an auditor who reads', async () => {
  for (const user of ['agent', 'dispatcher', 'technician', 'parts', 'quality', 'qm', 'controller', 'admin']) {
    expect([user, (await app.as(user).get(`${PRIVACY}/RetentionRules`)).status]).toEqual([user, 403])
  }
  expect((await app.as('auditor').get(`${PRIVACY}/RetentionRules`)).status).toBe(200)
  for (const path of ['DataSubjects']) expect((await app.as('auditor').get(`${PRIVACY}/${path}`)).status).toBe(403)
  expect((await app.as('auditor').post(`${PRIVACY}/simulate`, { kind: 'block' })).status).toBe(403)
  expect((await officer().get(`${WORK_ORDERS}/WorkOrders`)).status).toBe(403)
})

test('a preview touches nothing, somebody else starts it, and a blocked order tells nobody who called', async () => {
  const ID = await closedOrder()
  const open = await takeOrder(app, { contactName: 'Otto Open' })
  const run = await simulate('block')
  expect(await stateOf(run.ID, ID)).toMatchObject({ state_code: 'Planned', obstacle_code: null })
  expect(await stateOf(run.ID, open)).toBeUndefined()
  expect((await app.as('agent').get(order(ID))).data.contactName).toBe('Greta Vogel')
  expect((await start(run.ID, 'privacy')).data.error.code).toBe('RUN_NEEDS_FOUR_EYES')
  expect((await start(run.ID)).status).toBe(200)
  expect((await start(run.ID)).status).toBe(409)
  await finished(run.ID)
  for (const user of ['agent', 'dispatcher', 'admin']) {
    const { data } = await app.as(user).get(`${order(ID)}?$expand=notes`)
    expect(data).toMatchObject({ contactName: null, contactPhone: null, contactEmail: null, notes: [{ text: '•••' }] })
  }
  expect((await app.as('agent').get(`${WORK_ORDERS}/WorkOrders?$filter=contactName eq 'Greta Vogel' and ID eq ${ID}`)).data.value).toEqual([])
  const sealed = (await app.as('auditor').get(`${PRIVACY}/SealedValues?$filter=objectID eq '${ID}'`)).data.value
  expect(sealed.map((row: { value: string }) => row.value).sort()).toEqual(['+49 711 555', 'Ask for Greta Vogel', 'Greta Vogel', 'greta@example.com'])
  expect((await app.as('agent').get(order(open))).data.contactName).toBe('Otto Open')
  const named = (await app.as('auditor').get(`${PRIVACY}/SealedValues?$filter=objectID eq '${ID}' and element eq 'contactPhone'&$select=entity,element,entityName,elementName`, { headers: { 'accept-language': 'zh-CN' } })).data.value
  expect(named).toMatchObject([{ entityName: '服务工单', elementName: '联系电话' }])
})

test('what is not over stops it by name, at the preview and again when the run comes to it', async () => {
  const [reported, costly, messaged, held, edited, later] = [await closedOrder(), await closedOrder(), await closedOrder(), await closedOrder(), await closedOrder(), await closedOrder()]
  await cds.db.run(INSERT.into('aftersales.QualityNotifications').entries({ ID: cds.utils.uuid(), number: 'QN-P-1', type_code: 'Q1', shortText: 'Hums', workOrder_ID: reported, isOpen: true } as never))
  await cds.db.run(INSERT.into('aftersales.RepairCosts').entries({ ID: cds.utils.uuid(), costItem_ID: cds.utils.uuid(), share: 1, correction: 0, workOrder_ID: costly, state_code: 'Open', changeNumber: 0 } as never))
  await cds.db.run(INSERT.into('aftersales.HostMessages').entries({ ID: cds.utils.uuid(), number: 'HM-P-1', kind_code: 'serviceOrder.create', idempotencyKey: 'P-1', state_code: 'NeedsAttention', workOrder_ID: messaged } as never))
  const { number } = await cds.db.run(SELECT.one.from('aftersales.WorkOrders').columns('number').where({ ID: held })) as { number: string }
  await cds.db.run(INSERT.into('aftersales.LegalHolds').entries({ ID: cds.utils.uuid(), object_code: 'WorkOrder', objectNumber: number, reason: 'Lawsuit' } as never))
  expect((await app.as('agent').post(`${order(edited)}/aftersales.WorkOrderService.draftEdit`, {})).status).toBeLessThan(500)
  const run = await simulate('block')
  const reasons = async () => Promise.all([reported, costly, messaged, held, later].map(async ID => (await stateOf(run.ID, ID))?.obstacle_code))
  expect(await reasons()).toEqual(['NotificationOpen', 'PostingOpen', 'HostMessageOpen', 'LegalHold', null])
  await cds.db.run(UPDATE('aftersales.WorkOrders').with({ isOpen: true, status_code: 'Released' } as never).where({ ID: later }))
  await start(run.ID)
  await finished(run.ID)
  expect(await reasons()).toEqual(['NotificationOpen', 'PostingOpen', 'HostMessageOpen', 'LegalHold', 'StillOpen'])
  for (const ID of [reported, costly, messaged, held, later]) expect((await app.as('agent').get(order(ID))).data.contactName).toBe('Greta Vogel')
})

test('erased is only what is blocked and no law wants any more: medical devices stay ten years, figures and history stay for good', async () => {
  const ID = await closedOrder({ country: 'GB', deviceClass_code: 'IND', costTotal: '120.00' })
  const medical = await closedOrder({ country: 'GB', deviceClass_code: 'MD-IIb' })
  await carryOut('block')
  const run = await carryOut('erase')
  expect(await stateOf(run, ID)).toMatchObject({ state_code: 'Done' })
  expect(await stateOf(run, medical)).toBeUndefined()
  const [{ eraseOn }] = (await officer().get(`${PRIVACY}/BlockedObjects?$filter=objectID eq '${medical}'`)).data.value
  expect(eraseOn).toBe('2031-03-05')
  const { data } = await app.as('admin').get(`${order(ID)}?$expand=notes,events`)
  expect(data).toMatchObject({ contactName: null, symptom: '•••', shortText: '•••', notes: [{ text: '•••' }], status_code: 'Closed' })
  expect(Number(data.costTotal)).toBe(120)
  expect(data.events.length).toBeGreaterThan(0)
  expect((await officer().get(`${PRIVACY}/SealedValues?$filter=objectID eq '${ID}'`)).data.value).toEqual([])
  expect((await officer().get(`${PRIVACY}/SealedValues?$filter=objectID eq '${medical}'`)).data.value.length).toBeGreaterThan(0)
})

test('a technician who left is nobody in lists and histories; the audit trail still holds', async () => {
  const technician = await cds.db.run(SELECT.one.from('aftersales.Technicians').where({ number: 'T-1002' })) as { ID: string; userId: string }
  await cds.db.run(INSERT.into('aftersales.Events').entries({ ID: cds.utils.uuid(), workOrder_ID: (await takeOrder(app)), sequence: 99, userId: technician.userId } as never))
  await cds.db.run(UPDATE('aftersales.WorkOrders').with({ technician_ID: null } as never).where({ technician_ID: technician.ID, isOpen: true }))
  await cds.db.run(UPDATE('aftersales.RepairCosts').with({ state_code: 'Posted' } as never).where({ technician_ID: technician.ID }))
  await cds.db.run(UPDATE('aftersales.Technicians').with({ isActive: false, modifiedAt: OLD } as never).where({ ID: technician.ID }))
  await carryOut('block', 'Technician')
  expect((await app.as('dispatcher').get(`/odata/v4/dispatch/Technicians(ID=${technician.ID},IsActiveEntity=true)`)).data).toMatchObject({ name: '•••', userId: null, email: null, homeLatitude: null, number: 'T-1002' })
  const run = await carryOut('erase', 'Technician')
  expect(await stateOf(run, technician.ID)).toMatchObject({ state_code: 'Done' })
  const left = await Promise.all(['Events', 'WorkOrders', 'Certificates'].map(async entity => JSON.stringify(await cds.db.run(SELECT.from(`aftersales.${entity}`)))))
  expect(left.join()).not.toContain(technician.userId)
  expect(left[0]).toContain(`former-${technician.ID.slice(0, 8)}`)
  const broken: unknown[] = []
  await cds.db.tx(async (tx: any) => verifyAudit(tx, { keys: auditKeys() }, finding => broken.push(finding), () => {}))
  expect(broken).toEqual([])
})

test('files in an object store go with their order, later where the store is away for a while', async () => {
  const ID = await takeOrder(app)
  const attach = async (content: string) => {
    const { data } = await app.as('agent').post(`${order(ID)}/attachments`, { filename: `${content}.png`, mimeType: 'image/png' })
    expect((await app.as('agent').put(`${order(ID)}/attachments(up__ID=${ID},ID=${data.ID},IsActiveEntity=true)/content`, content, { headers: { 'content-type': 'image/png' } })).status).toBeLessThan(300)
  }
  await attach('nameplate')
  await attach('face')
  await cds.db.run(UPDATE('aftersales.WorkOrders').with({ status_code: 'Closed', isOpen: false, closedAt: OLD, country: 'GB', deviceClass_code: 'IND' } as never).where({ ID }))
  const kept = () => [...store.contents.values()].map(String).sort()
  await carryOut('block')
  expect(kept()).toEqual(['face', 'nameplate'])
  store.isAway = true
  expect(await stateOf(await carryOut('erase'), ID)).toMatchObject({ state_code: 'Done' })
  expect(await cds.db.run(SELECT.from('aftersales.WorkOrders.attachments').where({ up__ID: ID } as never))).toEqual([])
  const messages = async () => (await cds.db.run(SELECT.from('cds.outbox.Messages').columns('ID', 'attempts').where(`msg like '%DeleteAttachment%'` as never))) as { ID: string; attempts: number }[]
  const until = async (isSo: () => Promise<boolean>) => { for (let tries = 0; !(await isSo()) && tries < 100; tries++) await new Promise(resolve => setTimeout(resolve, 50)) }
  await until(async () => (await messages()).every(({ attempts }) => attempts > 0))
  expect([kept(), (await messages()).map(({ attempts }) => attempts)]).toEqual([['face', 'nameplate'], [1, 1]])
  store.isAway = false
  // The pause between two attempts is the queue's; the test does not wait for it.
  await cds.db.run(UPDATE('cds.outbox.Messages').with({ lastAttemptTimestamp: OLD } as never).where({ ID: { in: (await messages()).map(message => message.ID) } }))
  await (cds as unknown as { flush(): Promise<unknown> }).flush()
  await until(async () => !(await messages()).length)
  expect([kept(), await messages()]).toEqual([[], []])
})

test('a row that can not be worked on is held, as a whole and by name, and holds up no other', async () => {
  const IDs = await Promise.all([1, 2, 3].map(() => closedOrder({ country: 'GB', deviceClass_code: 'IND' })))
  await carryOut('block')
  // After the order itself and its notes were cleared.
  const refuse = jest.fn((req: { query: object; target?: { name: string } }, next: () => unknown) => {
    if (req.target?.name === 'aftersales.Events' && JSON.stringify(req.query).includes(IDs[1])) throw new Error('The disk is full')
    return next()
  })
  const db = cds.db as unknown as { prepend(register: () => void): void; on(event: string, handler: unknown): void }
  db.prepend(() => { db.on('UPDATE', refuse) })
  const run = await carryOut('erase').finally(() => refuse.mockImplementation((_, next) => next()))
  const states = await Promise.all(IDs.map(async ID => stateOf(run, ID)))
  expect(states.map(item => [item?.state_code, item?.obstacle_code])).toEqual([['Done', null], ['Held', 'Failed'], ['Done', null]])
  const orders = await Promise.all(IDs.map(async ID => (await app.as('admin').get(order(ID))).data.symptom))
  expect(orders).toEqual(['•••', 'Greta Vogel says that it hums', '•••'])
  const { data: { value } } = await officer().get(`${PRIVACY}/RetentionRuns?$filter=ID eq ${run}`)
  expect(value[0]).toMatchObject({ state_code: 'Done', plannedCount: 0, heldCount: (await items(run)).filter(item => item.state_code === 'Held').length })
  expect(await stateOf(await carryOut('erase'), IDs[1])).toMatchObject({ state_code: 'Done' })
})

test('a run that is cancelled ends with the batch at hand', async () => {
  const ID = await closedOrder()
  const run = await simulate('block')
  expect((await officer().post(`${PRIVACY}/RetentionRuns(${run.ID})/${SERVICE}.cancel`, {})).data.state_code).toBe('Cancelled')
  expect((await start(run.ID)).status).toBe(409)
  expect((await app.as('agent').get(order(ID))).data.contactName).toBe('Greta Vogel')
})

// One process has a database in memory to itself.
if (isPostgres()) test('of two instances on one run one is killed in the middle of a row: the other finishes it, nothing is erased twice or half', async () => {
  const access = { ...JSON.parse(process.env.AFTERSALES_TEST_POSTGRES!), database: process.env.AFTERSALES_TEST_DATABASE! }
  const { CDS_ENV, CDS_CONFIG } = environmentFor(access, access.database)
  const config = JSON.parse(CDS_CONFIG)
  Object.assign(config.requires, { dataPrivacy: { batch: 1, look: 0 } })
  const killed = new FinanceInstance({ CDS_ENV, CDS_CONFIG: JSON.stringify(config) }), held = new Client(access), seen = new Client(access)
  const ready = killed.start()
  const IDs = await Promise.all(Array.from({ length: 5 }, () => closedOrder({ country: 'GB', deviceClass_code: 'IND' })))
  await carryOut('block')
  const run = await simulate('erase')
  await Promise.all([ready, held.connect(), seen.connect()])
  const count = async (query: string) => Number((await seen.query(`select count(*) as n from ${query}`)).rows[0].n)
  const waiting = async (wanted: number) => { while ((await count(`pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)) < wanted) await new Promise(resolve => setTimeout(resolve, 20)) }
  try {
    await seen.query(`create table erased (id varchar(36));
      create function note_erased() returns trigger language plpgsql as $$ begin insert into erased values (new.id); return new; end $$;
      create trigger note_erased after update on aftersales_workorders for each row when (old.symptom is distinct from new.symptom or new.symptom = '•••') execute function note_erased()`)
    const rows = (await cds.db.run(SELECT.from('aftersales.RetentionItems').columns('objectID').where({ run_ID: run.ID, state_code: 'Planned' }).orderBy('ID'))) as { objectID: string }[]
    expect(rows.map(({ objectID }) => objectID)).toEqual(expect.arrayContaining(IDs))
    await held.query('begin')
    await held.query(`select ID from aftersales_notes where workorder_id = $1 for update`, [rows[2].objectID])
    const url = `${await killed.url()}${PRIVACY}/RetentionRuns(${run.ID})/${SERVICE}.start`
    await axios.post(url, {}, { auth: { username: 'privacy2', password: '' } })
    // It has changed the order, and stands at its notes; the other one waits for its turn.
    await waiting(1)
    await (cds.services[SERVICE] as cds.Service).tx({ user: cds.User.privileged } as never, (service: cds.Service) => service.emit('workOnRuns') as never)
    await waiting(2)
    await killed.kill()
    const { data: { value: [told] } } = await officer().get(`${PRIVACY}/RetentionRuns?$filter=ID eq ${run.ID}`)
    expect(told).toMatchObject({ state_code: 'Running', doneCount: 2, plannedCount: rows.length - 2 })
    expect((await app.as('admin').get(order(rows[2].objectID))).data.symptom).toBe('Greta Vogel says that it hums')
    await held.query('rollback')
    await finished(run.ID)
    expect((await items(run.ID)).map(item => item.state_code).filter(state => state !== 'Held')).toEqual(rows.map(() => 'Done'))
    expect((await seen.query('select id from erased order by id')).rows.map(({ id }) => id)).toEqual(rows.map(({ objectID }) => objectID).sort())
    for (const { objectID } of rows) expect(await count(`aftersales_sealedvalues where objectid = '${objectID}'`)).toBe(0)
  } finally {
    await Promise.all([killed.stop(), held.end(), seen.end()])
  }
})

test('rules are kept by who protects data: the longest of those that fit counts, and a hold is released once', async () => {
  const { data: draft } = await officer().post(`${PRIVACY}/LegalHolds`, { object_code: 'WorkOrder', objectNumber: 'WO-1', reason: 'Claim' })
  await officer().post(`${PRIVACY}/LegalHolds(ID=${draft.ID},IsActiveEntity=false)/${SERVICE}.draftActivate`, {})
  const release = () => officer().post(`${PRIVACY}/LegalHolds(ID=${draft.ID},IsActiveEntity=true)/${SERVICE}.release`, {})
  expect((await release()).status).toBe(200)
  expect((await release()).status).toBe(409)
})

test('a person is found by name, mail, phone or user, and gets all that is stored as JSON and as a page', async () => {
  const ID = await takeOrder(app, { contactName: 'Ida Export', contactEmail: 'ida@example.com', contactPhone: '+49 30 1', symptom: 'Ida says that it hums' })
  await app.as('agent').post(`${order(ID)}/aftersales.WorkOrderService.addNote`, { text: 'Ida called again' })
  for (const word of ['Ida Export', 'ida@example.com', '30 1']) {
    const { data } = await officer().get(`${PRIVACY}/DataSubjects?$search="${encodeURIComponent(word)}"`)
    expect([word, data.value.map((row: { name: string }) => row.name)]).toEqual([word, ['Ida Export']])
  }
  const [{ ID: subject }] = (await officer().get(`${PRIVACY}/DataSubjects?$filter=name eq 'Ida Export'`)).data.value
  const { status, data, headers } = await officer().post(`${PRIVACY}/DataSubjects('${encodeURIComponent(subject)}')/${SERVICE}.export`, {}, { responseType: 'arraybuffer' })
  expect([status, headers['content-type']]).toEqual([200, 'application/zip'])
  const files = unzipped(Buffer.from(data))
  const { data: chapters } = JSON.parse(files['personal-data.json'])
  const told = JSON.stringify(chapters)
  for (const part of ['Ida says that it hums', 'Ida called again', '+49 30 1']) expect(told).toContain(part)
  expect(told).not.toContain('Greta')
  expect(files['personal-data.html']).toContain('Ida called again')
})
