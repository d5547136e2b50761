import type HostErpService from '../../host-erp/service'
import type { ReadingPorts } from '../../host-erp/reading'
import { present } from '../../present'

/** What the host tells. To be asked without a transaction open. */
export async function hostReading(): Promise<ReadingPorts> {
  return present<HostErpService>('host-erp').reading
}
