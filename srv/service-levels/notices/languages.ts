/** Languages of countries for which there are texts in more than English. */
const LANGUAGES: Record<string, string> = { CN: 'zh_CN', DE: 'de', AT: 'de' }

/** In which language somebody at a site is told of whom no language is known. */
export const languageOf = (country?: string | null): string => LANGUAGES[country ?? ''] ?? 'en'
