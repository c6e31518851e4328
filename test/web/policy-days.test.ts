import { expect, it } from 'vitest'
import { formatCivilDate, formatDate, policyDays } from '../../web/language/dates.ts'

it('a policy is shown to its last day, which is the one before the midnight at which it ends, with both years', () => {
  const year = { inceptionAt: '2026-01-01T00:00:00+08:00', expiryAt: '2027-01-01T00:00:00+08:00' }
  expect(policyDays(year, 'en')).toEqual({ from: '1 Jan 2026', to: '31 Dec 2026' })
  expect(policyDays(year, 'zh')).toEqual({ from: '2026年1月1日', to: '2026年12月31日' })
})

it('a policy that began in the middle of a day ends in the middle of one, which counts', () => {
  const noon = { inceptionAt: '2026-03-09T12:00:00+08:00', expiryAt: '2027-03-09T12:00:00+08:00' }
  expect(policyDays(noon, 'en').to).toBe('9 Mar 2027')
})

it('a day is that of the insurer, wherever it is read', () => {
  expect(formatDate('2026-12-31T16:30:00Z', 'zh')).toBe('2027年1月1日')
  expect(formatCivilDate('2026-12-31', 'en')).toBe('31 Dec 2026')
})
