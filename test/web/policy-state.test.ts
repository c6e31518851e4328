import { expect, it } from 'vitest'
import { policyState } from '../../web/customer/policy/policy-state.ts'

const year = {
  inceptionAt: '2026-01-01T00:00:00+08:00',
  expiryAt: '2027-01-01T00:00:00+08:00',
  cancelled: false,
}

it.each([
  ['before it begins', '2025-12-31T23:59:59+08:00', 'notYet'],
  ['from its first instant', '2026-01-01T00:00:00+08:00', 'inForce'],
  ['to its last', '2026-12-31T23:59:59+08:00', 'inForce'],
  ['at its expiry', '2027-01-01T00:00:00+08:00', 'ended'],
])('a policy %s is %s: %s', (_, now, state) => {
  expect(policyState(year, Date.parse(now))).toBe(state)
})

it('a policy that was cancelled is so for ever', () => {
  expect(policyState({ ...year, cancelled: true }, Date.parse('2026-06-01T00:00:00+08:00'))).toBe('cancelled')
})
