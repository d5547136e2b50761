import cds from '@sap/cds'
import { logRead, logsReads } from './log'
import { MASK } from './masking'
import { returnedBy } from './need'
import { keysOf, personalOf, type Annotated, type AnnotatedElement } from './personal'

type Row = Record<string, unknown>

/**
 * Whatever an answer shows of sensitive data is one entry in the log, however many rows it has: who, when, of which rows, which elements.
 * Values are never told. To read a draft is to read its record; what the answer to a change of a draft shows is known to who edits it.
 */
export async function logSensitive(service: cds.Service, result: unknown, req: cds.Request): Promise<void> {
  if (!logsReads() || !result || typeof result !== 'object') return
  const answered = returnedBy(service, req as never) as Annotated | undefined
  if (!answered?.elements) return
  const request = requestAtHand()
  if (answered.isDraft && req.event !== 'READ') request.changesDraft = true
  if (answered.isDraft && request.changesDraft) return
  const structure = recordOf(answered)
  const shown = new Set<string>()
  const IDs: string[] = []
  let subject: Row | undefined
  for (const row of [result].flat() as Row[]) {
    const before = shown.size
    // Of a record that is not there yet its draft shows what was typed.
    const found = row?.HasActiveEntity !== false && sensitiveIn(row, structure, '', shown)
    if (!found && shown.size === before) continue
    IDs.push(keysOf(structure).map(key => row[key]).join(','))
    subject ??= row
  }
  const entry = `${structure.name} ${IDs} ${[...shown]}`
  if (!IDs.length || request.told.has(entry)) return
  request.told.add(entry)
  await logRead(req, { type: structure.name, IDs, attributes: [...shown], subject: IDs.length === 1 ? subjectIn(subject!, structure) : undefined })
}

const requests = new WeakMap<object, { told: Set<string>; changesDraft: boolean }>()

/** What a request has shown already: editing reads the record, and shows it. */
function requestAtHand() {
  const context = cds.context as object
  return requests.get(context) ?? requests.set(context, { told: new Set(), changesDraft: false }).get(context)!
}

/** CAP takes the annotations away from drafts. */
const recordOf = (structure: Annotated): Annotated => (structure.isDraft ? structure.actives! : structure)

/** Notes paths of what a row shows, also of rows below; what is dots is not shown. */
function sensitiveIn(row: unknown, structure: Annotated, path: string, shown: Set<string>): boolean {
  if (!row || typeof row !== 'object' || row instanceof Date || Buffer.isBuffer(row)) return false
  const { sensitive } = personalOf(structure)
  let found = false
  for (const [name, value] of Object.entries(row as Row)) {
    if (value == null || value === MASK) continue
    if (sensitive.has(name)) found = Boolean(shown.add(path + name))
    else if (typeof value === 'object') {
      const below = structureOf(structure.elements[name])
      if (below) for (const each of [value].flat()) found = sensitiveIn(each, below, `${path}${name}.`, shown) || found
    }
  }
  return found
}

const structureOf = (element?: AnnotatedElement): Annotated | undefined =>
  element && (element._target ? recordOf(element._target) : ((element.items?.elements ? element.items : element.elements ? element : undefined) as Annotated | undefined))

/** Of one row it is told whom it is about. */
export function subjectIn(row: Row, structure: Annotated): { type: string; role?: string; ID: string } | undefined {
  const { isSubject, role, subjects } = personalOf(structure)
  if (isSubject && row.ID) return { type: structure.name, role, ID: String(row.ID) }
  for (const [element, { type, role: itsRole }] of subjects) if (row[element]) return { type, role: itsRole, ID: String(row[element]) }
  return undefined
}
