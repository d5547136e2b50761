import cds from '@sap/cds'
import { EVERYBODY, noteMatchingChange, TABLES } from '../../srv/dispatch/matching/changes'
import { workOnPlans } from '../../srv/dispatch/plans/handlers'
import { action, order, takeOrder, type App } from './app'

export const DISPATCH = '/odata/v4/dispatch'
const NAMESPACE = 'aftersales.DispatchService'
/** A Monday before anybody works. */
export const MONDAY = '2027-03-01T04:00:00Z'
export const DAYS = { from: '2027-03-01', to: '2027-03-02', area_code: 'DE-SOUTH' }

/** What tests write past the service is read anew. */
export const forgetWhatIsKept = () => cds.tx(async () => noteMatchingChange(EVERYBODY, TABLES))

/** No orders in the area, no visits, no plan to decide on. */
export async function clearArea(): Promise<void> {
  const { WorkOrders, Assignments, Plans } = cds.entities('aftersales')
  await cds.db.run(UPDATE(WorkOrders).with({ serviceArea_code: null } as never).where({ serviceArea_code: 'DE-SOUTH' }))
  await cds.db.run(DELETE.from(Assignments))
  await cds.db.run(UPDATE(Plans).with({ state_code: 'Discarded', busyArea: null } as never))
  await forgetWhatIsKept()
}

/** What a dispatcher does about plans of South Germany. */
export function planner(app: App) {
  const dispatcher = () => app.as('dispatcher')
  /** A lathe in Leonberg; Jonas Albrecht and Miriam Steinfeld may repair it. */
  const released = async (changes: Record<string, unknown> = {}): Promise<string> => {
    const ID = await takeOrder(app, changes)
    await dispatcher().post(action(ID, 'release'), {})
    return ID
  }
  const optimize = (changes: object = {}, name = 'optimize') => dispatcher().post(`${DISPATCH}/${name}`, { ...DAYS, seconds: 1, maxIterations: 2000, ...changes })
  const read = async (ID: string) => (await dispatcher().get(`${DISPATCH}/Plans(${ID})?$expand=visits,unserved,figures`)).data
  const act = (ID: string, name: 'publish' | 'discard' | 'cancel', user = 'dispatcher') => app.as(user).post(`${DISPATCH}/Plans(${ID})/${NAMESPACE}.${name}`, {})
  const give = (ID: string, data: object, name = 'assign') => dispatcher().post(`${DISPATCH}/WorkOrders(${ID})/${NAMESPACE}.${name}`, { overruleReason: 'Test', ...data })
  const held = async (filter: string) =>
    (await dispatcher().get(`${DISPATCH}/Assignments?$filter=${filter} and (state_code eq 'Offered' or state_code eq 'Accepted' or state_code eq 'Started')&$orderby=plannedStart`)).data.value as any[]
  const history = async (ID: string) => (await dispatcher().get(`${order(ID)}/events?$orderby=sequence`)).data.value as any[]
  /** Makes a plan and waits for it. */
  const planned = async (changes: object = {}, name = 'optimize') => {
    const { status, data } = await optimize(changes, name)
    if (status !== 200) throw new Error(JSON.stringify(data))
    await workOnPlans()
    return read(data.ID)
  }
  return { dispatcher, released, optimize, read, act, give, held, history, planned }
}

export const visitOf = (plan: any, ID: string) => plan.visits.find((visit: any) => visit.workOrder_ID === ID)

/** Visits of one person that are at the same time. */
export function overlaps(visits: any[]): string[] {
  const taken = visits.filter(visit => visit.technician_ID && visit.plannedStart)
  return taken.flatMap((a, i) => taken.slice(i + 1).filter(b => a.technician_ID === b.technician_ID && a.plannedStart < b.plannedEnd && b.plannedStart < a.plannedEnd).map(b => `${a.workOrder_ID} and ${b.workOrder_ID}`))
}
