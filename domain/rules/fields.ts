import type { Text } from '../text.ts'

/** The same names as the clocks' own durations, so that a target in a table starts a clock as it is. */
export const durationUnits = [
  'milliseconds',
  'seconds',
  'minutes',
  'hours',
  'calendarDays',
  'workingDays',
  'workingHours',
] as const

export interface RuleDuration {
  readonly value: number
  readonly unit: (typeof durationUnits)[number]
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

/** What a rule may answer. `amounts` is an ascending list of fen; `nullable` allows null. */
export type OutputField =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'integer' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'text'; readonly nullable?: true }
  | { readonly kind: 'string' }
  | { readonly kind: 'duration' }
  | { readonly kind: 'amounts' }

interface KindValue {
  readonly boolean: boolean
  readonly integer: number
  readonly text: Text
  readonly string: string
  readonly duration: RuleDuration
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
