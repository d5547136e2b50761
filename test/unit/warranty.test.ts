import { accountingIndicator, localDay, warrantyStatus } from '../../srv/work-orders/warranty'

describe('who bears a repair', () => {
  const warranty = { warrantyStart: '2024-03-01', warrantyEnd: '2026-02-28' }
  const contract = { serviceContract: '4000001', serviceContractStart: '2026-01-01', serviceContractEnd: '2026-12-31' }

  test.each([
    ['first day of the warranty', warranty, '2024-03-01', 'warranty'],
    ['day before the warranty', warranty, '2024-02-29', 'none'],
    ['last day of the warranty', warranty, '2026-02-28', 'warranty'],
    ['day after the warranty', warranty, '2026-03-01', 'none'],
    ['warranty and contract: warranty bears', { ...warranty, ...contract }, '2026-02-01', 'warranty'],
    ['contract after the warranty', { ...warranty, ...contract }, '2026-03-01', 'contract'],
    ['contract without an end', { ...contract, serviceContractEnd: null }, '2030-01-01', 'contract'],
    ['contract dates without a contract', { ...contract, serviceContract: null }, '2026-06-01', 'none'],
    ['warranty without a start', { warrantyEnd: '2026-02-28' }, '2020-01-01', 'warranty'],
    ['nothing known', {}, '2026-06-01', 'none']
  ])('%s', (_, coverage, day, status) => expect(warrantyStatus(coverage, day)).toBe(status))

  test('proposes the accounting indicator', () => {
    expect((['warranty', 'contract', 'none'] as const).map(accountingIndicator)).toEqual(['warranty', 'contract', 'billable'])
  })
})

test('the day is that of the site, not of the server', () => {
  const instant = new Date('2026-02-28T16:30:00Z')
  expect(localDay(instant, 'Europe/Berlin')).toBe('2026-02-28')
  expect(localDay(instant, 'Asia/Shanghai')).toBe('2026-03-01')
  expect(localDay(instant, 'America/New_York')).toBe('2026-02-28')
  expect(localDay(instant, 'No/Where')).toBe('2026-02-28')
  expect(localDay(instant)).toBe('2026-02-28')
})
