import type { SheetContent } from '../../../domain/claim/stages/adjustment.ts'
import { pathOf, type StageEntry } from '../../../domain/claim/stage-path.ts'
import { missingItems } from '../../../domain/claim/stages/documents.ts'
import { isOpen, type Stage } from '../../../domain/claim/stages.ts'
import type { ClaimState, IntentStatus, SheetVersion } from '../../../domain/claim/state.ts'
import type { ClockKind } from '../../../domain/rules/vocabulary.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { Text } from '../../../domain/text.ts'
import type { MaskedParty } from '../../../db/reads/parties.ts'
import type { StaffContact } from '../../../db/reads/staff-contact.ts'
import { amountBefore, type ShownBefore } from './amount-before.ts'
import { claimantNames, spokenOf } from './claimant-names.ts'
import {
  accountWanted,
  amountTold,
  answeredTexts,
  answerWanted,
  fastTrackTexts,
  outcomeTexts,
  stageTexts,
} from './progress-texts.ts'

/** What is read besides the state, and only when the reader has another version. */
export interface ProgressSources {
  readonly contact: StaffContact | null
  readonly surveyor: StaffContact | null
  readonly entries: readonly StageEntry[]
  readonly ownParties: readonly MaskedParty[]
  /** Whether figures and reasons are for this reader: those who speak for the claim, not everybody in it. */
  readonly speaks: boolean
  readonly sheet: SheetContent | null
  /** The version that the customer was shown before, and in which words the newer one was saved. */
  readonly before: ShownBefore | null
  readonly rejection: { readonly at: Instant; readonly reason: string | null } | null
}

/** The clock whose end is promised while a claim is in a stage; the first that runs counts. */
const promised: Readonly<Partial<Record<Stage, readonly ClockKind[]>>> = {
  report: ['firstContact'],
  documents: ['documentsReview', 'supplement'],
  acceptance: ['acceptanceDecision'],
  survey: ['survey'],
  adjustment: ['damageAssessment', 'agreement', 'determination'],
  approval: ['payment'],
  payment: ['payment'],
}

/** A claim as its customer sees it: where it stands, what is wanted, by when, and what came out. */
export function progressOf(state: ClaimState, sources: ProgressSources) {
  const proposed = sources.speaks ? state.sheets.findLast((one) => one.proposedAt !== null) : undefined
  const wanted = wantedOf(state, sources, proposed)
  const { status, next } = textsOf(state)
  return {
    claimId: state.id,
    caseNumber: state.caseNumber,
    line: state.line,
    cause: state.cause,
    lossAt: state.lossAt,
    stage: state.stage,
    outcome: state.outcome,
    status: statusOf(state, wanted, status),
    nextStep: nextStep(wanted, next),
    expectedAt: expectedAt(state),
    path: pathOf(state, sources.entries),
    contact: sources.contact,
    callBy: state.stage === 'report' ? state.callBy : null,
    surveyor: sources.surveyor,
    wanted,
    checklist: state.checklist.map(({ item, need, label, original, state: at, refusedFor }) => ({
      item,
      need,
      label,
      original,
      state: at,
      refusedFor,
    })),
    amount: proposed === undefined ? null : amountOf(state, proposed, sources),
    payments: sources.speaks ? paymentsOf(state, sources) : [],
    decisionLetter: letterOf(state, sources),
    fastTrack: sources.speaks ? fastTrackOf(state) : null,
    parties: sources.ownParties,
  }
}

function wantedOf(
  state: ClaimState,
  { ownParties, speaks }: ProgressSources,
  proposed: SheetVersion | undefined,
) {
  const missing = isOpen(state.stage) ? new Set(missingItems(state)) : new Set()
  const newest = state.sheets.at(-1)
  const unanswered =
    state.stage === 'adjustment' &&
    proposed === newest &&
    proposed !== undefined &&
    proposed.agreement === null
  return {
    documents: state.checklist
      .filter(({ item }) => missing.has(item))
      .map(({ item, label, refusedFor }) => ({ item, label, refusedFor })),
    answer: unanswered
      ? {
          sheetVersion: proposed.version,
          sheetHash: proposed.hash,
          answerBy: runningUntil(state, ['agreement']),
        }
      : null,
    account: speaks && isOpen(state.stage) && ownParties.some(({ account }) => account === null),
  }
}

function statusOf(
  { stage, outcome }: ClaimState,
  wanted: ReturnType<typeof wantedOf>,
  otherwise: Text,
): Text {
  if (outcome !== null && !isOpen(stage)) return outcomeTexts[outcome]
  return wanted.answer === null ? otherwise : amountTold
}

