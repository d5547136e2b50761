import cds from '@sap/cds'
import { action, order, startApp, takeOrder, technicianID, WORK_ORDERS } from '../setup/app'
import { MATRIX } from '../setup/access-matrix'
import { fillBelow } from '../setup/rows-of-orders'

/** What a technician sees of colleagues' orders, by every way: nothing. And what anybody sees of others' drafts and of files. */
const app = startApp()

interface Definition { name: string; kind: string; elements: Record<string, any>; keys: Record<string, any>; drafts?: object; actions?: Record<string, { kind: string }>; '@aftersales.ofOrder'?: string }
interface Answer { status: number; body: any }

/** Seen for another reason than the order: what one is asked to do, the own tasks and notices. Their own tests look at them. */
const OTHER_REASONS = ['DispatchService.Assignments', 'QualityService.NotificationTasks', 'ServiceLevelService.MyNotices']

let mine: Set<string>, foreign: string
beforeAll(async () => {
  const orders = (await cds.db.run(SELECT.from('aftersales.WorkOrders').columns('ID', 'technician_ID'))) as { ID: string; technician_ID: string | null }[]
  const me = await technicianID(app)
  mine = new Set(orders.filter(({ technician_ID }) => technician_ID === me).map(({ ID }) => ID))
  const others = orders.filter(({ technician_ID }) => technician_ID && technician_ID !== me).map(({ ID }) => ID)
  foreign = others[0]
  await fillBelow([...[...mine].slice(0, 2), ...others.slice(0, 2)])
  await cds.db.run(UPDATE('aftersales.Clocks').with({ status_code: 'running' } as never))
})

/** A hundred requests at a time, each on its own. */
async function batched(user: string, path: string, requests: { method?: string; url: string; body?: object }[]): Promise<Answer[]> {
  const found: Answer[] = []
  for (let at = 0; at < requests.length; at += 100) {
    const part = requests.slice(at, at + 100).map(({ method = 'GET', url, body }, i) => ({ id: String(i), method, url, headers: { 'content-type': 'application/json' }, ...(body && { body }) }))
    const { data } = await app.as(user).post(`${path}/$batch`, { requests: part }, { headers: { prefer: 'odata.continue-on-error' } })
    found.push(...part.map(({ id }) => data.responses.find((each: { id: string }) => each.id === id) as Answer))
  }
  return found
}

for (const { service, path, entities } of MATRIX) {
  const definition = (name: string) => cds.model!.definitions[`${service}.${name}`] as unknown as Definition
  const names = Object.keys(entities).filter(name => entities[name].someRows?.split(' ').includes('technician') && !OTHER_REASONS.includes(`${service.slice('aftersales.'.length)}.${name}`))
  if (!names.length) continue

  test(`of ${service.split('.').pop()} a technician sees what hangs on own orders, and of a colleague's no row, count, total, file or step`, async () => {
    const wrong: string[] = []
    let hidden = 0
    for (const name of names.filter(each => definition(each)['@aftersales.ofOrder'])) {
      const entity = definition(name), set = name.replace(/\./g, '_'), link = entity['@aftersales.ofOrder']!
      const keys = Object.values(entity.keys).filter(({ isAssociation, name: each }) => !isAssociation && each !== 'IsActiveEntity').map(({ name: each }) => each as string)
      const rows = (await cds.db.run(SELECT.from(entity.name).columns(...keys as never[], { ref: link.split('.'), as: 'theOrder' } as never))) as Record<string, string>[]
      const own = rows.filter(({ theOrder }) => mine.has(theOrder)), others = rows.filter(({ theOrder }) => theOrder && !mine.has(theOrder))
      const one = others.find(({ theOrder }) => theOrder === foreign) ?? others[0]
      if (!one) { wrong.push(`${name}: no row to hide`); continue }
      const key = `${set}(${[...keys.map(each => `${each}=${/UUID/.test(entity.elements[each].type) || typeof one[each] === 'number' ? one[each] : `'${one[each]}'`}`), ...(entity.drafts ? ['IsActiveEntity=true'] : [])].join()})`
      const steps = Object.entries(entities[name].actions ?? {}).filter(([step]) => entity.actions![step].kind === 'action').map(([step]) => step)
      const ways = Object.values(entity.elements).filter(({ isAssociation, _target, name: each }) => isAssociation && _target && !['SiblingEntity', 'DraftAdministrativeData'].includes(each)).map(({ name: each }) => each as string)
      const [list, count, total, single, ...refused] = await batched('technician', path, [
        { url: `${set}?$select=${keys.join()}&$top=10000` }, { url: `${set}/$count` }, { url: `${set}?$apply=aggregate($count as rows)` }, { url: key }, ...ways.map(way => ({ url: `${key}/${way}` })),
        ...steps.map(step => ({ method: 'POST', url: `${key}/${service}.${step}`, body: {} })),
        { method: 'PATCH', url: key, body: {} }, { method: 'DELETE', url: key }
      ])
      hidden += others.length
      const found = (list.body?.value ?? []) as Record<string, string>[], isOwn = (row: Record<string, string>) => own.some(each => keys.every(k => String(each[k]) === String(row[k])))
      if (list.status !== 200 || found.length !== own.length || !found.every(isOwn)) wrong.push(`${name}: ${list.status}, ${found.length} rows, ${own.length} own`)
      if (Number(count.body) !== own.length) wrong.push(`${name}/$count: ${count.status} ${JSON.stringify(count.body)}, ${own.length} own`)
      if (Number(total.body?.value?.[0]?.rows ?? 0) !== own.length) wrong.push(`${name} aggregated: ${total.status} ${JSON.stringify(total.body)}, ${own.length} own`)
      if (single.status !== 404) wrong.push(`${key}: ${single.status}`)
      refused.forEach(({ status, body }, i) => {
        const isNothing = i < ways.length && ((status === 200 && Array.isArray(body.value) && !body.value.length) || (status === 400 && /does not exist in/.test(body.error.message)))
        // Parts of drafts are changed below the root alone (422), whoever asks.
        if (!isNothing && ![403, 404, 405, ...(status === 422 && body.error?.code === 'DRAFT_MODIFICATION_ONLY_VIA_ROOT' ? [422] : [])].includes(status)) {
          wrong.push(`${[...ways, ...steps, 'PATCH', 'DELETE'][i]} of ${name}: ${status} ${JSON.stringify(body).slice(0, 120)}`)
        }
      })
    }
    expect(wrong).toEqual([])
    expect(hidden).toBeGreaterThan(0)
  })
}

