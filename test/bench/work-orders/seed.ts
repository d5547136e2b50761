import type { Database } from './database'
import { customers, equipment, serviceAreas, technicians } from './master-data'
import { orderRows } from './orders'

const CHUNK = 2000
/** Sample data that deployment brought: it gives way to ours. */
const SAMPLES = [
  'Notes', 'Events', 'CostItems', 'WorkOrders', 'Equipment', 'Customers', 'ServiceAreaPlaces', 'ServiceAreas', 'CustomerPreferences', 'WorkRequirements',
  'TechnicianAreas', 'Skills', 'CertificateModels', 'Certificates', 'Trainings', 'Absences', 'Tools', 'TechnicianLanguages', 'TechnicianRepairs',
  'TechnicianPerformance', 'Technicians'
]

/** Replaces the sample data by so many orders and the master data around them. */
export async function seed(db: Database, orders: number): Promise<void> {
  for (const table of SAMPLES) await db.run(`DELETE FROM aftersales_${table}`)
  await db.insert('aftersales_Customers', customers)
  await db.insert('aftersales_ServiceAreas', serviceAreas)
  await db.insert('aftersales_Technicians', technicians)
  await db.insert('aftersales_Equipment', equipment)
  const today = new Date().setUTCHours(12, 0, 0, 0)
  for (let from = 0; from < orders; from += CHUNK) {
    const rows = orderRows(from, Math.min(from + CHUNK, orders), today)
    for (const [entity, entries] of Object.entries(rows)) await db.insert(`aftersales_${entity}`, entries)
  }
  await db.settle()
}
