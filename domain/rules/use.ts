import type { RuleInputs, RuleOutputs, RuleTableId } from './contracts.ts'

/**
 * Which rule decided, on which facts: stored beside every event that a table took part in, so that the
 * decision can be explained years later (Personal Information Protection Law, article 24) and a new version
 * can be tried on what was really asked. `rows` are the ids of the rows that fired, in the table's order.
 */
export interface RuleUse<T extends RuleTableId = RuleTableId> {
  readonly table: T
  readonly version: number
  readonly rows: readonly string[]
  readonly inputs: RuleInputs[T]
  readonly outputs?: readonly RuleOutputs[T][]
}

/** What a table answered, and the use of it that has to be stored. */
export interface RuleAnswer<T extends RuleTableId> {
  readonly outputs: readonly RuleOutputs[T][]
  readonly use: RuleUse<T>
}
