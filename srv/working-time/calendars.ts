import { entities } from '../entities'
import { compile, ROUND_THE_CLOCK, type CompiledCalendar } from './calendar'
import { exceptionsOf, holidaysText, hoursText, versionAt, weekOf, type BySubject, type StoredHours, type Version } from './calendar-versions'
import { hoursOf, nameOf, type Hours } from './hours'
import { PerTenant } from '../tenants'
import { isTimeZone } from '../time-zones'

interface StoredCalendar extends StoredHours {
  code: string
  timeZone?: string | null
  holidayRegion_code?: string | null
  hasHolidays: boolean
}

/** Where the equipment stands. */
export interface Site {
  timeZone?: string | null
  country?: string | null
  region?: string | null
}

/** The counter that each change of a calendar, a holiday or a region raises. */
export const REVISION = 'CalendarRevision'
const kept = new PerTenant<{ all?: Promise<Calendars> }>(() => ({}))

/** All calendars as they stand; read anew only when somebody has changed one, on whichever instance. */
export async function calendars(): Promise<Calendars> {
  const revision = await revisionNow()
  const here = kept.here()
  const known = await here.all?.catch(() => undefined)
  if (known?.revision === revision) return known
  return (here.all = load(revision))
}

/** What was read within a transaction that is rolled back never stood. */
export const forgetCalendars = (tenant: string | undefined): void => { void kept.forget(tenant) }

/** Calendars of one revision with what they were before, compiled when first asked. */
export class Calendars {
  private readonly compiled = new Map<string, CompiledCalendar>()

  constructor(
    readonly revision: string,
    private readonly stored: Map<string, StoredCalendar>,
    private readonly holidays: Map<string, string[]>,
    private readonly regions: { code: string; addressRegion?: string | null }[],
    private readonly versions: BySubject<Version[]>
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

  /**
   * @param name of hours, see `nameOf`
   * @param knownAt as they were defined at that instant; today without one. The same definition is the same object.
   */
  readonly named = (name: string, knownAt = Infinity): CompiledCalendar => {
    const key = knownAt === Infinity ? name : this.versionedName(name, knownAt)
    if (!this.compiled.has(key)) this.compiled.set(key, this.compile(hoursOf(name), knownAt))
    return this.compiled.get(key)!
  }

  of(hours: Hours): CompiledCalendar {
    return this.named(nameOf(hours))
  }

  /** What is defined today, as versions keep it. */
  definitions(): BySubject<string> {
    return {
      calendars: new Map([...this.stored].map(([code, hours]) => [code, hoursText(hours)])),
      holidays: new Map([...this.holidays].map(([region, days]) => [region, holidaysText(days)]))
    }
  }

  /** When a definition was last replaced, in milliseconds. */
  lastReplacedAt(): number {
    const all = [...this.versions.calendars.values(), ...this.versions.holidays.values()]
    return Math.max(-Infinity, ...all.map(versions => versions.at(-1)!.replacedAt))
  }

  private versionedName(name: string, knownAt: number): string {
    const { calendar, holidayRegion } = hoursOf(name)
    const versions = [this.versions.calendars.get(calendar ?? ''), ...regionsIn(holidayRegion).map(region => this.versions.holidays.get(region))]
    const numbers = versions.map(each => versionAt(each, knownAt))
    return numbers.every((number, i) => number === (versions[i]?.length ?? 0)) ? name : [name, ...numbers].join(' ')
  }

  private compile({ calendar: code, timeZone, holidayRegion }: Hours, knownAt: number): CompiledCalendar {
    if (!code) return compile(ROUND_THE_CLOCK)
    const hours = definedAt<StoredHours>(this.versions.calendars.get(code), knownAt) ?? this.stored.get(code)
    if (!hours) throw new RangeError(`There is no calendar ${code}`)
    const holidays = regionsIn(holidayRegion).flatMap(region => definedAt<string[]>(this.versions.holidays.get(region), knownAt) ?? this.holidays.get(region) ?? [])
    return compile({ timeZone, week: weekOf(hours), holidays, exceptions: exceptionsOf(hours) })
  }
}

/** What was defined at an instant and is not any more. */
function definedAt<T>(versions: Version[] | undefined, knownAt: number): T | undefined {
  const version = versions?.[versionAt(versions, knownAt)]
  return version && (JSON.parse(version.definition) as T)
}

/** Zones that nobody knows count as UTC, so that a slip in master data stops no repair. */
export const zoneOf = ({ timeZone }: Site): string => (timeZone && isTimeZone(timeZone) ? timeZone : 'UTC')

/** A part of a country has the country's holidays as well. */
const regionsIn = (region: string | null): string[] => (region ? [...new Set([region.split('-')[0], region])] : [])

async function revisionNow(): Promise<string> {
  const { NumberRanges } = entities()
  const range = await SELECT.one.from(NumberRanges, { object: REVISION } as never).columns('last')
  return String(range?.last ?? 0)
}

async function load(revision: string): Promise<Calendars> {
  const { Calendars: Stored, CalendarSpans, CalendarExceptions, Holidays, Regions } = entities()
  const rows = (await SELECT.from(Stored).columns('code', 'timeZone', 'holidayRegion_code', 'hasHolidays')) as StoredCalendar[]
  const stored = new Map(rows.map(row => [row.code, { ...row, spans: [], exceptions: [] } as StoredCalendar]))
  for (const span of await SELECT.from(CalendarSpans)) stored.get(span.calendar_code)?.spans.push(span)
  for (const exception of await SELECT.from(CalendarExceptions)) stored.get(exception.calendar_code)?.exceptions.push(exception)
  const holidays = new Map<string, string[]>()
  for (const { region_code, day } of await SELECT.from(Holidays).columns('region_code', 'day'))
    holidays.set(region_code, [...(holidays.get(region_code) ?? []), day])
  return new Calendars(revision, stored, holidays, await SELECT.from(Regions).columns('code', 'addressRegion'), await versions())
}

async function versions(): Promise<BySubject<Version[]>> {
  const { CalendarVersions } = entities()
  const found: BySubject<Version[]> = { calendars: new Map(), holidays: new Map() }
  for (const { calendar_code, region_code, definition, replacedAt } of await SELECT.from(CalendarVersions).orderBy('revision')) {
    const [bySubject, subject] = calendar_code ? [found.calendars, calendar_code] : [found.holidays, region_code]
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), { definition, replacedAt: Date.parse(replacedAt) }])
  }
  return found
}
