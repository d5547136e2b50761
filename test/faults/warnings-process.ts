import cds from '@sap/cds'
import { giveWarnings } from '../../srv/service-levels/warnings/handlers'
import { byState, inTransaction, serve } from './serving'

/**
 * The service as a process of its own that gives warnings, and may be killed at any moment. Its parent has it write orders whose
 * clocks are about to warn, and asks what became of them.
 */
type Order = { seed?: number; count?: true; give?: true; close?: true }

const { FAULTS_NOTICES } = process.env
const CHUNK = 1000

function answer({ seed: count, give, close }: Order): Promise<unknown> {
  if (close) return inTransaction(closeSamples)
  if (give) return timed(giveWarnings)
  return count ? seed(count) : inTransaction(counts)
}

/** Milliseconds that work took. */
async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** The sample orders would be caught up, and warn of themselves. */
async function closeSamples(): Promise<void> {
  const { WorkOrders } = cds.entities('aftersales')
  await UPDATE(WorkOrders).with({ status_code: 'Closed', isOpen: false } as never).where({ status_code: { '!=': 'Closed' } } as never)
}

/** One warning for each order, all due by now. */
async function seed(count: number): Promise<void> {
  const { WorkOrders, Clocks, Warnings } = cds.entities('aftersales')
  const [past, soon] = [new Date(Date.now() - 1000).toISOString(), new Date(Date.now() + 3_600_000).toISOString()]
  for (let from = 0; from < count; from += CHUNK) {
    const orders = Array.from({ length: Math.min(CHUNK, count - from) }, () => ({
      ID: cds.utils.uuid(), intakeKey: `fault ${cds.utils.uuid()}`, shortText: 'Spindle makes a loud noise', receivedAt: past, status_code: 'Released'
    }))
    const clocks = orders.map(({ ID }) => ({ ID: cds.utils.uuid(), workOrder_ID: ID, kind_code: 'fix', status_code: 'running', startedAt: past, dueAt: soon }))
    await inTransaction(async () => {
      await INSERT.into(WorkOrders).entries(orders)
      await INSERT.into(Clocks).entries(clocks)
      await INSERT.into(Warnings).entries(clocks.map(({ ID, workOrder_ID }) =>
        ({ ID: cds.utils.uuid(), workOrder_ID, clock_ID: ID, rule_code: 'beforeDue', level_code: 'yellow', state_code: 'Planned', fireAt: past })))
    })
  }
}

/** How many warnings and mails are in which state, and how many tasks are scheduled. */
async function counts() {
  const { Warnings, Notices } = cds.entities('aftersales')
  const [warnings, mails] = [await SELECT.from(Warnings).columns('state_code', 'count(*) as count').groupBy('state_code'), await SELECT.from(Notices).columns('state_code', 'count(*) as count').where({ channel_code: 'email' }).groupBy('state_code')]
  const matters = await SELECT.one.from(Notices).columns('count(distinct warning_ID) as count').where({ channel_code: 'email' })
  const tasks = (await SELECT.from('cds.outbox.Messages').columns('msg')) as { msg: string }[]
  return { warnings: byState(warnings as never), mails: byState(mails as never), warned: Number(matters?.count), tasks: tasks.filter(({ msg }) => msg.includes('giveWarnings')).length }
}

serve(() => Object.assign(cds.env.requires, { notices: JSON.parse(FAULTS_NOTICES!) }), answer)
