import { readTables, rowsOf } from '../tables'

const tables = readTables()
const visits = rowsOf(tables, 'Assignments')
const orders = new Map(rowsOf(tables, 'WorkOrders').map(order => [order.ID, order]))

describe('visits of the sample data', () => {
  test('are those of every order that somebody has, by that person, at that time', () => {
    const held = [...orders.values()].filter(order => ['Assigned', 'InProgress', 'OnHold'].includes(order.status_code as string) && order.technician_ID && order.plannedStart)
    expect(visits.map(visit => visit.workOrder_ID).sort()).toEqual(held.map(order => order.ID).sort())
    for (const visit of visits) {
      const order = orders.get(visit.workOrder_ID as string)!
      expect([visit.technician_ID, visit.plannedStart, visit.state_code]).toEqual([order.technician_ID, order.plannedStart, order.status_code === 'Assigned' ? 'Accepted' : 'Started'])
    }
  })

  test('never put a person in two places', () => {
    for (const one of visits) for (const other of visits)
      if (one !== other && one.technician_ID === other.technician_ID) expect(one.plannedEnd! <= other.plannedStart! || other.plannedEnd! <= one.plannedStart!).toBe(true)
  })
})
