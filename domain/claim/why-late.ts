/** Why a claim that is late does not move, as far as its state knows it: what it waits for, and in whose hands that lies. */
import type { ClockKind } from '../rules/vocabulary.ts'
import type { Instant } from '../time/instant.ts'
import type { Stage } from './stages.ts'
import { missingItems } from './stages/documents.ts'
import { atBank } from './stages/settled.ts'
import type { ClaimState, TaskKind } from './state.ts'

export const lateReasonCodes = [
  'standstill',
  'firstCall',
  'checklistNotSent',
  'customerPapers',
  'noticeOnItsWay',
  'papersToCheck',
  'letterOnItsWay',
  'checksForPeople',
  'acceptanceUndecided',
  'surveyorSilent',
  'noSurveyor',
  'noSurveyReport',
  'advanceNotProposed',
  'noSheet',
  'sheetNotPut',
  'customerSilent',
  'customerDisputes',
  'notSubmitted',
  'returned',
  'approval',
  'notReleased',
  'payeeToCorrect',
  'atBank',
  'bankUnclear',
  'paymentHeld',
  'nobodyTook',
  'holderAway',
] as const
export type LateReasonCode = (typeof lateReasonCodes)[number]

export interface LateReason {
  readonly code: LateReasonCode
  /** Since when it has waited for this; null where the claim does not say. */
  readonly waitingSince: Instant | null
  /** The level of approval that is asked. */
  readonly level: number | null
  /** How many papers or checks. */
  readonly count: number | null
}

export interface LateClaim {
  readonly state: ClaimState
  /** Of the clock that is late. */
  readonly clock: ClockKind
  /** People with open work in the claim who are on leave now. */
  readonly away: ReadonlySet<string>
}

type Cause = (claim: LateClaim) => LateReason | null

/** What others have to do: whose task it is here says nothing about why it waits. */
const waitsForOthers = new Set<LateReasonCode>([
  'customerPapers',
  'noticeOnItsWay',
  'letterOnItsWay',
  'customerSilent',
  'atBank',
  'paymentHeld',
])

/** Tasks that only tell somebody, or that run beside the way of the claim. */
const beside = new Set<TaskKind>(['informed', 'reopened', 'proposeAdvance', 'standstill'])

/** The reasons in the order in which a supervisor asks for them: what it waits for, then who does not move. */
export function whyLate(claim: LateClaim): readonly LateReason[] {
  const { state, away } = claim
  const halted = state.tasks.find(({ kind }) => kind === 'standstill')
  const cause =
    halted === undefined
      ? causes[state.stage](claim)
      : reason('standstill', { waitingSince: halted.openedAt })
  if (cause !== null && waitsForOthers.has(cause.code)) return [cause]
  const work = state.tasks.filter(({ kind }) => !beside.has(kind))
  const untaken = work.find(({ assigneeId }) => assigneeId === null)
  const left = work.find(({ assigneeId }) => assigneeId !== null && away.has(assigneeId))
  return [
    ...(cause === null ? [] : [cause]),
    ...(untaken === undefined ? [] : [reason('nobodyTook', { waitingSince: untaken.openedAt })]),
    ...(left === undefined ? [] : [reason('holderAway')]),
  ]
}

function reason(code: LateReasonCode, more: Partial<Omit<LateReason, 'code'>> = {}): LateReason {
  return { code, waitingSince: null, level: null, count: null, ...more }
}

const causes: Readonly<Record<Stage, Cause>> = {
  report: ({ state }) => reason('firstCall', { waitingSince: state.registeredAt }),
  documents: papers,
  acceptance,
  survey,
  adjustment,
  approval,
  payment,
  afterCare: () => null,
  archived: () => null,
}

