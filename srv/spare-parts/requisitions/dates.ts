/** Days and instants of what is bought. Pure: days YYYY-MM-DD, instants ISO. */

const DAY = 86_400_000

export const dayOf = (instant: Date | string): string => new Date(instant).toISOString().slice(0, 10)

export const daysLater = (day: string, days: number): string => dayOf(new Date(Date.parse(day) + days * DAY))

/** When a purchase of today is delivered by its lead time; nothing where nobody knows that. */
export const deliveryDay = (today: string, deliveryDays: number | null | undefined): string | null => (deliveryDays == null ? null : daysLater(today, deliveryDays))

/** The host is asked for the day on which it is needed, or for the first on which it can come: asking for a day that nobody can keep tells the buyer nothing. */
export const wishedDay = (today: string, neededOn: string | null, expectedOn: string | null): string => [today, neededOn ?? today, expectedOn ?? today].sort().at(-1)!
