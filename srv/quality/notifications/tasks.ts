import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import type { Flow } from '../../status-flow'
import { nameOfCode } from '../../words'
import { holdStill, namesOf } from './steps'

interface Task { notification_ID: string; position: number; status_code: string; owner: string | null; dueDate: string | null }

/** Moves a task on; 409 for the second of two, 422 for a task that nobody is to do by a day. */
export async function moveTask(ID: string, flow: Flow, changes: Record<string, unknown> = {}): Promise<string> {
  const task = await taskOf(ID)
  await holdStill(task.notification_ID)
  const { owner, dueDate } = await taskOf(ID)
  if (flow.to === 'TSRL' && !(owner && dueDate)) fail(422, 'TASK_WITHOUT_OWNER', { target: owner ? 'dueDate' : 'owner', args: [task.position] })
  const { NotificationTasks } = entities()
  const changed = await UPDATE(NotificationTasks).with({ ...changes, status_code: flow.to } as never).where({ ID, status_code: { in: flow.from } })
  if (!changed) await explain(ID, flow)
  return task.notification_ID
}

/** Tasks that are still to be done, by their positions. */
export async function openTasks(notification_ID: string): Promise<number[]> {
  const rows = (await SELECT.from(entities().NotificationTasks).columns('position').where({ notification_ID, status_code: { in: ['TSOS', 'TSRL'] } }).orderBy('position')) as { position: number }[]
  return rows.map(({ position }) => position)
}

export const done = (result?: string | null) => ({
  completedAt: cds.context!.timestamp.toISOString(), completedBy: cds.context!.user.id, result: result?.trim() || null
})

async function taskOf(ID: string): Promise<Task> {
  const task = await SELECT.one.from(entities().NotificationTasks, { ID } as never).columns('notification_ID', 'position', 'status_code', 'owner', 'dueDate')
  return (task as unknown as Task | undefined) ?? fail(404, 'TASK_UNKNOWN')
}

async function explain(ID: string, flow: Flow): Promise<never> {
  const { position, status_code } = await taskOf(ID)
  return fail(409, 'TASK_WRONG_STEP', { args: [position, await nameOfCode('TaskStatuses', status_code), await namesOf('TaskStatuses', flow.from)] })
}
