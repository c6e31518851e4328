import { calculateUnread } from '../../api/calculation.ts'
import type { SheetResult } from '../../domain/adjustment/sheet-types.ts'
import { DomainError, type RefusalDetails, refusals } from '../../domain/errors.ts'
import type { Text } from '../../domain/text.ts'

type AdjustedCase = { readonly name: string } & (
  | SheetResult
  | {
      readonly outcome: 'refused'
      readonly code: string
      readonly text: Text
      readonly details: RefusalDetails
    }
)

interface AdjustmentReport {
  readonly totals: {
    readonly cases: number
    readonly calculated: number
    /** No wording on the day of loss: nothing is paid, a person decides. */
    readonly noWording: number
    readonly refused: number
    /** In fen, as decimal text: the sum of many cases may be past 2^53. */
    readonly payableMinor: string
    readonly recoverableMinor: string
  }
  readonly cases: readonly AdjustedCase[]
}

/** Works out each case by itself, so that one that is refused stops no other; undefined for what is no list. */
export function adjustCases(list: unknown): AdjustmentReport | undefined {
  if (!Array.isArray(list)) return undefined
  const cases = list.map((one: unknown, index) => adjusted(one, index + 1))
  const calculated = cases.filter((one) => one.outcome === 'calculated')
  const sum = (amounts: readonly number[]) =>
    amounts.reduce((total, one) => total + BigInt(one), 0n).toString()
  return {
    totals: {
      cases: cases.length,
      calculated: calculated.length,
      noWording: cases.filter(({ outcome }) => outcome === 'noWording').length,
      refused: cases.filter(({ outcome }) => outcome === 'refused').length,
      payableMinor: sum(calculated.map(({ payableMinor }) => payableMinor)),
      recoverableMinor: sum(calculated.map(({ recoverableMinor }) => recoverableMinor)),
    },
    cases,
  }
}

function adjusted(given: unknown, number: number): AdjustedCase {
  const { name, input } = (given ?? {}) as { readonly name?: unknown; readonly input?: unknown }
  const named = typeof name === 'string' && name !== '' ? name : `#${number}`
  try {
    return { name: named, ...calculateUnread(input) }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const { code, details } = error
    return { name: named, outcome: 'refused', code, text: refusals[code].text, details }
  }
}
