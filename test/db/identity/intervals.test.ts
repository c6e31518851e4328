import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intervalFrom } from '../../../db/identity/intervals.ts'

const now = Date.UTC(2026, 2, 9, 2, 30)
const minute = 60_000

describe('the interval of a right', () => {
  it('begins now and has no end unless something else is asked for', () => {
    expect(intervalFrom({ validFrom: null, validTo: null }, now)).toEqual({ validFrom: now, validTo: null })
    const asked = { validFrom: now + minute, validTo: now + 2 * minute }
    expect(intervalFrom(asked, now)).toEqual(asked)
  })

  it('forgives a clock that is a minute behind, and gives no right in hindsight', () => {
    expect(intervalFrom({ validFrom: now - minute, validTo: null }, now).validFrom).toBe(now - minute)
    expect(() => intervalFrom({ validFrom: now - minute - 1, validTo: null }, now)).toThrow('interval')
  })

  it('is never empty or turned round', () => {
    const instant = fc.integer({ min: now - 10 * minute, max: now + 10 * minute })
    fc.assert(
      fc.property(fc.option(instant), fc.option(instant), (validFrom, validTo) => {
        let interval
        try {
          interval = intervalFrom({ validFrom, validTo }, now)
        } catch {
          return
        }
        expect(interval.validTo ?? Number.POSITIVE_INFINITY).toBeGreaterThan(interval.validFrom)
        expect(interval.validFrom).toBeGreaterThanOrEqual(now - minute)
      }),
    )
  })
})
