/** What has to hold when versions of the workflows change, judged by what was seen. */
import type { Attempted } from '../../faults/run-folder.ts'
import type { Verdict } from '../verdict.ts'
import type { ClaimHistory, Ended } from './histories.ts'
import type { Cut, Probed } from './prober.ts'

/** What `npm run replay` has said, and the code with which it ended. */
export interface Replayed {
  readonly code: number | null
  readonly stored: number
  readonly storedFaults: number
  readonly live: number
  readonly liveFaults: number
}

/** The version that fits is let through, on histories of both kinds; the other one is refused by each kind alone. */
export function checkGate(
  verdict: Verdict,
  { next, bad }: { readonly next: Replayed; readonly bad: Replayed },
): void {
  const fits = next.code === 0 && next.storedFaults + next.liveFaults === 0
  verdict.check(
    'stored histories replay under the next version',
    next.stored,
    fits ? [] : [JSON.stringify(next)],
  )
  verdict.check(
    'living histories replay under the next version',
    next.live,
    fits ? [] : [JSON.stringify(next)],
  )
  verdict.check('stored histories refuse the incompatible version', bad.storedFaults, [])
  verdict.check('living histories refuse the incompatible version', bad.liveFaults, [])
  verdict.check('its replay ends with 1', 1, bad.code === 1 ? [] : [`it ended with ${bad.code}`])
}

/** @param fresh is a claim that was reported to the next version. */
export function checkNewWay(
  verdict: Verdict,
  claims: readonly ClaimHistory[],
  fresh: string,
  patchId: string,
): void {
  verdict.check(
    'claims without a task that failed for other steps',
    claims.length,
    claims.filter(({ failedTasks }) => failedTasks > 0).map(({ workflowId }) => workflowId),
  )
  const own = claims.find(({ workflowId }) => workflowId === fresh)
  verdict.check('a new claim takes the new way', 1, own?.patches.has(patchId) ? [] : ['it has no mark of it'])
}

export interface Forced {
  readonly claims: readonly ClaimHistory[]
  /** Workflows of claims that were decided while the wrong version ran. */
  readonly ids: readonly string[]
  /** How many workflows the metric of the alert counts as stuck. */
  readonly metric: number
}

/** Tasks fail, workflows do not, and somebody is told. */
export function checkForced(verdict: Verdict, { claims, ids, metric }: Forced): void {
  const decided = claims.filter(({ workflowId }) => ids.includes(workflowId))
  verdict.check(
    'tasks fail under the version that was forced',
    decided.filter(({ failedTasks }) => failedTasks > 0).length,
    [],
  )
  const running = new Set(decided.filter(({ isRunning }) => isRunning).map(({ workflowId }) => workflowId))
  verdict.check(
    'workflows survive the version that was forced',
    ids.length,
    ids.filter((id) => !running.has(id)),
  )
  verdict.check('stuck workflows show in the metric of the alert', metric, [])
}

/** @param terminated is the workflow that somebody had to end. */
export function checkNoneFailed(verdict: Verdict, ended: readonly Ended[], terminated: string): void {
  const wrong = ended.filter(
    ({ workflowId, status }) =>
      status !== 'COMPLETED' && !(status === 'TERMINATED' && workflowId === terminated),
  )
  verdict.check(
    'workflows that have ended have not failed',
    ended.length,
    wrong.map(({ workflowId, status }) => `${workflowId}: ${status}`),
  )
}

export interface Stops {
  readonly name: 'api' | 'worker' | 'jobs'
  readonly times: number
  /** How each run of the program ended, in words. */
  readonly endings: readonly string[]
  readonly probed: Probed
  /** Of the requests that were cut, those whose connection the program had taken. */
  readonly aborted: readonly Cut[]
  readonly attempts: readonly Pick<Attempted, 'type' | 'http'>[]
}

/** What a client may hear while a program goes and comes: everything else is a fault of ours. */
const expected = (status: number): boolean => status < 500 || status === 503

export function checkStops(
  verdict: Verdict,
  { name, times, endings, probed, aborted, attempts }: Stops,
): void {
  const { answered, refused, cut } = probed
  verdict.check(`${name}: stops that ended by themselves with 0`, endings.length, [
    ...endings.filter((ending) => !ending.endsWith('ended with 0')),
    ...(endings.length === times ? [] : [`${endings.length} stops instead of ${times}`]),
  ])
  const requests = [...answered.values()].reduce((sum, count) => sum + count, 0)
  verdict.check(`${name}: requests that were taken were answered`, requests, [
    ...aborted.map(({ why }) => why),
    ...[...answered].filter(([status]) => !expected(status)).map(([status, n]) => `${n} times ${status}`),
  ])
  verdict.check(
    `${name}: operations of people were not answered as a bug`,
    attempts.length,
    attempts
      .filter(({ http }) => http !== null && !expected(http))
      .map(({ type, http }) => `${type}: ${http}`),
  )
  // Only the API's own clients may meet nobody, or a connection that nobody takes any more: of the others' stops
  // nothing is seen from outside.
  if (name === 'api') return
  const unanswered = attempts.filter(({ http }) => http === null)
  verdict.check(`${name}: nobody outside notices a stop`, requests + attempts.length, [
    ...unanswered.map(({ type }) => `${type} was not answered`),
    ...(refused === 0 ? [] : [`${refused} times nobody listened`]),
    ...cut.map(({ why }) => why),
  ])
}
