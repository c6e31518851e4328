/** What a part of the bench reports; a part that fails its own check throws instead and reports no number. */
import type { Spread } from './statistics.ts'

export interface Figure {
  readonly name: string
  readonly unit: string
  readonly value: Spread
  /** The level to be met, as performance of this product is judged; absent where the figure is for comparison. */
  readonly aim?: { readonly text: string; readonly met: boolean }
}

export interface Finding {
  readonly figures: readonly Figure[]
  /** What was found equal before any number was given. */
  readonly checked: string
}
