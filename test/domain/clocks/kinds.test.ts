import { describe, expect, it } from 'vitest'
import { clockKindFacts } from '../../../domain/clocks/kinds.ts'

describe('kinds of clocks', () => {
  it('of the terms of the law only the determination waits for a supplement (Interpretation II art. 15)', () => {
    const waiting = Object.entries(clockKindFacts).filter(([, facts]) => facts.pausedBySupplement)
    expect(waiting.map(([kind]) => kind)).toEqual(['documentsReview', 'acceptanceDecision', 'determination'])
  })

  it('each has a name of its own in both languages', () => {
    const names = Object.values(clockKindFacts).map((facts) => facts.name)
    expect(new Set(names.map((name) => name.zh)).size).toBe(names.length)
    expect(new Set(names.map((name) => name.en)).size).toBe(names.length)
  })
})