function nextStep(wanted: ReturnType<typeof wantedOf>, otherwise: Text): Text {
  if (wanted.answer !== null) return answerWanted
  if (wanted.documents.length === 0 && wanted.account) return accountWanted
  return otherwise
}

function textsOf({ stage, sheets }: ClaimState) {
  const answer = stage === 'adjustment' ? sheets.at(-1)?.agreement?.outcome : undefined
  return answer === undefined ? stageTexts[stage] : answeredTexts[answer]
}

/** The date that was promised; null while the time stands still or nothing is promised. */
function expectedAt(state: ClaimState): Instant | null {
  return runningUntil(state, promised[state.stage] ?? [])
}

/** The end of the first of these clocks that runs. */
function runningUntil(state: ClaimState, kinds: readonly ClockKind[]): Instant | null {
  const running = kinds
    .flatMap((kind) => Object.values(state.clocks).filter((one) => one.kind === kind))
    .find(({ clock }) => clock.doneAt === null && clock.pausedAt === null)
  return running?.clock.dueAt ?? null
}

/** The amount with its lines and every step of its calculation: a figure explains itself. */
function amountOf(
  state: ClaimState,
  sheet: SheetVersion,
  { sheet: content, before, ownParties }: Pick<ProgressSources, 'sheet' | 'before' | 'ownParties'>,
) {
  const own = new Set(ownParties.map(({ partyId }) => partyId))
  const calculated = content?.result.outcome === 'calculated' ? content.result : null
  const lines = (content?.input.coverages ?? []).flatMap((coverage) =>
    'lines' in coverage ? coverage.lines.map((line) => ({ coverage: coverage.coverage, ...line })) : [],
  )
  return {
    sheetVersion: sheet.version,
    sheetHash: sheet.hash,
    payableMinor: sheet.payableMinor,
    proposedAt: sheet.proposedAt,
    agreement: sheet.agreement?.outcome ?? null,
    before: content === null || before === null ? null : amountBefore(sheet, content.input, before),
    claimants:
      content === null ? [] : claimantNames(state, own, spokenOf(content.input, before?.content.input)),
    lines: lines.map(
      ({ lineId, claimantId, coverage, item, askedMinor, assessedMinor, agreedMinor = null }) => ({
        lineId,
        claimantId,
        coverage,
        item,
        askedMinor,
        assessedMinor,
        agreedMinor,
      }),
    ),
    byCoverage:
      calculated?.byCoverage.map(({ coverage, payableMinor }) => ({ coverage, payableMinor })) ?? [],
    roundingPolicy: calculated?.roundingPolicy ?? null,
    steps: calculated?.steps ?? [],
  }
}

/** With the account only of the reader's own, and only while it is still the one to which the money went. */
function paymentsOf(state: ClaimState, { ownParties }: ProgressSources) {
  const accountOf = ({ partyId, payeeHash }: ClaimState['intents'][number]) =>
    state.parties.some(({ id, payeeHash: now }) => id === partyId && now === payeeHash)
      ? (ownParties.find((own) => own.partyId === partyId)?.account ?? null)
      : null
  return state.intents
    .filter(({ status }) => status !== 'cancelled')
    .map((intent) => ({
      reference: intent.ref,
      amountMinor: intent.amountMinor,
      state: arrivalOf(intent.status),
      orderedOn: intent.postingDate,
      account: accountOf(intent),
    }))
}

function arrivalOf(status: IntentStatus): 'paid' | 'notArrived' | 'underWay' {
  if (status === 'paid') return 'paid'
  return status === 'failed' || status === 'returned' ? 'notArrived' : 'underWay'
}

/** Of a claim that was let in, what passed; of one that was not, what referred it to a person. */
function fastTrackOf({ fastTrack }: ClaimState) {
  if (fastTrack === undefined) return null
  const { standing, check, left } = fastTrack
  const lines = check === null ? [] : check.lines
  const refers = lines.filter(({ result }) => result === 'refer')
  return {
    standing,
    status: fastTrackTexts[standing],
    version: check?.version ?? null,
    rules: (left?.reason === 'rules' ? refers : lines).map(({ rule, result, reason }) => ({
      rule,
      result,
      reason,
    })),
  }
}

function letterOf(state: ClaimState, { speaks, rejection }: ProgressSources) {
  if (state.rejection === null || !speaks) return null
  const { clause, check, letterDeliveredAt } = state.rejection
  return {
    clause,
    check,
    reason: rejection?.reason ?? null,
    decidedAt: rejection?.at ?? null,
    deliveredAt: letterDeliveredAt,
  }
}
