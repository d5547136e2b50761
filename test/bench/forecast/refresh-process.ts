import cds from '@sap/cds'
import { findUnknownOrders, isForecastDue, refreshForecasts } from '../../../srv/service-levels/forecast/refreshing'
import { inTurn } from '../../../srv/turns'
import { openDatabase } from '../../../srv/command-database'

/** Finds all open orders and forecasts them twice, and tells in how many seconds. */
async function measure(): Promise<void> {
  await openDatabase()
  const { BreachForecasts } = cds.entities('aftersales')
  const found = await timed(async () => { while (await inTurn(findUnknownOrders)); })
  const first = await timed(refreshAll)
  await inTurn(() => UPDATE(BreachForecasts).with({ refreshAt: '2020-01-01T00:00:00Z' } as never) as never)
  const again = await timed(refreshAll)
  const counted = async (where: object) =>
    Number(((await inTurn(() => SELECT.one.from(BreachForecasts).columns('count(*) as count').where(where) as never)) as { count: number }).count)
  console.log(JSON.stringify({ found, first, again, forecasts: await counted({ dueAt: { '!=': null } }), late: await counted({ risk: { '>=': 50 } }) }))
}

async function refreshAll(): Promise<void> {
  while (await inTurn(isForecastDue)) await inTurn(refreshForecasts)
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return Math.round(performance.now() - started) / 1000
}

measure().then(
  () => process.exit(0),
  error => {
    console.error(error)
    process.exit(1)
  }
)
