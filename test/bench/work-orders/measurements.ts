import { percentile } from '../report'

/** Something that is measured by doing it again and again; what takes long has a turn in each `every`-th round only. */
export interface Activity { name: string; every?: number; run(round: number): Promise<unknown> }

/** What one activity cost, in milliseconds, and how often it was done. */
export interface Figure { p50: number; p95: number; times: number }

const WARM_UP_ROUNDS = 5

/**
 * Does all activities in turns until the time or the rounds are over. Turns make figures comparable:
 * whatever else the machine does meanwhile hits all of them alike.
 */
export async function takeTurns(activities: Activity[], seconds: number, maxRounds = 400): Promise<Record<string, Figure>> {
  for (let round = 0; round < WARM_UP_ROUNDS; round++) for (const activity of activities) await activity.run(round)
  const samples = activities.map(() => [] as number[])
  const end = performance.now() + seconds * 1000
  for (let round = WARM_UP_ROUNDS; performance.now() < end && round < maxRounds + WARM_UP_ROUNDS; round++) {
    for (const [i, { run, every = 1 }] of activities.entries()) if (round % every === 0) samples[i].push(await timeOf(() => run(round)))
  }
  return Object.fromEntries(activities.map(({ name }, i) => [name, figureOf(samples[i])]))
}

/** Does one activity by several callers at once. */
export async function crowd({ run }: Activity, callers: number, seconds: number): Promise<Figure & { perSecond: number }> {
  const samples: number[] = []
  const started = performance.now(), end = started + seconds * 1000
  let round = 0
  await Promise.all(Array.from({ length: callers }, async () => {
    while (performance.now() < end) samples.push(await timeOf(() => run(round++)))
  }))
  return { ...figureOf(samples), perSecond: rounded((samples.length * 1000) / (performance.now() - started)) }
}

export const rounded = (value: number) => Math.round(value * 100) / 100

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const figureOf = (samples: number[]): Figure => ({ p50: rounded(percentile(samples, 50)), p95: rounded(percentile(samples, 95)), times: samples.length })
