import cds from '@sap/cds'

/** Read-only: what it serves is replicated from the host, so CAP's generic handlers suffice. */
export default class MasterDataService extends cds.ApplicationService {}
