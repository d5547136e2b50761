import { atLeast, report, type Target } from './report'
import { excavatorFailures } from './trends/failures'
import { permuted, RUN_LENGTH, type Outcome, type Shuffling } from './trends/permutation'

const LEVELS = ['location', 'class', 'asset', 'fleet'] as const
/** Shuffles of a series by level: there are many locations and one fleet. */
const TIMES = { location: 10, class: 200, asset: 400, fleet: 1000 }

/**
 * How often the trend rule cries wolf, and how soon it finds a doubled rate, on failures of real excavators: `npm run bench -- trends [--times 1]` multiplies the number of shuffles. Nothing in
 * the rule was set by these data.
 */
export async function bench(args: string[]): Promise<void> {
  const times = args.includes('--times') ? Number(args[args.indexOf('--times') + 1]) : 1
  const all = excavatorFailures()
  if (!all) return console.log('excavator-work-orders.csv is not there: name one by AFTERSALES_FAILURES')
  const figures: Record<string, unknown> = {}, targets: Target[] = []
  for (const shuffling of ['weeks', 'dates'] as Shuffling[]) {
    const outcomes = LEVELS.flatMap(level => permuted(all.filter(series => series.level === level), shuffling, Math.ceil(TIMES[level] * times)))
    const table = Object.fromEntries(LEVELS.map(level => [level, summary(outcomes.filter(outcome => outcome.level === level))]))
    console.log(`\n${shuffling} of each series shuffled; a false alarm in so many weeks, doublings found within 6 weeks, and how many the best rule of all could find`)
    console.table(table)
    const possible = outcomes.filter(({ bound }) => bound >= 0.9)
    console.log(possible.length ? 'Series whose doubling can be found in 90 % of cases:' : 'There is no series whose doubling any rule could find in 90 % of cases.')
    if (possible.length) console.table(possible.map(({ level, name, ...rest }) => ({ level, name, ...summary([{ level, name, ...rest }]) })))
    figures[shuffling] = table
    targets.push(atLeast(`${shuffling}: weeks to a false alarm, all functional locations`, table.location['weeks to a false alarm'], RUN_LENGTH))
    for (const { level, name, found, injected } of possible) targets.push(atLeast(`${shuffling}: doublings of ${level} ${name} found within 6 weeks`, round(found / injected), 0.9))
  }
  report('trends', figures, targets)
}

function summary(outcomes: Outcome[]) {
  const total = (of: (outcome: Outcome) => number) => outcomes.reduce((sum, outcome) => sum + of(outcome), 0)
  return {
    series: outcomes.length, 'per week': round(total(({ perWeek }) => perWeek) / outcomes.length), weeks: total(({ weeks }) => weeks),
    'weeks to a false alarm': Math.round(total(({ weeks }) => weeks) / Math.max(1, total(({ alarms }) => alarms))),
    found: round(total(({ found }) => found) / total(({ injected }) => injected)), 'could be found': round(total(({ bound }) => bound) / outcomes.length),
    'of the possible': round(total(({ found }) => found) / total(({ injected, bound }) => injected * bound))
  }
}

const round = (value: number) => Math.round(value * 1000) / 1000
