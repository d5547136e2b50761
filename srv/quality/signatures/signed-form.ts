import { canonicalJson, sha256, type Content } from '../audit/canonical'
import type { Element, Form } from '../audit/model'

/** Rules by which a signed form is made. Elements that a later version adds belong to later schemes: `@aftersales.scheme: 2`. */
export const SCHEME = 1

export interface Signing { meaning: string; scheme: number; cycle: number | null }

/** The hash of what a signature stands for: the record and its children, without what goes on after it was signed. */
export const signedHash = (content: Content, form: Form, signing: Signing): string => sha256(canonicalJson([`aftersales.signed/${signing.scheme}`, signed(content, form, signing)] as never))

function signed(content: Content, form: Form, signing: Signing): Content {
  const result: Content = {}
  for (const { name, element } of form.columns) if (belongs(element, form, signing) && content[name] !== undefined) result[name] = content[name]
  for (const child of form.children) {
    if (!belongs(child.element, form, signing)) continue
    const rows = ((content[child.list] ?? []) as Content[]).filter(row => ofCycle(row, signing.cycle))
    if (rows.length) result[child.list] = rows.map(row => signed(row, child, signing))
  }
  return result
}

/** Whether a path of the trail's changes, such as `items/<key>/text`, is part of what was signed. */
export function concerns(path: string, form: Form, signing: Signing): boolean {
  const [list, ...below] = path.split('/')
  const child = below.length ? form.children.find(each => each.list === list) : undefined
  if (child) return belongs(child.element, form, signing) && concerns(below.slice(child.keys.length).join('/'), child, signing)
  const column = form.columns.find(({ name }) => name === list)
  return Boolean(column && belongs(column.element, form, signing))
}

/** An association says for its foreign keys. */
function belongs(element: Element, form: Form, { meaning, scheme }: Signing): boolean {
  const owner = element['@odata.foreignKey4']
  const association = owner ? form.associations[owner] : undefined
  const unsigned = element['@aftersales.unsigned'] ?? association?.['@aftersales.unsigned']
  if (unsigned === true || (Array.isArray(unsigned) && unsigned.includes(meaning))) return false
  return (element['@aftersales.scheme'] ?? association?.['@aftersales.scheme'] ?? 1) <= scheme
}

const ofCycle = ({ cycle }: Content, signedCycle: number | null) => signedCycle === null || typeof cycle !== 'number' || cycle <= signedCycle
