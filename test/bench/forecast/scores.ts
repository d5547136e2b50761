/** A forecast and what came of it. */
export interface Forecast { probability: number; late: boolean }

/** Mean squared distance between forecast and outcome (Brier 1950): 0 is perfect, 0.25 is a coin. */
export const brier = (forecasts: Forecast[]): number => mean(forecasts.map(({ probability, late }) => (probability - Number(late)) ** 2))

/** What part of the base rate's score a forecast saves; below zero it is worse than always telling the base rate. */
export const skill = (forecasts: Forecast[], baseline: Forecast[]): number => 1 - brier(forecasts) / brier(baseline)

/** How often it came true, for forecasts of about the same probability. */
export function calibration(forecasts: Forecast[], bins = 5): { from: number; to: number; count: number; told: number; cameTrue: number }[] {
  return Array.from({ length: bins }, (_, i) => {
    const within = forecasts.filter(({ probability }) => Math.min(bins - 1, Math.floor(probability * bins)) === i)
    return { from: i / bins, to: (i + 1) / bins, count: within.length, told: mean(within.map(each => each.probability)), cameTrue: mean(within.map(({ late }) => Number(late))) }
  }).filter(({ count }) => count)
}

/** Mean distance between what was told and what came true, weighted by how often it was told. */
export const calibrationError = (forecasts: Forecast[], bins = 5): number =>
  calibration(forecasts, bins).reduce((sum, { count, told, cameTrue }) => sum + (count / forecasts.length) * Math.abs(told - cameTrue), 0)

const mean = (values: number[]) => (values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0)
