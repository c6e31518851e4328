import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantFrom } from '../../../domain/policy/moment.ts'

describe('an instant written with its zone', () => {
  it('is the one that ISO 8601 means', () => {
    const range = { min: new Date('1992-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }
    fc.assert(
      fc.property(fc.date(range), fc.integer({ min: -12 * 60, max: 14 * 60 }), (date, offset) => {
        const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1)
        const minutes = Math.abs(offset)
        const pad = (value: number) => String(value).padStart(2, '0')
        const zone = `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
        expect(instantFrom(`${local}${zone}`)).toBe(date.getTime())
      }),
    )
  })

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-04-31T00:00:00+08:00',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01T00:00:00',
    '2026-01-01 00:00:00Z',
    '2026-01-01T00:00:00+15:00',
    '2026-01-01',
  ])('%s is none', (text) => {
    expect(instantFrom(text)).toBeUndefined()
  })
})
