import type { Text } from '../text.ts'
import type { Duration, DurationUnit } from '../time/duration.ts'

const units: Readonly<Record<DurationUnit, true>> = {
  milliseconds: true,
  seconds: true,
  minutes: true,
  hours: true,
  workingHours: true,
  calendarDays: true,
  workingDays: true,
}

/** The clocks' own units, all of them (a missing one does not compile), so a target starts a clock as it is. */
export function isDurationUnit(unit: unknown): unit is DurationUnit {
  return typeof unit === 'string' && Object.hasOwn(units, unit)
}

/**
 * What a rule may look at. Nothing but whole numbers, truth values and closed lists of words: each can be
 * analysed for gaps and overlaps, and none can carry personal data into the stored inputs.
 * `unknown` allows null, "nobody has established this yet"; null matches no cell but `-`.
 */
export type InputField =
  | { readonly kind: 'boolean'; readonly unknown?: true }
  | { readonly kind: 'integer'; readonly min: number; readonly unknown?: true }
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly unknown?: true }

/** What a rule may answer. Integers are not negative; `amounts` is an ascending list of fen; `nullable` allows null. */
export type OutputField =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'integer'; readonly max?: number }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'text'; readonly nullable?: true }
  | { readonly kind: 'string' }
  | { readonly kind: 'duration'; readonly min: number }
  | { readonly kind: 'amounts' }

interface KindValue {
  readonly boolean: boolean
  readonly integer: number
  readonly text: Text
  readonly string: string
  readonly duration: Duration
  readonly amounts: readonly number[]
}

type Word<F> = F extends { readonly kind: 'choice'; readonly values: readonly (infer V)[] } ? V : never
type Plain<F> = F extends { readonly kind: infer K }
  ? K extends keyof KindValue
    ? KindValue[K]
    : Word<F>
  : never
type OrNull<F> = F extends { readonly unknown: true } | { readonly nullable: true } ? null : never

/** The TypeScript type of a row whose columns are these fields. */
export type Row<Fields> = { readonly [Name in keyof Fields]: Plain<Fields[Name]> | OrNull<Fields[Name]> }
