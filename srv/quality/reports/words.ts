import cds from '@sap/cds'
import { textOf } from '../../words'

/** Words of a report, in the language of the context at hand. */
export interface Words {
  locale: string
  /** The label that pages show for a field. */
  label(entity: string, element: string): string
  /** A text of a report by its key without `report.`. */
  text(key: string, values?: Record<string, unknown>): string
  /** A calendar day. */
  day(day: string | null | undefined): string | null
  /** An instant, in UTC, named so. */
  instant(moment: string | Date | null | undefined): string | null
  quantity(value: string | number | null | undefined, unit?: string | null): string | null
  flag(value: boolean | null | undefined): string | null
}

/** Languages that reports are printed in, by what people may ask for. */
const LANGUAGES = new Map([['en', 'en'], ['zh', 'zh_CN'], ['zh_CN', 'zh_CN'], ['zh-CN', 'zh_CN']])

/** The language that is printed for the one that was asked for; nothing where there is none. */
export const languageOf = (asked: string | null | undefined): string | undefined =>
  LANGUAGES.get(asked ?? '') ?? LANGUAGES.get((asked ?? '').split(/[-_]/)[0])

export function words(locale: string): Words {
  const intl = locale === 'zh_CN' ? 'zh-CN' : 'en-GB'
  const days = new Intl.DateTimeFormat(intl, { dateStyle: locale === 'zh_CN' ? 'long' : 'medium', timeZone: 'UTC' })
  const instants = new Intl.DateTimeFormat(intl, { dateStyle: locale === 'zh_CN' ? 'long' : 'medium', timeStyle: 'medium', timeZone: 'UTC' })
  const text = (key: string, values: Record<string, unknown> = {}) => textOf(`report.${key}`, values) ?? key
  return {
    locale, text,
    label(entity, element) {
      const definition = cds.model!.definitions[`aftersales.${entity}`] as unknown as { elements: Record<string, { '@title'?: string }> } | undefined
      const title = definition?.elements[element]?.['@title'] ?? element
      return cds.i18n.labels.at(title.replace(/^\{i18n>(.*)\}$/, '$1'), locale) ?? element
    },
    day: day => (day ? days.format(new Date(`${String(day).slice(0, 10)}T00:00:00Z`)) : null),
    instant: moment => (moment ? `${instants.format(new Date(moment))} UTC` : null),
    quantity: (value, unit) => (value === null || value === undefined ? null : [new Intl.NumberFormat(intl, { maximumFractionDigits: 3 }).format(Number(value)), unit].filter(Boolean).join(' ')),
    flag: value => (value === null || value === undefined ? null : text(value ? 'yes' : 'no'))
  }
}
