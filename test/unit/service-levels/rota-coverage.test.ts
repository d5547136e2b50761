import { check, type TeamShift } from '../../../srv/service-levels/on-call/coverage'

const NOW = Date.parse('2026-03-09T08:00:00Z')
const LATER = Date.parse('2026-03-23T08:00:00Z')
const shift = (team: string, startsAt: string, endsAt: string, place: Partial<TeamShift> = {}): TeamShift =>
  ({ team, region_code: null, timeZone: null, startsAt: `${startsAt}:00Z`, endsAt: `${endsAt}:00Z`, main_ID: team, ...place })
const found = (...shifts: TeamShift[]) => check(shifts, NOW, LATER)
  .map(({ kind, region_code, teams, startsAt, endsAt }) => [kind, region_code, teams.join('+'), startsAt.slice(0, 16), endsAt.slice(0, 16)])
const whole = shift('Desk', '2026-01-01T00:00', '2027-01-01T00:00')

test('a rota without shifts is one gap', () => {
  expect(found()).toEqual([['gap', null, '', '2026-03-09T08:00', '2026-03-23T08:00']])
})

test('one shift that covers all sites leaves nothing to say', () => {
  expect(found(whole)).toEqual([])
})

test('the time between two shifts is a gap, and so is the time after the last', () => {
  expect(found(shift('Desk', '2026-03-01T00:00', '2026-03-10T06:00'), shift('Desk', '2026-03-10T08:00', '2026-03-22T00:00'))).toEqual([
    ['gap', null, '', '2026-03-10T06:00', '2026-03-10T08:00'], ['gap', null, '', '2026-03-22T00:00', '2026-03-23T08:00']
  ])
})

test('shifts that follow each other leave no gap and do not overlap', () => {
  expect(found(shift('A', '2026-03-01T00:00', '2026-03-12T06:00'), shift('B', '2026-03-12T06:00', '2026-04-01T00:00'))).toEqual([])
})

test('a region whose own shift ends is looked after by the shift of its country, then by that of all sites', () => {
  const region = shift('Süd', '2026-03-01T00:00', '2026-03-10T00:00', { region_code: 'DE-BW' })
  const country = shift('DE', '2026-03-01T00:00', '2026-03-12T00:00', { region_code: 'DE' })
  expect(found(region, country, whole)).toEqual([])
  expect(found(region, country).filter(([, place]) => place)).toEqual([
    ['gap', 'DE', '', '2026-03-12T00:00', '2026-03-23T08:00'], ['gap', 'DE-BW', '', '2026-03-12T00:00', '2026-03-23T08:00']
  ])
})

test('two shifts for the same sites at the same time overlap, whoever’s they are; a region beside all sites does not', () => {
  const night = shift('Night', '2026-03-11T20:00', '2026-03-12T06:00')
  expect(found(whole, night, shift('Süd', '2026-03-01T00:00', '2026-04-01T00:00', { region_code: 'DE-BW' })))
    .toEqual([['overlap', null, 'Desk+Night', '2026-03-11T20:00', '2026-03-12T06:00']])
})

test('a region that had its last shift more than a fortnight ago is no longer missed', () => {
  const closed = (endsAt: string) => found(shift('CN', '2025-01-01T00:00', endsAt, { region_code: 'CN' }))
  expect(closed('2026-03-01T00:00').map(([, place]) => place)).toContain('CN')
  expect(closed('2026-02-20T00:00').map(([, place]) => place)).toEqual([null])
})
