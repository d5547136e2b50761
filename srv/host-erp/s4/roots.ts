import cds from '@sap/cds'

/** Where S/4HANA has those APIs that are not in OData V2 at `/sap/opu/odata/sap/<name>`. SOAP services of systems in one's own house lie elsewhere (transaction SOAMANAGER). */
const ROOTS: Record<string, string> = {
  API_BILL_OF_MATERIAL_SRV: '/sap/opu/odata/sap/API_BILL_OF_MATERIAL_SRV;v=0002',
  CE_PURCHASEREQUISITION_0001: '/sap/opu/odata4/sap/api_purchaserequisition_2/srvd_a2x/sap/purchaserequisition/0001',
  CE_QUALITYNOTIFICATION_0001: '/sap/opu/odata4/sap/api_qualitynotification/srvd_a2x/sap/qualitynotification/0001',
  JournalEntryCreateRequestConfirmation_In: '/sap/bc/srt/scs_ext/sap/journalentrycreaterequestconfi'
}

/** Root of an API by its name; `cds.requires.S4HANA.paths` says where a system has it elsewhere. */
export function rootOf(api: string): string {
  const { S4HANA: host } = cds.env.requires as Record<string, { paths?: Record<string, string> } | undefined>
  return host?.paths?.[api] ?? ROOTS[api] ?? `/sap/opu/odata/sap/${api}`
}