test('functions that name an order know none of a colleague', async () => {
  const levels = '/odata/v4/service-levels', parts = '/odata/v4/spare-parts', technician = app.as('technician')
  const part = (await technician.get(`${parts}/Parts?$top=1&$select=ID`)).data.value[0].ID
  const answers = await Promise.all([
    technician.get(`${levels}/clocksAt(workOrder_ID=${foreign},at=null,knownAt=null)`), technician.get(`${levels}/timeLines(workOrder_ID=${foreign})`),
    technician.get(`${levels}/breachRisk(workOrder_ID=${foreign})`), technician.post(`${levels}/recordRestoration`, { workOrder_ID: foreign }),
    technician.get(`${parts}/proposedParts(workOrder_ID=${foreign})`), technician.post(`${parts}/need`, { workOrder_ID: foreign, part_ID: part, quantity: 1 }),
    technician.post(`${levels}/Shipments`, { workOrder_ID: foreign, carrier: 'x', number: 'x', leg_code: 'x' })
  ])
  expect(answers.filter(({ status }) => ![403, 404].includes(status)).map(({ status, config }) => `${config.url} ${status}`)).toEqual([])
})

test('nothing below a colleague\'s order is written, expanded or found out', async () => {
  const technician = app.as('technician')
  const before = await app.as('admin').get(`${order(foreign)}?$expand=costItems,notes,attachments`)
  const written = [
    await technician.post(`${order(foreign)}/costItems`, { type_code: 'labour', description: 'x', quantity: 1, rate: 1 }), await technician.post(`${order(foreign)}/attachments`, { filename: 'x.txt' }),
    await technician.post(action(foreign, 'addNote'), { text: 'x' }), await technician.post(action(foreign, 'draftEdit'), {}), await technician.patch(order(foreign), { symptom: 'x' })
  ]
  for (const { status } of written) expect([403, 404]).toContain(status)
  expect((await app.as('admin').get(`${order(foreign)}?$expand=costItems,notes,attachments`)).data).toEqual(before.data)
  const { data } = await technician.get(`${WORK_ORDERS}/WorkOrders?$expand=equipmentOrders($select=ID;$expand=notes($expand=workOrder($select=ID)),costItems($filter=amount ge 0;$select=ID,workOrder_ID)),repeatOf($select=ID)`)
  const reached = data.value.flatMap((row: any) => [
    row.repeatOf?.ID, ...row.equipmentOrders.flatMap((each: any) => [each.ID, ...each.notes.map((note: any) => note.workOrder?.ID), ...each.costItems.map((item: any) => item.workOrder_ID)])
  ]).filter(Boolean)
  expect(reached.length).toBeGreaterThan(0)
  expect(reached.filter((ID: string) => !mine.has(ID))).toEqual([])
  for (const probe of [
    "$filter=equipmentOrders/any(o:startswith(o/symptom,'A'))", '$filter=equipmentOrders/all(o:o/number ne null)', '$orderby=repeatOf/number', '$apply=groupby((repeatOf/number))',
    "$apply=filter(repeatOf/number ne null)/aggregate($count as n)", "$filter=notes/any(n:contains(n/text,'x'))", '$expand=equipmentOrders($filter=repeatOf/number ne null)',
    '$expand=equipmentOrders($orderby=repeatOf/number)'
  ]) expect([probe, (await technician.get(`${WORK_ORDERS}/WorkOrders?${probe}`)).status]).toEqual([probe, 403])
})

