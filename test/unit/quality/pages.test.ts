import { changedFields, inputText } from '../../../app/audit-trail/webapp/ext/changes/rows'
import { fishboneOf, WIDTH as FISHBONE } from '../../../app/capa/webapp/ext/causes/layout'
import { bonesOf, flat, newParents, treeOf, type Cause } from '../../../app/capa/webapp/ext/causes/tree'
import { HEIGHT, pictureOf, type TrendPoint } from '../../../app/quality-trends/webapp/ext/chart/picture'
import { drawn, heightOf, hrefOf, pieceIn, startAt, type TraceNode } from '../../../app/trace/webapp/model/pieces'

const cause = (ID: string, parent_ID: string | null, changes: Partial<Cause> = {}): Cause =>
  ({ ID, cycle: 1, parent_ID, position: 1, branch_code: null, answer: `Because of ${ID}`, evidence: null, isRootCause: false, isRuledOut: false, ...changes })

describe('the cause tree', () => {
  const causes = [cause('c', 'b'), cause('b', 'a', { position: 2 }), cause('d', 'a'), cause('a', null), cause('lost', 'gone', { position: 9 })]

  test('puts each answer below the one that it explains, in order, and keeps what has lost its parent', () => {
    const tree = treeOf(causes)
    expect(flat(tree).map(({ ID, depth }) => [ID, depth])).toEqual([['a', 1], ['d', 2], ['b', 2], ['c', 3], ['lost', 1]])
  })

  test('offers to move an answer anywhere but below itself', () => {
    expect(newParents('b', treeOf(causes)).map(({ ID }) => ID)).toEqual(['a', 'd', 'lost'])
    expect(newParents('a', treeOf(causes)).map(({ ID }) => ID)).toEqual(['lost'])
  })
})

describe('the fishbone', () => {
  const branches = ['MAN', 'MACHINE', 'MATERIAL', 'METHOD', 'MEASURE', 'MILIEU'].map(code => ({ code, name: code }))

  test('has all branches in their order, and the rest on one of its own', () => {
    const bones = bonesOf(treeOf([cause('a', null, { branch_code: 'MATERIAL' }), cause('b', 'a')]), branches, 'Other')
    expect(bones.map(({ name, answers }) => [name, answers.length])).toEqual([['MAN', 0], ['MACHINE', 0], ['MATERIAL', 1], ['METHOD', 0], ['MEASURE', 0], ['MILIEU', 0], ['Other', 1]])
  })

  test.each([0, 1, 12])('keeps %i answers of a branch within the picture, above and below the spine', count => {
    const causes = Array.from({ length: count }, (_, i) => [cause(`a${i}`, null, { branch_code: 'MAN', position: i }), cause(`b${i}`, null, { branch_code: 'MACHINE', position: i })]).flat()
    const { height, spine, ribs } = fishboneOf(bonesOf(treeOf(causes), branches, 'Other'))
    const marks = ribs.flatMap(({ x1, y1, x2, y2, name, answers }) => [{ x: x1, y: y1 }, { x: x2, y: y2 }, name, ...answers])
    expect(marks.filter(({ x, y }) => x < 0 || x > FISHBONE || y < 0 || y > height)).toEqual([])
    expect(ribs.find(({ name }) => name.text === 'MAN')!.answers.every(({ y }) => y < spine)).toBe(true)
    expect(ribs.find(({ name }) => name.text === 'MACHINE')!.answers.every(({ y }) => y > spine)).toBe(true)
  })

  test('shortens what is too long, Chinese sooner, and keeps it whole for who points at it', () => {
    const text = (answer: string) => fishboneOf(bonesOf(treeOf([cause('a', null, { branch_code: 'MAN', answer })]), branches, 'Other')).ribs[0].answers[0]
    expect(text('x'.repeat(34)).text).toBe('x'.repeat(34))
    expect(text('x'.repeat(60))).toMatchObject({ text: `${'x'.repeat(34)}…`, full: 'x'.repeat(60) })
    expect(text('因'.repeat(40)).text).toBe(`${'因'.repeat(17)}…`)
  })
})

