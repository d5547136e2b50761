import DateFormat from 'sap/ui/core/format/DateFormat'
import Messaging from 'sap/ui/core/Messaging'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'

/** What is asked: an order, criteria, or both; criteria count more than the order's. */
export interface Question {
  workOrder_ID?: string
  customer_ID?: string
  serviceContract?: string
  model?: string
  importance_code?: string
  priority_code?: string
  region_code?: string
  start?: string
}

interface Simulation {
  agreement_ID: string | null
  number: string | null
  considered: { number: string; name: string; specificity: number; failed: string | null }[]
  clocks: { kind_code: string; minutes: number; calendar_code: string | null; timeZone: string; dueAt: string | null }[]
}

/** The answer in words. */
export interface Answer {
  /** Number and name of the agreement that holds; empty when none does. */
  holds: string
  clocks: { clock: string; minutes: number; calendar: string; due: string }[]
  considered: { name: string; failed: string; isFirst: boolean }[]
}

type Text = (key: string, ...args: unknown[]) => string

/** @throws with the service's words when it refuses the question */
export async function simulate(model: ODataModel, question: Question, text: Text): Promise<Answer> {
  const [answer, kinds, calendars] = await Promise.all([ask(model, question), names(model, '/ClockKinds'), names(model, '/Calendars', 'IsActiveEntity eq true')])
  const first = answer.considered.find(({ failed }) => !failed)
  const format = DateFormat.getDateTimeWithTimezoneInstance({ style: 'medium/short' })
  return {
    holds: first ? `${first.number} ${first.name}` : '',
    clocks: answer.clocks.map(({ kind_code, minutes, calendar_code, timeZone, dueAt }) => ({
      clock: kinds[kind_code] ?? kind_code, minutes, calendar: calendar_code ? calendars[calendar_code] ?? calendar_code : text('roundTheClock'),
      due: dueAt ? format.format(new Date(dueAt), timeZone) : ''
    })),
    considered: answer.considered.map(each => ({
      name: `${each.number} ${each.name}`, isFirst: each === first,
      failed: text(each.failed ? `failed.${each.failed}` : each === first ? 'holds' : 'lessSpecific')
    }))
  }
}

async function ask(model: ODataModel, question: Question): Promise<Simulation> {
  const operation = model.bindContext('/simulate(...)')
  for (const [name, value] of Object.entries(question)) if (value) operation.setParameter(name, value)
  const known = new Set(Messaging.getMessageModel().getData() as object[])
  try {
    await operation.invoke()
    return operation.getBoundContext().getObject() as Simulation
  } finally {
    // the dialog itself says what these messages say
    Messaging.removeMessages((Messaging.getMessageModel().getData() as never[]).filter(message => !known.has(message)))
  }
}

async function names(model: ODataModel, path: string, $filter?: string): Promise<Record<string, string>> {
  const contexts = await model.bindList(path, undefined, [], [], { $select: 'code,name', ...$filter && { $filter } }).requestContexts(0, 200)
  return Object.fromEntries(contexts.map((context: Context) => [context.getProperty('code') as string, context.getProperty('name') as string]))
}
