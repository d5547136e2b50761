import cds from '@sap/cds'
import { entities } from '../../entities'
import { hasHostErp } from '../../present'
import { Round } from '../../round'
import { inTurn } from '../../turns'
import { reconsiderByTime, unsettledAfter } from '../expectations/reconsider'
import { reconsiderParts } from '../expectations/part-alerts'
import { followRequisitions } from '../requisitions/following'
import { sparePartsSettings } from '../settings'
import { refreshOnOrder } from './on-order'
import { refreshStock, type Part } from './refresh'
import { refreshSupplies, staleSupplies } from './supplies'

const STOCKS_AT_ONCE = 40
const SUPPLIES_AT_ONCE = 10
const NEEDS_AT_ONCE = 200
/** So many fit into one statement of every database. */
const MOST_WATCHED = 10_000

/**
 * Keeps figures of parts fresh that somebody waits for, that lie in vans, or whose pieces have moved; follows what is bought; and looks again at alerts
 * that time alone changes. Each step goes on when another fails: a host that is away makes figures old and nothing wrong.
 */
export class SupplyRound extends Round {
  constructor() {
    super('spare-parts', 'Stock and alerts could not be looked at; the next round makes up for it')
  }

  protected async doWork(): Promise<void> {
    const parts = await inTurn(() => watchedParts())
    await this.step(() => refreshStock(parts))
    await this.step(async () => refreshSupplies((await inTurn(() => staleSupplies(parts.map(({ ID }) => ID)))).slice(0, SUPPLIES_AT_ONCE)))
    await this.step(async () => refreshOnOrder(await inTurn(() => partsOrderedLongAgo())))
    await this.step(() => followRequisitions())
    await this.lookAtNeeds()
    await inTurn(() => reconsiderParts(parts.map(({ ID }) => ID)))
  }

  private async step(work: () => Promise<void>): Promise<void> {
    if (!this.isStopped && hasHostErp()) await work().catch(error => cds.log('spare-parts').info('The host could not be asked for stock:', (error as Error).message))
  }

  private async lookAtNeeds(): Promise<void> {
    for (let after = ''; !this.isStopped;) {
      const IDs = await inTurn(async () => {
        const found = await unsettledAfter(after, NEEDS_AT_ONCE)
        if (found.length) await reconsiderByTime(found)
        return found
      })
      if (IDs.length < NEEDS_AT_ONCE) return
      after = IDs.at(-1)!
    }
  }
}

/** Stale ones first, then those that were read longest ago. */
async function watchedParts(): Promise<Part[]> {
  const { PartStocks, Reservations } = entities()
  const since = new Date(Date.now() - sparePartsSettings().watchFreshness).toISOString()
  const stale = (await SELECT.distinct.from(PartStocks).columns('part_ID').where({ isStale: true }).limit(STOCKS_AT_ONCE)) as { part_ID: string }[]
  const needed = (await SELECT.distinct.from(Reservations).columns('part_ID').where({ state_code: { in: ['Needed', 'Claimed', 'Reserved', 'Picked'] } })) as { part_ID: string }[]
  const wanted = [...new Set([...needed.map(({ part_ID }) => part_ID), ...(await partsInVans())])].slice(0, MOST_WATCHED)
  const read = wanted.length ? ((await SELECT.from(PartStocks).columns('part_ID', 'min(readAt) as readAt').where({ part_ID: { in: wanted } }).groupBy('part_ID')) as { part_ID: string; readAt: string | null }[]) : []
  const ages = new Map(read.map(({ part_ID, readAt }) => [part_ID, readAt ?? '']))
  const old = wanted.filter(ID => (ages.get(ID) ?? '') < since).sort((a, b) => ((ages.get(a) ?? '') < (ages.get(b) ?? '') ? -1 : 1))
  return partsOf([...new Set([...stale.map(({ part_ID }) => part_ID), ...old])].slice(0, STOCKS_AT_ONCE))
}

/** Van by van: of all cells few lie in one. */
async function partsInVans(): Promise<string[]> {
  const { PartStocks, StockPlaces } = entities()
  const vans = (await SELECT.from(StockPlaces).columns('plant', 'storageLocation').where({ kind_code: 'van', isActive: true })) as { plant: string; storageLocation: string }[]
  const found = new Set<string>()
  for (const { plant, storageLocation } of vans) {
    const rows = (await SELECT.from(PartStocks).columns('part_ID').where({ plant, storageLocation, unrestricted: { '>': 0 } })) as { part_ID: string }[]
    for (const { part_ID } of rows) found.add(part_ID)
  }
  return [...found]
}

async function partsOrderedLongAgo(): Promise<Part[]> {
  const { PartStocks, Reservations } = entities()
  const since = new Date(Date.now() - sparePartsSettings().orderFreshness).toISOString()
  const needed = (await SELECT.distinct.from(Reservations).columns('part_ID').where({ state_code: 'Needed' })) as { part_ID: string }[]
  const fresh = needed.length ? ((await SELECT.distinct.from(PartStocks).columns('part_ID').where({ part_ID: { in: needed.map(({ part_ID }) => part_ID) }, orderedReadAt: { '>': since } })) as { part_ID: string }[]) : []
  const known = new Set(fresh.map(({ part_ID }) => part_ID))
  return partsOf(needed.map(({ part_ID }) => part_ID).filter(ID => !known.has(ID)).slice(0, SUPPLIES_AT_ONCE))
}

async function partsOf(IDs: string[]): Promise<Part[]> {
  return IDs.length ? ((await SELECT.from(entities().Products).columns('ID', 'number').where({ ID: { in: IDs } })) as Part[]) : []
}
