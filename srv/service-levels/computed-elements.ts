import cds from '@sap/cds'

type Row = Record<string, unknown>
type Column = string | { ref?: string[] }

interface Computation<R> {
  /** The virtual elements that are computed. */
  elements: string[]
  /** What they are computed from: read along, whatever the client asked for. */
  from: string[]
  /** Fills the elements in. */
  compute(rows: R[]): void | Promise<void>
}

/** Fills virtual elements of an entity whenever they are asked for, of drafts as well. */
export function computeElements<R extends object>(service: cds.ApplicationService, entity: { drafts?: object }, { elements, from, compute }: Computation<R>): void {
  const both = [entity, entity.drafts].filter(Boolean) as any
  service.before('READ', both, req => {
    const columns = (req.query as { SELECT?: { columns?: Column[] } }).SELECT?.columns
    if (!columns || !isAsked(columns, elements)) return
    columns.push(...from.filter(name => !columns.some(column => nameOf(column) === name)).map(name => ({ ref: [name] })))
  })
  service.after('READ', both, (result: Row[] | Row | null, req) => {
    const columns = (req.query as { SELECT?: { columns?: Column[] } }).SELECT?.columns
    const rows = [result ?? []].flat().filter(row => from.every(name => name in row))
    if (rows.length && (!columns || isAsked(columns, elements))) return compute(rows as R[])
  })
}

const isAsked = (columns: Column[], elements: string[]) => columns.some(column => ['*', ...elements].includes(nameOf(column) ?? ''))
const nameOf = (column: Column): string | undefined => (typeof column === 'string' ? column : column.ref?.at(-1))
