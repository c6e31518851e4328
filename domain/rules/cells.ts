import type { InputField } from './fields.ts'
import type { RuleInput } from './table.ts'

/** A condition on one input, after parsing. Ranges of integers hold both their ends. */
export type Cell =
  | { readonly kind: 'any' }
  | { readonly kind: 'integers'; readonly ranges: readonly (readonly [from: number, to: number])[] }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'boolean'; readonly value: boolean }

export interface CellFault {
  readonly fault: 'malformedCell' | 'wrongCellType' | 'unknownWord'
}

const anyValue: Cell = { kind: 'any' }
const most = Number.MAX_SAFE_INTEGER

const literalList = /^-?\d+( *, *-?\d+)*$/
const comparison = /^(>=|<=|>|<) *(-?\d+)$/
const range = /^([[(]) *(-?\d+) *\.\. *(-?\d+) *([\])])$/
const wordList = /^(not\( *)?("[A-Za-z0-9]+"(?: *, *"[A-Za-z0-9]+")*)( *\))?$/

/**
 * Reads one cell of the closed grammar: `-` · `5000` · `1,2,3` · `>= 5000` · `[1..10)` · `"a","b"` ·
 * `not("a")` · `true`. The engine itself takes a cell that it cannot read for one that never matches, so
 * nothing is handed to it that this parser has not understood.
 */
export function parseCell(text: string, field: InputField): Cell | CellFault {
  const cell = text.trim()
  if (cell === '-') return anyValue
  const parsed = parseIntegers(cell) ?? parseBoolean(cell) ?? parseWords(cell, field)
  if (parsed === undefined) return { fault: 'malformedCell' }
  if ('fault' in parsed) return parsed
  return suits(parsed, field) ? parsed : { fault: 'wrongCellType' }
}

export function isCell(cell: Cell | CellFault): cell is Cell {
  return 'kind' in cell
}

/** Null is "not known": nothing but `-` matches it, so that what is unknown runs on to the closing row. */
export function cellMatches(cell: Cell, value: RuleInput): boolean {
  if (cell.kind === 'any') return true
  if (cell.kind === 'boolean') return value === cell.value
  if (cell.kind === 'words') return typeof value === 'string' && cell.words.includes(value)
  return typeof value === 'number' && cell.ranges.some(([from, to]) => from <= value && value <= to)
}

function suits(cell: Cell, field: InputField): boolean {
  if (cell.kind === 'integers') return field.kind === 'integer'
  if (cell.kind === 'words') return field.kind === 'choice'
  return cell.kind === field.kind
}

function parseBoolean(cell: string): Cell | undefined {
  return cell === 'true' || cell === 'false' ? { kind: 'boolean', value: cell === 'true' } : undefined
}

function parseWords(cell: string, field: InputField): Cell | CellFault | undefined {
  const parts = wordList.exec(cell)
  if (parts === null || (parts[1] === undefined) !== (parts[3] === undefined)) return undefined
  if (field.kind !== 'choice') return { fault: 'wrongCellType' }
  const named = (parts[2] ?? '').split(',').map((word) => word.trim().slice(1, -1))
  if (named.some((word) => !field.values.includes(word))) return { fault: 'unknownWord' }
  const words = parts[1] === undefined ? named : field.values.filter((word) => !named.includes(word))
  return words.length === 0 ? { fault: 'malformedCell' } : { kind: 'words', words }
}

function parseIntegers(cell: string): Cell | undefined {
  const ranges = literalList.test(cell) ? cell.split(',').map(pointOf) : [intervalOf(cell)]
  const read = ranges.filter((bounds) => bounds !== undefined)
  if (read.length !== ranges.length) return undefined
  if (read.some(([from, to]) => from > to || from < -most || to > most)) return undefined
  return { kind: 'integers', ranges: read }
}

function pointOf(literal: string): readonly [number, number] {
  return [Number(literal), Number(literal)]
}

function intervalOf(cell: string): readonly [number, number] | undefined {
  const compared = comparison.exec(cell)
  if (compared !== null) {
    const bound = Number(compared[2])
    if (!Number.isSafeInteger(bound)) return undefined
    if (compared[1] === '>=') return [bound, most]
    if (compared[1] === '>') return [bound + 1, most]
    return [-most, compared[1] === '<=' ? bound : bound - 1]
  }
  const bounds = range.exec(cell)
  if (bounds === null) return undefined
  const [from, to] = [Number(bounds[2]), Number(bounds[3])]
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to)) return undefined
  return [bounds[1] === '[' ? from : from + 1, bounds[4] === ']' ? to : to - 1]
}
