import { ImportFailure } from './problem'

export type Language = 'en' | 'de' | 'zh'

/** The headings by which a field is known, as normalised by `plain`, first choice first. */
export type Headings<Field extends string> = Record<Field, Record<Language, string[]>>

export interface Recognised<Field extends string> {
  columns: Partial<Record<Field, number>>
  /** The language of the headings that only one language has; English where nothing tells. */
  language: Language
}

/** Finds the column of each field by its heading. A column serves one field. */
export function recognise<Field extends string>(header: string[], known: Headings<Field>): Recognised<Field> {
  const headings = header.map(plain)
  const columns: Recognised<Field>['columns'] = {}
  const votes: Record<Language, number> = { en: 0, de: 0, zh: 0 }
  for (const [field, names] of Object.entries(known) as [Field, Record<Language, string[]>][]) {
    const choice = [...names.en, ...names.de, ...names.zh].find(heading => headings.includes(heading))
    if (!choice) continue
    columns[field] = headings.indexOf(choice)
    const languages = (Object.keys(names) as Language[]).filter(language => names[language].includes(choice))
    if (languages.length === 1) votes[languages[0]] += 1
  }
  return { columns, language: (['de', 'zh'] as const).find(language => votes[language] > votes.en) ?? 'en' }
}

/**
 * What the headings tell, and what a mapping says instead of them: a heading for a field, or null for none.
 * @throws ImportFailure IMPORT_COLUMN_NOT_FOUND when a heading isn't there, IMPORT_COLUMN_MISSING when a
 * required field has no column
 */
export function columnsOf<Field extends string>(
  header: string[], known: Headings<Field>, given: Partial<Record<Field, string | null>> = {}, required: Field[] = []
): Recognised<Field> {
  const { columns, language } = recognise(header, known)
  for (const [field, heading] of Object.entries(given) as [Field, string | null][]) {
    if (heading === null) delete columns[field]
    else columns[field] = columnOf(heading, header, field)
  }
  for (const field of required) {
    if (columns[field] === undefined) throw new ImportFailure('IMPORT_COLUMN_MISSING', `columns.${field}`, [field, header.join(', ')])
  }
  return { columns, language }
}

function columnOf(heading: string, header: string[], field: string): number {
  const exact = header.indexOf(heading)
  const position = exact >= 0 ? exact : header.map(plain).indexOf(plain(heading))
  if (position < 0) throw new ImportFailure('IMPORT_COLUMN_NOT_FOUND', `columns.${field}`, [heading, header.join(', ')])
  return position
}

/** A heading without case, blanks and punctuation: "Basic fin. date" is "basicfindate". */
export const plain = (heading: string) => heading.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
