import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { idOf } from '../../request-key'
import { nameOfCode } from '../../words'
import { orderOf } from '../postings/handlers'
import { host, REQUESTS, requestBilling } from './requesting'

interface Stored { ID: string; number: string; state_code: string; hostMessage_ID: string }
interface Told { ID: string; cause: { entity: string | null; ID: string }; document?: string; code?: string; text?: string; reason?: string }

/** What the customer is charged, once. */
export function implementBilling(service: cds.ApplicationService): void {
  const { BillingRequests, OrderFinances } = service.entities
  service.on('requestBilling', OrderFinances, async req => {
    const IDs = await requestBilling(orderOf(req))
    return SELECT.from(BillingRequests as never).where({ ID: { in: IDs } } as never).orderBy('number' as never)
  })
  for (const [action, work] of Object.entries({ resend, cancel })) service.on(action, BillingRequests, async req => {
    const ID = idOf(req.params.at(-1))!
    await work(await locked(ID))
    return SELECT.one.from(BillingRequests as never).where({ ID } as never)
  })
  cds.once('served', followRequests)
}

async function locked(ID: string): Promise<Stored> {
  const request = await SELECT.one.from(entities().BillingRequests).columns('ID', 'number', 'state_code', 'hostMessage_ID').where({ ID }).forUpdate()
  return (request as unknown as Stored | undefined) ?? fail(404, 'BILLING_UNKNOWN')
}

/** Sends again what the host refused. */
async function resend({ ID, number, hostMessage_ID }: Stored): Promise<void> {
  await step(ID, number, ['Failed'], { state_code: 'Queued', errorCode: null, error: null })
  if (!(await host().sendAgain(hostMessage_ID))) fail(409, 'BILLING_WRONG_STATE', { args: [number, await nameOfCode('BillingStates', 'Failed')] })
}

/** Only what the host judged and did not want is certain not to be there. */
async function cancel({ ID, number, hostMessage_ID }: Stored): Promise<void> {
  const { HostMessages, BillingRequests } = entities()
  const message = await SELECT.one.from(HostMessages).columns('number', 'state_code').where({ ID: hostMessage_ID }).forUpdate()
  const { isRefused } = (await SELECT.one.from(BillingRequests).columns('isRefused').where({ ID })) as { isRefused: boolean }
  await step(ID, number, ['Failed'], { state_code: 'Cancelled' })
  if (message?.state_code === 'GivenUp') return
  if (!isRefused) fail(409, 'BILLING_UNCLEAR', { args: [number, message?.number] })
  await host().endMessages([hostMessage_ID], cds.i18n.messages.at('billingCancelled', cds.context?.locale ?? 'en') ?? 'Cancelled')
}

async function step(ID: string, number: string, from: string[], changes: Record<string, unknown>): Promise<void> {
  const { BillingRequests } = entities()
  const changed = await UPDATE(BillingRequests).with(changes as never).where({ ID, state_code: { in: from } })
  if (changed) return
  const { state_code } = (await SELECT.one.from(BillingRequests).columns('state_code').where({ ID })) as { state_code: string }
  fail(409, 'BILLING_WRONG_STATE', { args: [number, await nameOfCode('BillingStates', state_code)] })
}

/** What the host made of requests, in the transaction that stores the message's state. */
function followRequests(): void {
  const { BillingRequests } = entities()
  const door = host() as unknown as cds.ApplicationService
  const on = (event: string, changes: (told: Told & { isRefusal?: boolean }) => Record<string, unknown>) => door.on(event, async ({ data }: { data: Told }) => {
    if (data.cause.entity === REQUESTS) await UPDATE(BillingRequests).with(changes(data) as never).where({ ID: data.cause.ID, hostMessage_ID: data.ID, state_code: { in: ['Queued', 'Failed'] } })
  })
  on('HostMessage.Confirmed', ({ document }) => ({ state_code: 'Requested', hostDocument: document, errorCode: null, error: null, isRefused: false }))
  on('HostMessage.NeedsAttention', ({ code, text, isRefusal }) => ({ state_code: 'Failed', errorCode: code?.slice(0, 40), error: text?.slice(0, 1000), isRefused: Boolean(isRefusal) }))
  on('HostMessage.GivenUp', ({ reason }) => ({ state_code: 'Failed', error: reason?.slice(0, 1000) }))
}
