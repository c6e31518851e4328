/** What has to hold after a restore, judged over everything that there is by what was written down of it. */
import type { JournalRow } from '../../bank-simulator/store-schema.ts'
import type { Attempted } from '../../faults/run-folder.ts'
import type { SentMessage } from '../../gaps/sent-messages.ts'
import type { Gaps } from '../../gaps/find-gaps.ts'
import { differences, type Verdict } from '../verdict.ts'
import type { AtRest, ClaimAtRest } from './at-rest.ts'
import type { Disaster } from './moment.ts'

/** Nothing may stand as if it were known: what is not final is unknown, or in people's hands. */
const sure = new Set(['unknown', 'paid', 'failed', 'returned', 'cancelled', 'suspense'])

export function checkRestored(verdict: Verdict, { justBefore, justAfter, last, restored }: Disaster): void {
  const least = new Map(justBefore.claims.map(({ id, version }) => [id, version]))
  const most = new Map(justAfter.claims.map(({ id, version }) => [id, version]))
  const missing = [...least.keys()].filter((id) => !restored.claims.has(id))
  const wrong = [...restored.claims.values()].filter(
    ({ id, restoredVersion }) =>
      (restoredVersion ?? 0) < (least.get(id) ?? 1) || (restoredVersion ?? 0) > (most.get(id) ?? 0),
  )
  verdict.check('claims are there as they were at the moment, and no other', restored.claims.size, [
    ...missing.map((id) => `${id} is missing`),
    ...wrong.map(({ id, restoredVersion }) => `${id} has version ${restoredVersion}`),
  ])
  const gone = justBefore.intents.filter(({ id }) => !restored.intents.has(id))
  verdict.check(
    'payments of the moment are there',
    justBefore.intents.length,
    gone.map(({ ref }) => `${ref} is missing`),
  )
  const sureOf = [...restored.intents.values()].filter(({ status }) => !sure.has(status))
  verdict.check(
    'payments that are not final are unknown before anything starts',
    restored.intents.size,
    sureOf.map(({ ref, status }) => `${ref} is ${status}`),
  )
  const old = [...restored.claims.values()].filter(
    ({ id, epoch, toldVersion }) => epoch <= (last.claims.get(id)?.epoch ?? 0) || toldVersion !== 0,
  )
  verdict.check(
    'claims begin a new epoch, of which nobody was told',
    restored.claims.size,
    old.map(({ id }) => id),
  )
}

/**
 * By the people's own notes of what they were answered before the moment.
 *
 * @param at is the moment, in milliseconds.
 * @param versions of the claims as they came back.
 */
export function checkAcknowledged(
  verdict: Verdict,
  attempts: readonly Answered[],
  { at, versions }: { readonly at: number; readonly versions: ReadonlyMap<string, number> },
): void {
  const acknowledged = attempts.flatMap(({ outcome, key, tRet, type, claimId, version }) =>
    outcome === 'ok' && key !== null && tRet < at && claimId !== null && version !== null
      ? [{ type, claimId, version }]
      : [],
  )
  const versionOf = (id: string) => versions.get(id) ?? 0
  verdict.check(
    'what people were acknowledged before the moment is there',
    acknowledged.length,
    acknowledged
      .filter(({ claimId, version }) => versionOf(claimId) < version)
      .map(({ type, claimId, version }) => `${type} of ${claimId}: ${version}, not ${versionOf(claimId)}`),
  )
}

type Answered = Pick<Attempted, 'outcome' | 'key' | 'tRet' | 'type' | 'claimId' | 'version'>

export function checkPaused(verdict: Verdict, pausedReason: string | null): void {
  verdict.check(
    'the pay lane starts paused',
    1,
    pausedReason === 'restore' ? [] : [`paused by ${pausedReason}`],
  )
}

/** @param sent are references that left since the start; movements of the bank are counted when it had answered. */
export function checkNothingLeft(
  verdict: Verdict,
  sent: readonly string[],
  movements: { readonly before: number; readonly after: number },
): void {
  const moved = movements.after - movements.before
  verdict.check('movements of before, and none while the lane was shut', movements.before, [
    ...sent.map((ref) => `${ref} was sent`),
    ...(moved === 0 ? [] : [`${moved} movements at the bank`]),
  ])
}

/** How two people tried to open the lane: the first one once too often. */
export interface Reopening {
  /** The code of the refusal when the first one tried again; null when nobody refused. */
  readonly refusal: string | null
  readonly openAfterOne: boolean
  readonly openAfterTwo: boolean
}

export function checkReopening(verdict: Verdict, { refusal, openAfterOne, openAfterTwo }: Reopening): void {
  verdict.check('one person twice does not open the lane, two do', 3, [
    ...(refusal === 'secondPersonNeeded' ? [] : [`the second try of one person gave ${refusal}`]),
    ...(openAfterOne ? ['one person has opened the lane'] : []),
    ...(openAfterTwo ? [] : ['two people have not opened the lane']),
  ])
}

