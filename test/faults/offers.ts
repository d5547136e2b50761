import { setTimeout as wait } from 'node:timers/promises'
import { type DatabaseName, onDatabase } from './database'
import { Instance } from './instance'

export interface OfferCounts { visits: Record<string, number>; expired: number; orders: number; mostOffers: number }

/** An instance of the service that passes unanswered offers on. */
export class OfferInstance extends Instance {
  constructor(environment: Record<string, string>, look: number) {
    super('offers-process.ts', { ...environment, FAULTS_DISPATCH: JSON.stringify({ look }) })
  }

  offer(count: number, seconds: number): Promise<unknown> { return this.ask({ offer: count, seconds }) }
  counts(): Promise<OfferCounts> { return this.ask({}) as Promise<OfferCounts> }
}

const LOOK = 200

/** Offers made by an instance that dies before anybody should have answered; another one starts when the time is over. */
export function acrossRestart(database: DatabaseName, count: number): Promise<OfferCounts> {
  return withInstances(database, [LOOK], async ([instance]) => {
    await instance.offer(count, 2)
    await instance.kill()
    await wait(2500)
    await instance.start()
    return settled(instance, count)
  })
}

/** Offers that two instances look for at the same time; one of them is killed while they pass on, and comes back. */
export function underTwo(database: DatabaseName, count: number): Promise<OfferCounts> {
  return withInstances(database, [LOOK, LOOK, 0], async ([first, second, quiet]) => {
    await Promise.all([first.counts(), second.counts()])
    await quiet.offer(count, 0)
    await wait(LOOK + 100)
    await first.kill()
    await first.start()
    await settled(quiet, count)
    await wait(LOOK * 5)
    return settled(quiet, count)
  })
}

function withInstances<T>(database: DatabaseName, looks: number[], work: (instances: OfferInstance[]) => Promise<T>): Promise<T> {
  return onDatabase(database, async environment => {
    const instances = looks.map(look => new OfferInstance(environment, look))
    try {
      // One after the other: the first schedules the task.
      for (const instance of instances) await instance.start()
      return await work(instances)
    } finally {
      await Promise.all(instances.map(instance => instance.stop()))
    }
  })
}

async function settled(observer: OfferInstance, count: number): Promise<OfferCounts> {
  for (const end = Date.now() + 90_000; ; await wait(300)) {
    const counts = await observer.counts()
    if (counts.orders >= count || Date.now() > end) return counts
  }
}
