/** A field of the record or of one of its children: `items/<key>/<field>`. */
export interface ChangedField { field: string; before: string; after: string }

/** What values look like to the reader: what stands for nothing, and a point in time. */
export interface Words { empty: string; time(at: Date): string }

/** @param json field → { before, after }, as the trail keeps it @param labelOf of a field, by its path without keys */
export function changedFields(json: string | null, labelOf: (path: string[]) => string, words: Words): ChangedField[] {
  const changes = JSON.parse(json || '{}') as Record<string, { before?: unknown; after?: unknown }>
  return Object.entries(changes).map(([path, { before, after }]) => ({ field: labelOf(path.split('/').filter((_, index) => index % 2 === 0)), before: valueText(before, words), after: valueText(after, words) }))
}

/** What an action was called with, without what was left empty. */
export function inputText(json: string | null, words: Words): string {
  const input = JSON.parse(json || '{}') as Record<string, unknown>
  return Object.entries(input).filter(([, value]) => value !== null && value !== '').map(([name, value]) => `${name}: ${valueText(value, words)}`).join(', ')
}

function valueText(value: unknown, { empty, time }: Words): string {
  if (value === null || value === undefined || value === '') return empty
  if (typeof value === 'string' && INSTANT.test(value)) return time(new Date(value))
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
