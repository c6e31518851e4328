import { describe, expect, it } from 'vitest'
import { Pauses } from '../../workflows/payment-pauses.ts'

/** The pauses after so many looks that showed nothing new. */
function silent(pauses: Pauses, looks: number, status = 'unknown', sendings = 1): readonly number[] {
  return Array.from({ length: looks }, () => pauses.next(status, sendings, false))
}

describe('a payment that waits for the bank', () => {
  it('asks later each time, and never later than after five minutes', () => {
    const pauses = silent(new Pauses(), 40)
    expect(pauses.slice(0, 4)).toEqual([400, 800, 1_600, 3_200])
    expect(pauses.at(-1)).toBe(300_000)
  })

  it('asks twice a minute at least for ten minutes, however often the bank has answered badly', () => {
    let waited = 0
    for (const pause of silent(new Pauses(), 40)) {
      if (waited < 600_000) expect(pause).toBeLessThanOrEqual(30_000)
      waited += pause
    }
    expect(waited).toBeGreaterThan(600_000)
  })

  it('looks often again after news, also when the silence before it was long', () => {
    const pauses = new Pauses()
    silent(pauses, 40)
    expect(silent(pauses, 20, 'accepted').at(-1)).toBe(30_000)
  })

  it('looks every minute whether the lane is open', () => {
    expect(silent(new Pauses(), 12, 'ready', 0).at(-1)).toBe(60_000)
  })

  it.each<[string, [string, number, boolean]]>([
    ['was sent again', ['unknown', 2, false]],
    ['was denied for the first time', ['unknown', 1, true]],
    ['was accepted', ['accepted', 1, false]],
  ])('is asked about soon when it %s', (_case, news) => {
    const pauses = new Pauses()
    silent(pauses, 10)
    expect(pauses.next(...news)).toBe(400)
    expect(pauses.next(...news)).toBe(800)
  })
})
