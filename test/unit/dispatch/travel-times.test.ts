import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { kilometres, paceOf, pointAt } from '../../../srv/great-circle'
import { greatCircle, type Coordinates } from '../../../srv/dispatch/travel/provider'
import { RoadTable } from '../../../srv/dispatch/travel/road-table'

const ROADS = { detour: 1.3, speed: 60 }
const BERLIN = { latitude: 52.52, longitude: 13.405 }, MUNICH = { latitude: 48.137, longitude: 11.575 }, SYDNEY = { latitude: -33.865, longitude: 151.209 }

describe('on the great circle', () => {
  test.each([[BERLIN, MUNICH, 504], [BERLIN, SYDNEY, 16_094], [BERLIN, BERLIN, 0]])('distances agree with the maps (%p to %p)', (from, to, expected) => {
    const distance = kilometres(pointAt(from.latitude, from.longitude), pointAt(to.latitude, to.longitude))
    expect(Math.abs(distance - expected)).toBeLessThan(1 + expected / 500)
  })

  test('the short way of computing agrees with the long one', () => {
    for (const degrees of [0.001, 0.1, 1, 5, 11.4]) {
      const exact = (degrees * Math.PI * 6371.0088) / 180
      expect(kilometres(pointAt(0, 0), pointAt(0, degrees)) / exact).toBeCloseTo(1, 6)
    }
  })

  test('time is distance times detour by speed, and unknown places are not a number', async () => {
    const { seconds } = await greatCircle.table([BERLIN, MUNICH], ROADS)
    expect(seconds[1]).toBeCloseTo((kilometres(pointAt(52.52, 13.405), pointAt(48.137, 11.575)) * paceOf(ROADS)) / 1000, 0)
    expect([seconds[0], seconds[1] === seconds[2]]).toEqual([0, true])
    expect(kilometres(pointAt(null, 1), pointAt(0, 0))).toBeNaN()
  })
})

describe('a table service of roads', () => {
  let server: http.Server
  let url: string
  let respond: (request: { coordinates: number[][]; sources: number[]; destinations: number[] }) => object | undefined
  let asked = 0

  beforeAll(async () => {
    server = http.createServer((request, response) => {
      asked++
      const { pathname, searchParams } = new URL(request.url!, 'http://localhost')
      const list = (name: string) => searchParams.get(name)!.split(';').map(Number)
      const coordinates = pathname.replace('/table/v1/driving/', '').split(';').map(pair => pair.split(',').map(Number))
      const body = respond({ coordinates, sources: list('sources'), destinations: list('destinations') })
      if (body) response.end(JSON.stringify(body))
    }).listen(0)
    await new Promise(resolve => server.once('listening', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => { server.closeAllConnections(); server.close() })
  beforeEach(() => { asked = 0 })

  /** Times that tell from where to where: longitudes in degrees. */
  const honest: typeof respond = ({ coordinates, sources, destinations }) =>
    ({ code: 'Ok', durations: sources.map(i => destinations.map(j => coordinates[i][0] * 1000 + coordinates[j][0])) })
  const places = (count: number): Coordinates[] => Array.from({ length: count }, (_, i) => ({ latitude: 50, longitude: i }))

  test('answers for more places than it takes at once, each pair in its direction', async () => {
    respond = honest
    const { seconds, estimated } = await new RoadTable({ url }).table(places(120), ROADS)
    expect([estimated, asked]).toEqual([0, 9])
    expect([seconds[3 * 120 + 7], seconds[7 * 120 + 3], seconds[119 * 120 + 60], seconds[5 * 120 + 5]]).toEqual([3007, 7003, 119_060, 0])
  })

  test('is not asked again for what it has said', async () => {
    respond = honest
    let now = 0
    const table = new RoadTable({ url, now: () => now })
    await table.table(places(3), ROADS)
    await table.table(places(3), ROADS)
    expect(asked).toBe(1)
    now += 25 * 3_600_000
    await table.table(places(3), ROADS)
    expect(asked).toBe(2)
  })

  test('that has no way between two places leaves those to the great circle', async () => {
    respond = () => ({ code: 'Ok', durations: [[0, null], [12, 0]] })
    const { seconds, estimated } = await new RoadTable({ url }).table([BERLIN, MUNICH], ROADS)
    const { seconds: guess } = await greatCircle.table([BERLIN, MUNICH], ROADS)
    expect([estimated, seconds[1], seconds[2]]).toEqual([1, guess[1], 12])
  })

  test.each([['is silent', () => undefined], ['refuses', () => ({ code: 'TooBig', message: 'Too many table coordinates' })]])('that %s is left alone for a minute, and told of once', async (_, answer) => {
    respond = answer
    let now = 0
    const failures: unknown[] = []
    const table = new RoadTable({ url, timeout: 200, now: () => now, onFailure: error => failures.push(error) })
    const guess = await greatCircle.table([BERLIN, MUNICH], ROADS)
    expect((await table.table([BERLIN, MUNICH], ROADS)).seconds).toEqual(guess.seconds)
    await table.table([BERLIN, MUNICH], ROADS)
    expect([asked, failures.length]).toEqual([1, 1])
    now += 61_000
    respond = honest
    expect((await table.table([BERLIN, MUNICH], ROADS)).estimated).toBe(0)
  })
})
