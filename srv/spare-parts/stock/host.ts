import cds from '@sap/cds'
import type HostErpService from '../../host-erp/service'
import type { ReadingPorts } from '../../host-erp/reading'

/** What the host tells. To be asked without a transaction open. */
export async function hostReading(): Promise<ReadingPorts> {
  const host = (await cds.connect.to('aftersales.HostErpService')) as unknown as HostErpService
  return host.reading
}

/** Whether the request at hand has begun to speak to the database: nothing may wait for the host any more then. */
export const isTransactionOpen = (): boolean =>
  Boolean((cds.context as unknown as { transactions?: Map<unknown, { ready?: unknown }> } | undefined)?.transactions?.get(cds.db)?.ready)
