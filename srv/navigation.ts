import cds from '@sap/cds'

interface Step { id: string; where?: unknown[] }
interface Association { is2many?: boolean; on?: { ref: string[] }[]; keys?: { ref: string[]; $generatedFieldName?: string }[]; _target: Entity }
interface Entity { isDraft?: boolean; elements: Record<string, Association> }
interface Query { from?: { ref?: (string | Step)[] }; where?: unknown[] }

/**
 * Tells the database how to find the rows that a path such as `WorkOrders(…)/events` means: by the index of their
 * foreign key. CAP asks for them by a correlated `exists`, for which SQLite looks at every event there is.
 */
export function findByForeignKey(req: cds.Request): void {
  const { SELECT: query } = (req.query ?? {}) as { SELECT?: Query }
  const [parent, child, ...further] = query?.from?.ref ?? []
  if (!query || !child || further.length || typeof parent === 'string' || !parent?.where) return
  const entity = cds.model!.definitions[parent.id] as unknown as Entity
  const fields = !entity.isDraft && fieldsOf(entity.elements[nameOf(child)])
  if (!fields) return
  const theParent = SELECT.from({ ref: [{ id: parent.id, where: structuredClone(parent.where) }] } as never).columns({ ref: [fields.parent] } as never)
  const condition = [{ ref: [fields.child] }, 'in', theParent]
  query.where = query.where ? [{ xpr: query.where }, 'and', ...condition] : condition
}

/** The one field on each side that a to-many association compares; undefined where it does more than that. */
function fieldsOf({ is2many, on, _target }: Association): { parent: string; child: string } | undefined {
  if (!is2many || on?.length !== 3) return
  const [{ ref: [, child] }, , { ref: [parent] }] = on
  if (parent !== '$self') return { parent, child }
  const [key, ...others] = _target.elements[child]?.keys ?? []
  if (key && !others.length) return { parent: key.ref[0], child: `${child}_${key.ref[0]}` }
}

const nameOf = (step: string | Step) => (typeof step === 'string' ? step : step.id)
