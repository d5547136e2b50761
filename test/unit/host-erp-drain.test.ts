import { setTimeout as wait } from 'node:timers/promises'
import { Drain, type Finished } from '../../srv/host-erp/drain'
import type { Claimed } from '../../srv/host-erp/messages'

/** Messages 1…count of so many work orders; as in the database, of each order only the first open one can be taken. */
function queue(count: number, orders: number, { limit = 4, milliseconds = 3 } = {}) {
  const open = Array.from({ length: count }, (_, i) => ({ ID: String(i + 1), workOrder_ID: String(i % orders) }) as Claimed)
  const taken = new Set<string>()
  const sent: string[] = []
  let underWay = 0
  let most = 0
  let turns = 0
  const drain = new Drain({
    async turn(finished: Finished[], room: number) {
      turns++
      for (const { message } of finished) open.splice(open.indexOf(message), 1)
      const firsts = open.filter((message, i) => !taken.has(message.ID) && open.findIndex(other => other.workOrder_ID === message.workOrder_ID) === i)
      const claimed = firsts.slice(0, room)
      for (const { ID } of claimed) taken.add(ID)
      return claimed
    },
    async send(message) {
      most = Math.max(most, ++underWay)
      await wait(Math.random() * milliseconds)
      underWay--
      sent.push(message.ID)
      return { document: message.ID }
    },
    limit: () => limit,
    idle: async () => 60_000,
    giveBack: async () => {}
  })
  const done = async () => { while (open.length) await wait(2) }
  return { drain, done, sent, open, most: () => most, turns: () => turns }
}

describe('the drain', () => {
  test('sends everything once, and what belongs to one order in its order', async () => {
    const { drain, done, sent } = queue(60, 7)
    drain.wake()
    await done()
    expect(new Set(sent).size).toBe(60)
    expect(sent).toHaveLength(60)
    for (let order = 0; order < 7; order++) {
      const own = sent.map(Number).filter(ID => (ID - 1) % 7 === order)
      expect(own).toEqual([...own].sort((a, b) => a - b))
    }
    drain.stop()
  })

  test('keeps as many under way as allowed, never more, however often it is woken', async () => {
    const { drain, done, most } = queue(40, 40, { limit: 5 })
    for (let i = 0; i < 10; i++) drain.wake()
    await done()
    expect(most()).toBe(5)
    drain.stop()
  })

  test('writes down together what finishes together', async () => {
    const { drain, done, turns } = queue(80, 80, { limit: 16, milliseconds: 1 })
    drain.wake()
    await done()
    expect(turns()).toBeLessThan(20)
    drain.stop()
  })

  test('takes up nothing more once it is stopped', async () => {
    const { drain, sent, open } = queue(30, 1)
    drain.wake()
    await wait(15)
    drain.stop()
    const before = sent.length
    await wait(40)
    expect(sent.length - before).toBeLessThanOrEqual(1)
    expect(open.length).toBeGreaterThan(0)
  })
  test('what it is just taking when its time is up is given back with the others, unsent', async () => {
    const sent: string[] = [], back: string[] = []
    const taken = ['1', '2'].map(ID => ({ ID }) as Claimed)
    const drain: Drain = new Drain({
      async turn() {
        const [message] = taken.splice(0, 1)
        if (message.ID === '2') await wait(30)
        return [message]
      },
      send: ({ ID }) => { sent.push(ID); return new Promise(() => {}) },
      giveBack: async messages => { back.push(...messages.map(({ ID }) => ID)) },
      limit: () => 4, idle: async () => 60_000
    })
    drain.wake()
    await wait(10)
    drain.wake()
    await wait(10)
    void drain.stop()
    await drain.giveBack()
    expect([sent, back]).toEqual([['1'], ['1', '2']])
  })
})
