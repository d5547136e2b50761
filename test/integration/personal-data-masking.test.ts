import cds from '@sap/cds'
import { action, order, startApp, takeOrder, technicianID, WORK_ORDERS } from '../setup/app'

const app = startApp()
const DISPATCH = '/odata/v4/dispatch'
const SPARE_PARTS = '/odata/v4/spare-parts'
const MASK = '•••'

test('where people live, what they cost and why they are away is not for who only audits', async () => {
  const auditor = app.as('auditor')
  const path = `${DISPATCH}/Technicians?$filter=number eq 'T-1001' and IsActiveEntity eq true&$expand=absences,skills`
  const { data: { value: [seen] } } = await auditor.get(path)
  expect(seen).toMatchObject({ name: 'Jonas Albrecht', email: MASK, phone: MASK, homeLatitude: null, homeLongitude: null, costRate: null })
  const { data: { value: [known] } } = await app.as('dispatcher').get(path)
  expect(Number(known.homeLatitude)).toBeCloseTo(48.8972)
  await cds.db.run(INSERT.into('aftersales.Absences').entries({ technician_ID: known.ID, kind_code: 'SICK', startsAt: '2026-12-01T00:00:00Z', endsAt: '2026-12-03T00:00:00Z', comment: 'Back pain' } as never))
  const again = (await auditor.get(path)).data.value[0].absences
  expect(again.at(-1)).toMatchObject({ kind_code: MASK, comment: MASK })
  expect(JSON.stringify((await auditor.get(`${DISPATCH}/Absences?$expand=kind`)).data)).not.toMatch(/SICK|Back pain/)
})

test('no query finds out what is dots: filters, sorting, grouping, renaming, paths, lambdas, keys of navigation, search', async () => {
  const probes = [
    'Technicians?$filter=homeLatitude gt 48', "Technicians?$filter=contains(email,'katrin')", 'Technicians?$orderby=costRate', 'Technicians?$apply=groupby((phone))',
    'Technicians?$apply=aggregate(costRate with average as x)', 'Technicians?$apply=filter(costRate gt 50)/aggregate($count as n)', 'Technicians?$compute=costRate mul 2 as x&$select=x',
    "Technicians?$filter=absences/any(a:a/comment eq 'x')", "Technicians?$expand=absences($filter=kind_code eq 'SICK')", 'Technicians?$expand=absences($orderby=kind_code)',
    "Absences?$filter=kind/name eq 'x'", 'Absences?$filter=technician/homeLatitude gt 1', 'Absences?$orderby=technician/costRate'
  ]
  for (const probe of probes) expect([probe, (await app.as('auditor').get(`${DISPATCH}/${probe}`)).status]).toEqual([probe, 403])
  // Whoever needs it may.
  for (const probe of ['Technicians?$filter=homeLatitude gt 48', 'Technicians?$orderby=costRate']) expect((await app.as('dispatcher').get(`${DISPATCH}/${probe}`)).status).toBe(200)
  const ID = await takeOrder(app, { symptom: 'The arm hangs after it was moved to the other ward, and the display stays dark since the morning, says nurse Quetzalcoatl' })
  const found = async (user: string) => (await app.as(user).get(`${WORK_ORDERS}/WorkOrders?$search=Quetzalcoatl&$select=ID`)).data.value.map((row: { ID: string }) => row.ID)
  expect(await found('quality')).toContain(ID)
  expect(await found('controller')).not.toContain(ID)
  expect((await app.as('controller').get(`${WORK_ORDERS}/WorkOrders?$search=LAT-0420&$top=1`)).data.value).toHaveLength(1)
})

test('what people wrote and who did what is dots for those who only count costs', async () => {
  const ID = await takeOrder(app)
  await app.as('agent').post(action(ID, 'addNote'), { text: 'Ask for Mrs. Vogel' })
  await app.as('dispatcher').post(action(ID, 'release'), {})
  await app.as('dispatcher').post(action(ID, 'assign'), { technician_ID: await technicianID(app) })
  const read = async (user: string) => (await app.as(user).get(`${order(ID)}?$expand=notes,events,customer`)).data
  const seen = await read('controller')
  expect(seen).toMatchObject({ symptom: MASK, notes: [{ text: MASK, createdBy: MASK }] })
  expect(new Set(seen.events.map((event: { userId: string }) => event.userId))).toEqual(new Set([MASK]))
  expect(JSON.stringify(seen)).not.toMatch(/Vogel|"(created|modified)By":"(agent|dispatcher)"/)
  expect((await read('agent')).notes).toMatchObject([{ text: 'Ask for Mrs. Vogel', createdBy: 'agent' }])
  expect((await app.as('controller').get(`${WORK_ORDERS}/Notes?$filter=contains(text,'Vogel')`)).status).toBe(403)
})

