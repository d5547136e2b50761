import cds from '@sap/cds'
import { isPostgres, startApp } from '../setup/app'

startApp()

test('every service runs its own implementation, not the generic one', () => {
  const services = Object.values(cds.services).filter(srv => srv.name.startsWith('aftersales.'))
  expect(services.map(srv => srv.name).sort()).toEqual(['aftersales.DataPrivacyService', 'aftersales.DispatchService', 'aftersales.FinanceService', 'aftersales.HostErpService', 'aftersales.MasterDataService', 'aftersales.QualityService', 'aftersales.ServiceLevelService', 'aftersales.SparePartsService', 'aftersales.WorkOrderService'])
  for (const srv of services) {
    expect(srv.constructor).not.toBe(cds.ApplicationService)
    expect((srv as unknown as { _source: string })._source).toMatch(/srv\/[a-z-]+\/service\.ts$/)
  }
})

test('the suite runs on the database that it says', () => {
  expect(cds.db.kind).toBe(isPostgres() ? 'postgres' : 'sqlite')
})

test('every declared index exists on this database', async () => {
  const declared = Object.values(cds.model!.definitions as Record<string, any>)
    .filter(def => def['@aftersales.indexes'] && !def.query && !def.projection)
    .flatMap(def => def['@aftersales.indexes'].map((columns: string[]) => `ix_${def.name.replace(/\./g, '_').replace(/^aftersales_/, '')}_${columns.join('_')}`.toLowerCase().slice(0, 63)))
  const present = (await cds.db.run(
    isPostgres() ? 'SELECT indexname AS name FROM pg_indexes' : "SELECT name FROM sqlite_schema WHERE type = 'index'"
  )) as { name: string }[]
  expect(declared.length).toBeGreaterThan(8)
  expect(present.map(index => index.name.toLowerCase())).toEqual(expect.arrayContaining(declared))
})
