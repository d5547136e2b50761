import { gapOf, type Cause } from '../../../srv/quality/capa/cause-tree'
import { by, grouped, readTables, rowsOf } from '../tables'

const tables = readTables()
const cases = rowsOf(tables, 'CapaCases')
const of = (entity: string) => grouped(rowsOf(tables, entity), 'capa_ID')
const [events, cycles, actions, causes, checks, participants] = ['CapaEvents', 'CapaCycles', 'CapaActions', 'CapaCauses', 'EffectivenessChecks', 'CapaParticipants'].map(of)
const phases = by(rowsOf(tables, 'CapaPhases'), 'code')
const position = (phase: string) => Number(phases.get(phase)!.position)

describe('sample CAPA cases', () => {
  test.each(cases)('$number: its history replays to its phase', found => {
    const history = events.get(found.ID)!
    history.forEach((event, i) => {
      expect([event.sequence, event.fromPhase_code]).toEqual([String(i + 1), i ? history[i - 1].toPhase_code : 'Initiated'])
      if (i) expect(event.at >= history[i - 1].at).toBe(true)
    })
    const last = history.at(-1)!
    expect([last.toPhase_code, last.fromPhase_code, history.length, last.cycle]).toEqual([found.phase_code, found.previousPhase_code, Number(found.eventCount), found.cycle])
    expect(found.isOpen).toBe(phases.get(found.phase_code)!.isOpen)
    expect(cycles.get(found.ID)!.map(({ cycle }) => cycle)).toEqual(Array.from({ length: Number(found.cycle) }, (_, i) => String(i + 1)))
  })

  test.each(cases)('$number: root causes are proven, and what its phase asks for is there', found => {
    for (const [, tree] of grouped(causes.get(found.ID)!, 'cycle')) {
      const rows = tree.map(row => ({ ...row, parent_ID: row.parent_ID || null, isRootCause: row.isRootCause === 'true', isRuledOut: row.isRuledOut === 'true' })) as unknown as Cause[]
      for (const root of rows.filter(({ isRootCause }) => isRootCause)) expect(gapOf(root.ID, rows)).toBeUndefined()
    }
    const now = actions.get(found.ID)!.filter(({ cycle }) => cycle === found.cycle)
    if (position(found.phase_code) >= position('Planned')) expect(now.map(({ kind_code }) => kind_code)).toContain('corrective')
    if (position(found.phase_code) >= position('Implemented')) {
      expect(now.filter(({ status_code }) => !['TSCO', 'TSSC'].includes(status_code))).toEqual([])
      expect(checks.get(found.ID)!.find(({ cycle }) => cycle === found.cycle)!.frozenAt).not.toBe('')
    }
  })

  test.each(cases)('$number: who worked on it is written down and is not its approver', found => {
    const known = new Set(participants.get(found.ID)!.map(({ userId }) => userId))
    const worked = actions.get(found.ID)!.filter(({ status_code }) => status_code !== 'TSOS').flatMap(({ owner, completedBy }) => [owner, completedBy]).filter(Boolean)
    for (const userId of [found.owner, ...worked]) expect(known).toContain(userId)
    if (found.approver) expect(known).not.toContain(found.approver)
  })
})
