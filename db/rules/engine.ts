import { inArray } from 'drizzle-orm'
import { assert } from '../../domain/errors.ts'
import type { RuleInputs, RuleTableId } from '../../domain/rules/contracts.ts'
import { inputFaults } from '../../domain/rules/fire.ts'
import { isOutputOf } from '../../domain/rules/outputs.ts'
import type { RuleAnswer } from '../../domain/rules/use.ts'
import type { CivilDate } from '../../domain/time/instant.ts'
import { ruleVersions } from '../schema/rules.ts'
import { compileTable, type CompiledTable } from './compile.ts'
import { documentHash } from './document-hash.ts'
import type { RuleReader } from './executor.ts'
import { versionsInForce } from './versions.ts'

/** The tables as they are in force on one day. */
export interface RulesInForce {
  /**
   * Asks a table. Inputs that the table's contract does not foresee are a bug of the caller and fail an
   * assertion, as does a table without a version in force: nothing is ever decided by a default.
   */
  evaluate<T extends RuleTableId>(table: T, inputs: RuleInputs[T]): Promise<RuleAnswer<T>>
}

export interface RuleEngine {
  /**
   * Reads, in the caller's transaction, which versions are in force on the day, and compiles those that this
   * process has not seen. One small query each time: a version published by another process is taken by the
   * next transaction, and one that was rolled back is never asked again.
   */
  open(reader: RuleReader, options: { readonly effectiveOn: CivilDate }): Promise<RulesInForce>
  evaluate<T extends RuleTableId>(
    reader: RuleReader,
    table: T,
    inputs: RuleInputs[T],
    options: { readonly effectiveOn: CivilDate },
  ): Promise<RuleAnswer<T>>
}

/** One engine a process. What is cached never changes: a published version is immutable, its id its own. */
export function createRuleEngine(): RuleEngine {
  const compiled = new Map<string, CompiledTable>()

  const open: RuleEngine['open'] = async (reader, { effectiveOn }) => {
    const inForce = await versionsInForce(reader, effectiveOn)
    const unseen = inForce.filter(({ id }) => !compiled.has(id)).map(({ id }) => id)
    if (unseen.length > 0) await compileVersions(reader, unseen, compiled)
    const ids = new Map(inForce.map(({ tableId, id }) => [tableId, id]))
    return {
      evaluate: (table, inputs) => {
        const version = compiled.get(ids.get(table) ?? '')
        assert(version, `a version of ${table} is in force on ${effectiveOn}`)
        return ask(version, table, inputs)
      },
    }
  }
  const evaluate: RuleEngine['evaluate'] = async (reader, table, inputs, options) => {
    const rules = await open(reader, options)
    return rules.evaluate(table, inputs)
  }
  return { open, evaluate }
}

async function compileVersions(
  reader: RuleReader,
  ids: readonly string[],
  compiled: Map<string, CompiledTable>,
): Promise<void> {
  const { id, document, documentHash: hash } = ruleVersions
  const rows = await reader
    .select({ id, document, hash })
    .from(ruleVersions)
    .where(inArray(id, [...ids]))
  for (const row of rows) {
    assert(documentHash(row.document) === row.hash, `rule version ${row.id} is what was published`)
    compiled.set(row.id, compileTable(row.document))
  }
}

async function ask<T extends RuleTableId>(
  version: CompiledTable,
  table: T,
  inputs: RuleInputs[T],
): Promise<RuleAnswer<T>> {
  const wrong = inputFaults(inputs, version.contract)
  assert(
    wrong.length === 0,
    `${table} was asked with ${wrong.join(', ')} missing, foreign or of a wrong type`,
  )
  const fired = await version.run(inputs)
  const outputs = fired.map((row) => {
    const { gives } = row
    assert(isOutputOf(table, gives), `${table}.${row.id} gives the outputs of its table`)
    return gives
  })
  const use = { table, version: version.version, rows: fired.map((row) => row.id), inputs, outputs }
  return { outputs, use }
}
