import cds from '@sap/cds'

// It has no types.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { AuditLogService } = require('@cap-js/audit-logging') as { AuditLogService: typeof cds.Service }

interface Entry {
  uuid?: string; time?: string; user?: string; tenant?: string
  object?: { type?: string; id?: Record<string, string> }
  data_subject?: { type?: string; id?: Record<string, string> }
  attributes?: unknown
}

const LOG = 'aftersales.PersonalDataLog'

/** Where no audit log service is bound, entries are rows: not in the console, which others read. */
export default class TableLog extends AuditLogService {
  async init() {
    this.on('*', async req => {
      const { event, data } = req as unknown as { event: string; data: Entry }
      await INSERT.into(LOG).entries({
        ID: data.uuid ?? cds.utils.uuid(), at: data.time, event, userId: data.user, tenantId: data.tenant ?? null,
        objectType: data.object?.type, objectID: keyOf(data.object?.id), subjectType: data.data_subject?.type, subjectID: keyOf(data.data_subject?.id)?.slice(0, 255),
        attributes: JSON.stringify(data.attributes ?? [])
      } as never)
    })
    await super.init()
  }
}

const keyOf = (id?: Record<string, string>): string | null => (id ? (id.ID ?? `${id.count}: ${id.IDs}`).slice(0, 1000) : null)
