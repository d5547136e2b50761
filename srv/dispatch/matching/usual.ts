import type { Pool } from './pool'
import type { Technician } from './technician'

/** Where nobody has repaired a model yet. */
const UNKNOWN_FIX_RATE = 0.7
/** So many repairs say how long the next one takes. */
const ENOUGH_REPAIRS = 5
const QUARTER = 15

/** How many minutes repairs of a kind took on average, in whole quarters of an hour; nothing while there are few. */
export function usualMinutes(model: string | null, faultCategory: string | null, pool: Pool): number | undefined {
  if (model === null) return undefined
  const category = faultCategory ?? ''
  return pool.once(`minutes ${model} ${category}`, technicians => {
    const known = technicians.map(({ performance }) => performance.get(model)?.durations.get(category)).filter(each => each !== undefined)
    const [repairs, minutes] = known.reduce(([count, sum], each) => [count + each.repairs, sum + each.minutes], [0, 0])
    return repairs >= ENOUGH_REPAIRS ? Math.max(QUARTER, Math.ceil(minutes / repairs / QUARTER) * QUARTER) : undefined
  })
}

/** Share (0 to 1) of a model's repairs, by whomever, that held at the first visit. */
export function fixRateOf(model: string | null, pool: Pool): number {
  if (model === null) return UNKNOWN_FIX_RATE
  return pool.once(`fix rate ${model}`, technicians => {
    const known = technicians.map(({ performance }) => performance.get(model)).filter(each => each !== undefined)
    const [repairs, fixes] = known.reduce(([count, sum], each) => [count + each.repairs, sum + each.firstTimeFixes], [0, 0])
    return repairs ? fixes / repairs : UNKNOWN_FIX_RATE
  })
}

/** The middle cost rate in each currency. */
export function usualRates(technicians: Technician[]): Map<string, number> {
  const rates = new Map<string, number[]>()
  for (const { costRate, currency } of technicians) {
    if (costRate === null || currency === null) continue
    if (!rates.has(currency)) rates.set(currency, [])
    rates.get(currency)!.push(costRate)
  }
  return new Map([...rates].map(([currency, values]) => [currency, values.sort((a, b) => a - b)[values.length >> 1]]))
}
