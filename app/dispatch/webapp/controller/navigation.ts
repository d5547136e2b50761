interface Navigation { navigate(intent: object): Promise<void> }

/** Leads to an order in its own app, where there is a launchpad. */
export async function openWorkOrder(number: string): Promise<void> {
  const container = (window as unknown as { sap: { ushell?: { Container?: { getServiceAsync(name: string): Promise<Navigation> } } } }).sap.ushell?.Container
  const navigation = await container?.getServiceAsync('Navigation')
  await navigation?.navigate({ target: { semanticObject: 'WorkOrder', action: 'manage' }, params: { number } })
}
