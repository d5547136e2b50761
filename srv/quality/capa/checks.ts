import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { type CapaCase, lockedCase, now, recordEvent, requirePhase, requireText } from './cases'
import { type Scope, windowAfter } from './effect'

export interface Check {
  ID: string; cycle: number; criterion: string; measure_code: string; limit: string | number; sample: number | null; windowDays: number; dataSource: string | null
  frozenAt: string | null; windowStart: string; windowEnd: string; measured: string | number | null; sampleSeen: number | null; passed: boolean | null
}

export interface Definition { criterion: string; measure_code: string; limit: string | number; sample?: number | null; windowDays: number; dataSource?: string | null }
export type NotedScope = Scope & { notification_ID: string | null }

/** Until it is implemented; who wants another criterion afterwards has to fail this one. */
const UNFROZEN = ['Initiated', 'Contained', 'RiskAssessed', 'RootCauseFound', 'Planned', 'Verified']
const LONGEST_WINDOW = 3650

/** The check of the cycle at hand. */
export async function checkOf({ ID, cycle }: Pick<CapaCase, 'ID' | 'cycle'>): Promise<Check | undefined> {
  return (await SELECT.one.from(entities().EffectivenessChecks).where({ capa_ID: ID, cycle })) as unknown as Check | undefined
}

/** Fixes how the effect of the cycle will be proven, or fixes it anew. */
export async function defineCheck(ID: string, definition: Definition): Promise<void> {
  const { EffectivenessChecks } = entities()
  const found = await lockedCase(ID)
  await requirePhase(found, UNFROZEN)
  const fields = await checked(definition)
  const known = await checkOf(found)
  if (!known) await INSERT.into(EffectivenessChecks).entries({ ID: cds.utils.uuid(), capa_ID: ID, cycle: found.cycle, ...fields })
  else if (!(await UPDATE(EffectivenessChecks).with(fields as never).where({ ID: known.ID, frozenAt: null }))) fail(409, 'CAPA_CHECK_FROZEN')
  await recordEvent(found, 'CheckDefined', fields.criterion)
}

async function checked({ criterion, measure_code, limit, sample, windowDays, dataSource }: Definition) {
  if (!(await SELECT.one.from(entities().EffectMeasures).columns('code').where({ code: measure_code }))) fail(422, 'CAPA_CODE_UNKNOWN', { target: 'measure_code', args: [measure_code] })
  if (!(Number(limit) >= 0)) fail(422, 'CAPA_LIMIT_NEGATIVE', { target: 'limit' })
  if (windowDays < 1 || windowDays > LONGEST_WINDOW) fail(422, 'CAPA_WINDOW_IMPOSSIBLE', { target: 'windowDays', args: [LONGEST_WINDOW] })
  if (sample !== null && sample !== undefined && sample < 1) fail(422, 'CAPA_SAMPLE_IMPOSSIBLE', { target: 'sample' })
  return { criterion: requireText(criterion, 'criterion'), measure_code, limit, sample: sample ?? null, windowDays, dataSource: dataSource?.trim() || null }
}

/** What is measured by a person can always be; what is counted needs to know which failure. */
export async function isCountable(found: CapaCase, { measure_code }: Check): Promise<boolean> {
  return measure_code === 'manual' || (await scopesNow(found)).length > 0
}

/** From now on neither criterion nor what counts as the same failure can change, whatever becomes of the notifications. */
export async function freezeCheck(found: CapaCase, check: Check): Promise<void> {
  const { EffectivenessChecks, EffectivenessScopes } = entities()
  const scopes = check.measure_code === 'manual' ? [] : await scopesNow(found)
  const frozen = { frozenAt: now(), ...windowAfter(cds.context!.timestamp, check.windowDays) }
  if (!(await UPDATE(EffectivenessChecks).with(frozen as never).where({ ID: check.ID, frozenAt: null }))) fail(409, 'CAPA_CHECK_FROZEN')
  const rows = scopes.map(scope => ({ ID: cds.utils.uuid(), check_ID: check.ID, ...scope, defects: written(scope.defects), causes: written(scope.causes) }))
  if (rows.length) await INSERT.into(EffectivenessScopes).entries(rows)
}

/** What counts as the same failure, as it was frozen. */
export async function scopesOf({ ID }: Check): Promise<Scope[]> {
  const rows = (await SELECT.from(entities().EffectivenessScopes).where({ check_ID: ID })) as unknown as (Omit<Scope, 'defects' | 'causes'> & { defects: string; causes: string })[]
  return rows.map(row => ({ ...row, defects: read(row.defects), causes: read(row.causes) }))
}

const written = (codes: string[]) => codes.join(' ').slice(0, 1000)
const read = (codes: string | null) => codes?.split(' ').filter(Boolean) ?? []

interface Linked { ID: string; model: string | null; part_ID: string | null; faultCategory_code: string | null }

/** From the linked notifications as they are coded now; from the case itself where it has none. A cause that the case is coded with is that of all of them. */
async function scopesNow(found: CapaCase): Promise<NotedScope[]> {
  const { CapaNotifications } = entities()
  const columns = ['notification.ID as ID', 'notification.model as model', 'notification.part.ID as part_ID', 'notification.faultCategory.code as faultCategory_code']
  const linked = (await SELECT.from(CapaNotifications).columns(...columns).where({ capa_ID: found.ID })) as unknown as Linked[]
  const codes = await codesOf(linked.map(({ ID }) => ID))
  const own = found.causeGroup && found.causeCode ? [`${found.causeGroup}/${found.causeCode}`] : []
  const scopes = linked.length ? linked.map(({ ID, ...row }) => ({ notification_ID: ID, ...row, ...codes(ID) })) : [{
    notification_ID: null, model: found.model, part_ID: found.part_ID, faultCategory_code: found.faultCategory_code, defects: [], causes: []
  }]
  return scopes.map(scope => ({ ...scope, causes: own.length ? own : scope.causes })).filter(saysWhich)
}

/** Without a coding or a fault every failure would be the same. */
const saysWhich = ({ faultCategory_code, defects, causes }: NotedScope) => Boolean(faultCategory_code) || defects.length + causes.length > 0

/** Defect and cause codes of notifications, as "group/code". */
export async function codesOf(IDs: string[]): Promise<(ID: string) => { defects: string[]; causes: string[] }> {
  const { NotificationItems, NotificationCauses } = entities()
  if (!IDs.length) return () => ({ defects: [], causes: [] })
  const items = (await SELECT.from(NotificationItems).columns('notification_ID as ID', 'defectGroup as group', 'defectCode as code')
    .where({ notification_ID: { in: IDs }, defectCode: { '!=': null } })) as unknown as Coded[]
  const causes = (await SELECT.from(NotificationCauses).columns('item.notification.ID as ID', 'causeGroup as group', 'causeCode as code')
    .where({ 'item.notification.ID': { in: IDs }, causeCode: { '!=': null } })) as unknown as Coded[]
  const of = (rows: Coded[], ID: string) => [...new Set(rows.filter(row => row.ID === ID).map(row => `${row.group}/${row.code}`))]
  return ID => ({ defects: of(items, ID), causes: of(causes, ID) })
}

interface Coded { ID: string; group: string; code: string }
