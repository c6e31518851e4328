import type { Text } from '../text.ts'
import type { Duration } from '../time/duration.ts'
import type { CivilDate } from '../time/instant.ts'
import type { HitPolicy, RuleTableId } from './contracts.ts'

export type RuleInput = number | boolean | string | null
export type RuleOutput = number | boolean | string | null | Text | Duration | readonly number[]

export type InputRow = Readonly<Record<string, RuleInput>>
export type OutputRow = Readonly<Record<string, RuleOutput>>

export interface RuleColumn {
  readonly name: string
  readonly type: string
}

export interface RuleRow {
  readonly id: string
  /** Rows of a higher priority come first and may overlap lower ones; rows of the same priority may not. */
  readonly priority: number
  /** Cells by input name; an input that is left out is `-`, any value. */
  readonly when: Readonly<Record<string, string>>
  readonly gives: OutputRow
  readonly note?: Text
  /** The article or standard that the row carries out. */
  readonly source?: string
}

export interface RuleTestCase {
  readonly name: string
  readonly inputs: InputRow
  readonly expectRows?: readonly string[]
  /** Each expected row may name only the outputs that matter to the case. */
  readonly expectOutputs?: readonly OutputRow[]
}

/**
 * A version of a decision table as people edit, review and publish it. It is in force from `effectiveFrom`
 * until the day before `effectiveTo`, or until a version with a later `effectiveFrom`.
 */
export interface RuleTable {
  readonly id: RuleTableId
  readonly version: number
  readonly effectiveFrom: CivilDate
  readonly effectiveTo?: CivilDate
  readonly hitPolicy: HitPolicy
  readonly inputs: readonly RuleColumn[]
  readonly outputs: readonly RuleColumn[]
  readonly rows: readonly RuleRow[]
  /** Inputs of every test case that does not say otherwise. */
  readonly testDefaults: InputRow
  readonly testCases: readonly RuleTestCase[]
}
