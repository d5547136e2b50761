import type { PastRepair } from './back-test'
import { seededRandom } from '../../host-erp/wire/random'

const HOUR = 3_600_000

/**
 * Repairs whose laws are known: what a forecast could know at best is in them. Fault and model each stretch a log-normal duration,
 * one repair in three waits for a part that comes a little later or much later than estimated, arrivals slip, and due dates differ by priority.
 */
export function inventedHistory(count: number, seed = 1): PastRepair[] {
  const random = seededRandom(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const faults = Array.from({ length: 12 }, (_, i) => ({ name: `F${i}`, hours: 1.5 * 1.25 ** i }))
  const models = Array.from({ length: 15 }, (_, i) => ({ name: `M${i}`, factor: 0.6 + 0.06 * i }))
  const pick = <T>(list: T[]) => list[Math.floor(random() * list.length)]
  let receivedAt = Date.UTC(2024, 0, 1)
  return Array.from({ length: count }, () => {
    receivedAt += -Math.log(1 - random()) * 2 * HOUR
    const [fault, model, allowed] = [pick(faults), pick(models), pick([8, 24, 48, 96])]
    const plannedStart = receivedAt + (0.1 + 0.6 * random()) * allowed * HOUR
    const startedAt = Math.max(receivedAt, plannedStart + 0.5 * HOUR * normal())
    const partsAt = random() < 1 / 3 ? receivedAt + 0.9 * allowed * random() * HOUR : undefined
    const partsCame = partsAt === undefined ? 0 : partsAt + (random() < 0.8 ? 0 : 24 * random()) * HOUR
    const begun = Math.max(startedAt, partsCame)
    const completedAt = begun + fault.hours * model.factor * Math.exp(0.45 * normal()) * HOUR
    return { receivedAt, dueAt: receivedAt + allowed * HOUR, plannedStart, startedAt: begun, completedAt, partsAt, fault: fault.name, model: model.name, priority: String(allowed) }
  })
}
