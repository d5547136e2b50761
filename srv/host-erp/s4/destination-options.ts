import { DestinationSelectionStrategies, getServiceBinding, serviceToken } from '@sap-cloud-sdk/connectivity'
import { tenantHere } from '../../tenants'

type Strategy = keyof typeof DestinationSelectionStrategies

/** Settings of `cds.requires.S4HANA.destinationOptions`, which the SAP Cloud SDK understands. */
export interface DestinationOptions { selectionStrategy?: Strategy; [option: string]: unknown }

/**
 * How the host's destination is looked up for the tenant at hand: in its own account unless the settings say otherwise, and by a token that
 * the installation gets for that account. Work in the background has no token of a user, and without any the installation's own
 * destination would be taken: the host of nobody, or of somebody else.
 */
export async function optionsHere({ selectionStrategy, ...others }: DestinationOptions = {}): Promise<object> {
  const tenant = tenantHere()
  const strategy = selectionStrategy ?? (tenant ? 'alwaysSubscriber' : undefined)
  return {
    ...others, ...(strategy && { selectionStrategy: DestinationSelectionStrategies[strategy] }),
    ...(tenant && getServiceBinding('destination') && { jwt: await serviceToken('destination', { jwt: { zid: tenant } }) })
  }
}
