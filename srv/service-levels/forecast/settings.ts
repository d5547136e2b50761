import cds from '@sap/cds'

/** How forecasts are kept and who is told of them: `cds.requires.forecast`. */
export interface ForecastSettings {
  /** Orders of one turn: one transaction. */
  batch: number
  /** Minutes until a forecast is computed anew by itself, for orders that are due within `soonHours`, and for all others. */
  everyMinutes: number
  soonHours: number
  laterMinutes: number
  /** The customer is told of a delay at the latest so many hours before the due date, where it is known then; a day before that at the earliest. */
  leadHours: number
  /** And not before people had so many minutes since the receipt to plan the repair. */
  settleMinutes: number
  /** Told again when the expected date has moved by more than so many hours. */
  slipHours: number
  /** Risk in percent from which the lead is told; the customer is told when the expected date lies after the due date. */
  tellPercent: number
}

const DEFAULTS: ForecastSettings = {
  batch: 200, everyMinutes: 15, soonHours: 72, laterMinutes: 360, leadHours: 24, settleMinutes: 60, slipHours: 24, tellPercent: 70
}

export const forecastSettings = (): ForecastSettings => ({ ...DEFAULTS, ...(cds.env.requires as Record<string, Partial<ForecastSettings> | undefined>).forecast })
