import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { idOf } from '../../request-key'
import { inTurn } from '../../turns'
import { isTransactionOpen } from '../../reading-first'
import { readStockFirst } from '../stock/reading-first'
import { refreshStock, type Part } from '../stock/refresh'
import { refreshOnOrder } from '../stock/on-order'
import { refreshSupplies, staleSupplies } from '../stock/supplies'
import { fillComputed, readAlong } from './computed'
import { offersOf } from './offers'
import { siteOf } from './site'
import { substitutesOf, type Substitute } from './substitutes-of'

export function answerAvailability(service: cds.ApplicationService): void {
  const { Availability, Parts } = service.entities
  service.before('READ', Availability, readAlong)
  service.after('READ', Availability, (rows, req) => fillComputed(rows as never, req as never))
  readStockFirst(service, 'availabilityFor', async req => {
    const { part_ID } = req.data as { part_ID: string }
    const wanted = await inTurn(async () => [part_ID, ...(await substitutesOf(part_ID)).map(each => each.part_ID)])
    await refreshSupplies(await inTurn(() => staleSupplies(wanted))).catch(() => {})
    return wanted
  })
  service.on('availabilityFor', req => availabilityFor(service, req))
  service.on('refreshStock', Parts, req => refreshNow(service, req))
}

async function availabilityFor(service: cds.ApplicationService, req: cds.Request) {
  const { workOrder_ID, part_ID, quantity } = req.data as { workOrder_ID: string; part_ID: string; quantity?: string }
  const { WorkOrders } = service.entities
  // Through the service, so that nobody learns of orders that are not theirs.
  if (!(await service.run(SELECT.one.from(WorkOrders).columns('ID').where({ ID: workOrder_ID })))) fail(404, 'WORK_ORDER_UNKNOWN')
  const site = await siteOf(workOrder_ID)
  const part = (await SELECT.one.from(entities().Products).columns('ID', 'number', 'name').where({ ID: part_ID })) as { ID: string; number: string; name: string } | null
  if (!part) fail(404, 'PART_UNKNOWN', { target: 'part_ID' })
  const substitutes = await substitutesOf(part_ID, site.model, cds.context!.timestamp)
  const offers = await offersOf([part_ID, ...substitutes.map(each => each.part_ID)], quantity ?? 1, site, cds.context!.timestamp)
  const told = (each: Substitute | { part_ID: string; number: string; name: string }) => {
    const places = offers.get(each.part_ID)!
    return { ...each, places, expectedAt: places[0]?.expectedAt ?? null }
  }
  const own = told({ part_ID, number: part!.number, name: part!.name })
  const others = substitutes.map(told)
  const successor = others.find(each => (each as Substitute).kind_code === 'successor') ?? null
  const earliestAt = [own, ...others].flatMap(({ expectedAt }) => expectedAt ?? []).sort()[0] ?? null
  return { earliestAt, part: own, successor, substitutes: others.filter(each => each !== successor) }
}

/** By a person who wants to know: the host is asked now. 503 when it does not answer. */
async function refreshNow(service: cds.ApplicationService, req: cds.Request) {
  const ID = idOf(req.params.at(-1))!
  if (isTransactionOpen()) fail(409, 'ONE_AT_A_TIME')
  const part = (await inTurn(() => SELECT.one.from(entities().Products).columns('ID', 'number').where({ ID }) as never)) as Part | null
  if (!part) fail(404, 'PART_UNKNOWN')
  await refreshStock([part!]).catch(({ message, isFinal }) => (isFinal ? fail(502, 'HOST_REFUSED', { args: [message] }) : fail(503, 'HOST_UNAVAILABLE')))
  await refreshOnOrder([part!]).catch(() => {})
  await refreshSupplies([part!]).catch(() => {})
  return service.run(SELECT.from(service.entities.Availability).where({ part_ID: ID }))
}
