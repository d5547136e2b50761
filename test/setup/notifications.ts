import cds from '@sap/cds'
import { action, type App, takeOrder, technicianID } from './app'

export const QUALITY = '/odata/v4/quality'
const SERVICE = 'aftersales.QualityService'

/** Path of an active or draft notification. */
export const path = (ID: string, isActive = true) => `${QUALITY}/QualityNotifications(ID=${ID},IsActiveEntity=${isActive})`

export const equipmentOf = async (serialNumber: string) => (await cds.db.run(SELECT.one.from('aftersales.Equipment').where({ serialNumber })))!

/** How tests speak to notifications. */
export function notifications(app: App) {
  const call = (user: string, ID: string, name: string, data: object = {}, isActive = true) => app.as(user).post(`${path(ID, isActive)}/${SERVICE}.${name}`, data)
  const callTask = (user: string, ID: string, name: string, data: object = {}) => app.as(user).post(`${QUALITY}/NotificationTasks(ID=${ID},IsActiveEntity=true)/${SERVICE}.${name}`, data)
  const read = async (ID: string, query = '') => (await app.as('qm').get(path(ID) + query)).data
  const post = (user: string, data: object) => app.as(user).post(`${QUALITY}/QualityNotifications`, { IsActiveEntity: true, ...data })
  const raise = (user: string, orderID: string, data: object = { type_code: 'Q1' }) => app.as(user).post(`${QUALITY}/WorkOrders(${orderID})/${SERVICE}.raiseNotification`, data)
  return { call, callTask, read, post, raise, made, started }

  /** One by hand. */
  async function made(data: object) {
    const { status, data: row } = await post('quality', { type_code: 'Q3', shortText: 'Torque of the spindle nut', ...data })
    if (status !== 201) throw new Error(JSON.stringify(row))
    return row
  }

  /** An order that a technician works on. */
  async function started(changes: object = {}): Promise<string> {
    const ID = await takeOrder(app, { serialNumber: 'MON-2041-0007', symptom: 'Display is dark', ...changes })
    await app.as('dispatcher').post(action(ID, 'release'), {})
    await app.as('dispatcher').post(action(ID, 'assign'), { technician_ID: await technicianID(app), plannedStart: null })
    await app.as('technician').post(action(ID, 'start'), {})
    return ID
  }
}