describe('the trend picture', () => {
  const point = (week: string, count: number, changes: Partial<TrendPoint> = {}): TrendPoint => ({ week, count, exposure: '2', center: '0.5', upper: '2', statistic: '1', threshold: '4', isSignal: false, ...changes })
  const day = (week: string) => week
  const ys = (points: string) => points.split(' ').map(each => Number(each.split(',')[1]))

  test('draws limits as what is expected of the week: rate times exposure', () => {
    const { rate } = pictureOf([point('2026-01-05', 1), point('2026-01-12', 4)], day)
    const [expected, limit] = ['center', 'limit'].map(kind => ys(rate.lines.find(line => line.kind === kind)!.points)[0])
    const heights = rate.bars.map(({ height }) => height)
    // Expected is one event, as seen in the first week; the limit is four, as seen in the second.
    expect([expected, limit]).toEqual([rate.bars[0].y, rate.bars[1].y])
    expect(heights[1] / heights[0]).toBeCloseTo(4, 1)
  })

  test('names the weeks of signals and leaves gaps where nothing was expected yet', () => {
    const { signals, sum, threshold } = pictureOf([point('2026-01-05', 0, { center: null, upper: null, statistic: null, threshold: null }), point('2026-01-12', 9, { statistic: '6', isSignal: true })], day)
    expect([signals, threshold]).toEqual([['2026-01-12'], 4])
    expect(sum.lines.map(({ points }) => points.split(' ').length)).toEqual([1, 1])
  })

  test.each([1000, 340])('stays within its frame and labels no week over another at a width of %i', width => {
    const points = Array.from({ length: 104 }, (_, i) => point(`week ${i}`, i % 7, { upper: String(i), statistic: String(i) }))
    const { rate, sum } = pictureOf(points, day, width)
    for (const { bars, lines, weeks } of [rate, sum]) {
      expect(bars.filter(({ x, y, width: across, height }) => x < 0 || x + across > width || y < 0 || y + height > HEIGHT)).toEqual([])
      expect(lines.flatMap(line => ys(line.points)).filter(y => y < 0 || y > HEIGHT)).toEqual([])
      expect(Math.min(...weeks.slice(1).map(({ x }, i) => x - weeks[i].x))).toBeGreaterThan(90)
    }
  })
})

describe('the trace', () => {
  const node = (id: string, depth: number, changes: Partial<TraceNode> = {}): TraceNode => ({ id, kind: id.split(':')[0], ID: null, title: id, text: null, status: null, criticality: null, depth, ...changes })
  const words = { kind: (code: string) => code.toUpperCase(), edge: (code: string) => `${code}s`, label: (key: string) => key }

  test('goes on from any of its things', () => {
    expect(startAt(node('batch:p1/B/7', 1))).toEqual({ kind: 'batch', part_ID: 'p1', batch: 'B/7' })
    expect(startAt(node('serial:p1/S-1', 1))).toEqual({ kind: 'serial', part_ID: 'p1', serialNumber: 'S-1' })
    expect(startAt(node('supplier:0017300001', 0))).toEqual({ kind: 'supplier', supplier: '0017300001' })
    expect(startAt(node('order:1', 0, { ID: 'o' }))).toEqual({ kind: 'order', ID: 'o' })
  })

  test('lists the holders of the piece that is nearest to where it began', () => {
    expect(pieceIn([node('batch:p1/far', 3), node('order:1', 0), node('serial:p1/near', 1)])).toEqual({ kind: 'serial', part_ID: 'p1', serialNumber: 'near' })
    expect(pieceIn([node('supplier:1', 0)])).toBeUndefined()
  })

  test('leads to the pages of what has one', () => {
    expect([node('capa:1', 0, { ID: 'c' }), node('equipment:1', 0, { ID: 'e' })].map(hrefOf)).toEqual(['#CapaCase-manage&/CapaCases(ID=c,IsActiveEntity=true)', undefined])
  })

  test('says state and kind in words', () => {
    const { nodes: [drawnNode], edges } = drawn({ nodes: [node('order:1', 0, { text: 'Broken', status: 'Open', criticality: 1 })], edges: [{ source: 'a', target: 'b', kind: 'raise' }], holders: 0, shown: 0, isCut: false }, words)
    expect(drawnNode).toMatchObject({ state: 'Error', infoState: 'Error', described: 'ORDER: Broken', facts: [{ label: 'status', value: 'Open' }] })
    expect(edges).toEqual([{ source: 'a', target: 'b', title: 'raises' }])
  })

  test('is as high as its fullest column, within reason', () => {
    const nodes = (count: number) => Array.from({ length: count }, (_, i) => node(`order:${i}`, 1))
    expect([1, 3, 40].map(count => heightOf(nodes(count)))).toEqual(['20rem', '33.5rem', '48rem'])
  })
})

describe('a row of the audit trail', () => {
  const words = { empty: '–', time: (at: Date) => `at ${at.toISOString().slice(0, 10)}` }
  const label = (path: string[]) => path.join(' of ')

  test('shows fields with their values before and after; children by their own field, times as times', () => {
    const changes = { shortText: { before: null, after: 'Frozen' }, 'items/1b9d6bcd/quantity': { before: '1.000', after: '2.000' }, awareAt: { before: '', after: '2026-11-22T10:00:00.000Z' }, tags: { after: ['a'] } }
    expect(changedFields(JSON.stringify(changes), label, words)).toEqual([
      { field: 'shortText', before: '–', after: 'Frozen' }, { field: 'items of quantity', before: '1.000', after: '2.000' },
      { field: 'awareAt', before: '–', after: 'at 2026-11-22' }, { field: 'tags', before: '–', after: '["a"]' }
    ])
    expect(changedFields(null, label, words)).toEqual([])
  })

  test('names what an action was called with, without what was left empty', () => {
    expect(inputText('{"authority_code":"EU","reason":"","findingAt":null,"isReportable":true}', words)).toBe('authority_code: EU, isReportable: true')
    expect(inputText(null, words)).toBe('')
  })
})
