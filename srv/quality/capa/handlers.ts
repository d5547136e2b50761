import type cds from '@sap/cds'
import { nameSubject } from '../../new-attachments'
import { idOf } from '../../request-key'
import { type ActionFields, addAction, changeAction, completeAction, confirmAction, releaseAction, removeAction } from './actions'
import { CAUSE_ACTIONS } from './causes'
import { defineCheck, type Definition } from './checks'
import { decideExtension, requestExtension } from './extensions'
import { caseOf, noteChange, prepareCase, prepareChange, refuseEnded } from './header'
import { measureEffect } from './judging'
import { addNotification, beginCase, raiseCapaCase, removeNotification, titleFrom, type ToRaise } from './raising'
import { STEPS, takeStep } from './steps'

type Data = Record<string, any>

/** Cases from raising to closing: who reacts to them listens to `CapaCase.Changed` and `CapaCase.Closed`. */
export function implementCapa(service: cds.ApplicationService): void {
  const { CapaCases, CapaCauses, CapaActions, CapaExtensions, QualityNotifications } = service.entities
  const read = (entity: unknown, ID: string) => SELECT.one.from(entity as never, { ID } as never)
  const tell = async (ID: string, phase?: string) => {
    await service.emit('CapaCase.Changed', { ID })
    if (phase === 'Closed') await service.emit('CapaCase.Closed', { ID })
  }
  const key = (req: cds.Request) => idOf(req.params.at(-1))!

  /** Actions of a case that answer with the case. */
  const onCase = (action: string, work: (ID: string, data: Data) => Promise<unknown>) => service.on(action, CapaCases, async req => {
    const ID = key(req)
    await work(ID, req.data as Data)
    await tell(ID)
    return read(CapaCases, ID)
  })
  /** Steps of an action; each answers the ID of its case. */
  const onAction = (action: string, work: (ID: string, data: Data) => Promise<string>) => service.on(action, CapaActions, async req => {
    await tell(await work(key(req), req.data as Data))
    return read(CapaActions, key(req))
  })

  for (const step of Object.keys(STEPS)) {
    service.on(step, CapaCases, async req => {
      const { ID, phase } = await takeStep(key(req), step, req.data as object)
      await tell(ID, phase)
      return read(CapaCases, ID)
    })
  }
  for (const [action, work] of Object.entries(CAUSE_ACTIONS)) {
    service.on(action, CapaCases, async req => {
      const cause_ID = await work(key(req), req.data as Data)
      await tell(key(req))
      return action === 'removeCause' ? read(CapaCases, key(req)) : read(CapaCauses, cause_ID)
    })
  }
  service.on('addAction', CapaCases, async req => {
    const ID = await addAction(key(req), req.data as ActionFields)
    await tell(key(req))
    return read(CapaActions, ID)
  })
  onAction('change', (ID, data) => changeAction(ID, data))
  onAction('remove', ID => removeAction(ID))
  onAction('release', ID => releaseAction(ID))
  onAction('complete', (ID, { result }) => completeAction(ID, result))
  onAction('confirmSuccess', ID => confirmAction(ID))
  onCase('defineCheck', (ID, data) => defineCheck(ID, data as Definition))
  onCase('measureEffect', (ID, data) => measureEffect(ID, data))
  onCase('addNotification', (ID, { notification_ID }) => addNotification(ID, notification_ID))
  onCase('removeNotification', (ID, { notification_ID }) => removeNotification(ID, notification_ID))
  onCase('requestExtension', (ID, data) => requestExtension(ID, data as { toDate: string; reason: string }))
  for (const decision of ['approve', 'decline'] as const) {
    service.on(decision, CapaExtensions, async req => {
      await tell(await decideExtension(key(req), decision, (req.data as Data).decision))
      return read(CapaExtensions, key(req))
    })
  }

  const raise = async (toRaise: ToRaise) => {
    const ID = await raiseCapaCase(toRaise)
    await tell(ID)
    return read(CapaCases, ID)
  }
  service.on('createCapa', req => {
    const { title, notifications, signal_ID } = req.data as Data
    return raise({ title, notifications: notifications ?? [], signal: signal_ID })
  })
  service.on('raiseCapa', QualityNotifications, async req => raise({ title: (req.data as Data).title ?? (await titleFrom(key(req))), notifications: [key(req)] }))

  keepHeader(service, tell)
}

/** The header is the one part of a case that is edited as such, by drafts or directly. */
function keepHeader(service: cds.ApplicationService, tell: (ID: string) => Promise<void>): void {
  const { CapaCases } = service.entities
  const attachments = service.entities['CapaCases.attachments']
  service.before('EDIT', CapaCases, req => refuseEnded(idOf(req.params[0])))
  service.before('CREATE', CapaCases, async req => {
    nameSubject(req)
    await prepareCase(req)
  })
  service.after('CREATE', CapaCases, async (_, req) => {
    await beginCase(req.data.ID as string)
    await tell(req.data.ID as string)
  })
  service.before('UPDATE', CapaCases, prepareChange)
  service.after('UPDATE', CapaCases, async (_, req) => {
    await noteChange(req)
    await tell(caseOf(req))
  })
  service.before(['CREATE', 'UPDATE', 'DELETE'], attachments, req => refuseEnded(idOf(req.params[0]) ?? (req.data as Data).up__ID))
}
