import path from 'node:path'
import cds from '@sap/cds'
import { type App, startApp } from './app'
import type { Capability } from '../../srv/present'

const SERVICES: Record<Capability, string> = {
  'work-orders': 'WorkOrderService', dispatch: 'DispatchService', 'spare-parts': 'SparePartsService', quality: 'QualityService', 'service-levels': 'ServiceLevelService',
  finance: 'FinanceService', 'master-data': 'MasterDataService', 'host-erp': 'HostErpService', 'data-privacy': 'DataPrivacyService'
}

/** Starts what an installation gets that picks one capability: its model, its service, the sample data; for one test file, which gets the test of its start as well. */
export function startAlone(capability: Capability): App {
  const app = startApp(path.join('srv', capability))
  const service = SERVICES[capability]

  test('it is served alone, by its own handlers', async () => {
    const ours = Object.keys(cds.services).filter(name => name.startsWith('aftersales.'))
    expect(ours).toEqual([`aftersales.${service}`])
    expect(cds.services[ours[0]].constructor.name).toBe(service)
    const { status, data } = await app.as(capability === 'data-privacy' ? 'privacy' : 'admin').get(`/odata/v4/${capability}/$metadata`)
    expect([status, data.includes(`Namespace="aftersales.${service}"`)]).toEqual([200, true])
  })
  return app
}
