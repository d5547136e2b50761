import cds from '@sap/cds'
import { fail } from './errors'

const SERVICES = {
  'work-orders': 'WorkOrderService', dispatch: 'DispatchService', 'spare-parts': 'SparePartsService', quality: 'QualityService', 'service-levels': 'ServiceLevelService',
  finance: 'FinanceService', 'master-data': 'MasterDataService', 'host-erp': 'HostErpService', 'data-privacy': 'DataPrivacyService'
} as const

export type Capability = keyof typeof SERVICES

/** The service of a capability; undefined where the installation goes without it. To be called when all services are there, not while they start. */
export const ifPresent = <T = cds.ApplicationService>(capability: Capability): T | undefined => cds.services[`aftersales.${SERVICES[capability]}`] as unknown as T | undefined

/** The same for what can't be done without. Where the capability is missing there is nothing to listen to, and each call ends with 422, which names it. */
export const present = <T = cds.ApplicationService>(capability: Capability): T => ifPresent<T>(capability) ?? (missing(capability) as T)

/** Whether an installation has a door to the host. */
export const hasHostErp = (): boolean => Boolean(ifPresent('host-erp'))

const LISTENING = ['on', 'before', 'after', 'prepend']

/** Stands for a service that is not there, down to members of members such as `reading.stock`. */
function missing(capability: Capability): unknown {
  const refuse = () => fail(422, 'CAPABILITY_MISSING', { args: [capability] })
  const member = (): unknown => new Proxy(refuse, {
    // Neither a promise nor anything that a debugger or a template asks for.
    get: (_, name) => (typeof name === 'symbol' || name === 'then' ? undefined : LISTENING.includes(name) ? () => {} : member())
  })
  return member()
}
