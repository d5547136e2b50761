import { entities } from '../../entities'
import { fail } from '../../errors'
import { textOf } from '../../words'
import { openAuthorities } from './owed'
import { missingIn } from './complaint'
import { isMedical, type Row } from './facts'
import { labelOf, nameOfMissing } from './labels'
import { openQuestions, type Screening } from './screening'
import { openTasks } from './tasks'

interface Obstacle { code: string; target: string; args: string[] }

/** 422 that names all that is in the way of completing; nothing is hidden behind the first. Runs after the step, which holds the row. */
export async function refuseUnfinished(ID: string): Promise<void> {
  const notification = await readWhole(ID)
  const medical = await isMedical(notification.deviceClass_code)
  const missing = notification.isComplaint ? missingIn(notification.complaint as Row, notification) : []
  refuse([
    ...tasksIn(await openTasks(ID)),
    ...(medical ? questionsIn(notification, 'completion') : []),
    ...(missing.length ? [{ code: 'NOTIFICATION_COMPLAINT_INCOMPLETE', target: 'complaint', args: [missing.map(nameOfMissing).join(', ')] }] : []),
    ...(medical && (notification.isComplaint || notification.mayBeReportable) ? owedTo(await openAuthorities(ID)) : [])
  ])
}

/** What a rule proposed about a medical device is dismissed when the screening has cleared it, or when it is decided for each authority. */
export async function refuseUncleared(ID: string): Promise<void> {
  const notification = await readWhole(ID)
  if (!notification.mayBeReportable) return
  const owed = await openAuthorities(ID)
  refuse(owed.length ? [...questionsIn(notification, 'intake'), ...owedTo(owed)] : [])
}

function refuse(obstacles: Obstacle[]): void {
  if (!obstacles.length) return
  const details = obstacles.map(({ code, target, args }) => ({ code, target, message: sentence(code, args), '@Common.numericSeverity': 4 }))
  fail(422, 'NOTIFICATION_UNFINISHED', { args: [details.map(({ message }) => message).join(' ')], details })
}

async function readWhole(ID: string): Promise<Row> {
  const { QualityNotifications } = entities()
  return (await SELECT.one.from(QualityNotifications, { ID } as never).columns(
    '*', { ref: ['complaint'], expand: ['*'] } as never, { ref: ['type', 'isComplaint'], as: 'isComplaint' } as never
  )) as unknown as Row
}

const tasksIn = (positions: number[]): Obstacle[] => (positions.length ? [{ code: 'NOTIFICATION_TASKS_OPEN', target: 'tasks', args: [positions.join(', ')] }] : [])

function questionsIn(notification: Row, moment: 'intake' | 'completion'): Obstacle[] {
  const fields = openQuestions(notification as Screening, moment).map(question => `${moment}${question}`)
  return fields.length ? [{ code: 'NOTIFICATION_SCREENING_OPEN', target: `${fields[0]}_code`, args: [fields.map(field => labelOf('QualityNotifications', field)).join(', ')] }] : []
}

const owedTo = (authorities: string[]): Obstacle[] =>
  authorities.length ? [{ code: 'NOTIFICATION_REPORTABILITY_OPEN', target: 'mayBeReportable', args: [authorities.join(', ')] }] : []

const sentence = (key: string, args: string[]) => textOf(key, { ...args }) ?? key
