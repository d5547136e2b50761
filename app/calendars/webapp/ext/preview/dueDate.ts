import DateFormat from 'sap/ui/core/format/DateFormat'
import Messaging from 'sap/ui/core/Messaging'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'

export interface Question {
  calendar_code: string
  start: string
  minutes: number
  timeZone?: string
  region_code?: string
}

/** Instants as the site's wall clock shows them. */
export interface Answer {
  due: string
  stretches: { from: string; to: string }[]
}

interface DueDate { dueAt: string; workingTimes: { startsAt: string; endsAt: string }[] }

/**
 * @param zone the zone in which people at the site read the answer
 * @throws with the service's words when it refuses the question
 */
export async function dueDate(model: ODataModel, question: Question, zone: string): Promise<Answer> {
  const operation = model.bindContext('/dueDate(...)')
  for (const [name, value] of Object.entries(question)) if (value) operation.setParameter(name, value)
  const known = new Set(Messaging.getMessageModel().getData() as object[])
  try {
    await operation.invoke()
    const { dueAt, workingTimes } = operation.getBoundContext().getObject() as DueDate
    const format = DateFormat.getDateTimeWithTimezoneInstance({ style: 'medium/short' })
    const read = (iso: string) => format.format(new Date(iso), zone)
    return { due: read(dueAt), stretches: workingTimes.map(({ startsAt, endsAt }) => ({ from: read(startsAt), to: read(endsAt) })) }
  } finally {
    // the dialog itself says what these messages say
    Messaging.removeMessages((Messaging.getMessageModel().getData() as never[]).filter(message => !known.has(message)))
  }
}
