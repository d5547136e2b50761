import cds from '@sap/cds'
import { entities } from '../../entities'
import { rowsOf } from '../asking'
import { planningDay } from '../planning-day'
import { sparePartsSettings } from '../settings'
import { needsOf, sourcesOf, type Van } from './needs'
import { replenishment, sourceFor, type Source } from './replenishment'

interface Person { ID: string; plant: string | null; storageLocation: string | null }
interface Row extends Omit<Van, 'plant' | 'storageLocation'> { knownPlant: string | null; knownLocation: string | null }

const COLUMNS = ['ID', 'technician_ID', 'part_ID', 'minimum', 'maximum', 'unit', 'plant as knownPlant', 'storageLocation as knownLocation']

/** Whether a van waits for tonight's look: without a lock. */
export const isReplenishmentDue = async (): Promise<boolean> =>
  Boolean(await SELECT.one.from(entities().VanStocks).columns('ID').where(due() as never))

/**
 * Proposes what the next vans need, in the caller's transaction, once a night for each: the night stands in the row, and rows that another
 * instance works on are left to it. A proposal that nobody answered is replaced.
 *
 * @returns whether there may be more
 */
export async function proposeNext(): Promise<boolean> {
  const { VanStocks, ReplenishmentProposals, Technicians } = entities()
  const { planningBatch } = sparePartsSettings()
  const rows = await rowsOf<Row>(cds.run(SELECT.from(VanStocks).columns(...COLUMNS).where(due() as never)
    .orderBy('ID').limit(planningBatch).forUpdate({ ignoreLocked: true } as never)))
  if (!rows.length) return false
  const IDs = rows.map(({ ID }) => ID)
  const people = await rowsOf<Person>(SELECT.from(Technicians).columns('ID', 'plant', 'storageLocation')
    .where({ ID: { in: rows.map(({ technician_ID }) => technician_ID) }, isActive: true }))
  const vans = rows.flatMap(row => {
    const person = people.find(({ ID }) => ID === row.technician_ID)
    return person?.plant && person.storageLocation ? [{ ...row, plant: person.plant, storageLocation: person.storageLocation }] : []
  })
  await UPDATE(ReplenishmentProposals).with({ state_code: 'Replaced' } as never).where({ vanStock_ID: { in: IDs }, state_code: 'Proposed' })
  const proposals = vans.length ? await proposalsFor(vans) : []
  if (proposals.length) await INSERT.into(ReplenishmentProposals).entries(proposals)
  await UPDATE(VanStocks).with({ proposedOn: tonight(), ...UNTOUCHED } as never).where({ ID: { in: IDs } })
  for (const { ID, plant, storageLocation } of vans.filter(hasMoved)) await UPDATE(VanStocks).with({ plant, storageLocation, ...UNTOUCHED } as never).where({ ID })
  return rows.length === planningBatch
}

async function proposalsFor(vans: Van[]) {
  const needOf = await needsOf(vans)
  const sources = await sourcesOf([...new Set(vans.map(({ part_ID }) => part_ID))])
  return vans.flatMap(van => {
    const need = needOf(van)
    const wanted = replenishment(need)
    if (!wanted) return []
    const found = sourceFor(wanted, van.plant, sources.get(van.part_ID) ?? [])
    if (found) take(found.source, found.quantity)
    return [{
      vanStock_ID: van.ID, proposedOn: tonight(), quantity: found?.quantity ?? wanted, unit: van.unit,
      plant: found?.source.plant ?? null, storageLocation: found?.source.storageLocation ?? null,
      onVan: need.available, incoming: need.incoming, plannedNeed: need.plannedNeed, expectedUse: need.expectedUse
    }]
  })
}

/** Whether a person drives another van than the row knows of. */
const hasMoved = ({ plant, storageLocation, knownPlant, knownLocation }: Van & Row) => plant !== knownPlant || storageLocation !== knownLocation

/** What one van is to get is not proposed to the next. */
const take = (source: Source, quantity: number) => { source.available -= quantity }

/** The service's own look is no change that somebody made. */
const UNTOUCHED = { modifiedAt: { ref: ['modifiedAt'] }, modifiedBy: { ref: ['modifiedBy'] } }

const due = () => [{ ref: ['proposedOn'] }, 'is', 'null', 'or', { ref: ['proposedOn'] }, '<', { val: tonight() }]
const tonight = () => planningDay(cds.context!.timestamp, sparePartsSettings().planningHour)