/**
 * What the old cluster and the bank's and the gateway's own books say was lost. Of what was committed in the very
 * last moment nobody outside may have heard: it need not be listed, and nothing else may be.
 */
export function checkGaps(
  verdict: Verdict,
  gaps: Gaps,
  { last, restored, startedAt }: Disaster,
  outside: { readonly journal: readonly JournalRow[]; readonly sent: readonly SentMessage[] },
): void {
  const listed = new Map(gaps.claims.map(({ claimId, known }) => [claimId, known.version]))
  const versionOf = (id: string) => restored.claims.get(id)?.restoredVersion ?? 0
  const heard = [...last.claims.values()]
    .map((claim) => ({ id: claim.id, version: heardVersion(claim, last) }))
    .filter(({ id, version }) => version > versionOf(id))
  verdict.check('claims that were lost or set back are listed', heard.length, [
    ...heard
      .filter(({ id, version }) => (listed.get(id) ?? 0) < version)
      .map(({ id, version }) => `${id} is listed with ${listed.get(id) ?? 'nothing'} instead of ${version}`),
    ...[...listed]
      .filter(([id, known]) => known > (last.claims.get(id)?.version ?? 0) || known <= versionOf(id))
      .map(([id]) => `${id} was not expected`),
  ])
  const refs = new Set([...restored.intents.values()].map(({ ref }) => ref))
  const stray = outside.journal.filter(({ ref, kind }) => kind === 'executed' && !refs.has(ref))
  verdict.check(
    'references that only the bank knows are in suspense and listed',
    stray.length,
    differences(
      'reference',
      gaps.references.map(({ ref }) => ref),
      stray.map(({ ref }) => ref),
    ),
  )
  const strayRefs = new Set(stray.map(({ ref }) => ref))
  const lost = [...last.intents.values()].filter(({ id }) => !restored.intents.has(id))
  const payments = new Set(gaps.payments.map(({ intentId }) => intentId))
  verdict.check('lost payments are listed from their workflows', lost.length, [
    ...lost
      .filter(({ id, ref }) => strayRefs.has(ref) && !payments.has(id))
      .map(({ ref }) => `${ref} is missing`),
    ...[...payments].filter((id) => lost.every((one) => one.id !== id)).map((id) => `${id} was not expected`),
  ])
  const messages = outside.sent.filter(({ id, at }) => at < startedAt.getTime() && !restored.notices.has(id))
  verdict.check(
    'messages that were sent and are lost are listed',
    messages.length,
    differences(
      'message',
      gaps.messages.map(({ id }) => id),
      messages.map(({ id }) => id),
    ),
  )
}

/** What the claim's workflow has certainly heard of it. */
function heardVersion({ id, toldVersion }: ClaimAtRest, { answered }: AtRest): number {
  let version = toldVersion
  while (answered.get(id)?.has(version)) version -= 1
  return version
}

/** By the bank's own book: no reference twice, and nobody paid twice for one loss. */
export function checkPaidOnce(
  verdict: Verdict,
  journal: readonly JournalRow[],
  losses: readonly { readonly who: string; readonly account: string; readonly times: number }[],
): void {
  const executed = journal.filter(({ kind }) => kind === 'executed')
  const byRef = Map.groupBy(executed, ({ ref }) => ref)
  const twice = [...byRef]
    .filter(([, rows]) => rows.length > 1)
    .map(([ref]) => `${ref} was paid more than once`)
  verdict.check('references that the bank has paid once', byRef.size, twice)
  const byAccount = Map.groupBy(executed, ({ payeeAccount }) => payeeAccount)
  const faults = losses.flatMap(({ who, account, times }) => {
    const rows = byAccount.get(account) ?? []
    return rows.length === times ? [] : [`${who} was paid ${rows.length} times instead of ${times}`]
  })
  verdict.check('losses that were paid as often as they have to be: once, or not yet', losses.length, faults)
}

/** Every claim of the people is paid another amount, so the journal alone says how often. */
export function checkAmounts(
  verdict: Verdict,
  journal: readonly JournalRow[],
  payable: readonly Paid[],
  all: readonly Paid[],
): void {
  const times = (yuan: number): number =>
    journal
      .filter(({ amountMinor }) => amountMinor === yuan * 100)
      .reduce((count, { kind }) => count + (kind === 'executed' ? 1 : -1), 0)
  verdict.check(
    'claims of the people were paid exactly once',
    payable.length,
    payable.filter(({ yuan }) => times(yuan) !== 1).map((one) => `${one.claimId}: ${times(one.yuan)} times`),
  )
  verdict.check(
    'no claim of the people was paid twice, lost ones included',
    all.length,
    all.filter(({ yuan }) => times(yuan) > 1).map((one) => `${one.claimId}: ${times(one.yuan)} times`),
  )
}

interface Paid {
  readonly claimId: string
  readonly yuan: number
}
