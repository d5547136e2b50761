import { unitOf } from '../live/durations'
import type { Language } from '../live/language'

/** An agreement as far as an order's page tells of it. Amounts are decimals as strings. */
export interface Agreement {
  ID: string
  number: string
  name: string
  terms: {
    kind: { name: string }
    clock: { name: string } | null
    unitMinutes: number | null
    amount: string
    maximum: string | null
    currency_code: string
  }[]
}

export interface AgreementText {
  name: string
  link: string
  terms: { name: string; text: string }[]
}

/** What was agreed, in words. */
export function agreementOf({ ID, number, name, terms }: Agreement, { text, amount }: Pick<Language, 'text' | 'amount'>): AgreementText {
  return {
    name: `${number} ${name}`, link: `#ServiceAgreement-manage&/Agreements(ID=${ID},IsActiveEntity=true)`,
    terms: terms.map(({ kind, clock, unitMinutes, amount: each, maximum, currency_code: currency }) => ({
      name: clock ? `${kind.name} (${clock.name})` : kind.name,
      text: !unitMinutes ? amount(each, currency)
        : maximum ? text('terms.perUnitAtMost', amount(each, currency), unit(unitMinutes, text), amount(maximum, currency))
          : text('terms.perUnit', amount(each, currency), unit(unitMinutes, text))
    }))
  }
}

function unit(minutes: number, text: Language['text']): string {
  const { key, figures } = unitOf(minutes)
  return text(`duration.${key}`, ...figures)
}
