import cds from '@sap/cds'
import type { AxiosResponse } from 'axios'
import type { App } from './app'

export const QUALITY = '/odata/v4/quality'
const SERVICE = 'aftersales.QualityService'

export type Row = Record<string, any>

/** What a case needs to be contained and its risk assessed. */
export const READY = { dueDate: '2027-03-31', containment: 'Stock of the batch is blocked.', severity: 8, occurrence: 4, detection: 5 }

/** How tests speak to CAPA cases, each call as somebody. */
export function capaCalls(app: App) {
  const path = (ID: string, isActive = true) => `${QUALITY}/CapaCases(ID=${ID},IsActiveEntity=${isActive})`
  const post = (url: string, data: object = {}, user = 'quality'): Promise<AxiosResponse> => app.as(user).post(url, data)
  const create = (title: string, notifications: string[], user = 'quality', more: object = {}) => post(`${QUALITY}/createCapa`, { title, notifications, ...more }, user)
  return {
    path,
    create,
    /** A case about early failures of a sensor, from a notification of its own where none is given. */
    raise: async (notifications?: string[], user?: string): Promise<string> => {
      const { status, data } = await create('Sensors fail early', notifications ?? [await insertNotification()], user)
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(data)}`)
      return data.ID
    },
    on: (ID: string, action: string, data: object = {}, user = 'quality') => post(`${path(ID)}/${SERVICE}.${action}`, data, user),
    onAction: (ID: string, action: string, data: object = {}, user = 'quality') => post(`${QUALITY}/CapaActions(${ID})/${SERVICE}.${action}`, data, user),
    onExtension: (ID: string, action: string, data: object = {}, user = 'qm') => post(`${QUALITY}/CapaExtensions(${ID})/${SERVICE}.${action}`, data, user),
    change: (ID: string, data: object, user = 'quality'): Promise<AxiosResponse> => app.as(user).patch(path(ID), data),
    read: async (ID: string, expand = ''): Promise<Row> => (await app.as('quality').get(`${path(ID)}${expand && `?$expand=${expand}`}`)).data,
    rows: async (ID: string, children: string): Promise<Row[]> => (await app.as('quality').get(`${path(ID)}/${children}`)).data.value
  }
}

/** A notification as the rules of repeat failures see it: of a model, with a fault, coded or not. */
export async function insertNotification(changes: Row = {}): Promise<string> {
  const ID = cds.utils.uuid()
  const { defect, cause, ...fields } = changes
  const item_ID = cds.utils.uuid()
  const items = defect || cause ? [{
    ID: item_ID, position: 1, ...(defect && { defectGroup: defect.split('/')[0], defectCode: defect.split('/')[1] }),
    causes: cause ? [{ ID: cds.utils.uuid(), position: 1, causeGroup: cause.split('/')[0], causeCode: cause.split('/')[1] }] : []
  }] : []
  await cds.tx({ user: cds.User.privileged } as never, (() => INSERT.into('aftersales.QualityNotifications').entries({
    ID, number: `QN-T${ID.slice(0, 6)}`, type_code: 'Q1', shortText: 'Sensor reads nothing', model: 'TEST-1', faultCategory_code: 'SENSOR', eventDate: '2026-08-01', ...fields, items
  })) as never)
  return ID
}

/** As if the window of the check had run its days: what a test can't wait for. */
export const passDays = (capa_ID: string, windowStart: string, windowEnd: string) => cds.tx({ user: cds.User.privileged } as never, (() =>
  UPDATE('aftersales.EffectivenessChecks').with({ windowStart, windowEnd } as never).where({ capa_ID, passed: null })) as never)

/** Takes a case from its beginning to the start of its effectiveness check. `quality2` carries out the action, `quality` owns the case. */
export async function bringToCheck(app: App, ID: string, { check = {} }: { check?: Row } = {}): Promise<void> {
  const capa = capaCalls(app)
  const must = async (answer: Promise<AxiosResponse>): Promise<Row> => {
    const { status, data } = await answer
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(data)}`)
    return data
  }
  const { phase_code } = await capa.read(ID)
  if (phase_code === 'Initiated') {
    await must(capa.change(ID, READY))
    await must(capa.on(ID, 'contain'))
    await must(capa.on(ID, 'assessRisk'))
  }
  const cause = await must(capa.on(ID, 'addCause', { branch_code: 'material', answer: 'The seal becomes brittle', evidence: 'Laboratory report 4711' }))
  await must(capa.on(ID, 'markRootCause', { cause_ID: cause.ID }))
  await must(capa.on(ID, 'confirmRootCause'))
  const action = await must(capa.on(ID, 'addAction', { kind_code: 'corrective', text: 'Another compound for the seal', owner: 'quality2', dueDate: '2027-01-31' }))
  await must(capa.on(ID, 'plan'))
  await must(capa.change(ID, { verification: 'Compatibility and leakage tested, no adverse effect.' }))
  await must(capa.on(ID, 'verify', { credential: 'quality' }))
  await must(capa.onAction(action.ID, 'release'))
  await must(capa.onAction(action.ID, 'complete', { result: 'New compound in production' }, 'quality2'))
  await must(capa.on(ID, 'defineCheck', { criterion: 'No such failure again', measure_code: 'repeatFailures', limit: 0, windowDays: 90, ...check }))
  await must(capa.on(ID, 'implement'))
  await must(capa.on(ID, 'startEffectivenessCheck'))
}
