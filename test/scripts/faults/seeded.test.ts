import { describe, expect, it } from 'vitest'
import { Seeded } from '../../../scripts/faults/seeded.ts'

const drawn = (random: Seeded, count = 50) => Array.from({ length: count }, () => random.share())

describe('chance out of a seed', () => {
  it('repeats itself under the same seed, and under no other', () => {
    expect(drawn(new Seeded('1'))).toEqual(drawn(new Seeded('1')))
    expect(drawn(new Seeded('1'))).not.toEqual(drawn(new Seeded('2')))
  })

  it('gives each part a stream of its own', () => {
    const whole = new Seeded('1')
    const before = drawn(whole.fork('people'))
    drawn(whole)
    expect(drawn(whole.fork('people'))).toEqual(before)
    expect(drawn(whole.fork('faults'))).not.toEqual(before)
  })

  it('reaches both ends and nothing beyond', () => {
    const random = new Seeded('ends')
    const all = Array.from({ length: 500 }, () => random.between(3, 6))
    expect([...new Set(all)].toSorted((a, b) => a - b)).toEqual([3, 4, 5, 6])
  })

  it('chooses as often as the weights say, and never what weighs nothing', () => {
    const random = new Seeded('weights')
    const all = Array.from({ length: 4000 }, () =>
      random.weighed([
        [3, 'often'],
        [1, 'seldom'],
        [0, 'never'],
      ]),
    )
    const often = all.filter((one) => one === 'often').length / all.length
    expect(often).toBeGreaterThan(0.7)
    expect(often).toBeLessThan(0.8)
    expect(all).not.toContain('never')
  })
})