test('who may not see costs does not find them out by aggregating first, computing or sorting either', async () => {
  for (const probe of ['$apply=filter(costItems/any(c:c/amount gt 0))/groupby((status_code))', '$apply=filter(costItems/any(c:c/amount gt 0))/aggregate($count as n)', '$filter=costItems/$count gt 0', '$orderby=costItems/$count',
    '$expand=equipmentOrders($expand=costItems)', '$expand=equipmentOrders($filter=costItems/any())'])
    expect([probe, [400, 403].includes((await app.as('parts').get(`${WORK_ORDERS}/WorkOrders?${probe}`)).status)]).toEqual([probe, true])
})

test('a draft is its owner\'s: nobody else reads it, its parts or its keeper, changes or ends it', async () => {
  const ID = await takeOrder(app)
  await app.as('dispatcher').post(action(ID, 'draftEdit'), {})
  expect((await app.as('dispatcher').post(`${order(ID, false)}/costItems`, { type_code: 'labour', description: 'Mine', quantity: 1, rate: 1 })).status).toBe(201)
  for (const user of ['agent', 'technician', 'qm', 'auditor', 'admin']) {
    const person = app.as(user)
    const read = await Promise.all([person.get(order(ID, false)), person.get(`${order(ID, false)}/costItems`), person.get(`${order(ID, false)}/DraftAdministrativeData`), person.get(`${order(ID, false)}/customer`)])
    expect([user, ...read.map(({ status }) => status)]).toEqual([user, 404, 404, 404, 404])
    const lists = await Promise.all(['WorkOrders', 'CostItems'].map(list => person.get(`${WORK_ORDERS}/${list}?$filter=IsActiveEntity eq false`)))
    for (const { data } of lists) expect([user, data.value ?? []]).toEqual([user, []])
    expect((await person.get(`${WORK_ORDERS}/DraftAdministrativeData`)).status).toBeGreaterThanOrEqual(400)
    const touched = await Promise.all([
      person.patch(order(ID, false), { symptom: 'x' }), person.post(action(ID, 'draftPrepare', false), {}), person.post(action(ID, 'draftActivate', false), {}), person.delete(order(ID, false)),
      person.post(`${order(ID, false)}/costItems`, { type_code: 'labour', description: 'x', quantity: 1, rate: 1 })
    ])
    for (const { status } of touched) expect([403, 404, 405]).toContain(status)
  }
  const { data } = await app.as('dispatcher').get(`${order(ID, false)}?$expand=costItems`)
  expect([data.costItems.length, data.symptom]).toEqual([1, 'Spindle makes a loud noise'])
})

test('a file is read by those who may read its order, and written by those who may change it', async () => {
  const ownOrder = [...mine][0], files: Record<string, string> = {}
  for (const ID of [ownOrder, foreign]) {
    const { data } = await app.as('dispatcher').post(`${order(ID)}/attachments`, { filename: 'plate.png', mimeType: 'image/png' })
    files[ID] = `${WORK_ORDERS}/WorkOrders_attachments(up__ID=${ID},ID=${data.ID},IsActiveEntity=true)`
    expect((await app.as('dispatcher').put(`${order(ID)}/attachments(up__ID=${ID},ID=${data.ID},IsActiveEntity=true)/content`, 'Secret', { headers: { 'content-type': 'image/png' } })).status).toBeLessThan(300)
  }
  expect((await app.as('technician').get(`${files[ownOrder]}/content`)).data).toBe('Secret')
  for (const way of ['', '/content', '/content/$value', '/filename']) expect([way, (await app.as('technician').get(`${files[foreign]}${way}`)).status]).toEqual([way, 404])
  expect((await app.as('parts').get(`${files[foreign]}/content`)).data).toBe('Secret')
  const below = (ID: string) => `${order(ID)}/attachments(${files[ID].split('(')[1]}/content`
  for (const [user, ID] of [['technician', foreign], ['parts', foreign], ['auditor', ownOrder]])
    expect([user, [403, 404].includes((await app.as(user).put(below(ID), 'Changed', { headers: { 'content-type': 'image/png' } })).status)]).toEqual([user, true])
  expect((await app.as('admin').get(`${files[foreign]}/content`)).data).toBe('Secret')
})
