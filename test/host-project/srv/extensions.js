const cds = require('@sap/cds')
const { INSERT, SELECT } = cds.ql
const { costObjectRule, hostPort, matchingFactor, numberRange, Refused } = require('cap-after-sales/srv/extend')

/** Whoever may enter more wards is preferred. */
matchingFactor({
  code: 'clearance',
  name: '{i18n>erp.clearance}',
  position: 20,
  minutes: 15,
  reads: { technician: ['clearance'] },
  measure: ({ own }) => own.clearance ?? null,
  scale: { base: 0, slope: 100 / 3, unknown: 0 },
  reason: 'erp.factorClearance'
})

/** Goodwill is the sales department's, whatever the tables say. */
costObjectRule({
  code: 'goodwill',
  name: '{i18n>erp.goodwillRule}',
  decide: ({ accountingIndicator }) => (accountingIndicator === 'goodwill' ? { kind: 'costCenter', costCenter: '10101501' } : undefined)
})

numberRange({ object: 'WorkOrder', plant: '1010', prefix: 'DE-', digits: 7 })

/** Reservations are kept by the warehouse, not by SAP S/4HANA. */
const warehouse = new Map()
hostPort('reservations', {
  reserve: {
    async send({ items }, key) {
      if (items.some(({ quantity }) => Number(quantity) > 500)) throw new Refused('The warehouse holds 500 pieces of a part at most.', 'WH_TOO_MANY')
      const number = `W${String(warehouse.size + 1).padStart(9, '0')}`
      warehouse.set(number, key)
      return number
    },
    async find(_, key) {
      return [...warehouse].filter(([, known]) => known === key).map(([number]) => number)
    }
  },
  withdraw: {
    async send({ document }) {
      warehouse.delete(document)
      return document
    },
    async find({ document }) {
      return warehouse.has(document) ? [] : [document]
    }
  }
})

/** In the transaction in which the order is completed. */
cds.on('served', () => {
  cds.services['aftersales.WorkOrderService']?.on('WorkOrder.Completed', async ({ data: { ID } }) => {
    const { number } = await SELECT.one.from('aftersales.WorkOrders').columns('number').where({ ID })
    await INSERT.into('erp.RepairLog').entries({ ID: cds.utils.uuid(), workOrder_ID: ID, number, loggedAt: cds.context.timestamp })
  })
})

module.exports = { warehouse }
