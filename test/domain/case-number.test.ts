import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatCaseNumber, groupForDisplay, parseCaseNumber } from '../../domain/case-number.ts'
import { addCivilDays } from '../../domain/time/civil-date.ts'

const example = { branchCode: '0101', date: '2026-03-09', sequence: 123 }
const someCase = fc.record({
  branchCode: fc.nat(9999).map((code) => String(code).padStart(4, '0')),
  date: fc.nat(36_500).map((day) => addCivilDays('2020-01-01', day)),
  sequence: fc.integer({ min: 1, max: 999_999 }),
})

describe('case numbers', () => {
  it('name branch, day and sequence, and carry two check digits (ISO 7064 MOD 97-10)', () => {
    expect(formatCaseNumber(example)).toBe('LP01012026030900012306')
    expect(groupForDisplay('LP01012026030900012306')).toBe('LP01 0120 2603 0900 0123 06')
    // 21 and 25 stand for L and P, as in an IBAN; the whole leaves 1.
    expect(21250101202603090001_2306n % 97n).toBe(1n)
  })

  it.each(['LP01012026030900012306', ' lp01 0120 2603 0900 0123 06 ', 'LP-0101-20260309-000123-06'])(
    '%o is read as it is typed',
    (entered) => {
      expect(parseCaseNumber(entered)).toEqual({
        ok: true,
        caseNumber: example,
        text: 'LP01012026030900012306',
      })
    },
  )

  it.each([
    ['LP01012026030900012307', 'checkDigits'],
    ['LP01012026030900021306', 'checkDigits'],
    ['LP0101202603090001230', 'form'],
    ['XX01012026030900012306', 'form'],
    ['LP０1012026030900012306', 'form'],
    ['', 'form'],
  ])('%o is refused: %s', (entered, reason) => {
    expect(parseCaseNumber(entered)).toEqual({ ok: false, reason })
  })

  it('no number has a day that does not exist, the sequence 0, or check digits that are not issued', () => {
    const forged = (body: string) => {
      for (let check = 0; check < 100; check += 1) {
        const answer = parseCaseNumber(`${body}${String(check).padStart(2, '0')}`)
        if (answer.ok || answer.reason === 'form') return answer
      }
      throw new Error('some check digits must leave 1')
    }
    expect(forged('LP010120260229000123')).toEqual({ ok: false, reason: 'form' })
    expect(forged('LP010120260309000000')).toEqual({ ok: false, reason: 'form' })
    const issued = Array.from({ length: 400 }, (_, index) =>
      formatCaseNumber({ ...example, sequence: index + 1 }),
    )
    const twin = issued.find((number) => number.endsWith('97'))
    expect(twin).toBeDefined()
    expect(parseCaseNumber(`${twin?.slice(0, -2)}00`)).toEqual({ ok: false, reason: 'form' })
  })

  it('what was written is read again, in groups too', () => {
    fc.assert(
      fc.property(someCase, (caseNumber) => {
        const text = formatCaseNumber(caseNumber)
        expect(parseCaseNumber(groupForDisplay(text))).toEqual({ ok: true, caseNumber, text })
      }),
    )
  })

  it('any wrong digit, and any two digits exchanged, are found', () => {
    const place = fc.integer({ min: 2, max: 21 })
    fc.assert(
      fc.property(someCase, place, place, fc.integer({ min: 1, max: 9 }), (caseNumber, first, second, by) => {
        const characters = Array.from(formatCaseNumber(caseNumber))
        const at = (index: number) => characters[index] ?? ''
        const wrong = characters.with(first, String((Number(at(first)) + by) % 10)).join('')
        expect(parseCaseNumber(wrong).ok).toBe(false)
        const exchanged = characters.with(first, at(second)).with(second, at(first)).join('')
        expect(parseCaseNumber(exchanged).ok).toBe(at(first) === at(second))
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['branch', { ...example, branchCode: '101' }],
    ['day', { ...example, date: '2026-02-29' }],
    ['sequence', { ...example, sequence: 0 }],
    ['sequence', { ...example, sequence: 1_000_000 }],
    ['sequence', { ...example, sequence: 1.5 }],
  ])('a wrong %s is a bug', (_, caseNumber) => {
    expect(() => formatCaseNumber(caseNumber)).toThrow(RangeError)
  })
})
