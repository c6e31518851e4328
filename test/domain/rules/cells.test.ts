import { describe, expect, it } from 'vitest'
import { cellMatches, isCell, parseCell } from '../../../domain/rules/cells.ts'
import type { InputField } from '../../../domain/rules/fields.ts'
import type { RuleInput } from '../../../domain/rules/table.ts'

const amount: InputField = { kind: 'integer', min: 0 }
const line: InputField = { kind: 'choice', values: ['motor', 'health', 'property'] }
const flag: InputField = { kind: 'boolean' }

function matches(text: string, field: InputField, value: RuleInput): boolean {
  const cell = parseCell(text, field)
  if (!isCell(cell)) throw new Error(`${text}: ${cell.fault}`)
  return cellMatches(cell, value)
}

describe('a cell', () => {
  it.each<[string, InputField, readonly RuleInput[], readonly RuleInput[]]>([
    ['-', amount, [0, 7, null], []],
    ['5000', amount, [5000], [4999, 5001, null]],
    ['1,3, 5', amount, [1, 3, 5], [2, 4, 6]],
    ['>= 5000', amount, [5000, Number.MAX_SAFE_INTEGER], [4999]],
    ['> 5000', amount, [5001], [5000]],
    ['<= 5000', amount, [5000, -5], [5001]],
    ['<5000', amount, [4999], [5000]],
    ['[1..10)', amount, [1, 9], [0, 10]],
    ['(1..10]', amount, [2, 10], [1, 11]],
    ['"motor"', line, ['motor'], ['health', null]],
    ['"motor", "health"', line, ['motor', 'health'], ['property']],
    ['not("motor")', line, ['health', 'property'], ['motor', null]],
    ['true', flag, [true], [false, null]],
    ['false', flag, [false], [true, null]],
  ])('%s takes what its grammar says and nothing else', (text, field, taken, left) => {
    for (const value of taken) expect(matches(text, field, value), String(value)).toBe(true)
    for (const value of left) expect(matches(text, field, value), String(value)).toBe(false)
  })

  it.each([
    '',
    '>=',
    '=> 5000',
    '>= 5000.5',
    '>= 5,000',
    '1e5',
    '[10..1]',
    '(1..2)',
    '[1..10',
    '1..10',
    '> 9007199254740992',
    '[0..9007199254740993]',
    'null',
    '$ > 5',
    '1 or 2',
    '>= 5 and < 9',
  ])('%j on an amount is malformed, not silently dead', (text) => {
    expect(parseCell(text, amount)).toEqual({ fault: 'malformedCell' })
  })

  it.each([
    'motor',
    "'motor'",
    '"motor" "health"',
    '"motor",',
    'not("motor"',
    'not "motor"',
    '"motor")',
    'True',
  ])('%j on a list of words is malformed', (text) => {
    expect(parseCell(text, line)).toEqual({ fault: 'malformedCell' })
  })

  it('that suits another type of column is refused', () => {
    expect(parseCell('>= 5', line)).toEqual({ fault: 'wrongCellType' })
    expect(parseCell('"motor"', amount)).toEqual({ fault: 'wrongCellType' })
    expect(parseCell('true', amount)).toEqual({ fault: 'wrongCellType' })
    expect(parseCell('1', flag)).toEqual({ fault: 'wrongCellType' })
  })

  it('with a word outside the closed list is refused', () => {
    expect(parseCell('"moter"', line)).toEqual({ fault: 'unknownWord' })
    expect(parseCell('not("moter")', line)).toEqual({ fault: 'unknownWord' })
  })

  it('that excludes every word can never match and is refused', () => {
    expect(parseCell('not("motor","health","property")', line)).toEqual({ fault: 'malformedCell' })
  })
})
