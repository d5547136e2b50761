import cds from '@sap/cds'
import { nextNumbers } from '../number-range'
import { compile, ROUND_THE_CLOCK, type CompiledCalendar, type Span } from './calendar'
import { isTimeZone } from '../time-zones'
import { hoursOf, nameOf, type Hours } from './hours'

interface StoredCalendar {
  code: string
  timeZone?: string | null
  holidayRegion_code?: string | null
  hasHolidays: boolean
  spans: { weekday: number; startsAt: string; endsAt: string }[]
  exceptions: { day: string; startsAt?: string | null; endsAt?: string | null }[]
}

/** Where the equipment stands. */
export interface Site {
  timeZone?: string | null
  country?: string | null
  region?: string | null
}

const REVISION = 'CalendarRevision'
const kept = new Map<string | undefined, Promise<Calendars>>()

/** All calendars as they stand; read anew only when somebody has changed one, on whichever instance. */
export async function calendars(): Promise<Calendars> {
  const revision = await revisionNow()
  const { tenant } = cds.context!
  const known = await kept.get(tenant)?.catch(() => undefined)
  if (known?.revision === revision) return known
  const loading = load(revision)
  kept.set(tenant, loading)
  return loading
}

/**
 * To be called in the transaction that changes a calendar, a holiday or a region. One that is rolled back gives its number
 * back as well, so that what was read meanwhile must be forgotten.
 */
export async function noteCalendarChange(): Promise<void> {
  const request = cds.context as unknown as cds.Request
  const { tenant } = request
  request.on('failed', () => kept.delete(tenant))
  await nextNumbers(REVISION)
}

/** Calendars of one revision, compiled when first asked. */
export class Calendars {
  private readonly compiled = new Map<string, CompiledCalendar>()

  constructor(
    readonly revision: string,
    private readonly stored: Map<string, StoredCalendar>,
    private readonly holidays: Map<string, string[]>,
    private readonly regions: { code: string; addressRegion?: string | null }[]
  ) {}

  has(code: string): boolean {
    return this.stored.has(code)
  }

  /** The hours of a calendar at a site: what the calendar leaves open is the site's. */
  hoursAt(code: string, site: Site): Hours {
    const calendar = this.stored.get(code)
    const holidayRegion = calendar?.hasHolidays ? calendar.holidayRegion_code ?? this.regionOf(site) : null
    return { calendar: code, timeZone: calendar?.timeZone || zoneOf(site), holidayRegion }
  }

  /** Code of the site's region where it is known as one, else of its country. */
  regionOf({ country, region }: Site): string | null {
    if (!country) return null
    const code = `${country}-${region}`
    const known = this.regions.find(each => each.code === code || (each.addressRegion === region && each.code.startsWith(`${country}-`)))
    return known?.code ?? (/^[A-Z0-9]{1,3}$/.test(region ?? '') ? code : country)
  }

  /** @param name of hours, see `nameOf` */
  readonly named = (name: string): CompiledCalendar => {
    if (!this.compiled.has(name)) this.compiled.set(name, this.compile(hoursOf(name)))
    return this.compiled.get(name)!
  }

  of(hours: Hours): CompiledCalendar {
    return this.named(nameOf(hours))
  }

  private compile({ calendar: code, timeZone, holidayRegion }: Hours): CompiledCalendar {
    if (!code) return compile(ROUND_THE_CLOCK)
    const calendar = this.stored.get(code)
    if (!calendar) throw new RangeError(`There is no calendar ${code}`)
    const week = Array.from({ length: 7 }, (_, day) => calendar.spans.filter(span => span.weekday === day + 1).map(spanOf))
    return compile({ timeZone, week, holidays: this.holidaysOf(holidayRegion), exceptions: exceptionsOf(calendar) })
  }

  /** A part of a country has the country's holidays as well. */
  private holidaysOf(region: string | null): string[] {
    if (!region) return []
    return [region.split('-')[0], region].flatMap((code, i, [country]) => (i && code === country ? [] : this.holidays.get(code) ?? []))
  }
}

/** Zones that nobody knows count as UTC, so that a slip in master data stops no repair. */
export const zoneOf = ({ timeZone }: Site): string => (timeZone && isTimeZone(timeZone) ? timeZone : 'UTC')

const spanOf = ({ startsAt, endsAt }: { startsAt?: string | null; endsAt?: string | null }): Span => ({ from: startsAt!, to: endsAt! })

function exceptionsOf({ exceptions }: StoredCalendar): { day: string; spans: Span[] }[] {
  const days = [...new Set(exceptions.map(({ day }) => day))]
  return days.map(day => ({ day, spans: exceptions.filter(each => each.day === day && each.startsAt).map(spanOf) }))
}

async function revisionNow(): Promise<string> {
  const { NumberRanges } = cds.entities('aftersales')
  const range = await SELECT.one.from(NumberRanges, { object: REVISION } as never).columns('last')
  return String(range?.last ?? 0)
}

async function load(revision: string): Promise<Calendars> {
  const { Calendars: Stored, CalendarSpans, CalendarExceptions, Holidays, Regions } = cds.entities('aftersales')
  const rows = (await SELECT.from(Stored).columns('code', 'timeZone', 'holidayRegion_code', 'hasHolidays')) as StoredCalendar[]
  const stored = new Map(rows.map(row => [row.code, { ...row, spans: [], exceptions: [] } as StoredCalendar]))
  for (const span of await SELECT.from(CalendarSpans)) stored.get(span.calendar_code)?.spans.push(span)
  for (const exception of await SELECT.from(CalendarExceptions)) stored.get(exception.calendar_code)?.exceptions.push(exception)
  const holidays = new Map<string, string[]>()
  for (const { region_code, day } of await SELECT.from(Holidays).columns('region_code', 'day'))
    holidays.set(region_code, [...(holidays.get(region_code) ?? []), day])
  return new Calendars(revision, stored, holidays, await SELECT.from(Regions).columns('code', 'addressRegion'))
}
