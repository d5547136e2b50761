import { standingAnswer, type Screening } from '../notifications/screening'
import type { Answers } from './rules'

/** What a notification says about an event, as far as authorities ask. */
export interface Reported extends Screening {
  /** ISO code of the country where it happened. */
  country: string | null
}

/** Where the device is on the market. */
export interface Market {
  role: string
  deviceOnMarket: 'yes' | 'no'
  /** Countries in which the authority's rules hold. */
  countries: Set<string>
}

/**
 * What is known before anybody is asked. Nobody harmed means neither death nor serious injury; harm says not yet which of them. A device that did what it should in use
 * may still have failed on the bench, so that only "yes" says something about a malfunction.
 */
export function answersOf(reported: Reported, { role, deviceOnMarket, countries }: Market): Answers {
  const harm = standingAnswer(reported, 'Harm') === 'no' ? 'no' : 'unknown'
  return {
    role, deviceOnMarket,
    occurredInMarket: reported.country ? (countries.has(reported.country) ? 'yes' : 'no') : 'unknown',
    death: harm, seriousInjury: harm,
    likelyToHarm: standingAnswer(reported, 'Potential'),
    malfunction: standingAnswer(reported, 'Malfunction') === 'yes' ? 'yes' : 'unknown'
  }
}

/** A person's answers go before those of the notification, where they say something. */
export const answeredBy = (given: Answers, known: Answers): Answers => ({ ...known, ...Object.fromEntries(Object.entries(given).filter(([input, answer]) => answer && (answer !== 'unknown' || !known[input]))) })