test('the place of a van, which is where somebody lives, is not for everybody who asks for parts', async () => {
  const place = async (user: string) => (await app.as(user).get(`${SPARE_PARTS}/StockPlaces?$filter=storageLocation eq 'V001'`)).data.value[0]
  expect(await place('controller')).toMatchObject({ latitude: null, longitude: null })
  expect(Number((await place('parts')).latitude)).toBeGreaterThan(0)
})

test('what an action answers with is masked like what is read', async () => {
  const ID = await takeOrder(app, { contactName: 'Greta Vogel' })
  const { status, data } = await app.as('quality').post(action(ID, 'addNote'), { text: 'Seen' })
  expect(status).toBe(200)
  expect(data.contactName).toBe(MASK)
})

test('who evaluates costs tells technicians apart by number, not by name; whose case it is is for who works on it', async () => {
  const FINANCE = '/odata/v4/finance'
  const controller = app.as('controller')
  const technician = await cds.db.run(SELECT.one.from('aftersales.Technicians').columns('ID', 'number').where({ number: 'T-1001' })) as { ID: string; number: string }
  await cds.db.run(INSERT.into('aftersales.RepairCosts').entries({
    ID: cds.utils.uuid(), costItem_ID: cds.utils.uuid(), share: 1, correction: 0, workOrder_ID: await takeOrder(app), state_code: 'Posted', changeNumber: 0, technician_ID: technician.ID, technicianNumber: technician.number
  } as never))
  const { data: { value: rows } } = await controller.get(`${FINANCE}/CostAnalysis?$filter=technicianNumber ne null&$top=3&$expand=technician`)
  expect(rows[0]).toMatchObject({ technicianNumber: expect.stringMatching(/^T-/), technicianName: MASK, technician: { name: MASK } })
  const probes = ['CostAnalysis?$apply=groupby((technicianName),aggregate(companyCodeAmount))', 'CostComparison?$orderby=technicianName', "RepairCosts?$filter=contains(technician/name,'Jonas')"]
  for (const probe of probes) expect([probe, (await controller.get(`${FINANCE}/${probe}`)).status]).toEqual([probe, 403])
  expect((await controller.get(`${FINANCE}/CostAnalysis?$apply=groupby((technicianNumber),aggregate(companyCodeAmount))&$top=2`)).status).toBe(200)
  const found = async (user: string, option: string) => { const { status, data } = await app.as(user).get(`${FINANCE}/Technicians?${option}`); expect([status, data.error]).toEqual([200, undefined]); return data.value }
  const [{ n: among }, { n: hidden }] = await Promise.all(['auditor', 'controller'].map(async user => (await found(user, '$apply=search("Albrecht")/aggregate($count as n)'))[0]))
  expect([Number(among), Number(hidden)]).toEqual([1, 0])
  expect([(await found('auditor', '$search=Albrecht')).length, (await found('controller', '$search=Albrecht')).length]).toEqual([1, 0])
  await cds.db.run(INSERT.into('aftersales.QualityNotifications').entries({ ID: cds.utils.uuid(), number: 'QN-P-9', type_code: 'Q1', shortText: 'Hums', owner: 'quality', isOpen: true } as never))
  const owner = async (user: string) => (await app.as(user).get("/odata/v4/quality/QualityNotifications?$filter=number eq 'QN-P-9'&$select=owner")).data.value[0].owner
  expect([await owner('parts'), await owner('quality'), await owner('agent')]).toEqual([MASK, 'quality', 'quality'])
})

test('the title of an order is for all, and does not say who called', async () => {
  const ID = await takeOrder(app, { contactName: 'Greta Vogel', contactPhone: '+49 711 555', symptom: 'Greta Vogel (+49 711 555) says that it hums' })
  expect((await app.as('controller').get(order(ID))).data).toMatchObject({ symptom: MASK, shortText: '… (…) says that it hums' })
})
