import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, isoInstant, onTheWire } from '../../api/wire.ts'
import { DomainError } from '../../domain/errors.ts'

const instants = integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2200, 0, 1) })

describe('instants on the wire', () => {
  it('are the time in Shanghai with its offset, to the millisecond', () => {
    expect(isoInstant(Date.UTC(2026, 2, 9, 2, 30))).toBe('2026-03-09T10:30:00.000+08:00')
    expect(isoInstant(Date.UTC(2026, 11, 31, 16))).toBe('2027-01-01T00:00:00.000+08:00')
  })

  it('come back as what they were', () => {
    assert(property(instants, (instant) => instantOf('/lossAt', isoInstant(instant)) === instant))
  })

  it('are refused when the calendar has no such day or hour', () => {
    for (const text of ['2026-02-30T10:00:00+08:00', '2025-02-29T00:00:00Z', '2026-03-09T25:00:00+08:00']) {
      expect(() => instantOf('/lossAt', text)).toThrow(DomainError)
    }
    expect(instantOf('/lossAt', '2024-02-29T00:00:00Z')).toBe(Date.UTC(2024, 1, 29))
  })

  it('are found by their names, at any depth, and nothing else changes', () => {
    const at = Date.UTC(2026, 2, 9)
    const iso = '2026-03-09T08:00:00.000+08:00'
    const given = {
      lossAt: at,
      callBy: null,
      amountMinor: at,
      clocks: { survey: { clock: { dueAt: at, steps: [{ at, step: 'warn' }] } } },
      retainUntil: '2031-03-09',
    }
    expect(onTheWire(given)).toEqual({
      lossAt: iso,
      callBy: null,
      amountMinor: at,
      clocks: { survey: { clock: { dueAt: iso, steps: [{ at: iso, step: 'warn' }] } } },
      retainUntil: '2031-03-09',
    })
  })
})
