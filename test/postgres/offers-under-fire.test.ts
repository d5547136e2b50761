import { acrossRestart, underTwo } from '../faults/offers'

// Several instances are a matter of PostgreSQL: a file has one writer.
const database = 'postgres'
const COUNT = 4
/** Each order has lost one offer, its history says so once, and nobody is asked beside somebody else. */
const ONCE = { expired: COUNT, orders: COUNT, mostOffers: 1, visits: expect.objectContaining({ Expired: COUNT, Offered: COUNT }) }

test('offers that run out while no instance lives pass on once, when one lives again', async () => {
  expect(await acrossRestart(database, COUNT)).toEqual(ONCE)
}, 240_000)

test('offers pass on once, though two instances look for them and one is killed meanwhile', async () => {
  expect(await underTwo(database, COUNT)).toEqual(ONCE)
}, 240_000)
