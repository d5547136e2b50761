import cds from '@sap/cds'
import type HostErpService from '../../host-erp/service'
import { fail } from '../../errors'

type Listener = (told: { data: object }) => unknown
type Door = Pick<HostErpService, 'submit' | 'endMessages'> & { on(event: string, listener: Listener): void }

/** What somebody else has to do: without a host nobody buys. */
const NEEDS_HOST = ['requisition.create']

const listeners: Listener[] = []

/**
 * Parts without a door to a host: pieces move in our own books alone. Nobody can refuse a document, so that each movement counts as
 * confirmed in the transaction that causes it, when its rows are written; it carries no document's number. Stock is what the
 * installation writes into `PartStocks`.
 */
export const ownBooks: Door = {
  on(event, listener) {
    if (event === 'HostMessage.Confirmed') listeners.push(listener)
  },

  async submit(kind, _request, { cause, workOrder_ID, ID = cds.utils.uuid() } = {}) {
    if (NEEDS_HOST.includes(kind)) fail(422, 'CAPABILITY_MISSING', { args: ['host-erp'] })
    const { context: root } = cds.context as unknown as { context: { before(event: 'commit', work: () => Promise<void>): void } }
    root.before('commit', async () => {
      for (const listener of listeners) await listener({ data: { ID, kind, cause: { entity: cause?.entity, ID: cause?.ID }, workOrder_ID, document: null } })
    })
    return { ID, number: '' }
  },

  /** There are none. */
  async endMessages() { return 0 }
}
