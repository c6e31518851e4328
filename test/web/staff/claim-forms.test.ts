import { describe, expect, it } from 'vitest'
import { itemsOfCoverage } from '../../../domain/adjustment/items.ts'
import { sought } from '../../../web/staff/handler/worklist/sought.ts'
import { itemsOf } from '../../../web/staff/claim/sheet/coverage-items.ts'
import { percentFromRate, rateFromPercent } from '../../../web/staff/claim/sheet/percent.ts'

describe('the lines of a sheet', () => {
  it.each(Object.entries(itemsOfCoverage))(
    'of %s offer what the engine knows, and nothing else',
    (code, items) => {
      const offered: Readonly<Record<string, readonly string[]>> = itemsOf
      expect(offered[code]?.toSorted()).toEqual([...new Set(items)].toSorted())
    },
  )
})

describe('a rate in percent', () => {
  it.each([
    ['70', '0.70'],
    ['100', '1.00'],
    ['0', '0.00'],
    ['33.3333', '0.333333'],
    ['7.5 %', '0.075'],
    ['5％', '0.05'],
  ])('%s is the rate %s', (typed, rate) => {
    expect(rateFromPercent(typed.replace(' ', ''))).toBe(rate)
    expect(Number(percentFromRate(rate))).toBe(Number.parseFloat(typed))
  })

  it.each(['', '101', '-1', '1e1', '0.12345', 'seventy', '7O'])('%s is none', (typed) => {
    expect(rateFromPercent(typed)).toBeUndefined()
  })
})

describe('what somebody looks for', () => {
  it.each([
    ['138 0000 8000', { phone: '13800008000' }],
    ['沪A·12345', { plate: '沪A12345' }],
    ['LP31 0120 2611 2700 0001 23', { caseNumber: 'LP3101202611270000 0123'.replace(' ', '') }],
    ['pdaa2026310100000001', { policyNumber: 'PDAA2026310100000001' }],
  ])('%s is taken for the number that it looks like', (typed, found) => {
    expect(sought(typed)).toEqual(found)
  })
})
