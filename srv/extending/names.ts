import cds from '@sap/cds'

/** The key in `{i18n>key}`; nothing for a plain text. */
const keyIn = (name: string) => /^\{i18n>(.+)\}$/.exec(name)?.[1]

/** A registered name in a language. */
export function nameIn(name: string, locale: string): string {
  const key = keyIn(name)
  return key ? cds.i18n.labels.at(key, locale) ?? key : name
}

/** A registered name in all languages that the installation has texts for. */
export function namesOf(name: string): { locale: string; name: string }[] {
  const key = keyIn(name)
  if (!key) return []
  const { files } = cds.i18n.labels as unknown as { files: { locales(): string[] } }
  return files.locales().filter(Boolean).map(locale => ({ locale, name: cds.i18n.labels.at(key, locale) ?? key }))
}
