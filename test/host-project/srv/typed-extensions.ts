import {
  costObjectRule, type CostFacts, type Events, hostPort, hostReading, type Job, type MatchingFactor, matchingFactor, NotSendable, numberRange, ReadingFailure, Refused, type Technician
} from 'cap-after-sales/srv/extend'

// The same in TypeScript, for a project that compiles its services: nothing loads this file, a compiler reads it.

const clearance: MatchingFactor = {
  code: 'clearance', name: '{i18n>erp.clearance}', minutes: 15,
  reads: { technician: ['clearance'] },
  measure: ({ own }: Readonly<Technician>, job: Readonly<Job>) => (job.needs.minutes && typeof own?.clearance === 'number' ? own.clearance : null)
}
matchingFactor(clearance)

costObjectRule({
  code: 'goodwill', name: '{i18n>erp.goodwillRule}',
  decide: ({ accountingIndicator }: Readonly<CostFacts>) => (accountingIndicator === 'goodwill' ? { kind: 'costCenter', costCenter: '10101501' } : undefined)
})

numberRange({ object: 'WorkOrder', plant: '1010', prefix: 'DE-', digits: 7 })

hostPort('billing', {
  request: {
    async send(_request, key) {
      if (!key) throw new NotSendable('No key.')
      throw new Refused('Bills are written elsewhere.', 'NO_BILLS')
    },
    find: async () => []
  }
})

hostReading('stock', async () => { throw new ReadingFailure('Ask later.', 'AWAY', false) })

type Data<Service extends keyof Events, Event extends keyof Events[Service]> = Events[Service][Event]
export const completed = ({ data }: { data: Data<'aftersales.WorkOrderService', 'WorkOrder.Completed'> }): string => data.ID
export const slipped = ({ data }: { data: Data<'aftersales.SparePartsService', 'Reservation.ExpectedDateChanged'> }): string | null => data.expectedAt

// What would be wrong is known before anything starts.

// @ts-expect-error a weight is missing
matchingFactor({ code: 'free', name: 'Free', measure: () => 1 })
// @ts-expect-error cost objects have kinds
costObjectRule({ code: 'none', name: 'None', decide: () => ({ kind: 'nobody' }) })
// @ts-expect-error a port that there is not
hostPort('weather', {})
// @ts-expect-error an event that there is not
export type Unknown = Data<'aftersales.WorkOrderService', 'WorkOrder.Forgotten'>
