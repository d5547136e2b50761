import cds from '@sap/cds'
import { entities } from './entities'

const locale = () => cds.context?.locale ?? 'en'

/**
 * A text of `_i18n/messages*.properties` in the reader's language, its `{names}` filled; what has no value is left out.
 *
 * @returns nothing when there is no such text
 */
export function textOf(key: string, values: Record<string, unknown> = {}): string | undefined {
  return cds.i18n.messages.at(key, locale())?.replace(/\{(\w+)\}/g, (_: string, name: string) => String(values[name] ?? ''))
}

/** The name of a code in the reader's language, from the database; without one the code itself. */
export async function nameOfCode(entity: string, code: string): Promise<string> {
  const [row] = (await SELECT.localized.from(entities()[entity]).columns('name').where({ code })) as { name: string | null }[]
  return row?.name ?? code
}
