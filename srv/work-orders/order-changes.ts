import cds from '@sap/cds'
import { entities } from '../entities'
import { idOf } from '../request-key'
import { refuseFinished } from './finished'
import { promiseFor } from './intake'

/**
 * Refuses changes of finished orders, lets the promise follow a changed priority (counted from the receipt),
 * and notes what changed for the history: labels and values, no personal data.
 */
export async function prepareChanges(req: cds.Request): Promise<void> {
  const { WorkOrders } = entities()
  const data = req.data as Record<string, unknown>
  const before = await SELECT.one.from(WorkOrders, { ID: data.ID ?? idOf(req.params.at(-1)) } as never)
  if (!before) return
  data.ID ??= before.ID
  refuseFinished(before)
  const changed = (field: string) => field in data && comparable(before[field]) !== comparable(data[field])
  const fields = Object.keys(data).filter(field => field in before && field !== 'ID' && !/^(modified|created)(At|By)$/.test(field) && changed(field))
  const movesPromise = fields.includes('priority_code') && Boolean(data.priority_code) && !fields.includes('promisedAt')
  const texts = fields.map(field => (isPersonal(WorkOrders, field) ? label(field) : changeOf(field, before[field], data[field])))
  noted.set(req, { fields, texts, promiseBefore: movesPromise ? before.promisedAt : undefined })
  if (movesPromise) data.promisedAt = await promiseFor(data.priority_code as string, before.receivedAt)
}

/** What a request changes by itself, and the promise that follows a changed priority, as it was before. */
interface Changes { fields: string[]; texts: string[]; promiseBefore?: string }

/** What `prepareChanges` noted for this request. */
export const changesOf = (req: cds.Request): Changes | undefined => noted.get(req)

const noted = new WeakMap<object, Changes>()

/** For the history; a promise that followed is told as it stands now, whoever set it. */
export async function textOf({ texts, promiseBefore }: Changes, ID: string): Promise<string> {
  const { WorkOrders } = entities()
  const order = promiseBefore && (await SELECT.one.from(WorkOrders, { ID } as never).columns('promisedAt'))
  const moved = order && comparable(order.promisedAt) !== comparable(promiseBefore)
  return [...texts, ...(moved ? [changeOf('promisedAt', promiseBefore, order.promisedAt)] : [])].join('; ').slice(0, 1000)
}

interface Elements { elements: Record<string, Record<string, unknown> | undefined> }
const isPersonal = (entity: unknown, field: string) => Boolean((entity as Elements).elements[field]?.['@PersonalData.IsPotentiallyPersonal'])

const changeOf = (field: string, before: unknown, after: unknown) => `${label(field)}: ${shown(before)} → ${shown(after)}`

const comparable = (value: unknown) => {
  if (value == null || value === '') return ''
  const text = value instanceof Date ? value.toISOString() : String(value)
  return /^\d{4}-\d\d-\d\dT/.test(text) ? String(new Date(text).getTime()) : text
}

const shown = (value: unknown) => (value == null || value === '' ? '–' : String(value).slice(0, 60))

function label(field: string): string {
  const element = entities().WorkOrders.elements[field]
  return (cds.i18n.labels.for(element as never, cds.context?.locale) as string | undefined) ?? field.replace(/_code$/, '')
}
