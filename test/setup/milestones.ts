import cds from '@sap/cds'
import { action, letTechnicianDoAll, takeOrder, technicianID, type App } from './app'
import { setTime } from './time'

export const LEVELS = '/odata/v4/service-levels'
export const LEVEL_SERVICE = 'aftersales.ServiceLevelService'

export const iso = (value: string | null) => (value ? new Date(value).toISOString() : null)

/** Orders with milestones, and how tests look at them and move them. */
export function milestonesOf(app: App) {
  const told: { event: string; data: any }[] = []
  letTechnicianDoAll()
  beforeAll(() => {
    for (const event of ['Milestone.Late', 'Shipment.Slipped'])
      cds.services[LEVEL_SERVICE].on(event as never, ({ data }: any) => { told.push({ event, data }) })
  })
  /** What was told to other capabilities about an order: event, what about, reason or minutes. */
  const toldOf = (ID: string) => told.filter(({ data }) => data.workOrder_ID === ID).map(({ event, data }) => [event, data.kind_code ?? data.number, data.reason ?? data.slipMinutes])

  const chainOf = async (ID: string, user = 'dispatcher') => (await app.as(user).get(`${LEVELS}/MilestoneChains?$filter=workOrder_ID eq ${ID}`)).data.value[0]
  const milestones = async (ID: string, user = 'dispatcher'): Promise<Record<string, any>> => {
    const { data } = await app.as(user).get(`${LEVELS}/Milestones?$filter=workOrder_ID eq ${ID}&$orderby=position`)
    return Object.fromEntries(data.value.map((milestone: { kind_code: string }) => [milestone.kind_code, milestone]))
  }
  const statuses = async (ID: string) => Object.fromEntries(Object.values<any>(await milestones(ID)).map(each => [each.kind_code, each.status_code]))
  const ledger = async (ID: string, kind: string) =>
    (await app.as('auditor').get(`${LEVELS}/MilestoneEvents?$filter=workOrder_ID eq ${ID} and kind_code eq '${kind}'&$orderby=sequence`)).data.value

  const act = async (user: string, ID: string, kind: string, name: string, data: object = {}) => {
    const { ID: milestone } = (await milestones(ID))[kind]
    return app.as(user).post(`${LEVELS}/Milestones(${milestone})/${LEVEL_SERVICE}.${name}`, data)
  }
  const done = async (user: string, ID: string, kind: string, name: string, at: string, data?: object) => {
    setTime(at)
    const answer = await act(user, ID, kind, name, data)
    if (answer.status !== 200) throw new Error(`${name} ${kind}: ${JSON.stringify(answer.data)}`)
  }
  const take = async (user: string, ID: string, name: string, at: string, data: object = {}) => {
    setTime(at)
    const answer = await app.as(user).post(action(ID, name), data)
    if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.data)}`)
  }

  /** A lathe in Stuttgart: the standard chain of eight milestones, office hours Mon–Fri 9–17. */
  const lathe = async (at = '2026-03-09T07:00:00Z') => {
    setTime(at)
    const ID = await takeOrder(app, { executionMode_code: 'onsite' })
    await take('agent', ID, 'release', at)
    return ID
  }
  /** An excavator in Karratha (UTC+8), with parts from abroad: fifteen milestones. */
  const excavator = async () => {
    setTime('2026-03-09T01:00:00Z')
    const ID = await takeOrder(app, { serialNumber: 'EXC-0210-4401', symptom: 'Boom cylinder leaking', executionMode_code: 'onsite' })
    await take('agent', ID, 'release', '2026-03-09T01:00:00Z')
    return ID
  }
  const attachPhoto = (ID: string) => cds.db.run(INSERT.into('aftersales.WorkOrders.attachments').entries({ ID: cds.utils.uuid(), up__ID: ID, filename: 'cylinder.jpg' }))
  /** The excavator once its parts are ordered. */
  const ordered = async () => {
    const ID = await excavator()
    await attachPhoto(ID)
    await take('dispatcher', ID, 'assign', '2026-03-09T02:00:00Z', { technician_ID: await technicianID(app) })
    await take('technician', ID, 'start', '2026-03-09T06:00:00Z')
    await done('technician', ID, 'diagnosed', 'confirm', '2026-03-09T08:00:00Z')
    await done('agent', ID, 'quotationApproved', 'confirm', '2026-03-09T09:00:00Z', { reference: 'Q-4711' })
    await done('parts', ID, 'partsOrdered', 'confirm', '2026-03-09T10:00:00Z', { reference: '4500000123' })
    return ID
  }
  const ship = (ID: string, data: object = {}, user = 'parts') =>
    app.as(user).post(`${LEVELS}/Shipments`, { workOrder_ID: ID, carrier: 'Ocean Air', number: `OA-${ID.slice(0, 8)}`, leg_code: 'lastMile', estimatedAt: '2026-03-14T04:00:00Z', ...data })
  const report = async (shipment: string, at: string, data: object) => {
    setTime(at)
    return app.as('parts').post(`${LEVELS}/Shipments(${shipment})/${LEVEL_SERVICE}.report`, data)
  }
  return { toldOf, chainOf, milestones, statuses, ledger, act, done, take, lathe, excavator, ordered, attachPhoto, ship, report }
}
