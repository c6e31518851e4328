import { describe, expect, it } from 'vitest'
import { compulsoryWordingOn, wordingOn, wordings } from '../../../../domain/adjustment/wordings/wordings.ts'

describe('wordings by day of loss', () => {
  it('gives compulsory limits of 110,000 · 10,000 · 2,000 until 2020-09-18 (compulsory motor regulation art. 23)', () => {
    expect(compulsoryWordingOn('2020-09-18')?.limits).toEqual({
      atFault: { deathAndDisability: 11_000_000, medical: 1_000_000, property: 200_000 },
      notAtFault: { deathAndDisability: 1_100_000, medical: 100_000, property: 10_000 },
    })
  })

  it('gives 180,000 · 18,000 · 2,000 from 2020-09-19 on', () => {
    expect(compulsoryWordingOn('2020-09-19')?.limits).toEqual({
      atFault: { deathAndDisability: 18_000_000, medical: 1_800_000, property: 200_000 },
      notAtFault: { deathAndDisability: 1_800_000, medical: 180_000, property: 10_000 },
    })
  })

  it('gives none, and not the nearest, before the first day and after the last', () => {
    expect(compulsoryWordingOn('2008-01-31')).toBeUndefined()
    expect(wordingOn('motorCommercial2014', '2021-09-19')).toBeUndefined()
    expect(wordingOn('motorCommercial2020', '2020-09-18')).toBeUndefined()
    expect(wordingOn('accident2099', '2023-01-01')).toBeUndefined()
  })

  it('answers each day of loss at most once for each wording', () => {
    for (const [index, row] of wordings.entries()) {
      const later = wordings.slice(index + 1).filter((other) => other.id === row.id)
      for (const other of later) {
        expect(row.effectiveTo).toBeDefined()
        expect(other.effectiveFrom > (row.effectiveTo ?? '')).toBe(true)
      }
    }
  })

  it('marks as not verified what was written from memory', () => {
    expect(wordings.filter(({ verified }) => !verified).map(({ id }) => id)).toEqual([
      'motorCommercial2020',
      'liability',
    ])
  })
})
