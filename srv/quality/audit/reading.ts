import cds from '@sap/cds'
import { canonicalValue, type Content } from './canonical'
import { ROW_KEY } from './changes'
import { readOne } from './compiled'
import type { Form } from './model'

type Row = Record<string, unknown>
export type Key = Record<string, unknown>
interface Runner { run(query: unknown): Promise<unknown> }

/** So many records are read by one statement. */
const AT_ONCE = 200

/** What a record's key is called in the trail. */
export const keyText = (form: Form, row: Row): string => form.keys.map(key => String(row[key])).join('/')

/** And the other way round. */
export const keyOfText = ({ keys }: Form, text: string): Key =>
  keys.length === 1 ? { [keys[0]]: text } : Object.fromEntries(keys.map((name, i) => [name, text.split('/')[i]]))

/** Records with all that is below them, as they are stored now; those that are not there are missing. */
export async function contents(form: Form, keys: Key[], db: Runner = cds.db): Promise<Map<string, Content>> {
  const found = new Map<string, Content>()
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const wanted = keys.slice(at, at + AT_ONCE)
    const one = wanted.length === 1 ? await readOne(form, columnsOf(form), wanted[0], db) : undefined
    const rows = one ?? ((await db.run(SELECT.from(form.entity).columns(columnsOf(form) as never).where(among(form, wanted) as never))) as Row[])
    for (const row of rows) found.set(keyText(form, row), contentOf(form, row))
  }
  return found
}

/** Condition for rows of these keys. */
export function among({ keys }: { keys: string[] }, wanted: Key[]): unknown {
  if (keys.length === 1) return { [keys[0]]: { in: wanted.map(key => key[keys[0]]) } }
  const pairs = wanted.map(key => ({ xpr: keys.flatMap((name, i) => [...(i ? ['and'] : []), { ref: [name] }, '=', { val: key[name] }]) }))
  return pairs.flatMap((pair, i) => [...(i ? ['or'] : []), pair])
}

const columnsOf = (form: Form): unknown[] => [
  ...form.columns.map(({ name }) => ({ ref: [name] })), ...form.children.map(child => ({ ref: [child.list], expand: columnsOf(child) }))
]

function contentOf(form: Form, row: Row): Content {
  const content: Content = { [ROW_KEY]: keyText(form, row) }
  for (const { name, kind } of form.columns) {
    const value = canonicalValue(row[name], kind)
    if (value !== null) content[name] = value
  }
  for (const child of form.children) {
    const below = [row[child.list] ?? []].flat() as Row[]
    if (below.length) content[child.list] = below.map(each => contentOf(child, each))
  }
  return content
}
