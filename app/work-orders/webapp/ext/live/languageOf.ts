import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import DateFormat from 'sap/ui/core/format/DateFormat'
import NumberFormat from 'sap/ui/core/format/NumberFormat'
import type { Language } from './language'

/** The language of a page, from its texts and UI5's formats. */
export function languageOf(bundle: ResourceBundle): Language {
  const instants = DateFormat.getDateTimeInstance({ style: 'medium/short' })
  const amounts = NumberFormat.getCurrencyInstance({ showMeasure: false })
  const quantities = NumberFormat.getFloatInstance({ maxFractionDigits: 3 })
  return {
    text: (key, ...figures) => bundle.getText(key, figures) ?? key,
    instant: iso => instants.format(new Date(iso)),
    amount: (value, currency) => `${amounts.format([value, currency] as never)}\u00a0${currency}`,
    number: (value, currency) => amounts.format([value, currency] as never),
    quantity: (value, unit) => [quantities.format(Number(value)), unit].filter(Boolean).join('\u00a0')
  }
}
