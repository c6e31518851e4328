import { describe, expect, it } from 'vitest'
import { dueOf } from '../../web/blocks/due.ts'

/** Half an hour before midnight where the insurer is. */
const now = Date.parse('2026-11-27T23:30:00+08:00')
const standing = (dueAt: string | null, warnAt: string | null = null, paused = false) =>
  dueOf({ dueAt, warnAt, paused }, now)

describe('a term', () => {
  it('that ends today is near, as the board counts it, before its own warning too', () => {
    expect(standing('2026-11-27T23:59:00+08:00', '2026-11-27T23:50:00+08:00')).toBe('near')
    expect(standing('2026-11-28T00:01:00+08:00', '2026-11-27T23:50:00+08:00')).toBe('calm')
  })

  it('is near from its warning on, and without one in its last 24 hours', () => {
    expect(standing('2026-12-05T18:00:00+08:00', '2026-11-27T23:30:00+08:00')).toBe('near')
    expect(standing('2026-12-05T18:00:00+08:00', '2026-11-27T23:31:00+08:00')).toBe('calm')
    expect(standing('2026-11-28T23:29:00+08:00')).toBe('near')
    expect(standing('2026-11-28T23:30:00+08:00')).toBe('calm')
  })

  it('is late once it is over, and neither while it stands still or there is none', () => {
    expect(standing('2026-11-27T23:29:59+08:00')).toBe('late')
    expect(standing('2026-11-27T20:00:00+08:00', null, true)).toBe('paused')
    expect(standing(null)).toBe('none')
  })
})
