import { describe, expect, it } from 'vitest'
import type { IntentStatus } from '../../../domain/claim/state.ts'
import { firstToLookAt } from '../../../web/staff/finance/payments/statuses.ts'

const first = (counts: Partial<Record<IntentStatus, number>>) =>
  firstToLookAt(Object.entries(counts).map(([status, count]) => ({ status: status as IntentStatus, count })))

describe('the payments that are shown first', () => {
  it('are those in doubt, else the foremost on their way, else those that did not arrive, before those that did', () => {
    expect(first({ paid: 9, accepted: 2, suspense: 1 })).toBe('suspense')
    expect(first({ paid: 9, accepted: 2, suspense: 0 })).toBe('accepted')
    expect(first({ paid: 9, failed: 1 })).toBe('failed')
    expect(first({ paid: 9, returned: 1 })).toBe('returned')
    expect(first({ paid: 9, returned: 0 })).toBe('paid')
  })

  it('are none in doubt where there are none at all', () => {
    expect(first({})).toBe('suspense')
    expect(first({ paid: 0 })).toBe('suspense')
  })
})
