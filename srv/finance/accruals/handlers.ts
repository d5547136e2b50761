import type cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { idOf } from '../../request-key'
import { cancelRun, followPosting, postRun } from './posting'
import { propose } from './proposing'
import { refreshTotal, take } from './runs'

/** Month end: work that is done and not in the books. */
export function implementAccruals(service: cds.ApplicationService): void {
  const { AccrualRuns, AccrualItems } = service.entities
  const read = (entity: unknown, ID: string) => SELECT.one.from(entity as never).where({ ID } as never)
  service.on('proposeAccruals', async ({ data }) => read(AccrualRuns, await propose(data as Parameters<typeof propose>[0])))
  const step = (event: string, work: (ID: string) => Promise<void>) => service.on(event, AccrualRuns, async req => {
    const ID = idOf(req.params.at(-1))!
    await work(ID)
    return read(AccrualRuns, ID)
  })
  step('postAccruals', postRun)
  step('cancelAccruals', cancelRun)
  for (const [event, isExcluded] of [['exclude', true], ['include', false]] as const) service.on(event, AccrualItems, async req => {
    const ID = idOf(req.params.at(-1))!
    await leaveOut(ID, isExcluded)
    return read(AccrualItems, ID)
  })
  service.on('CostPosting.Changed', ({ data }: { data: Parameters<typeof followPosting>[0] }) => followPosting(data))
}

async function leaveOut(ID: string, isExcluded: boolean): Promise<void> {
  const item = (await SELECT.one.from(entities().AccrualItems).columns('run_ID').where({ ID })) as { run_ID: string } | undefined
  if (!item) fail(404, 'ACCRUAL_ITEM_UNKNOWN')
  await take(item.run_ID, ['Proposed'], { state_code: 'Proposed' })
  await UPDATE(entities().AccrualItems).with({ isExcluded } as never).where({ ID })
  await refreshTotal(item.run_ID)
}
