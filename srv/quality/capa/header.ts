import cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { nextNumbers } from '../../number-range'
import { keepReadonlyFields } from '../../readonly-fields'
import { idOf } from '../../request-key'
import { nameOfCode } from '../../words'
import { type CapaCase, ENDED, lockedCase, recordEvent, userId } from './cases'
import { isInvolved, noteParticipant } from './participants'
import { missingFactors, riskOf, type RiskFigures, type RiskTables } from './risk'

type Row = Record<string, unknown>

const SEARCHING = ['Initiated', 'Contained', 'RiskAssessed']
const UNFROZEN = [...SEARCHING, 'RootCauseFound', 'Planned', 'Verified']

/** Until when a field may change. What is not named here may change as long as the case is open. */
const WRITABLE: Record<string, string[]> = {
  dueDate: ['Initiated'],
  containment: ['Initiated'],
  riskMethod_code: SEARCHING, severity: SEARCHING, occurrence: SEARCHING, detection: SEARCHING,
  causeGroup: SEARCHING, causeCode: SEARCHING,
  verification: [...SEARCHING, 'RootCauseFound', 'Planned'],
  model: UNFROZEN, part_ID: UNFROZEN, faultCategory_code: UNFROZEN
}
const RISK_FIELDS = ['riskMethod_code', 'severity', 'occurrence', 'detection']

/** A case that somebody enters by hand, such as after an audit. */
export async function prepareCase({ data }: cds.Request): Promise<void> {
  const row = data as Row
  Object.assign(row, {
    number: (await nextNumbers('CapaCase'))[0], phase_code: 'Initiated', previousPhase_code: null, cycle: 1, eventCount: 0, isOpen: true, rootCause: null,
    implementedAt: null, closedAt: null, closedBy: null, cancelReason: null, owner: trimmed(row.owner) ?? userId(), approver: trimmed(row.approver)
  })
  await assess(row, row as unknown as RiskFigures)
  await refuseApprover({ ID: row.ID as string, owner: row.owner as string, approver: row.approver as string | null })
}

const changed = new WeakMap<object, string[]>()

/** The header under the rules of its phase. The case is locked, so that no step comes between the look and the change. */
export async function prepareChange(req: cds.Request): Promise<void> {
  keepReadonlyFields(req)
  const data = req.data as Row
  const found = await lockedCase(caseOf(req))
  await refuseEnded(found.ID)
  const fields = fieldsOf(data).filter(field => differs(data[field], found[field as keyof CapaCase]))
  for (const field of ['owner', 'approver']) if (field in data) data[field] = trimmed(data[field])
  if (fields.length) await refuseFixed(found, fields)
  const result = { ...found, ...data } as CapaCase
  if (found.phase_code !== 'Initiated' && !result.owner) fail(422, 'CAPA_OWNER_MISSING', { target: 'owner' })
  if (fields.some(field => ['owner', 'approver'].includes(field))) await refuseApprover(result)
  if (fields.some(field => RISK_FIELDS.includes(field))) await reassess(data, result)
  changed.set(req, fields)
}

/** Who owns it from now on can't approve its effect any more, nor can who owned it until now. */
export async function noteChange(req: cds.Request): Promise<void> {
  const fields = changed.get(req) ?? []
  if (!fields.length) return
  const ID = caseOf(req)
  const { owner, phase_code } = await SELECT.one.from(entities().CapaCases).columns('owner', 'phase_code').where({ ID })
  if (fields.includes('owner') && phase_code !== 'Initiated') await noteParticipant(ID, owner, 'owner')
  await recordEvent({ ID }, 'Changed', fields.map(field => field.replace(/_(code|ID)$/, '')).join(', '))
}

/** 409: what has ended stays as it is, attachments included. */
export async function refuseEnded(ID: string | undefined): Promise<void> {
  const row = ID && ((await SELECT.one.from(entities().CapaCases).columns('number', 'phase_code').where({ ID })) as { number: string; phase_code: string } | undefined)
  if (row && ENDED.includes(row.phase_code)) fail(409, 'CAPA_ENDED', { args: [row.number, await nameOfCode('CapaPhases', row.phase_code)] })
}

/** The case that a request changes; saving a draft has no path of its own. */
export const caseOf = (req: cds.Request): string => (req.data as { ID?: string }).ID ?? idOf(req.params[0])!

/** The risk as the figures make it, from the tables as they are now. */
export async function riskNow(figures: RiskFigures): Promise<{ riskNumber: number; riskLevel_code: string | null } | undefined> {
  const { RiskThresholds, RiskMatrixCells, RiskLevels } = entities()
  const tables = { thresholds: await SELECT.from(RiskThresholds), cells: await SELECT.from(RiskMatrixCells), levels: await SELECT.from(RiskLevels) }
  return riskOf(figures, tables as unknown as RiskTables)
}

async function assess(data: Row, figures: RiskFigures): Promise<void> {
  Object.assign(data, (await riskNow(figures)) ?? { riskNumber: null, riskLevel_code: null })
}

/** Once assessed, a risk may be assessed anew, but not be taken back. */
async function reassess(data: Row, result: CapaCase): Promise<void> {
  const [missing] = missingFactors(result)
  if (missing && result.phase_code === 'RiskAssessed') fail(422, 'CAPA_RISK_MISSING', { target: missing })
  await assess(data, result)
}

async function refuseFixed(found: CapaCase, fields: string[]): Promise<void> {
  const fixed = fields.find(field => WRITABLE[field] && !WRITABLE[field].includes(found.phase_code))
  if (fixed === 'dueDate') fail(422, 'CAPA_DUE_FIXED', { target: 'dueDate' })
  if (fixed) fail(422, 'CAPA_FIELD_FIXED', { target: fixed, args: [await nameOfCode('CapaPhases', found.phase_code)] })
}

async function refuseApprover({ ID, owner, approver }: { ID: string; owner: string | null; approver: string | null }): Promise<void> {
  if (approver && (await isInvolved(approver, { ID, owner }))) fail(422, 'CAPA_APPROVER_NOT_FREE', { target: 'approver', args: [approver] })
}

/** Plain fields of the case; keys, attachments and what the draft brings along are none. */
const fieldsOf = (data: Row) => Object.keys(data).filter(field => field !== 'ID' && field in caseElements() && !isList(data[field]) && !TECHNICAL.includes(field))
const TECHNICAL = ['createdAt', 'createdBy', 'modifiedAt', 'modifiedBy', 'IsActiveEntity', 'HasActiveEntity', 'HasDraftEntity']
const caseElements = () => (entities().CapaCases as unknown as { elements: object }).elements
const isList = (value: unknown) => Array.isArray(value)

const differs = (one: unknown, other: unknown) => (one ?? null) !== (other ?? null)
const trimmed = (value: unknown) => (typeof value === 'string' && value.trim()) || null
