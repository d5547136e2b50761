import { Circuit } from '../../srv/host-erp/circuit'
import { failureOf, HostUnavailable } from '../../srv/host-erp/failures'

const answered = (status: number, headers = {}) => Object.assign(new Error(`HTTP ${status}`), { reason: { response: { status, headers } } })
const refusedConnection = Object.assign(new Error('connect'), { reason: { code: 'ECONNREFUSED', message: 'connect' } })

function host() {
  let now = 0
  const circuit = new Circuit(() => ({ hostFailures: 3, probe: 1000 }), () => now)
  const ask = (outcome?: Error) => circuit.run(async () => { if (outcome) throw outcome; return 'answer' })
  return { circuit, ask, fail: (outcome: Error) => ask(outcome).catch(error => error), pass: (ms: number) => { now += ms } }
}

async function proven() {
  const all = host()
  await all.ask()
  return all
}

describe('a host that has not answered yet', () => {
  test('is asked by one, and the others wait until it has answered', async () => {
    const { circuit } = host()
    let answer = (_: string) => {}
    const first = circuit.run(() => new Promise<string>(resolve => { answer = resolve }))
    const request = jest.fn(async () => 'second')
    const second = circuit.run(request)
    await new Promise(resolve => setImmediate(resolve))
    expect([circuit.limit(8), request.mock.calls.length]).toEqual([1, 0])
    answer('first')
    expect(await Promise.all([first, second])).toEqual(['first', 'second'])
    expect(circuit.limit(8)).toBe(8)
  })

  test('that refuses the sign-in hears a wrong password once, however many wait', async () => {
    const { circuit } = host()
    const request = jest.fn(async () => { throw answered(401) })
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => circuit.run(request).catch(error => failureOf(error))))
    expect(request).toHaveBeenCalledTimes(1)
    for (const outcome of outcomes) expect(outcome).toMatchObject({ code: 'HTTP 401', scope: 'host', isFinal: false })
  })
})

describe('a host that is down', () => {
  test('is left in peace after some failures in a row, and asked again by one after the interval', async () => {
    const { circuit, ask, fail, pass } = await proven()
    for (let i = 0; i < 3; i++) { expect(circuit.limit(8)).toBe(8); await fail(refusedConnection) }
    expect(circuit.limit(8)).toBe(0)
    const kept = await fail(answered(400))
    expect([kept instanceof HostUnavailable, failureOf(kept).code]).toEqual([true, 'ECONNREFUSED'])
    pass(999)
    expect(circuit.limit(8)).toBe(0)
    pass(1)
    expect(circuit.limit(8)).toBe(1)
    await fail(refusedConnection)
    expect(circuit.limit(8)).toBe(0)
    pass(1000)
    await ask()
    expect([circuit.limit(8), circuit.state]).toEqual([8, undefined])
  })

  test('is asked later when it says so itself', async () => {
    const { circuit, fail, pass } = await proven()
    for (let i = 0; i < 3; i++) await fail(answered(503, { 'retry-after': '7' }))
    pass(6999)
    expect(circuit.limit(8)).toBe(0)
    pass(1)
    expect(circuit.limit(8)).toBe(1)
  })

  test('while one asks, the others are told at once', async () => {
    const { circuit, fail, ask, pass } = await proven()
    for (let i = 0; i < 3; i++) await fail(refusedConnection)
    pass(1000)
    const question = circuit.run(() => new Promise(() => {}))
    await expect(ask()).rejects.toBeInstanceOf(HostUnavailable)
    expect(question).toBeInstanceOf(Promise)
  })

  test('a refusal is an answer: it is not down', async () => {
    const { circuit, fail } = await proven()
    for (let i = 0; i < 20; i++) await fail(i % 3 === 2 ? answered(400) : refusedConnection)
    expect(circuit.limit(8)).toBe(8)
  })
})

describe('a host that refuses the sign-in', () => {
  test('is not asked again by itself, but when a person wants it', async () => {
    const { circuit, ask, fail, pass } = await proven()
    await fail(answered(401))
    pass(24 * 3600 * 1000)
    expect(circuit.limit(8)).toBe(0)
    circuit.admitProbe()
    expect(circuit.limit(8)).toBe(1)
    await ask()
    expect(circuit.limit(8)).toBe(8)
  })

  test('an answer to an older session, still under way, proves nothing', async () => {
    const { circuit, fail } = await proven()
    let answer = (_: string) => {}
    const older = circuit.run(() => new Promise<string>(resolve => { answer = resolve }))
    await fail(answered(401))
    answer('late')
    await older
    expect(circuit.limit(8)).toBe(0)
  })
})
