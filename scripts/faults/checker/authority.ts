/** Who might decide what, read again from the intervals of roles and limits and from the published table. */
import type { DatabaseFacts, RuleTableRow } from './database/rows.ts'

/**
 * A revocation is dated by the statement that made it and seen from its commit on; a decision in between was
 * lawful. What was revoked before that counts as lost. Invariant I12 holds the exact border, as people saw it.
 */
const commitTakes = 10_000

interface Interval {
  readonly validFrom: number
  readonly validTo: number | null
  readonly confirmedAt: number | null
}

function held({ validFrom, validTo, confirmedAt }: Interval, at: number): boolean {
  return (
    confirmedAt !== null &&
    validFrom <= at &&
    confirmedAt <= at &&
    (validTo === null || validTo + commitTakes > at)
  )
}

/** The highest amount that a person might approve then; null for somebody who approves nothing. */
export function approvalLimit(
  { grants, limits }: DatabaseFacts,
  who: { readonly personId: string; readonly branchId: string; readonly line: string },
  at: number,
): number | null {
  const isApprover = grants.some(
    (grant) =>
      grant.personId === who.personId &&
      grant.role === 'approver' &&
      (grant.branchId === null || grant.branchId === who.branchId) &&
      held(grant, at),
  )
  const amounts = limits
    .filter((limit) => limit.personId === who.personId && (limit.line === null || limit.line === who.line))
    .filter((limit) => held(limit, at))
    .map(({ limitMinor }) => limitMinor)
  return isApprover && amounts.length > 0 ? Math.max(...amounts) : null
}

/** The levels that a version of the table of authority asks for: its first row that fits, highest priority first. */
export function levelsAsked(
  rows: readonly RuleTableRow[],
  inputs: Readonly<Record<string, unknown>>,
): readonly number[] | null {
  const ordered = rows.toSorted((a, b) => (b.priority ?? 0) - (a.priority ?? 0))
  const row = ordered.find(({ when }) =>
    Object.entries(when).every(([name, cell]) => cellFits(cell, inputs[name])),
  )
  return (row?.gives['levels'] as readonly number[] | undefined) ?? null
}

function cellFits(cell: string, value: unknown): boolean {
  if (cell.trim() === '-') return true
  if (typeof value === 'boolean') return cell.trim() === String(value)
  if (typeof value === 'string') return cell.startsWith('not(') ? !quoted(cell, value) : quoted(cell, value)
  if (typeof value !== 'number') return false
  const [, open = '', from = '', to = '', close = ''] =
    /^([[(])(-?\d+)\.\.(-?\d+)([\])])$/.exec(cell.trim()) ?? []
  if (open !== '')
    return (
      (open === '(' ? value > Number(from) : value >= Number(from)) &&
      (close === ')' ? value < Number(to) : value <= Number(to))
    )
  const [, comparison = '', border = ''] = /^(<=|>=|<|>) *(-?\d+)$/.exec(cell.trim()) ?? []
  if (comparison === '<=') return value <= Number(border)
  if (comparison === '>=') return value >= Number(border)
  if (comparison === '<') return value < Number(border)
  if (comparison === '>') return value > Number(border)
  return cell.split(',').some((one) => Number(one) === value)
}

function quoted(cell: string, value: string): boolean {
  return cell.includes(`"${value}"`)
}
