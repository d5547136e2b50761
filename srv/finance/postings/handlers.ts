import cds from '@sap/cds'
import { fail } from '../../errors'
import { idOf } from '../../request-key'
import { closeFinance } from './closing'
import { followDocuments } from './outcomes'
import { post, simulate } from './posting'
import { resend } from './resending'
import { reversePosting } from './reversing'
import { refuseForeignKind } from './kinds'

interface Asked { workOrder_ID: string; simulate?: boolean | null; postingDate?: string | null }

/** Costs into the host's books, once, and back. */
export function implementPostings(service: cds.ApplicationService): void {
  const { CostPostings, OrderFinances } = service.entities
  const read = (entity: unknown, key: object) => SELECT.one.from(entity as never).where(key as never)
  service.on('post', ({ data }) => {
    const { workOrder_ID, simulate: isTrial, postingDate } = data as Asked
    return isTrial ? simulate(workOrder_ID, postingDate) : post(workOrder_ID, postingDate)
  })
  service.on('reverse', CostPostings, async req => {
    const ID = idOf(req.params.at(-1))!
    await refuseForeignKind(ID)
    const { ID: mirror } = await reversePosting(ID, req.data as { reason_code: string; postingDate?: string | null })
    return read(CostPostings, { ID: mirror })
  })
  service.on('resend', CostPostings, async req => {
    const ID = idOf(req.params.at(-1))!
    await resend(ID)
    return read(CostPostings, { ID })
  })
  service.on('closeFinance', OrderFinances, async req => {
    const workOrder_ID = orderOf(req)
    await closeFinance(workOrder_ID)
    return read(OrderFinances, { workOrder_ID })
  })
  cds.once('served', followDocuments)
}

/** The order whose finances a request is about. 404 for a path that names none. */
export function orderOf({ params }: cds.Request): string {
  const key = params.at(-1) as unknown as string | { workOrder_ID: string | null }
  return (typeof key === 'string' ? key : key.workOrder_ID) ?? fail(404, 'WORK_ORDER_UNKNOWN')
}
