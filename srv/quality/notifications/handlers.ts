import cds from '@sap/cds'
import { nameSubject } from '../../new-attachments'
import { idOf } from '../../request-key'
import { flowOf } from '../../status-flow'
import { signRecord } from '../signatures/signing'
import { keepDrafts, keepRows } from './children'
import { refuseUncleared, refuseUnfinished } from './completing'
import { prepareChange, prepareCreation } from './editing'
import { followOrders } from './following-orders'
import { tellMissing } from './labels'
import { noteOnOrder } from './order-history'
import { raise } from './raising'
import { takeStep } from './steps'
import { done, moveTask } from './tasks'

type ActionRequest = cds.Request & { data: Record<string, string | null | undefined> }
const idIn = (req: cds.Request) => idOf(req.params.at(-1))!

/** Notifications: raised by people, orders and rules, coded within their profile, dealt with until nothing is open. */
export function implementNotifications(service: cds.ApplicationService): void {
  raiseThem(service)
  editThem(service)
  moveThem(service)
  moveTasks(service)
  cds.once('served', () => followOrders())
}

function raiseThem(service: cds.ApplicationService): void {
  const { WorkOrders, QualityNotifications } = service.entities
  service.on('raiseNotification', WorkOrders, async request => {
    const { params, data } = request as ActionRequest
    const workOrder_ID = idOf(params.at(-1))!
    const { ID, number } = await raise({ type_code: data.type_code!, shortText: data.text?.trim(), workOrder_ID, origin_code: 'order' })
    await noteOnOrder(workOrder_ID, 'QualityRaised', 'quality.raised', { number })
    return SELECT.one.from(QualityNotifications, { ID } as never)
  })
}

function editThem(service: cds.ApplicationService): void {
  const { QualityNotifications } = service.entities
  service.before('CREATE', QualityNotifications, async req => {
    nameSubject(req)
    await prepareCreation(req)
  })
  service.before('UPDATE', QualityNotifications, prepareChange)
  service.after('CREATE', QualityNotifications, (_, req) => service.emit('QualityNotification.Raised', { ID: (req.data as { ID: string }).ID }))
  service.after('UPDATE', QualityNotifications, (_, req) => service.emit('QualityNotification.Changed', { ID: (req.data as { ID?: string }).ID ?? idIn(req) }))
  service.after('READ', ['QualityNotifications', 'ComplaintRecords'] as never, tellMissing as never)
  keepDrafts(service)
  keepRows(service)
}

/** One handler for each action; flows.cds says from where to where. */
function moveThem(service: cds.ApplicationService): void {
  const { QualityNotifications } = service.entities
  const now = () => cds.context!.timestamp.toISOString()
  const ended = () => ({ completedAt: now(), completedBy: cds.context!.user.id })
  const steps: Record<string, (data: ActionRequest['data']) => Record<string, unknown>> = {
    putInProcess: () => ({ postponedReason: null }),
    postpone: ({ reason }) => ({ postponedReason: reason?.trim() }),
    complete: ended,
    reopen: ({ reason }) => ({ reopenReason: reason?.trim(), completedAt: null, completedBy: null, dismissedReason: null }),
    dismissProposal: ({ reason }) => ({ ...ended(), dismissedReason: reason?.trim() })
  }
  const SIGNED: Record<string, string> = { complete: 'completed', dismissProposal: 'dismissed' }
  for (const [action, changesOf] of Object.entries(steps)) {
    service.on(action, QualityNotifications, async request => {
      const req = request as ActionRequest
      const ID = idIn(req)
      await takeStep(ID, flowOf(QualityNotifications as never, action), changesOf(req.data))
      if (action === 'complete') await refuseUnfinished(ID)
      if (action === 'dismissProposal') await refuseUncleared(ID)
      if (SIGNED[action]) {
        await signRecord({ object: 'QualityNotifications', objectID: ID, meaning: SIGNED[action], credential: req.data.credential ?? '', comment: req.data.reason ?? undefined })
        await service.emit('QualityNotification.Completed', { ID })
      }
      await service.emit('QualityNotification.Changed', { ID })
      return SELECT.one.from(QualityNotifications, { ID } as never)
    })
  }
}

function moveTasks(service: cds.ApplicationService): void {
  const { NotificationTasks } = service.entities
  const changes: Record<string, (data: ActionRequest['data']) => Record<string, unknown>> = { release: () => ({}), complete: ({ result }) => done(result), confirmSuccess: () => ({}) }
  for (const [action, changesOf] of Object.entries(changes)) {
    service.on(action, NotificationTasks, async request => {
      const req = request as ActionRequest
      const ID = idIn(req)
      const notification_ID = await moveTask(ID, flowOf(NotificationTasks as never, action), changesOf(req.data))
      await service.emit('QualityNotification.Changed', { ID: notification_ID })
      return SELECT.one.from(NotificationTasks, { ID } as never)
    })
  }
}
