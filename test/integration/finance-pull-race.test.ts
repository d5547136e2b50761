import { setTimeout as wait } from 'node:timers/promises'
import cds from '@sap/cds'
import axios, { type AxiosInstance } from 'axios'
import { bringUpToDate, changeRepairCosts } from '../../srv/finance/costs/ledger'
import { FinanceInstance } from '../faults/finance-instance'
import { seededRandom } from '../host-erp/wire/random'
import { isPostgres, order, startApp, takeOrder } from '../setup/app'
import { environmentFor } from '../setup/postgres'

/** FINANCE_PULL_SECONDS=30 for the long run. */
const SECONDS = Number(process.env.FINANCE_PULL_SECONDS ?? 3)
const WRITERS = isPostgres() ? 20 : 6
const PAGE = 50

jest.setTimeout((SECONDS + 120) * 1000)

const app = startApp()
const instances: FinanceInstance[] = []
afterAll(() => Promise.all(instances.map(instance => instance.stop())))

interface Pulled { ID: string; changeNumber: string; amount: string; state_code: string }

/** The second instance is a process of its own; a database in memory has only the one at hand. */
async function urls(): Promise<string[]> {
  if (!isPostgres()) return [app.url()]
  const { AFTERSALES_TEST_POSTGRES, AFTERSALES_TEST_DATABASE } = process.env
  const instance = new FinanceInstance(environmentFor(JSON.parse(AFTERSALES_TEST_POSTGRES!), AFTERSALES_TEST_DATABASE!))
  instances.push(instance)
  await instance.start()
  return [app.url(), await instance.url()]
}

const client = (baseURL: string, username: string) => axios.create({ baseURL, auth: { username, password: '' }, validateStatus: () => true })

/** Books, changes and deletes items of orders, some of which others work on as well. */
async function write(http: AxiosInstance, orders: string[], random: () => number, until: number): Promise<Record<string, number>> {
  const items: { order: string; ID: string }[] = [], answers: Record<string, number> = {}
  while (Date.now() < until) {
    const deed = random(), known = items[Math.floor(random() * items.length)]
    const path = known && `${order(known.order)}/costItems(ID=${known.ID},IsActiveEntity=true)`
    const chosen = orders[Math.floor(random() * orders.length)]
    const { status, data } = deed < 0.6 || !known
      ? await http.post(`${order(chosen)}/costItems`, { type_code: 'lumpSum', quantity: 1, rate: Math.round(random() * 10_000) / 100, description: 'Race' })
      : deed < 0.9 ? await http.patch(path, { quantity: 1 + Math.floor(random() * 9) }) : await http.delete(path)
    if (status === 201) items.push({ order: chosen, ID: data.ID })
    answers[status] = (answers[status] ?? 0) + 1
  }
  return answers
}

/** Writes early in its transaction and commits late, as a posting does: whoever gave numbers early would be overtaken. */
async function dawdle(orders: string[], random: () => number, until: number): Promise<number> {
  let done = 0
  while (Date.now() < until) {
    const ID = orders[Math.floor(random() * orders.length)]
    await cds.tx({ user: cds.User.privileged } as never, (async () => {
      await bringUpToDate([ID])
      const rows = (await SELECT.from('aftersales.RepairCosts').columns('ID').where({ workOrder_ID: ID, state_code: 'Open' }).limit(3)) as { ID: string }[]
      await changeRepairCosts(rows.map(row => row.ID), { reference: `late ${done}` })
      if (isPostgres()) await wait(random() * 60)
    }) as never).catch(() => {})
    done++
    await wait(5)
  }
  return done
}

/** Everything after the last number, page by page, until the writers are done and nothing more comes. */
async function pull(http: AxiosInstance, isOver: () => boolean): Promise<{ rows: Map<string, Pulled>; numbers: number[]; pages: number }> {
  const rows = new Map<string, Pulled>(), numbers: number[] = []
  let last = 0, pages = 0
  for (;;) {
    const wasOver = isOver()
    const { data, status } = await http.get(`/odata/v4/finance/RepairCosts?$filter=changeNumber gt ${last}&$orderby=changeNumber&$top=${PAGE}&$select=ID,changeNumber,amount,state_code`)
    if (status !== 200) throw new Error(JSON.stringify(data))
    pages++
    for (const row of data.value as Pulled[]) {
      rows.set(row.ID, row)
      numbers.push(last = Number(row.changeNumber))
    }
    if (!data.value.length && wasOver) return { rows, numbers, pages }
  }
}

test('whoever asks for everything after the last number gets each change once and in order, while others write', async () => {
  const bases = await urls()
  const orders = await Promise.all(Array.from({ length: 8 }, () => takeOrder(app)))
  const until = Date.now() + SECONDS * 1000
  let isOver = false
  const pulling = pull(client(bases.at(-1)!, 'controller'), () => isOver)
  const writers = Array.from({ length: WRITERS }, (_, i) => {
    const random = seededRandom(100 + i)
    return i % 5 === 4 ? dawdle(orders, random, until) : write(client(bases[i % bases.length], 'agent'), orders, random, until)
  })
  const done = await Promise.all(writers)
  isOver = true
  const { rows, numbers, pages } = await pulling
  const stored = (await cds.db.run(SELECT.from('aftersales.RepairCosts').columns('ID', 'changeNumber', 'amount', 'state_code').orderBy('changeNumber'))) as Pulled[]
  if (process.env.FINANCE_PULL_SECONDS) console.log(`${bases.length} instances, ${WRITERS} writers, ${SECONDS} s: ${JSON.stringify(done)}; ${stored.length} rows, ${numbers.length} versions pulled in ${pages} pages`)

  expect(numbers.filter((number, i) => i && number <= numbers[i - 1])).toEqual([])
  const plain = ({ ID, changeNumber, amount, state_code }: Pulled) => [ID, Number(changeNumber), Number(amount), state_code]
  expect([...rows.values()].sort((a, b) => Number(a.changeNumber) - Number(b.changeNumber)).map(plain)).toEqual(stored.map(plain))
  expect(numbers.length).toBeGreaterThan(10)
  const sums = await cds.db.run(SELECT.from('aftersales.CostItems').columns('sum(amount) as total').where({ workOrder_ID: { in: orders } }))
  expect(stored.reduce((sum, row) => sum + Math.round(Number(row.amount) * 100), 0)).toBe(Math.round(Number(sums[0].total) * 100))
  expect(done.flatMap(answers => (typeof answers === 'number' ? [] : Object.keys(answers))).filter(status => !['200', '201', '204', '404', '409'].includes(status))).toEqual([])
})
