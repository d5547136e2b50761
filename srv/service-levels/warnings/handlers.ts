import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { requireTimeZone } from '../../input-guards'
import { idOf } from '../../request-key'
import { acknowledge, handOver } from './answering'
import { noticeSettings } from '../notices/settings'
import { WarningRound } from './round'

const round = new WarningRound()

/** What users do with warnings and notices, and what gives them. */
export function keepWarnings(service: cds.ApplicationService): void {
  const { Warnings, MyNotices, OnCallPersons, OnCallShifts } = service.entities as Record<string, any>
  const read = (entity: any, ID: string) => SELECT.one.from(entity, { ID } as never)
  const idFrom = (req: cds.Request) => idOf(req.params.at(-1))!
  service.on('acknowledge', Warnings, async req => {
    await acknowledge(idFrom(req), req.data.comment)
    return read(Warnings, idFrom(req))
  })
  service.on('handOver', Warnings, async req => {
    await handOver(idFrom(req), req.data.person_ID, req.data.comment)
    return read(Warnings, idFrom(req))
  })
  service.on('markAsRead', MyNotices, async req => {
    const { Notices } = entities()
    const [ID, readAt] = [idFrom(req), cds.context!.timestamp.toISOString()]
    const changed = await UPDATE(Notices).with({ readAt } as never).where({ ID, channel_code: 'inApp', recipient: req.user.id })
    if (!changed) fail(404, 'NOTICE_UNKNOWN')
    return read(MyNotices, ID)
  })
  service.before(['CREATE', 'UPDATE'], [OnCallPersons, OnCallShifts], req => requireTimeZone((req.data as { timeZone?: string }).timeZone))
  round.wakeBy(service, {
    event: 'giveWarnings', interval: '1m', task: 'give warnings', look: () => noticeSettings().look,
    otherwise: 'Warnings are given by each instance alone, since they could not be scheduled'
  })
}

/** Gives what is due and sends it; done when nothing is due any more. */
export const giveWarnings = (): Promise<void> => round.start()
