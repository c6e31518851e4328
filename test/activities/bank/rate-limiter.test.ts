import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RateLimiter } from '../../../activities/bank/rate-limiter.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Ten a second, spaced by 110 ms. */
const limited = () => new RateLimiter(10)

/** Asks for turns all at once and notes when each was granted. */
function ask(limiter: RateLimiter, turns: number, waitAtMostMs = Infinity) {
  const began = performance.now()
  const granted: { readonly turn: number; readonly afterMs: number }[] = []
  const refused: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    void limiter.turn(waitAtMostMs).then((yes) => {
      if (yes) granted.push({ turn, afterMs: performance.now() - began })
      else refused.push(turn)
    })
  }
  return { granted, refused }
}

describe('the rate limit', () => {
  it('grants first come first served, and never more than agreed within any second', async () => {
    const { granted } = ask(limited(), 40)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(granted.map(({ turn }) => turn)).toEqual(Array.from({ length: 40 }, (_, turn) => turn))
    for (const { afterMs: from } of granted) {
      const within = granted.filter(({ afterMs }) => afterMs >= from && afterMs < from + 1000)
      expect(within.length).toBeLessThanOrEqual(10)
    }
  })

  it('makes up for no idle time: an hour of silence earns no burst', async () => {
    const limiter = limited()
    await vi.advanceTimersByTimeAsync(3_600_000)
    const { granted } = ask(limiter, 5)
    await vi.advanceTimersByTimeAsync(100)
    expect(granted).toHaveLength(1)
  })

  it('refuses at once who would have to wait longer than they may, and spends no turn on them', async () => {
    const limiter = limited()
    const { granted, refused } = ask(limiter, 5, 250)
    await vi.advanceTimersByTimeAsync(0)
    expect(refused).toEqual([3, 4])
    await vi.advanceTimersByTimeAsync(1000)
    expect(granted.map(({ turn }) => turn)).toEqual([0, 1, 2])
  })

  it('a process that stood still makes no burst afterwards, and spends no turn on whose time has passed', async () => {
    const limiter = limited()
    const first = ask(limiter, 1)
    const hurried = ask(limiter, 1, 600)
    const patient = ask(limiter, 3)
    await vi.advanceTimersByTimeAsync(0)
    expect(first.granted).toHaveLength(1)
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 5000)
    await vi.advanceTimersByTimeAsync(120)
    vi.restoreAllMocks()
    expect(hurried.refused).toEqual([0])
    expect(patient.granted).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(patient.granted).toHaveLength(3)
  })

  it('of nothing a second is a mistake in the settings', () => {
    expect(() => new RateLimiter(0)).toThrow(RangeError)
  })
})