function papers({ state }: LateClaim) {
  const { checklist, checklistSentAt, notices, stageEnteredAt } = state
  if (checklistSentAt === null) return reason('checklistNotSent', { waitingSince: stageEnteredAt })
  const toCheck = checklist.filter((line) => line.state === 'received').length
  if (toCheck > 0) return reason('papersToCheck', { count: toCheck })
  const open = notices.findLast(({ answeredAt }) => answeredAt === null)
  if (open !== undefined && open.deliveredAt === null)
    return reason('noticeOnItsWay', { waitingSince: open.issuedAt })
  const missing = missingItems(state).length
  if (missing === 0) return null
  return reason('customerPapers', { waitingSince: open?.deliveredAt ?? checklistSentAt, count: missing })
}

function acceptance({ state: { rejection, panel, stageEnteredAt } }: LateClaim) {
  if (rejection !== null && rejection.letterDeliveredAt === null) return reason('letterOnItsWay')
  const forPeople = panel?.lines.filter(({ result }) => result === 'refer').length ?? 0
  return forPeople > 0
    ? reason('checksForPeople', { waitingSince: stageEnteredAt, count: forPeople })
    : reason('acceptanceUndecided', { waitingSince: stageEnteredAt })
}

function survey({ state: { survey: visit, stageEnteredAt } }: LateClaim) {
  const asked = visit.offers.find(({ answer }) => answer === null)
  if (visit.surveyorId !== null) {
    const taken = visit.offers.find(({ surveyorId }) => surveyorId === visit.surveyorId)
    return reason('noSurveyReport', { waitingSince: taken?.at ?? stageEnteredAt })
  }
  if (asked !== undefined) return reason('surveyorSilent', { waitingSince: asked.at })
  return reason('noSurveyor', { waitingSince: stageEnteredAt })
}

function adjustment({ state, clock }: LateClaim) {
  const { sheets, settlements, advanceRaisedAt, stageEnteredAt, tasks } = state
  if (clock === 'advance60' && tasks.some(({ kind }) => kind === 'proposeAdvance'))
    return reason('advanceNotProposed', { waitingSince: advanceRaisedAt })
  const sheet = sheets.at(-1)
  if (sheet === undefined) return reason('noSheet', { waitingSince: stageEnteredAt })
  const returned = settlements.some(
    ({ sheetVersion, state: now }) => sheetVersion === sheet.version && now === 'returned',
  )
  if (returned) return reason('returned', { waitingSince: stageEnteredAt })
  const { agreement } = sheet
  if (agreement !== null)
    return reason(agreement.outcome === 'disputed' ? 'customerDisputes' : 'notSubmitted', {
      waitingSince: agreement.at,
    })
  return sheet.proposedAt === null
    ? reason('sheetNotPut', { waitingSince: sheet.at })
    : reason('customerSilent', { waitingSince: sheet.askedAt ?? sheet.proposedAt })
}

function approval({ state: { settlements, tasks } }: LateClaim) {
  const asked = settlements.findLast(({ state: now }) => now === 'pending')
  if (asked === undefined) return null
  const task = tasks.find(({ kind }) => kind === 'decideApproval')
  return reason('approval', { level: asked.openLevel, waitingSince: task?.openedAt ?? asked.proposedAt })
}

function payment({ state: { intents, tasks } }: LateClaim) {
  const taskOf = (wanted: TaskKind) => tasks.find(({ kind }) => kind === wanted)
  const release = taskOf('releasePayment')
  const unclear = taskOf('resolveSuspense')
  const wrong = taskOf('correctPayee')
  if (unclear !== undefined) return reason('bankUnclear', { waitingSince: unclear.openedAt })
  if (wrong !== undefined) return reason('payeeToCorrect', { waitingSince: wrong.openedAt })
  if (release !== undefined) return reason('notReleased', { waitingSince: release.openedAt })
  const sent = intents.find(({ status }) => atBank.has(status))
  if (sent !== undefined) return reason('atBank', { waitingSince: sent.firstSubmittedAt })
  return intents.some(({ status }) => status === 'held' || status === 'ready') ? reason('paymentHeld') : null
}
