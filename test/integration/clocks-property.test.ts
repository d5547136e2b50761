import fc from 'fast-check'
import { action, order, letTechnicianDoAll, startApp, takeOrder, technicianID } from '../setup/app'
import { setTime } from '../setup/time'

const LEVELS = '/odata/v4/service-levels'
const app = startApp()
letTechnicianDoAll()
const admin = () => app.as('admin')
const iso = (value: string | null) => (value ? new Date(value).toISOString() : null)

const DO: Record<string, (ID: string) => Promise<{ status: number }>> = {
  release: ID => admin().post(action(ID, 'release'), {}),
  assign: async ID => admin().post(action(ID, 'assign'), { technician_ID: await technicianID(app) }),
  unassign: ID => admin().post(action(ID, 'unassign'), {}),
  start: ID => admin().post(action(ID, 'start'), {}),
  'hold for the customer': ID => admin().post(action(ID, 'hold'), { reason_code: 'CUSTOMER' }),
  'hold for a part': ID => admin().post(action(ID, 'hold'), { reason_code: 'PART' }),
  resume: ID => admin().post(action(ID, 'resume'), {}),
  complete: ID => admin().post(action(ID, 'complete'), { resolution_code: 'REPAIRED' }),
  accept: ID => admin().post(action(ID, 'accept'), { rating: 3 }),
  reopen: ID => admin().post(action(ID, 'reopen'), { reason_code: 'NOTFIXED' }),
  'raise the priority': ID => admin().patch(order(ID), { priority_code: '1' }),
  'lower the priority': ID => admin().patch(order(ID), { priority_code: '4' }),
  'promise by hand': ID => admin().patch(order(ID), { promisedAt: '2026-04-01T12:00:00Z' }),
  'work remotely': ID => admin().patch(order(ID), { executionMode_code: 'remote' }),
  'work on site': ID => admin().patch(order(ID), { executionMode_code: 'onsite' }),
  'apply agreements': ID => admin().post(`${LEVELS}/redetermine`, { workOrder_ID: ID })
}

/** What usually comes next; anything else is tried as well, and refused where it does not fit. */
const NEXT: Record<string, string[]> = {
  New: ['release'], Released: ['assign'], Assigned: ['start', 'start', 'unassign'], InProgress: ['hold for the customer', 'hold for a part', 'complete'],
  OnHold: ['resume'], Completed: ['accept', 'reopen'], Accepted: ['reopen']
}
const happening = fc.record({ isUsual: fc.boolean(), pick: fc.nat(1000), minutes: fc.integer({ min: 0, max: 400 }) })

/** A repair that waits for its customer and is accepted: whatever chance brings, this is among it. */
const WAITING: [string, { isUsual: boolean; pick: number; minutes: number }[]] =
  ['MIL-0850-2210', [0, 0, 0, 0, 0, 2, 0].map(pick => ({ isUsual: true, pick, minutes: 30 }))]

test('whatever happens to an order, lists show what its ledger says, and no entry is missing or there twice', async () => {
  const seen = new Set<string>()
  const serialNumbers = fc.constantFrom('MIL-0850-2210', 'WAS-0009-7733', 'EXC-0210-4401')
  await fc.assert(fc.asyncProperty(serialNumbers, fc.array(happening, { minLength: 12, maxLength: 20 }), async (serialNumber, happenings) => {
    let now = Date.parse('2026-03-09T06:00:00Z')
    setTime(new Date(now).toISOString())
    const ID = await takeOrder(app, { serialNumber, executionMode_code: 'onsite' })
    for (const { isUsual, pick, minutes } of happenings) {
      const names = isUsual ? NEXT[(await admin().get(order(ID))).data.status_code] : Object.keys(DO)
      setTime(new Date((now += minutes * 60_000)).toISOString())
      const { status } = await DO[names[pick % names.length]](ID)
      expect([200, 409]).toContain(status)
      if (status === 200) for (const state of await consistentStates(ID)) seen.add(state)
    }
  }), { numRuns: 12, examples: [WAITING] })
  expect([...seen].sort()).toEqual(expect.arrayContaining(['fix paused, not due', 'fix running', 'fix stopped', 'completion paused, not due', 'completion running', 'response stopped']))
}, 120_000)

/** Compares lists, ledger and the order's promise, and returns which clocks are in which state. */
async function consistentStates(ID: string): Promise<string[]> {
  const shown = (await admin().get(`${LEVELS}/Clocks?$filter=workOrder_ID eq ${ID}&$expand=events($orderby=sequence)`)).data.value
  const read = (await admin().get(`${LEVELS}/clocksAt(workOrder_ID=${ID})`)).data.value
  const { promisedAt, promisePausedAt } = (await admin().get(order(ID))).data
  for (const { kind_code, status_code, dueAt, events } of shown) {
    expect(events.map((e: any) => e.sequence)).toEqual(events.map((_: unknown, i: number) => i + 1))
    const reading = read.find((clock: any) => clock.kind_code === kind_code)
    expect([kind_code, status_code, iso(dueAt)]).toEqual([kind_code, reading.status_code, iso(reading.dueAt)])
  }
  const fix = shown.find((clock: any) => clock.kind_code === 'fix')
  expect(Boolean(promisePausedAt)).toBe(fix.status_code === 'paused' && !fix.dueAt)
  if (fix.dueAt) expect(iso(promisedAt)).toBe(iso(fix.dueAt))
  return shown.map((clock: any) => `${clock.kind_code} ${clock.status_code}${clock.dueAt ? '' : ', not due'}`)
}
