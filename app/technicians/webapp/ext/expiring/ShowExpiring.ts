import type ExtensionAPI from 'sap/fe/templates/ListReport/ExtensionAPI'

/** Opens the page of what expires, which can be filtered by how soon. */
export async function open(this: ExtensionAPI): Promise<void> {
  await this.getRouting().navigateToRoute('ExpiringList')
}
