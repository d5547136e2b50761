import { entities } from '../../entities'
import { Round } from '../../round'
import { inTurn } from '../../turns'
import { planExpected, touch } from './ledger'

/** Orders of one transaction. */
const BATCH = 500
const SEEN = 'CostItems'

/**
 * Orders whose cost items have no rows get them: those from before this capability came, and those that an import by command has written.
 * What is done stands in the rows, so that a round that broke off is simply gone on with.
 */
export class CatchUpRound extends Round {
  constructor() {
    super('finance', 'Costs could not be caught up with.')
  }

  protected async doWork(): Promise<void> {
    const since = await inTurn(seenUntil), started = Date.now()
    if (!since) await this.walk(planOpenOrders)
    await this.walk(after => catchUp(after, since))
    if (!this.isStopped) await inTurn(() => noteSeen(started))
  }

  /** @param next works on the next orders behind one, and says where to go on */
  private async walk(next: (after: string) => Promise<string | undefined>): Promise<void> {
    for (let after: string | undefined = ''; after !== undefined && !this.isStopped;) {
      const from: string = after
      after = await inTurn(() => next(from))
    }
  }
}

/** Orders that are under way get a plan. */
async function planOpenOrders(after: string): Promise<string | undefined> {
  const rows = (await SELECT.from(entities().WorkOrders).columns('ID').where({ isOpen: true, ID: { '>': after } }).and('not exists finance' as never).orderBy('ID').limit(BATCH)) as { ID: string }[]
  if (rows.length) await planExpected(rows.map(({ ID }) => ID), true)
  return rows.at(-1)?.ID
}

/** The next orders by their IDs, in one transaction; where to go on, nothing at the end. */
async function catchUp(after: string, since: string | undefined): Promise<string | undefined> {
  const { CostItems } = entities()
  const query = SELECT.distinct.from(CostItems).columns('workOrder_ID').where({ workOrder_ID: { '>': after } })
  // Of new ones there are few; at first all are walked through by their index, as nobody knows which.
  if (since) query.and({ createdAt: { '>=': since } }).and('not exists repairCosts' as never)
  const IDs = idsIn(await query.orderBy('workOrder_ID').limit(BATCH))
  if (!IDs.length) return undefined
  touch(since ? IDs : idsIn(await SELECT.distinct.from(CostItems).columns('workOrder_ID').where({ workOrder_ID: { in: IDs } }).and('not exists repairCosts' as never)))
  return IDs.at(-1)
}

const idsIn = (rows: unknown) => (rows as { workOrder_ID: string }[]).map(({ workOrder_ID }) => workOrder_ID)

/** A day back, for what was under way when a round began. */
async function seenUntil(): Promise<string | undefined> {
  const row = await SELECT.one.from(entities().ChangeCounters).columns('last').where({ object: SEEN })
  return Number(row?.last) ? new Date(Number(row!.last) - 86_400_000).toISOString() : undefined
}

async function noteSeen(at: number): Promise<void> {
  await UPSERT.into(entities().ChangeCounters).entries({ object: SEEN, last: at })
}
