import type cds from '@sap/cds'

interface Column { xpr?: unknown[]; as?: string; func?: string; args?: { ref?: string[] }[] }
interface Select { columns?: Column[]; groupBy?: { ref?: string[] }[]; from?: { SELECT?: Select } }

/**
 * CAP asks of each total whether all of its rows have one currency. Where they are grouped by that currency they do: the question, whose answer takes longer than the
 * sum itself, is left out.
 */
export function trustGroups(service: cds.ApplicationService): void {
  service.before('READ', 'RepairCosts', ({ query }) => simplify((query as unknown as { SELECT?: Select }).SELECT))
}

function simplify(select: Select | undefined): void {
  if (!select) return
  const grouped = new Set(select.groupBy?.flatMap(({ ref }) => (ref?.length === 1 ? ref[0] : [])))
  if (grouped.size && select.columns) select.columns = select.columns.map(column => (grouped.has(unitOf(column)!) ? { ...(column.xpr![4] as Column), as: column.as } : column))
  simplify(select.from?.SELECT)
}

/** The currency or unit of a total that reads: case when min(unit) = max(unit) then sum(amount) else null end. */
function unitOf({ xpr }: Column): string | undefined {
  if (xpr?.length !== 8 || xpr[0] !== 'case' || !(xpr[4] as Column | undefined)?.func) return undefined
  const [least, same, most] = (xpr[2] as Column | undefined)?.xpr ?? [] as unknown[]
  const [a, b] = [least, most].map(each => (each as Column | undefined)?.args?.[0]?.ref?.[0])
  return (least as Column)?.func === 'min' && same === '=' && (most as Column)?.func === 'max' && a === b ? a : undefined
}
