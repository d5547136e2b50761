import type cds from '@sap/cds'
import { fail } from '../errors'
import { ownPaths } from '../expand-access'
import { maskedFor, type Structure } from './need'

type Step = string | { id: string; where?: unknown[] }
interface Node { ref?: Step[]; SELECT?: Select; expand?: Column[]; where?: unknown; orderBy?: unknown; as?: string }
type Column = Node | '*'
interface Select { columns?: Column[]; from?: Node; where?: unknown; having?: unknown; groupBy?: unknown; orderBy?: unknown; search?: unknown; [part: string]: unknown }

/**
 * Refuses queries that would reveal what is masked by another way than showing it: filtering, sorting, grouping, aggregating or renaming
 * it, here or by a path.
 */
export function refuseInference(req: cds.Request): void {
  const { SELECT } = (req.query ?? {}) as { SELECT?: Select }
  const target = req.target as unknown as Structure | undefined
  if (!SELECT || !target?.elements || (req.user as { _is_privileged?: boolean })._is_privileged) return
  const look = new Look(req.user, ownPaths(target as never, req.user))
  look.refuseQuery(SELECT, target)
}

class Look {
  private readonly hidden = new Map<Structure, Set<string>>()

  constructor(private readonly user: cds.User, private readonly own?: Set<string>) {}

  /** Also of queries inside: `$apply` makes them. */
  refuseQuery(select: Select, structure: Structure): void {
    const { columns, from, where, having, groupBy, orderBy, recurse, count } = select
    if (from?.SELECT) this.refuseQuery(from.SELECT, structure)
    this.refuseIn(from?.ref?.map(step => (typeof step === 'object' ? step.where : undefined)), structure)
    for (const part of [where, having, groupBy, orderBy, recurse, count]) this.refuseIn(part, structure)
    this.refuseColumns(columns, structure)
  }

  refuseColumns(columns: Column[] | undefined, structure: Structure): void {
    for (const column of columns ?? []) {
      if (column === '*' || typeof column !== 'object') continue
      if (column.expand) {
        const below = this.follow(column.ref ?? [], structure)
        this.refuseIn(column.ref?.filter(step => typeof step === 'object' && step.where).map(step => (step as { where?: unknown }).where), below ?? structure)
        for (const part of [column.where, column.orderBy]) this.refuseIn(part, below ?? structure)
        this.refuseColumns(column.expand, below ?? structure)
      } else if (!column.ref || column.as || column.ref.length > 1) this.refuseIn(column, structure)
    }
  }

  /** Refuses when an expression refers to something masked anywhere in it. */
  refuseIn(node: unknown, structure: Structure): void {
    if (Array.isArray(node)) return node.forEach(each => this.refuseIn(each, structure))
    if (!node || typeof node !== 'object') return
    const { ref, expand: _, ...rest } = node as Node
    if (ref && !this.own?.has(JSON.stringify(ref))) this.refusePath(ref, structure)
    for (const each of Object.values(rest)) if (each && typeof each === 'object') this.refuseIn(each, structure)
  }

  private refusePath(ref: Step[], structure: Structure): void {
    let at: Structure | undefined = structure
    for (const [i, step] of ref.entries()) {
      const name = typeof step === 'string' ? step : step.id
      const element: { _target?: Structure } | undefined = at?.elements[name]
      // An alias before the first element.
      if (!element && i === 0) continue
      if (at && this.hiddenIn(at).has(name)) fail(403, 'PERSONAL_DATA_PROTECTED')
      at = element?._target
      if (typeof step === 'object' && step.where) this.refuseIn(step.where, at ?? structure)
    }
  }

  private follow(ref: Step[], structure: Structure): Structure | undefined {
    return ref.reduce<Structure | undefined>((at, step) => at?.elements[typeof step === 'string' ? step : step.id]?._target, structure)
  }

  private hiddenIn(structure: Structure): Set<string> {
    if (!this.hidden.has(structure)) this.hidden.set(structure, maskedFor(this.user, structure))
    return this.hidden.get(structure)!
  }
}
