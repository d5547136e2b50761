import { seededRandom } from '../../host-erp/wire/random'
import { driftsOf, type Timed } from '../../soak/drift'

const SECONDS = 480
const random = seededRandom(7)

/** Requests at a constant rate; most take about as long as each other, a few much longer. */
const requests = (count: number, usual: number, slower: (at: number) => number = () => 1): Timed[] =>
  Array.from({ length: count }, (_, i) => ({ at: (i / count) * SECONDS, ms: usual * (0.8 + 0.4 * random()) * (random() < 0.1 ? 2 + random() : 1) * slower((i / count) * SECONDS) }))
const drifts = (kinds: Record<string, Timed[]>) => Object.fromEntries(driftsOf(new Map(Object.entries(kinds)), 0, SECONDS).map(each => [each.kind, each]))

test('what stays as it is drifts by less than chance explains', () => {
  const { all } = drifts({ list: requests(1500, 20), post: requests(1500, 200) })
  expect(Math.abs(all.drift)).toBeLessThan(0.1)
  expect(all.noise).toBeLessThan(0.1)
  expect(all.isJudged).toBe(true)
})

test('growth by a fifth is found', () => {
  const growing = (at: number) => 1 + 0.3 * (at / SECONDS)
  const { all, list } = drifts({ list: requests(3000, 20, growing) })
  expect(all.drift).toBeGreaterThan(0.13)
  expect(list.drift).toBeCloseTo(all.drift, 5)
})

test('one kind of ten that gets slower is found among all', () => {
  const others = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`kind ${i}`, requests(300, 10 * (i + 1))]))
  const { all, slow } = drifts({ ...others, slow: requests(300, 20, at => 1 + 4 * (at / SECONDS)) })
  expect(all.drift).toBeGreaterThan(0.1)
  expect(slow.isJudged).toBe(false)
})

test('a stall of a few seconds, and more of the slow kinds at the end, are no drift', () => {
  const stalled = (at: number) => (at > 400 && at < 430 ? 8 : 1)
  const late = requests(600, 200).map(({ at, ms }) => ({ at: 160 + at * (2 / 3), ms }))
  const { all } = drifts({ list: requests(3000, 20, stalled), post: [...requests(600, 200), ...late] })
  expect(Math.abs(all.drift)).toBeLessThan(0.1)
})
