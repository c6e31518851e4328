import { canonicalJson } from './canonical-json.ts'
import type { RuleContract } from './contracts.ts'
import type { OutputRow, RuleOutput } from './table.ts'

/** What one output says on each side; null on the side that says nothing of it. */
export interface OutputDifference {
  readonly output: string
  /** Which check, item or rung it is about, where a table answers with several rows. */
  readonly subject: string | null
  readonly from: unknown
  readonly to: unknown
}

/**
 * Every output by which two answers of one table differ. Rows are matched by what they are about, not by their
 * place: an item more on a checklist is one difference and does not shift all that follow it.
 */
export function differencesBetween(
  contract: RuleContract,
  before: readonly OutputRow[],
  after: readonly OutputRow[],
): readonly OutputDifference[] {
  const about = aboutOf(contract)
  const [old, fresh] = [bySubject(before, about), bySubject(after, about)]
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((subject) => {
    const [left, right] = [old.get(subject), fresh.get(subject)]
    if (about !== undefined && (left === undefined || right === undefined)) {
      return [{ output: about, subject, from: left && subject, to: right && subject }].map(orNull)
    }
    return Object.keys(contract.outputs).flatMap((output) => {
      const [from, to] = [said(left ?? [], output), said(right ?? [], output)]
      return canonicalJson(from) === canonicalJson(to) ? [] : [{ output, subject, from, to }]
    })
  })
}

/** The output that says what a row is about; undefined for a table that gives one answer. */
function aboutOf(contract: RuleContract): string | undefined {
  if (contract.hitPolicy === 'first') return undefined
  return contract.each ?? Object.keys(contract.outputs)[0]
}

function bySubject(
  rows: readonly OutputRow[],
  about: string | undefined,
): ReadonlyMap<string | null, readonly OutputRow[]> {
  return Map.groupBy(rows, (row) => (about === undefined ? null : wordOf(row[about])))
}

function wordOf(output: RuleOutput | undefined): string {
  return typeof output === 'string' ? output : canonicalJson(output ?? null)
}

function said(rows: readonly OutputRow[], output: string): RuleOutput | readonly RuleOutput[] {
  const values = rows.map((row) => row[output] ?? null)
  return values.length === 1 ? (values[0] ?? null) : values
}

function orNull({ from, to, ...rest }: OutputDifference): OutputDifference {
  return { ...rest, from: from ?? null, to: to ?? null }
}
