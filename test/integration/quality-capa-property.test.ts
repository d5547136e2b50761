import fc from 'fast-check'
import { startApp } from '../setup/app'
import { frozenPart, games, MANAGERS, startGame } from '../setup/capa-game'
import type { Row } from '../setup/capa'

/** `AFTERSALES_CAPA_GAMES=300 npx tsx test/run.ts sqlite -- --testPathPatterns quality-capa-property` plays as many; a few in every run. */
const COUNT = Number(process.env.AFTERSALES_CAPA_GAMES ?? 4)
const LENGTH = Number(process.env.AFTERSALES_CAPA_MOVES ?? 60)
const SEED = Number(process.env.AFTERSALES_CAPA_SEED ?? 20261122)

jest.setTimeout(COUNT * LENGTH * 2_000 + 60_000)

const app = startApp()

test(`nobody closes a case without a passed check of its last cycle, nor as its owner or implementer, in ${COUNT} games`, async () => {
  const ends: Record<string, number> = {}
  let failed = 0
  await fc.assert(fc.asyncProperty(games(LENGTH), async moves => {
    const game = await startGame(app)
    for (const move of moves) await game.play(move)
    const found = await game.theCase()
    const [checks, cycles, events] = [await game.db('EffectivenessChecks'), await game.db('CapaCycles'), await game.db('CapaEvents')]
    ends[found.phase_code] = (ends[found.phase_code] ?? 0) + 1
    failed += game.seen.decisions.filter(({ passed }) => !passed).length
    for (const check of checks) if (game.seen.frozen.has(check.cycle)) expect(frozenPart(check)).toBe(game.seen.frozen.get(check.cycle))
    expect([...game.seen.frozen.keys()].filter(cycle => !checks.some(check => check.cycle === cycle))).toEqual([])
    expect(found.cycle).toBe(game.seen.decisions.filter(({ passed }) => !passed).length + 1)
    expect(cycles.map(({ cycle }) => cycle).sort((a, b) => a - b)).toEqual(Array.from({ length: found.cycle }, (_, i) => i + 1))
    expect(transitionsOf(events)).toEqual([])
    if (!['Initiated', 'Cancelled'].includes(found.phase_code)) expect(['2027-03-31', ...game.seen.granted]).toContain(found.dueDate)
    for (const { user, cycle, passed } of game.seen.decisions) {
      expect(MANAGERS).toContain(user)
      expect(checks.find(check => check.cycle === cycle)).toMatchObject({ passed: Boolean(passed), decidedBy: user })
    }
    if (found.phase_code !== 'Closed') return expect(game.seen.decisions.filter(({ passed }) => passed)).toEqual([])
    const last = checks.find(({ cycle }) => cycle === found.cycle)!
    expect(last).toMatchObject({ decidedBy: found.closedBy })
    expect([Boolean(last.passed), Boolean(last.frozenAt), Number(last.measured) <= Number(last.limit)]).toEqual([true, true, true])
    expect([found.owner, ...game.seen.owners, ...game.seen.implementers]).not.toContain(found.closedBy)
    expect(game.seen.decisions.at(-1)).toMatchObject({ user: found.closedBy, passed: true })
  }), { numRuns: COUNT, seed: SEED, endOnFailure: true })
  console.log('CAPA games ended', ends, 'failed checks', failed)
  expect(ends.Closed).toBeGreaterThan(0)
})

const WAY = ['Initiated', 'Contained', 'RiskAssessed', 'RootCauseFound', 'Planned', 'Verified', 'Implemented', 'EffectivenessCheck', 'Closed']

/** Steps of the history that are none of the flow, and gaps in it. */
function transitionsOf(events: Row[]): string[] {
  const ordered = [...events].sort((a, b) => a.sequence - b.sequence)
  return ordered.flatMap(({ fromPhase_code: from, toPhase_code: to, sequence, type_code }, i) => {
    const isFlow = from === to || WAY[WAY.indexOf(from) + 1] === to || (type_code === 'CheckFailed' && from === 'EffectivenessCheck' && to === 'RiskAssessed') || (to === 'Cancelled' && WAY.indexOf(from) < 6)
    return isFlow && sequence === i + 1 && (i === 0 || ordered[i - 1].toPhase_code === from) ? [] : [`${sequence}: ${type_code} ${from} → ${to}`]
  })
}
