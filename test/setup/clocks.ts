import { action, order, takeOrder, type App } from './app'
import { setTime } from './time'

export const LEVELS = '/odata/v4/service-levels'

export const iso = (value: string | null) => (value ? new Date(value).toISOString() : null)

/** What tests about clocks ask and do, of one application. */
export function clocksOf(app: App) {
  const post = (user: string, ID: string, name: string, data: object = {}) => app.as(user).post(action(ID, name), data)
  const promise = async (ID: string) => (await app.as('agent').get(`${order(ID)}?$select=promisedAt,promisePausedAt,isOverdue,receivedAt`)).data
  const ledger = async (ID: string, kind: string, user = 'agent') =>
    (await app.as(user).get(`${LEVELS}/ClockEvents?$filter=workOrder_ID eq ${ID} and kind_code eq '${kind}'&$orderby=sequence`)).data.value
  const clocksAt = async (ID: string, at?: string, knownAt?: string) => {
    const instants = Object.entries({ at, knownAt }).filter(([, value]) => value).map(([name, value]) => `,${name}=${value}`).join('')
    const { data, status } = await app.as('agent').get(`${LEVELS}/clocksAt(workOrder_ID=${ID}${instants})`)
    if (status !== 200) throw new Error(JSON.stringify(data))
    return Object.fromEntries(data.value.map((clock: { kind_code: string }) => [clock.kind_code, clock]))
  }
  const dueDates = async (ID: string) => Object.fromEntries(Object.values<any>(await clocksAt(ID)).map(clock => [clock.kind_code, iso(clock.dueAt)]))
  const take = (user: string, ID: string, name: string, at: string, data?: object) => {
    setTime(at)
    return post(user, ID, name, data).then(answer => {
      if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.data)}`)
      return answer.data
    })
  }
  /** Two shifts, Mon–Fri 6–14 and 14–22 in Stuttgart: response 1 h, arrival 8 h, fix 16 h, completion 32 h; waits for customer, access, approval. */
  const machineTool = (changes: object = {}) => takeOrder(app, { serialNumber: 'MIL-0850-2210', executionMode_code: 'onsite', symptom: 'Spindle makes a loud noise', ...changes })
  return { post, promise, ledger, clocksAt, dueDates, take, machineTool }
}
