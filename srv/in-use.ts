import cds from '@sap/cds'
import { fail } from './errors'
import { tableOf } from './tables'

interface Association { name: string; isAssociation?: boolean; isComposition?: boolean; is2one?: boolean; on?: unknown; keys?: { ref: string[] }[]; _target?: Entity; '@aftersales.onDelete'?: 'outlives' }
interface Entity { name: string; kind: string; isDraft?: boolean; keys?: Record<string, unknown>; elements: Record<string, Association>; query?: { _target?: Entity }; '@cds.persistence.skip'?: boolean; '@title'?: string }
interface Use { entity: Entity; column: string; key: string }

/**
 * 409 when a row is to be deleted that others lead to: a rule that decided about costs, a calendar that people work by. What is part of a row goes with it;
 * `@aftersales.onDelete: 'outlives'` at an association says that its rows are history, and stay.
 */
export async function refuseInUse(req: cds.Request, next: () => Promise<unknown>): Promise<unknown> {
  const target = req.target as unknown as Entity | undefined, step = (req.params as unknown[] | undefined)?.at(-1)
  if (!target || target.isDraft || step == null) return next()
  const row = (typeof step === 'object' ? step : { [Object.keys(target.keys ?? {})[0]]: step }) as Record<string, unknown>
  if (row.IsActiveEntity === false) return next()
  for (const { entity, column, key } of usesOf(tableOf(target))) {
    if (row[key] != null && (await cds.db.run(SELECT.one.from(entity.name).columns('1 as one').where({ [column]: row[key] })))) fail(409, 'ENTRY_IN_USE', { args: [nameOf(entity)] })
  }
  return next()
}

const known = new WeakMap<object, Map<string, Use[]>>()

/** Columns of other tables that hold the key of a table's rows. */
function usesOf(table: Entity): Use[] {
  const model = cds.context?.model ?? cds.model!, uses = known.get(model) ?? collect(model)
  known.set(model, uses)
  return uses.get(table.name) ?? []
}

function collect(model: object): Map<string, Use[]> {
  const uses = new Map<string, Use[]>(), { definitions } = model as { definitions: Record<string, Entity> }
  for (const entity of Object.values(definitions)) {
    if (entity.kind !== 'entity' || entity.query || entity['@cds.persistence.skip']) continue
    for (const { name, isAssociation, is2one, on, keys, _target, '@aftersales.onDelete': kept } of Object.values(entity.elements)) {
      if (!isAssociation || !is2one || on || kept || keys?.length !== 1 || !_target || _target.query || isPartOf(entity, _target)) continue
      const [key] = keys[0].ref
      uses.set(_target.name, [...(uses.get(_target.name) ?? []), { entity, column: `${name}_${key}`, key }])
    }
  }
  return uses
}

const isPartOf = (child: Entity, parent: Entity) => Object.values(parent.elements).some(({ isComposition, _target }) => isComposition && _target === child)

/** As people know it, in the reader's language; the name of the table where a host has given it none. */
function nameOf({ name, '@title': title }: Entity): string {
  const short = name.split('.').at(-1)!, own = /^\{i18n>(\w+)\}$/.exec(title ?? '')?.[1]
  for (const key of [own, short, short[0].toLowerCase() + short.slice(1)]) {
    const label = key && cds.i18n.labels.at(key, cds.context?.locale)
    if (label) return label as string
  }
  return short
}
