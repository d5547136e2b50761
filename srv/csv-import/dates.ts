export const DATE_FORMATS = ['auto', 'YYYY-MM-DD', 'DD.MM.YYYY', 'MM/DD/YYYY', 'DD/MM/YYYY', 'YYYYMMDD'] as const
export type DateFormat = (typeof DATE_FORMATS)[number]

/** An ISO date, a code of what is wrong, or null for an empty cell (SAP writes zeros). */
export type ParsedDate = { date: string } | { code: 'IMPORT_DATE_FORMAT' | 'IMPORT_DATE_IMPOSSIBLE' } | null

type Parts = { year: string; month: string; day: string }

const TIME = '(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?'
const pattern = (source: string) => new RegExp(`^${source}${TIME}$`)

const YMD = pattern('(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})')
const YMD_SLASH = pattern('(?<year>\\d{4})/(?<month>\\d{1,2})/(?<day>\\d{1,2})')
const YMD_DOT = pattern('(?<year>\\d{4})\\.(?<month>\\d{1,2})\\.(?<day>\\d{1,2})')
const YMD_CHINESE = pattern('(?<year>\\d{4})年(?<month>\\d{1,2})月(?<day>\\d{1,2})日')
const COMPACT = pattern('(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})')
const DMY_DOT = pattern('(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})')
const DMY_SLASH = pattern('(?<day>\\d{1,2})/(?<month>\\d{1,2})/(?<year>\\d{4})')
const MDY_SLASH = pattern('(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4})')

/** 03/04/2020 can be March or April: only a mapping that names the format may accept it. */
const PATTERNS: Record<DateFormat, RegExp[]> = {
  auto: [YMD, DMY_DOT, YMD_SLASH, COMPACT, YMD_DOT, YMD_CHINESE],
  'YYYY-MM-DD': [YMD],
  'DD.MM.YYYY': [DMY_DOT],
  'MM/DD/YYYY': [MDY_SLASH],
  'DD/MM/YYYY': [DMY_SLASH],
  YYYYMMDD: [COMPACT]
}

/** Reads a calendar day; a time of day after it is dropped. Days from 1900 on that the calendar has. */
export function parseDate(text: string, format: DateFormat): ParsedDate {
  const trimmed = text.trim()
  if (/^[0./-]*$/.test(trimmed)) return null
  for (const candidate of PATTERNS[format]) {
    const parts = candidate.exec(trimmed)?.groups as Parts | undefined
    if (parts) return calendarDay(parts)
  }
  return { code: 'IMPORT_DATE_FORMAT' }
}

function calendarDay({ year, month, day }: Parts): ParsedDate {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  return exists && Number(year) >= 1900 ? { date: date.toISOString().slice(0, 10) } : { code: 'IMPORT_DATE_IMPOSSIBLE' }
}
