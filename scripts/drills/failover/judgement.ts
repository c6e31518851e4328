/** What has to hold on a server that was promoted without a loss, judged by what was written down of it. */
import type { JournalRow } from '../../bank-simulator/store-schema.ts'
import type { Attempted } from '../../faults/run-folder.ts'
import type { Gaps } from '../../gaps/find-gaps.ts'
import type { Verdict } from '../verdict.ts'

type Answered = Pick<Attempted, 'outcome' | 'key' | 'tInv' | 'tRet'>

/** When somebody's write was first acknowledged that had been sent after the instant; undefined when none was. */
export function firstWriteAfter(attempts: readonly Answered[], instant: number): number | undefined {
  const taken = attempts.filter(
    ({ outcome, key, tInv }) => outcome === 'ok' && key !== null && tInv > instant,
  )
  return taken.length === 0 ? undefined : Math.min(...taken.map(({ tRet }) => tRet))
}

/** @param refs that the database has noted as handed to the bank. */
export function checkNotedBeforePaid(
  verdict: Verdict,
  journal: readonly JournalRow[],
  refs: ReadonlySet<string>,
): void {
  const unknown = journal.filter(({ ref }) => !refs.has(ref))
  verdict.check(
    'movements of the bank are of payments that the promoted server knows to have left',
    journal.length,
    unknown.map(({ ref }) => `${ref} moved unnoted`),
  )
}

/** Nobody may take what was written since the promotion for what the server that died has handed on. */
export function checkKnownUntil(verdict: Verdict, knownUntil: number | undefined, promotedAt: number): void {
  const right = knownUntil !== undefined && knownUntil <= promotedAt
  verdict.check(
    'what is looked for at bank and gateway begins before the promotion',
    1,
    right ? [] : [`it begins at ${knownUntil}, the promotion was at ${promotedAt}`],
  )
}

/** @param claims is how many the database holds. */
export function checkNothingLost(verdict: Verdict, gaps: Gaps, claims: number): void {
  verdict.check('claims of which workflows, bank and gateway know no more than the database', claims, [
    ...gaps.claims.map(({ claimId, known }) => `${claimId} is listed with ${known.version}`),
    ...gaps.payments.map(({ intentId }) => `payment ${intentId} is listed`),
    ...gaps.references.map(({ ref }) => `${ref} is listed`),
    ...gaps.messages.map(({ id }) => `message ${id} is listed`),
    ...gaps.orphans.map(({ workflowId }) => `${workflowId} has no row`),
  ])
}
