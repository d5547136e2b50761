import cds from '@sap/cds'
import { mayCall, mayDo, type Restricted } from '../../srv/permissions'
import type { App } from './apps'

interface Served { endpoints?: { path: string }[]; definition?: Restricted; entities(namespace?: string): unknown }

/**
 * The apps whose first page the user may read, by the access rules of its service and entity. The platform's launchpad
 * has roles of its own for this; here, a tile that would only lead to a refusal is left out.
 */
export function appsFor(user: cds.User, apps: App[]): App[] {
  return apps.filter(app => firstPages(app).every(definition => mayRead(user, definition)))
}

/** The service behind an app, and the entity that its first page lists. */
function firstPages({ manifest }: App): Restricted[] {
  const uri = Object.values(manifest['sap.app'].dataSources ?? {})[0]?.uri.replace(/\/$/, '')
  const [first] = Object.values(manifest['sap.ui5']?.routing?.targets ?? {})
  const entity = first?.options?.settings?.contextPath?.replace('/', '')
  const service = (Object.values(cds.services) as unknown as Served[]).find(({ endpoints }) => endpoints?.some(({ path }) => path === uri))
  if (!service) return []
  const entities = service.entities as unknown as Record<string, Restricted>
  return [service.definition, entity && entities[entity]].filter(definition => definition !== undefined && definition !== '') as Restricted[]
}

function mayRead(user: cds.User, definition: Restricted): boolean {
  return (!definition['@requires'] || mayCall(user, definition)) && (!definition['@restrict'] || mayDo(user, 'READ', definition))
}
