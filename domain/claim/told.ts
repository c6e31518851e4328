import { clockState } from '../clocks/clock.ts'
import { nextStepAt } from '../clocks/run-clock.ts'
import type { Instant } from '../time/instant.ts'
import { nextAutomatic } from './fast-track-steps.ts'
import type { Outcome, Stage } from './stages.ts'
import { nextLevel } from './stages/approval.ts'
import { isFinished, openPayments } from './stages/settled.ts'
import type { ClaimState, IntentStatus } from './state.ts'

/**
 * What the workflow follows of a claim: ids, codes and instants, no personal data.
 * Everything a stage function waits for stands here and nothing else, because each
 * change of it costs a signal.
 */
export interface ToldContent {
  readonly stage: Stage
  readonly outcome: Outcome | null
  /**
   * The clock whose step is the next to take, or none. Of the others the workflow hears with the answer
   * to that step: a signal for each that starts, stops or stands still would be for nothing.
   */
  readonly clocks: readonly { readonly key: string; readonly nextAt: Instant }[]
  /** Settlements whose next level nobody has opened yet. */
  readonly levelsToOpen: readonly { readonly settlementId: string; readonly level: number }[]
  /** Payments that are not final. How far one has come is its own workflow's business. */
  readonly intents: readonly { readonly id: string; readonly status: 'held' | 'moving' | 'suspense' }[]
  /** The instant at which the stage function has to act, or the thing that it has to do now. */
  readonly callBy: Instant | null
  readonly checklistSent: boolean
  readonly remindAt: Instant | null
  readonly panelWanted: boolean
  readonly surveyNeedKnown: boolean
  readonly surveyorWantedAt: Instant | null
  readonly agreementWanted: boolean
  readonly advanceWanted: boolean
  readonly payable: boolean
  readonly satisfactionAsked: boolean
  readonly archiveAt: Instant | null
  /** Software has something to do; left out otherwise, as in everything that was told before there was a fast track. */
  readonly fastTrack?: true
}

/** A version of it: within an epoch the higher version wins, a restore begins a new epoch. */
export interface Told extends ToldContent {
  readonly claimId: string
  readonly epoch: number
  readonly version: number
}

export function toldContent(state: ClaimState): ToldContent {
  const { stage } = state
  const newest = state.sheets.at(-1)
  const advance = state.clocks['advance60']
  return {
    stage,
    outcome: state.outcome,
    clocks: nextClock(state),
    levelsToOpen: state.settlements
      .filter((one) => one.state === 'pending' && one.openLevel < nextLevel(one))
      .map((one) => ({ settlementId: one.id, level: nextLevel(one) })),
    intents: state.intents
      .filter((one) => !isFinished(one))
      .map(({ id, status }) => ({ id, status: movement(status) })),
    callBy: stage === 'report' ? state.callBy : null,
    checklistSent: state.checklistSentAt !== null,
    remindAt: stage === 'documents' ? state.remindAt : null,
    panelWanted: stage === 'acceptance' && state.panelDue,
    surveyNeedKnown: state.survey.need !== null,
    surveyorWantedAt: stage === 'survey' ? surveyorWantedAt(state) : null,
    agreementWanted:
      stage === 'adjustment' && newest !== undefined && newest.proposedAt !== null && newest.askedAt === null,
    advanceWanted:
      stage === 'adjustment' &&
      state.advanceRaisedAt === null &&
      advance !== undefined &&
      clockState(advance.clock) === 'breached',
    payable: stage === 'payment' && openPayments(state).length === 0,
    satisfactionAsked: state.satisfactionAskedAt !== null,
    archiveAt: stage === 'afterCare' ? archivableAt(state) : null,
    ...(nextAutomatic(state) === null ? {} : { fastTrack: true as const }),
  }
}

function movement(status: IntentStatus): ToldContent['intents'][number]['status'] {
  return status === 'held' || status === 'suspense' ? status : 'moving'
}

/** Of two at one instant always the same, in whatever order the state holds them. */
function nextClock(state: ClaimState): ToldContent['clocks'] {
  return Object.values(state.clocks)
    .flatMap(({ key, clock }) => {
      const nextAt = nextStepAt(clock)
      return nextAt === null ? [] : [{ key, nextAt }]
    })
    .toSorted((a, b) => a.nextAt - b.nextAt || (a.key < b.key ? -1 : 1))
    .slice(0, 1)
}

/** When the next surveyor is to be asked: at once after a no, at the end of the time to answer otherwise. */
function surveyorWantedAt({ survey }: ClaimState): Instant | null {
  if (survey.need?.required !== true || survey.surveyorId !== null || survey.exhausted) return null
  const last = survey.offers.at(-1)
  if (last === undefined) return 0
  return last.answer === null ? last.answerBy : last.at
}

function archivableAt(state: ClaimState): Instant | null {
  const waitsForLetter = state.rejection !== null && state.rejection.letterDeliveredAt === null
  return waitsForLetter || !state.intents.every(isFinished) ? null : state.archiveAt
}
