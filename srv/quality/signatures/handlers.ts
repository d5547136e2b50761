import type cds from '@sap/cds'
import { entities } from '../../entities'
import { brokenSignatures, brokenText } from './broken'
import type { Signature } from './signing'

type Row = Partial<Signature> & { isBroken?: boolean; brokenReason?: string | null; criticality?: number; signatures?: Row[] }
type Column = '*' | { ref?: string[]; expand?: Column[] }

const COMPUTED = ['isBroken', 'brokenReason', 'criticality']

/** Tells of signatures that are read whether they still hold, also where they are expanded. */
export function implementSignatures(service: cds.ApplicationService): void {
  service.after('READ', 'Signatures', (rows, req) => asks((req.query as unknown as cds.ql.SELECT<unknown>).SELECT?.columns as Column[]) && tellState([rows ?? []].flat() as Row[]))
  const signed = Object.values(service.entities).filter(({ elements }) => 'signatures' in elements).map(({ name }) => name)
  service.after('READ', signed, (rows: Row[] | Row | undefined, req: cds.Request) => {
    const columns = (req.query as unknown as cds.ql.SELECT<unknown>).SELECT?.columns as Column[] | undefined
    const expand = columns?.find(column => column !== '*' && column.ref?.[0] === 'signatures' && column.expand) as { expand: Column[] } | undefined
    return expand && asks(expand.expand) && tellState(([rows ?? []].flat() as Row[]).flatMap(row => row?.signatures ?? []))
  })
}

const asks = (columns: Column[] | undefined): boolean => !columns?.length || columns.some(column => column === '*' || COMPUTED.includes(column.ref?.[0] ?? ''))

async function tellState(rows: Row[]): Promise<void> {
  const asked = rows.filter(({ ID }) => ID)
  if (!asked.length) return
  const stored = (await SELECT.from(entities().Signatures).where({ ID: { in: asked.map(({ ID }) => ID!) } })) as Signature[]
  const broken = await brokenSignatures(stored)
  for (const row of asked) {
    const reason = broken.get(row.ID!)
    Object.assign(row, { isBroken: Boolean(reason), brokenReason: reason ? brokenText(reason) : null, criticality: reason ? 1 : 3 })
  }
}
