import type { FaultList } from './fault-list.ts'
import { isRate } from '../rational.ts'

const rateNames = new Set([
  'rate',
  'liability',
  'selfPayRate',
  'deductibleRate',
  'monthlyRate',
  'yearlyRate',
  'settledFirst',
  'notSettledFirst',
])

const countNames = new Set([
  'days',
  'waitingDays',
  'maximumDays',
  'fullMonths',
  'age',
  'supporters',
  'parts',
  'occupationClass',
])

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

/** People live and contracts run for less; a longer count is a typing error that would take long to sum. */
const mostCount = 36_600

function checkFigure(list: FaultList, name: string, value: unknown, path: string): void {
  if (name.endsWith('Minor')) {
    list.require(isWhole(value), 'amountInvalid', path)
  } else if (countNames.has(name)) {
    list.require(isWhole(value) && value <= mostCount, 'countInvalid', path)
  } else if (rateNames.has(name) && typeof value !== 'object') {
    list.require(isRate(value), 'rateInvalid', path)
  }
}

function walk(list: FaultList, value: unknown, path: string): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    const place = Array.isArray(value) ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`
    if (inner === undefined) continue
    checkFigure(list, name, inner, place)
    walk(list, inner, place)
  }
}

function totalOf(value: unknown): bigint {
  if (typeof value !== 'object' || value === null) return 0n
  return Object.entries(value).reduce(
    (total, [name, inner]) =>
      total + (name.endsWith('Minor') && isWhole(inner) ? BigInt(inner) : totalOf(inner)),
    0n,
  )
}

/**
 * Every amount, rate and count of the input by the end of its name, so that a new field cannot be
 * forgotten. All amounts together stay below 2^53 too: then no sum of some of them can overflow.
 */
export function checkFigures(list: FaultList, input: object): void {
  walk(list, input, '')
  list.require(totalOf(input) <= BigInt(Number.MAX_SAFE_INTEGER), 'amountInvalid', 'coverages')
}
