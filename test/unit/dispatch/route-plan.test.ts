import fc from 'fast-check'
import { coordinate } from '../../../srv/dispatch/route-plan/coordinate'
import { planRoutes } from '../../../srv/dispatch/route-plan'
import { broken, world } from './route-plan-worlds'

describe('a route plan', () => {
  it('breaks no hard rule in any world', async () => {
    await fc.assert(fc.asyncProperty(world, async problem => {
      const made = await coordinate(problem, { iterations: 400, workers: 0 }, new Int32Array(1))
      expect(broken(problem, made)).toEqual([])
    }), { numRuns: 150 })
  }, 120_000)

  it('is the same for the same seed, iterations and workers', async () => {
    const problem = fc.sample(world, { numRuns: 1, seed: 4 })[0]
    const [one, two] = await Promise.all([planRoutes(problem, { iterations: 3000, seed: 5, workers: 2 }), planRoutes(problem, { iterations: 3000, seed: 5, workers: 2 })])
    expect({ ...one, seconds: 0 }).toEqual({ ...two, seconds: 0 })
  })
})
