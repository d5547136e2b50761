import fc from 'fast-check'
import { planRoutes, type PlanOptions, type Progress, type RouteProblem } from '../../../srv/dispatch/route-plan'
import { coordinate } from '../../../srv/dispatch/route-plan/coordinate'
import { Alone } from '../../../srv/dispatch/route-plan/crew'
import { broken, plainWorld, world } from './route-plan-worlds'

/** A plan made in this thread. */
function alone(problem: RouteProblem, options: PlanOptions = { iterations: 2000 }) {
  const stop = new Int32Array(1)
  return coordinate(problem, options, new Alone(stop), stop)
}

/** Orders at places on a line, a technician at 0 from 8 to 16 o'clock. */
function line(places: number[], change: Partial<RouteProblem> = {}): RouteProblem {
  const travel = [0, ...places].map(x => ({ x, y: 0 }))
  const days = [{ ID: 'Kim', start: 0, end: 0, from: 480, until: 960 }]
  return { travel, days, orders: places.map((_, i) => ({ ID: `order ${i}`, place: i + 1, minutes: 60, lost: 20 })), ...change }
}

const stopsOf = ({ routes }: Awaited<ReturnType<typeof alone>>) => routes.map(({ stops }) => stops.map(({ order }) => order))

describe('a route plan', () => {
  it('breaks no hard rule in any world', async () => {
    await fc.assert(fc.asyncProperty(world, async problem => {
      expect(broken(problem, await alone(problem, { iterations: 400 }))).toEqual([])
    }), { numRuns: 150 })
  }, 120_000)

  it('breaks none where nothing costs but travel', async () => {
    await fc.assert(fc.asyncProperty(plainWorld, async problem => {
      expect(broken(problem, await alone(problem, { iterations: 400 }))).toEqual([])
    }), { numRuns: 100 })
  }, 120_000)

  it('fills a day without a break beside one that has one', async () => {
    const days = [
      { ID: 'Kim', start: 0, end: 0, from: 480, until: 960, breaks: [{ from: 660, to: 780, minutes: 30 }] },
      { ID: 'Lee', start: 0, end: 0, from: 480, until: 960 }
    ]
    const problem = line([10, 20, 30, -10, -20, -30, 40, -40], { days })
    const plan = await alone(problem)
    expect(broken(problem, plan)).toEqual([])
    expect(plan.unserved).toEqual([])
    expect(stopsOf(plan).map(stops => stops.length > 0)).toEqual([true, true])
  })

  it('costs what its terms say', async () => {
    await fc.assert(fc.asyncProperty(world, async problem => {
      const plan = await alone(problem, { iterations: 200 })
      expect(plan.cost).toBeCloseTo(Object.values(plan.terms).reduce((a, b) => a + b, 0), 6)
      expect(plan.terms.travel).toBeCloseTo(plan.routes.reduce((sum, { travel }) => sum + travel, 0), 6)
      expect(plan.lost).toBe(plan.unserved.reduce((sum, { lost }) => sum + lost, 0))
    }), { numRuns: 30 })
  }, 60_000)

  it('is the same for the same seed, iterations and workers', async () => {
    const problem = fc.sample(world, { numRuns: 1, seed: 4 })[0]
    const [one, two] = await Promise.all([planRoutes(problem, { iterations: 3000, seed: 5, workers: 2 }), planRoutes(problem, { iterations: 3000, seed: 5, workers: 2 })])
    expect({ ...one, seconds: 0 }).toEqual({ ...two, seconds: 0 })
  })

  it('is made by one worker as by several', async () => {
    const problem = line([10, 20, 30, -10, -20, -30])
    for (const workers of [1, 3]) {
      const plan = await planRoutes(problem, { iterations: 3000, workers })
      expect(broken(problem, plan)).toEqual([])
      expect(plan.unserved).toEqual([])
      expect(plan.terms.travel).toBeCloseTo(120)
    }
  })

  it('opens as many of the days that are alike as it needs, and no more', async () => {
    const days = Array.from({ length: 20 }, (_, i) => ({ ID: `day ${i}`, start: 0, end: 0, from: 480, until: 960 }))
    const plan = await alone(line(Array.from({ length: 60 }, () => 30), { days }))
    expect(plan.unserved).toEqual([])
    expect(stopsOf(plan).filter(({ length }) => length > 0)).toHaveLength(9)
  })

  it('leaves out what loses least when the day is too short for all', async () => {
    const problem = line([10, 20, 30, 40, 50, 60, 70, 80])
    problem.orders[7].lost = 100
    const plan = await alone(problem)
    expect(stopsOf(plan)[0]).toContain('order 7')
    expect(plan.unserved).toEqual([0, 1, 2].slice(0, plan.unserved.length).map(() => expect.objectContaining({ lost: 20, reason: 'days-full', days: 1 })))
    expect(plan.lost).toBe(20 * plan.unserved.length)
  })

  it('says that nobody may do an order, and that nobody reaches it in time', async () => {
    const problem = line([10, 10])
    problem.orders[0].eligible = []
    problem.orders[1].windows = [[0, 480]]
    expect((await alone(problem)).unserved).toEqual([
      { order: 'order 0', lost: 20, reason: 'nobody-eligible', days: 0 }, { order: 'order 1', lost: 20, reason: 'out-of-reach', days: 1 }
    ])
  })

  it('keeps a deadline before it saves travel', async () => {
    const problem = line([10, 20, -60])
    problem.orders[2].deadline = 480 + 60 + 60
    const plan = await alone(problem)
    expect(plan.breaches).toBe(0)
    expect(stopsOf(plan)[0][0]).toBe('order 2')
  })

  it('breaches a deadline before it leaves the order out, and says by how much', async () => {
    const problem = line([60])
    problem.orders[0].deadline = 480 + 60
    const plan = await alone(problem)
    expect(plan.breaches).toBe(1)
    expect(plan.routes[0].stops[0].late).toBeCloseTo(60)
    expect(plan.terms.lateness).toBeCloseTo(6)
  })

  it('uses paid overtime up to its limit and not beyond', async () => {
    const days = [{ ID: 'Kim', start: 0, end: 0, from: 480, until: 540, overtime: 30 }]
    const plan = await alone(line([10], { days, weights: { overtime: 2 } }))
    expect(plan.terms.overtime).toBeCloseTo(40)
    expect((await alone(line([20], { days }))).unserved).toEqual([expect.objectContaining({ reason: 'out-of-reach' })])
  })

  it('moves a published visit only when that saves more than moving costs', async () => {
    const days = [{ ID: 'Kim', start: 0, end: 0, from: 480, until: 960 }, { ID: 'Lee', start: 1, end: 1, from: 480, until: 960 }]
    const published = line([10], { days, weights: { move: 15 } })
    published.orders[0].published = { day: 0 }
    expect(stopsOf(await alone(published))).toEqual([[], ['order 0']])
    expect((await alone(published)).terms).toMatchObject({ travel: 0, moved: 15 })
    expect(stopsOf(await alone({ ...published, weights: { move: 30 } }))).toEqual([['order 0'], []])
  })

  it('shares the work when balance is worth it', async () => {
    const days = ['Kim', 'Lee'].map(ID => ({ ID, start: 0, end: 0, from: 480, until: 960 }))
    expect(stopsOf(await alone(line([10, 10, 10, 10], { days }))).map(({ length }) => length).sort()).toEqual([0, 4])
    expect(stopsOf(await alone(line([10, 10, 10, 10], { days, weights: { balance: 1 } }))).map(({ length }) => length)).toEqual([2, 2])
  })

  it('uses as few technicians as possible when asked to', async () => {
    const days = [0, 1].map(start => ({ ID: `at ${start}`, start, end: start, from: 480, until: 960 }))
    const problem = line([100], { days })
    problem.orders.push({ ID: 'near', place: 0, minutes: 60, lost: 20 })
    expect((await alone(problem)).routes.filter(({ stops }) => stops.length)).toHaveLength(2)
    expect((await alone(problem, { iterations: 2000, objective: 'routes' })).routes.filter(({ stops }) => stops.length)).toHaveLength(1)
  })

  it('goes on behind the visits under way', async () => {
    const problem = line([50, 10])
    problem.days[0].frozen = [{ order: 'order 0', start: 600 }]
    const [{ stops }] = (await alone(problem)).routes
    expect(stops).toEqual([expect.objectContaining({ order: 'order 0', start: 600, frozen: true }), expect.objectContaining({ order: 'order 1', start: 700, travel: 40 })])
  })

  it('tells its progress and stops early with what it has', async () => {
    const stop = new AbortController()
    const seen: Progress[] = []
    const problem = fc.sample(world, { numRuns: 1, seed: 4 })[0]
    const plan = await planRoutes(problem, { seconds: 8, signal: stop.signal, onProgress: progress => (seen.push(progress), stop.abort()) })
    expect(seen.length).toBeGreaterThan(0)
    expect(plan.seconds).toBeLessThan(6)
    expect(broken(problem, plan)).toEqual([])
  }, 60_000)
})
