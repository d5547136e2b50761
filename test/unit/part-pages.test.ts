import { matrixOf, type Stock } from '../../app/part-availability/webapp/matrix/rows'
import { pictureOf } from '../../app/part-planning/webapp/ext/demand/picture'
import { candidateRow, placeRows, substituteRows } from '../../app/work-orders/webapp/ext/parts/offers'
import { partRow, type Reservation } from '../../app/work-orders/webapp/ext/parts/words'

const words = {
  text: (key: string, ...figures: unknown[]) => [key, ...figures].join(' '), instant: (iso: string) => iso.slice(5, 16),
  quantity: (value: string | number, unit?: string | null) => [Number(value), unit].filter(each => each !== undefined && each !== null).join(' ')
}

describe('the parts of an order', () => {
  const reservation = (changes: Partial<Reservation>): Reservation => ({
    ID: 'r', number: 'RS-1', part_ID: 'p', quantity: '2.000', unit: 'EA', openQuantity: '0.000', claimedQuantity: '0.000', pickedQuantity: '0.000', issuedQuantity: '0.000',
    inHandQuantity: '0.000', consumedQuantity: '0.000', returnedQuantity: '0.000', scrappedQuantity: '0.000', releasedQuantity: '0.000', plant: '1010', storageLocation: '0001',
    neededAt: null, expectedAt: null, expiresAt: null, alertLevel: 0, hostReservation: null, refusal: null, part: { number: 'SP', name: 'Sensor', isSerialManaged: false, isBatchManaged: false },
    state: { code: 'Needed', name: 'Needed', criticality: 2 }, place: null, insteadOf: null, alertRule: null, transfer: null, ...changes
  })
  const all = { userId: 'me', mayClaim: true, mayIssue: true, maySettle: true, mayApprove: true }
  const deeds = (changes: Partial<Reservation>, may: object = all, requestedBy?: string, isFinished = false) => {
    const asked = requestedBy ? { ID: 'a', reservation_ID: 'r', requestedBy, substitute: { number: 'S2', name: 'Other' } } : undefined
    const row = partRow(reservation(changes), asked, words, may, isFinished)
    return (['mayClaim', 'mayIssue', 'maySettle', 'mayRelease', 'mayDecide'] as const).filter(deed => row[deed])
  }

  test('offer what their pieces allow, and only to who may', () => {
    expect(deeds({ openQuantity: '2' })).toEqual(['mayClaim', 'mayRelease'])
    expect(deeds({ claimedQuantity: '2' })).toEqual(['mayIssue', 'mayRelease'])
    expect(deeds({ claimedQuantity: '2', transfer: { number: 'ST-1' } })).toEqual(['mayRelease'])
    expect(deeds({ inHandQuantity: '2' })).toEqual(['maySettle'])
    expect(deeds({ inHandQuantity: '1', claimedQuantity: '1' }, all, undefined, true)).toEqual(['maySettle', 'mayRelease'])
    expect(deeds({ openQuantity: '2' }, { userId: 'me' })).toEqual([])
  })

  test('let somebody else decide about a substitute than who asked for it', () => {
    expect(deeds({ openQuantity: '2' }, all, 'me')).toEqual(['mayRelease'])
    expect(deeds({ openQuantity: '2' }, all, 'you')).toEqual(['mayRelease', 'mayDecide'])
  })

  test('say how many are where when not all are in the same step, and stand out when they come late', () => {
    const row = partRow(reservation({ inHandQuantity: '1', consumedQuantity: '1', claimedQuantity: '1', neededAt: '2026-03-09T08:00:00Z', expectedAt: '2026-03-09T09:00:00Z' }), undefined, words, all, false)
    expect([row.pieces, row.expectedState]).toEqual(['parts.claimed 1 EA · parts.inHand 1 EA · parts.consumed 1 EA', 'Error'])
    expect(partRow(reservation({ openQuantity: '2' }), undefined, words, all, false).pieces).toBe('')
  })
})

