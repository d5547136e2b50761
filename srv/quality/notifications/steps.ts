import { entities } from '../../entities'
import { fail } from '../../errors'
import type { Flow } from '../../status-flow'
import { nameOfCode } from '../../words'

const draftsOf = () => (entities('aftersales.QualityService').QualityNotifications as unknown as { drafts: never }).drafts

/**
 * Moves a notification to its next status by one conditional UPDATE: of two people who press at once one wins, the other gets 409. 423 while somebody edits it,
 * since saving that draft would write old facts back.
 */
export async function takeStep(ID: string, flow: Flow, changes: Record<string, unknown> = {}): Promise<void> {
  const { QualityNotifications } = entities()
  const changed = await UPDATE(QualityNotifications)
    .with({ ...changes, status_code: flow.to, isOpen: flow.to !== 'NOCO' } as never)
    .where({ ID, status_code: { in: flow.from } })
    .and('not exists', SELECT.from(draftsOf()).columns('ID').where({ ID }) as never)
  if (!changed) await explain(ID, flow)
}

/** Locks the notification's row until the transaction ends. 404 when there is none, 409 when it is completed, 423 while somebody edits it. */
export async function holdStill(ID: string): Promise<{ status_code: string; number: string }> {
  const { QualityNotifications } = entities()
  const notification = await SELECT.one.from(QualityNotifications, { ID } as never).columns('number', 'status_code').forUpdate()
  if (!notification) fail(404, 'NOTIFICATION_UNKNOWN')
  refuseCompleted(notification as never)
  await refuseEdited(ID, notification.number as string)
  return notification as never
}

/** 409: what was signed does not change; whoever has to change it reopens it. */
export function refuseCompleted({ number, status_code }: { number: string; status_code: string }): void {
  if (status_code === 'NOCO') fail(409, 'NOTIFICATION_COMPLETED', { args: [number] })
}

async function refuseEdited(ID: string, number: string): Promise<void> {
  if (await SELECT.one.from(draftsOf()).columns('ID').where({ ID })) fail(423, 'NOTIFICATION_BEING_EDITED', { args: [number] })
}

/** Why a step was not taken: no such notification, another status, or somebody edits it. */
async function explain(ID: string, flow: Flow): Promise<never> {
  const { QualityNotifications } = entities()
  const notification = await SELECT.one.from(QualityNotifications, { ID } as never).columns('number', 'status_code')
  if (!notification) fail(404, 'NOTIFICATION_UNKNOWN')
  const { number, status_code } = notification as { number: string; status_code: string }
  if (flow.from.includes(status_code)) await refuseEdited(ID, number)
  return fail(409, 'NOTIFICATION_WRONG_STEP', { args: [number, await nameOfCode('NotificationStatuses', status_code), await namesOf('NotificationStatuses', flow.from)] })
}

export const namesOf = async (list: string, codes: string[]) => (await Promise.all(codes.map(code => nameOfCode(list, code)))).join(' / ')
