import { entities } from '../../entities'

interface Batch { part_ID: string; batch: string; supplier: string | null }

/** So many batches are learnt in one night. */
const MOST = 5000

/**
 * Who delivered batches of which nobody has told: whom one was returned to, else the only supplier that the host knows of the part. What a person or a goods receipt said
 * stands.
 *
 * @returns how many were learnt
 */
export async function learnBatches(): Promise<number> {
  const { PartBatches, WarrantyReturns, PartSupplies, FittedParts } = entities()
  const isUnknown = 'batch is not null and not exists (select 1 as one from aftersales.PartBatches as known where known.part_ID = it.part_ID and known.batch = it.batch)'
  const batchesOf = async (entity: { name: string }, ...columns: string[]) =>
    (await SELECT.distinct.from(`${entity.name} as it`).columns('part_ID' as never, 'batch' as never, ...columns as never[]).where(isUnknown).limit(MOST)) as Batch[]
  const returned = (await batchesOf(WarrantyReturns, 'supplier')).filter(({ supplier }) => supplier)
  const fitted = await batchesOf(FittedParts)
  const suppliers = new Map<string, Set<string>>()
  for (const { part_ID, supplier } of await SELECT.distinct.from(PartSupplies).columns('part_ID', 'supplier').where({ supplier: { '!=': null } } as never) as Batch[]) {
    suppliers.set(part_ID, (suppliers.get(part_ID) ?? new Set()).add(supplier!))
  }
  const learnt = new Map<string, Batch & { source_code: string }>()
  for (const { part_ID, batch } of fitted) {
    const [supplier, ...others] = suppliers.get(part_ID) ?? []
    if (supplier && !others.length) learnt.set(`${part_ID} ${batch}`, { part_ID, batch, supplier, source_code: 'onlySupplier' })
  }
  for (const { part_ID, batch, supplier } of returned) learnt.set(`${part_ID} ${batch}`, { part_ID, batch, supplier, source_code: 'return' })
  if (learnt.size) await INSERT.into(PartBatches).entries([...learnt.values()])
  return learnt.size
}
