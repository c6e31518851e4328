import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { itemsOfCoverage } from '../../domain/adjustment/items.ts'
import { causesOf } from '../../domain/claim/stages/report.ts'
import { coverageCodes, lines, premiumStatuses, propertySubjects } from '../../domain/policy/terms.ts'
import { checklistItems, exclusionCodes } from '../../domain/rules/vocabulary.ts'
import { causesToChoose } from '../../web/customer/report/causes.ts'
import { shifted } from '../../web/customer/report/map-shift.ts'
import { shotsOf } from '../../web/customer/report/shots.ts'

const folder = new URL('../../web/customer/texts/', import.meta.url)
const texts = JSON.parse(readFileSync(new URL('zh.json', folder), 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, unknown>>>
>
const policyTexts = texts['policy'] as Readonly<Record<string, Readonly<Record<string, string>>>>

describe("the customer's pages", () => {
  it('have words for every code that a claim or a policy may hold', () => {
    const damage = [...new Set(Object.values(itemsOfCoverage).flat())]
    for (const [words, codes] of [
      [texts['coverage'], coverageCodes],
      [texts['damage'], damage],
      [texts['sample'], checklistItems],
      [texts['subject'], propertySubjects],
      [policyTexts['exclusion'], exclusionCodes],
      [policyTexts['premiumBy'], premiumStatuses],
    ] as const) {
      expect(codes.length).toBeGreaterThan(3)
      expect(codes.filter((code) => typeof words?.[code] !== 'string')).toEqual([])
    }
  })

  it('offer exactly the causes that can be reported under each line, and pictures for each', () => {
    for (const line of lines) {
      expect(causesToChoose[line].toSorted()).toEqual(causesOf[line].toSorted())
      expect(shotsOf[line].length).toBeGreaterThan(0)
    }
  })
})

describe('the position of a telephone', () => {
  it('is shifted as maps in China are', () => {
    // The published example of the approximation.
    const { latitudeMicro, longitudeMicro } = shifted(39.915, 116.404)
    expect(latitudeMicro).toBe(39_916_404)
    expect(longitudeMicro).toBe(116_410_244)
  })

  it('is left as it is abroad', () => {
    expect(shifted(48.8584, 2.2945)).toEqual({ latitudeMicro: 48_858_400, longitudeMicro: 2_294_500 })
  })
})