describe('other ways to a part', () => {
  const place = { plant: '1010', storageLocation: '0001', placeName: 'Stuttgart', kind_code: 'warehouse', technicianName: null, available: '0.000', onOrder: '0', onOrderDate: null, expectedAt: null, kilometres: null }
  const offers = {
    part: { part_ID: 'p', number: 'SP-1', name: 'Sensor', needsApproval: null, expectedAt: null, places: [place, { ...place, storageLocation: '0002', available: '-1.000', expectedAt: '2026-03-09T09:00:00Z' }, { ...place, storageLocation: 'V001', available: '3.000' }] },
    successor: { part_ID: 's', number: 'SP-2', name: 'New sensor', needsApproval: false, expectedAt: null, places: [] },
    substitutes: [{ part_ID: 't', number: 'SP-3', name: 'Other sensor', needsApproval: true, expectedAt: null, places: [{ ...place, available: '2.000' }] }]
  }

  test('are places that have pieces or expect some; fewer than are wanted can\'t be held there', () => {
    expect(placeRows(offers, 4, 'EA', words).map(({ storageLocation, hasPieces }) => [storageLocation, hasPieces])).toEqual([['0002', false], ['V001', false]])
    expect(placeRows(offers, 3, 'EA', words).map(({ hasPieces }) => hasPieces)).toEqual([false, true])
  })

  test('are substitutes, the successor first, with whether somebody has to agree', () => {
    expect(substituteRows(offers, 'EA', words).map(({ name, needsApproval }) => [name, needsApproval])).toEqual([['New sensor · SP-2', false], ['Other sensor · SP-3', true]])
  })

  test('a part to choose from says why it is proposed', () => {
    const proposed = { part_ID: 'p', number: 'SP-1', name: 'Sensor', unit: 'EA', origin_code: 'usual', quantity: '2.000', repairs: 9, repairsWithPart: 5, uses: 5, needed: '1', available: '0' }
    expect(candidateRow(proposed, words)).toMatchObject({ facts: 'SP-1 · parts.usual 5 9 · parts.neededAlready 1 EA', free: 'parts.free 0 EA', freeState: 'Error', quantity: '2' })
    expect(candidateRow({ ...proposed, origin_code: 'bom', repairs: 0, repairsWithPart: 0, uses: 0, needed: '0', available: null }, words)).toMatchObject({ facts: 'SP-1 · parts.bom', free: '' })
  })
})

describe('parts by places', () => {
  const stock = (changes: Partial<Stock>): Stock => ({
    part_ID: 'p', plant: '1010', storageLocation: '0001', placeName: 'Stuttgart', technicianName: null, unrestricted: '0', blocked: '0', reserved: '0', claimed: '0', available: '0',
    inTransit: null, onOrder: '0', onOrderDate: null, expectedAt: null, readAt: null, ...changes
  })
  const told = { ...words, age: (iso: string) => `at ${iso}` }
  const part = { ID: 'p', number: 'SP-1', name: 'Sensor', baseUnit: 'EA' }

  test('leave out places where there is nothing to tell, and say how old the oldest figure is', () => {
    const { places, rows } = matrixOf([part, { ...part, ID: 'q' }], [
      stock({ storageLocation: '0002', unrestricted: '4', claimed: '1', available: '3', readAt: '2026-03-09' }), stock({ readAt: '2026-03-08' }), stock({ part_ID: 'q', storageLocation: 'V001', onOrder: '5' })
    ], told)
    expect(places.map(({ code }) => code)).toEqual(['1010 0002', '1010 V001'])
    expect(rows.map(({ age, cells }) => [age, cells.map(cell => cell?.text ?? null)])).toEqual([['at 2026-03-08', ['3', null]], ['never', [null, '0']]])
    expect(rows[0].cells[0]).toMatchObject({ free: 75, held: 25, reserved: 0, isShort: false })
  })

  test('stay in their bar when the host gave away what is held', () => {
    const [{ cells: [cell] }] = matrixOf([part], [stock({ unrestricted: '1', claimed: '3', reserved: '1', available: '-3' })], told).rows
    expect(cell).toMatchObject({ free: 0, held: 75, reserved: 25, isShort: true, text: '-3' })
  })
})

test('a picture of demand draws what was used, and what is expected of months to come', () => {
  const points = [
    { month: '2026-03-01', demand: null, expected: '2.000', isFuture: true }, { month: '2026-01-01', demand: '4.000', expected: null, isFuture: false },
    { month: '2026-02-01', demand: '0.000', expected: '2.000', isFuture: false }
  ]
  const { bars, most, next, months, line, futureLine } = pictureOf(points)
  expect([bars.length, most, next, months]).toEqual([1, 4, 2, 2])
  expect([line.split(' ').length, futureLine.split(' ').length]).toEqual([1, 2])
  expect(pictureOf([])).toMatchObject({ bars: [], months: 0, next: null })
})
