import cds from '@sap/cds'
import { followSteps, idsOf } from '../../order-steps'
import { ifPresent } from '../../present'
import { idOf } from '../../request-key'
import { dispatchSettings } from '../settings'
import { accept, decline } from './answering'
import { assign, followAssignments, type Choice } from './assigning'
import { OfferRound } from './offer-round'
import { HELD } from '../matching/reading'
import { moveVisits } from './visits'

const round = new OfferRound()

/** What people do with visits, and what passes unanswered offers on. */
export function keepAssignments(service: cds.ApplicationService): void {
  const { WorkOrders, Assignments } = service.entities
  const read = (entity: any, req: cds.Request) => SELECT.one.from(entity, { ID: idOf(req.params.at(-1)) } as never)
  service.on(['assign', 'reassign'], WorkOrders as never, async (req: cds.Request) => {
    await assign(idOf(req.params.at(-1))!, req.data as Choice, req.event === 'reassign')
    return read(WorkOrders, req)
  })
  service.on('accept', Assignments, async req => {
    await accept(idOf(req.params.at(-1))!)
    return read(Assignments, req)
  })
  service.on('decline', Assignments, async req => {
    const { reason_code, comment } = req.data as { reason_code: string; comment?: string }
    await decline(idOf(req.params.at(-1))!, reason_code, comment)
    return read(Assignments, req)
  })
  round.wakeBy(service, {
    event: 'passOffersOn', interval: '1m', task: 'pass offers on', look: () => dispatchSettings().look,
    otherwise: 'Offers are passed on by each instance alone, since that could not be scheduled'
  })
}

/** Passes on what nobody answered in time; done when nothing is left. */
export const passOffersOn = (): Promise<void> => round.start()

/** Visits follow their order, whoever moves it, in the same transaction. */
export function followOrderSteps(): void {
  const orders = ifPresent('work-orders')
  if (!orders) return
  followSteps(orders, ['Assigned'], happened => followAssignments(idsOf(happened)))
  followSteps(orders, ['Released'], happened => (happened[0].event === 'Unassigned' ? moveVisits(idsOf(happened), ['Offered', 'Accepted'], 'Withdrawn') : undefined))
  followSteps(orders, ['InProgress'], happened => moveVisits(idsOf(happened), ['Offered', 'Accepted'], 'Started'))
  followSteps(orders, ['Completed'], happened => moveVisits(idsOf(happened), HELD, 'Done'))
  followSteps(orders, ['Cancelled'], happened => moveVisits(idsOf(happened), HELD, 'Withdrawn'))
}
