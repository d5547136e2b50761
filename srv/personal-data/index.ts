import path from 'node:path'
import cds from '@sap/cds'
import { watchChanges } from './changes'
import { setHandled } from './log'
import { logSensitive } from './reads'

interface Settings { handle?: string[]; kind?: string; impl?: string; credentials?: object }

/**
 * Logs reads of sensitive and changes of personal data for all services of the server, by the annotations. It stands in for the handlers
 * of `@cap-js/audit-logging`, which make a message for each row of a list, see nothing of what actions change, and end the server over an
 * entity that leads to no data subject; the plugin still says what is logged (`handle`) and brings it where it belongs.
 */
export function logPersonalData(): void {
  const { requires } = cds.env as unknown as { requires: Record<string, Settings | undefined> & { dataPrivacy?: { logging?: string; developmentLog?: string } } }
  const settings = requires['audit-log']
  if (!settings || requires.dataPrivacy?.logging === 'plugin') return
  setHandled(settings.handle ?? [])
  settings.handle = []
  if (requires.dataPrivacy?.developmentLog !== 'plugin' && !hasPlace(settings)) settings.impl = path.join(__dirname, 'table-log')
  cds.once('served', () => {
    const { db } = cds
    for (const service of [db, ...Object.values(cds.services as unknown as Record<string, cds.Service>)]) withoutPluginHandlers(service)
    db?.prepend(() => { db.on(['INSERT', 'UPDATE', 'UPSERT', 'DELETE'], watchChanges as never) })
    for (const service of Object.values(cds.services as unknown as Record<string, cds.Service>)) {
      if (service instanceof cds.ApplicationService) service.after('*', ((result: unknown, req: cds.Request) => logSensitive(service, result, req)) as never)
    }
  })
}

/** They have no names; what they ask first is the same in all of them. They would read each row before it changes, and throw where no data subject is found. */
function withoutPluginHandlers(service?: unknown): void {
  const { handlers } = (service ?? {}) as { handlers?: Record<'before' | 'after', { handler: () => void }[]> }
  if (!handlers) return
  for (const phase of ['before', 'after'] as const) handlers[phase] = handlers[phase].filter(({ handler }) => !/_service \|\| !hasPersonalData\(req\.target\)/.test(String(handler)))
}

/** The console would show personal data to whoever reads it, and a service that is not bound takes nothing. */
const hasPlace = ({ impl = '', credentials }: Settings): boolean => !/log2console$/.test(impl) && (Boolean(credentials) || !/audit-logging\/srv\/log2/.test(impl))
