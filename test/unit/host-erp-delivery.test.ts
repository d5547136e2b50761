import { delayAfter } from '../../srv/host-erp/back-off'
import { send } from '../../srv/host-erp/delivery'
import { failureOf, NotSendable, UnreadableAnswer } from '../../srv/host-erp/failures'
import { keyOf } from '../../srv/host-erp/keys'
import { withPredecessor } from '../../srv/host-erp/kinds'
import type { Claimed } from '../../srv/host-erp/messages'
import type { HostErp } from '../../srv/host-erp/ports'

const answered = (status: number, body?: unknown, headers = {}) => Object.assign(new Error('failed'), { reason: { response: { status, body, headers } } })
const sap = (code: string, value: string, ...more: string[]) => ({ error: { code, message: { lang: 'en', value }, innererror: { errordetails: more.map(message => ({ message })) } } })
const network = (code: string) => Object.assign(new Error(code), { reason: { code, message: code } })

describe('what the host answers', () => {
  test.each([
    ['400 of a business rule', answered(400, sap('M7/021', 'Deficit')), { isFinal: true, isUnclear: false, scope: 'message', code: 'M7/021', text: 'Deficit' }],
    ['400 because of a lock', answered(400, sap('M3/024', 'locked')), { isFinal: false, isUnclear: false }],
    ['half of a refusal', answered(400, '{"error":{"code":"M3/0'), { isFinal: false }],
    ['401', answered(401, '<html><h1>Logon failed</h1></html>'), { isFinal: false, isUnclear: false, scope: 'host', isSignIn: true, code: 'HTTP 401', text: 'Logon failed' }],
    ['403 without authorisation', answered(403, sap('X/1', 'No authorization')), { isFinal: true, text: 'No authorization' }],
    ['403 of an expired token', answered(403, 'CSRF token validation failed', { 'x-csrf-token': 'Required' }), { isFinal: false, isUnclear: false }],
    ['412 of a lost race', answered(412), { isFinal: false, scope: 'message' }],
    ['429', answered(429), { isFinal: false, scope: 'host' }],
    ['504 of a proxy', answered(504), { isFinal: false, isUnclear: true, scope: 'host' }],
    ['500', answered(500, sap('SY/530', 'An exception was raised')), { isFinal: false, isUnclear: true, scope: 'message', code: 'SY/530' }],
    ['503', answered(503, '', { 'retry-after': '7' }), { isFinal: false, isUnclear: false, scope: 'host', retryAfter: 7000 }],
    ['a page instead of data', answered(200, '<html></html>'), { isFinal: false, isUnclear: true }],
    ['half an answer', new UnreadableAnswer('half'), { isFinal: false, isUnclear: true }],
    ['a broken connection', network('ECONNRESET'), { isFinal: false, isUnclear: true, scope: 'unknown', code: 'ECONNRESET' }],
    ['nobody there', network('ECONNREFUSED'), { isFinal: false, isUnclear: false, scope: 'host' }],
    ['a missing destination', new NotSendable('no destination'), { isFinal: true, isUnclear: false }],
    ['a value that can\'t be written', new RangeError('too long'), { isFinal: true, isUnclear: false }]
  ])('%s', (_, error, expected) => { expect(failureOf(error, ['M3/024'])).toMatchObject(expected) })

  test('all of its messages are kept, each once', () => {
    expect(failureOf(answered(400, sap('A/1', 'Errors occurred', 'Errors occurred', 'Enter a plant'))).text).toBe('Errors occurred · Enter a plant')
  })
})

describe('the wait before the next attempt', () => {
  const settings = { firstDelay: 1000, longestDelay: 60_000 }
  test.each([[1, 0, 500], [1, 0.999999, 1000], [2, 0.999999, 2000], [4, 0, 4000], [10, 0.999999, 60_000], [2000, 0, 30_000]])(
    'after %i failures (draw %d) is %i ms', (failures, random, expected) => { expect(delayAfter(failures, settings, random)).toBe(expected) })
  test('is never shorter than what the host asks for', () => { expect(delayAfter(1, settings, 0, 7000)).toBe(7000) })
})

describe('the reference that the document carries', () => {
  test('has 16 characters, shows the message\'s number and differs between installations', () => {
    const keys = ['a', 'b'].map(ID => keyOf('HM-00000123', ID))
    for (const key of keys) expect(key).toMatch(/^123-[0-9A-HJKMNP-TV-Z]{12}$/)
    expect(keys[0]).not.toBe(keys[1])
    expect(keyOf('HM-00000123', 'a')).toBe(keys[0])
  })
  test('leaves four random characters to a number of eleven digits', () => { expect(keyOf('HM-99999999999', 'a')).toMatch(/^99999999999-.{4}$/) })
})

test('an issue takes over the number of the reservation that it waited for', () => {
  const item = { material: 'A', plant: 'P', storageLocation: '1', quantity: '1' }
  const issue = { postingDate: '2026-11-22', items: [{ ...item, reservation: { item: '1' } }, item] }
  expect(withPredecessor('movement.issue', issue, '0000000007').items).toEqual([{ ...item, reservation: { item: '1', document: '0000000007' } }, item])
  expect(withPredecessor('movement.reverse', {}, '4900000000/2026')).toEqual({ document: '4900000000/2026' })
  expect(withPredecessor('movement.reverse', { document: '4900000001/2026' }, '4900000000/2026')).toEqual({ document: '4900000001/2026' })
})

describe('an attempt', () => {
  const message = (attempts: number) => ({ ID: '1', kind_code: 'reservation.create', payload: '{}', idempotencyKey: 'K', attempts }) as Claimed
  const host = (find: string[], write: () => string) => {
    const reserve = { find: jest.fn(async () => find), send: jest.fn(async () => write()) }
    return { reserve, port: { reservations: { reserve }, movements: {}, requisitions: {}, serviceOrders: {}, notifications: {} } as unknown as HostErp }
  }

  test('is sent without a question the first time', async () => {
    const { reserve, port } = host([], () => '7')
    expect(await send(message(1), port)).toEqual({ document: '7' })
    expect(reserve.send.mock.invocationCallOrder[0]).toBeLessThan(reserve.find.mock.invocationCallOrder[0])
  })

  test('asks first when it is repeated, and sends only what the host has not', async () => {
    const known = host(['8'], () => '9')
    expect(await send(message(2), known.port)).toEqual({ document: '8', wasThere: true })
    expect(known.reserve.send).not.toHaveBeenCalled()
    expect(await send(message(2), host([], () => '9').port)).toEqual({ document: '9' })
  })

  test('that is refused asks once more, as the host may have worked on it already', async () => {
    const { reserve, port } = host([], () => { throw answered(400, sap('M7/021', 'Deficit')) })
    reserve.find.mockResolvedValueOnce([]).mockResolvedValueOnce(['5'])
    expect(await send(message(2), port)).toEqual({ document: '5', wasThere: true })
  })

  test('that made two documents takes one back, and needs a person where that is impossible', async () => {
    const { reserve, port } = host(['5', '6'], () => '6')
    const undo = jest.fn()
    Object.assign(reserve, { undo })
    expect(await send(message(1), port)).toEqual({ document: '6' })
    expect(undo.mock.calls).toEqual([['5']])
    expect(await send(message(1), host(['5', '6'], () => '6').port)).toMatchObject({ failure: { isFinal: true, code: 'HOST_DOCUMENT_TWICE', text: '5, 6' } })
  })
})
