/** Days and times as the clocks of a zone show them. */
export class Clock {
  private readonly time: Intl.DateTimeFormat
  private readonly hour: Intl.DateTimeFormat
  private readonly dayAndTime: Intl.DateTimeFormat
  private readonly parts: Intl.DateTimeFormat

  constructor(readonly timeZone: string, private readonly locale: string) {
    this.time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' })
    this.hour = new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric' })
    this.dayAndTime = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
    this.parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  }

  timeOf(instant: string | number): string {
    return this.time.format(new Date(instant))
  }

  hourOf(instant: number): string {
    return this.hour.format(new Date(instant))
  }

  dayAndTimeOf(instant: string | number | null): string {
    return instant ? this.dayAndTime.format(new Date(instant)) : ''
  }

  /** YYYY-MM-DD and HH:MM. */
  wall(instant: string | number): { day: string; time: string } {
    const part = Object.fromEntries(this.parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
    return { day: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` }
  }

  /** The instant at which the clocks show a day and a time; where they skip it, the one as much later. */
  instant(day: string, time: string): number {
    const wanted = Date.parse(`${day}T${time}:00Z`)
    const offset = (at: number) => { const wall = this.wall(at); return Date.parse(`${wall.day}T${wall.time}:00Z`) - at }
    const guess = wanted - offset(wanted)
    return wanted - offset(guess)
  }

  /** A day without its time, such as "Mon, 23 Nov". */
  dayName(day: string, style: 'short' | 'long' = 'short'): string {
    return new Intl.DateTimeFormat(this.locale, { timeZone: 'UTC', weekday: style, day: 'numeric', month: style === 'long' ? 'long' : 'short' }).format(new Date(`${day}T12:00:00Z`))
  }
}

const DAY = 86_400_000

export const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
