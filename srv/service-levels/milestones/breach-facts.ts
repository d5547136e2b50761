import cds from '@sap/cds'
import { textOf } from '../../words'
import { calendars } from '../../working-time/calendars'
import { iso } from '../entries'
import { ordersToForecast, pastRepairs } from '../forecast/facts'
import { forecastOf, isForecast } from '../forecast/forecast'

/** The risk that an order's fix is late as it is now, with reasons in the reader's language. */
export async function breachRisk(ID: string) {
  const [order] = await ordersToForecast([ID])
  if (!isForecast(order)) return { risk: null, dueAt: order.promisedAt, expectedAt: null, known: null, reasons: [] }
  const { risk, expectedAt, known, reasons } = forecastOf(order, await pastRepairs(), await calendars(), cds.context!.timestamp.getTime())
  return { risk, dueAt: order.promisedAt, expectedAt: iso(expectedAt), known, reasons: reasons.map(reason => ({ ...reason, text: textOf(`breachReason.${reason.code}`) ?? reason.code })) }
}
