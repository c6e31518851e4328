import { assert, refuse, type RefusalCode } from '../../errors.ts'
import type { CommandType } from '../commands.ts'
import type { Deciders } from '../decider.ts'
import type { Decision } from '../decision.ts'
import type { FastTrackExit } from '../fast-track-state.ts'
import { isSoftware } from '../software.ts'
import { isOpen } from '../stages.ts'
import { goOnWithWhatIsThere } from './documents.ts'
import { enterStage } from './entering.ts'

/** What a person does with a claim on the fast track takes it over: two do not decide beside each other. */
const takesOver: ReadonlySet<CommandType> = new Set([
  'addParty',
  'changePayee',
  'reviewDocument',
  'waiveItem',
  'issueNotice',
  'establishFacts',
  'acceptClaim',
  'assignSurveyor',
  'saveSheet',
  'proposeSheet',
  'agreeSheet',
  'disputeSheet',
  'recordAgreement',
  'proposeSettlement',
  'decideSettlement',
  'releasePayments',
] satisfies CommandType[])

/**
 * Asked before every command. Software decides nothing unless the fast track is open and every rule passes at this
 * very moment; else the claim leaves it, with the reason, and the command is not carried out. What does not pass is
 * work for a person and never a rejection (Personal Information Protection Law, article 24).
 * @returns whether the command goes on.
 */
export function mayGoOn(decision: Decision, type: CommandType): boolean {
  const { actor, fastTrack: facts } = decision.facts
  const { fastTrack } = decision.state
  if (!isSoftware(actor)) {
    if (takesOver.has(type) && (fastTrack?.standing === 'running' || type === 'acceptClaim'))
      leave(decision, 'takenOver')
    return true
  }
  if (fastTrack?.standing !== (type === 'tryFastTrack' ? 'asked' : 'running'))
    refuse('fastTrackNotOpen', { standing: fastTrack?.standing ?? null })
  assert(facts !== null, 'what the fast track asks was loaded')
  const refers = facts.check.lines.some(({ result }) => result !== 'pass')
  if (!facts.stopped && !refers) return true
  leaveWith(decision, facts.stopped ? 'stopped' : 'rules')
  return false
}

/** Eligible claims go from report to paid without a person; everything else to its handler. */
export const decideFastTrack = {
  tryFastTrack(decision) {
    decision.requireStage('report', 'documents', 'acceptance')
    const { fastTrack: facts } = decision.facts
    assert(facts !== null, 'what the fast track asks was loaded')
    decision.emit('fastTrackEntered', { check: facts.check })
    decision.emit('factsEstablished', facts.established)
    // Nobody has to call a customer who has sent everything already.
    if (decision.state.stage === 'report') enterStage(decision, 'documents')
  },

  passDocuments(decision) {
    decision.requireStage('documents')
    for (const { item, state } of decision.state.checklist) {
      if (state === 'received')
        decision.emit('documentReviewed', { item, state: 'accepted', reasonCode: 'fastTrack' })
    }
    goOnWithWhatIsThere(decision)
  },

  leaveFastTrack(decision, { refused }) {
    if (decision.state.fastTrack === undefined || isOff(decision)) refuse('alreadyDone')
    leaveWith(decision, 'refused', refused)
  },

  recordFastTrackReview(decision, { finding }) {
    const { fastTrack } = decision.state
    if (fastTrack?.sampled !== true) refuse('notSampled')
    if (fastTrack.review !== null) refuse('alreadyDone', { finding: fastTrack.review.finding })
    decision.emit('fastTrackReviewed', { finding, by: decision.person })
    return { finding }
  },
} satisfies Partial<Deciders>

/** Asked after every decision: a claim that was closed has nothing left to be settled by software. */
export function endFastTrack(decision: Decision): void {
  if (!isOpen(decision.state.stage)) leave(decision, 'closed')
}

/** The rules want what only people can do, such as a survey, after the claim was let in. */
export function letPeopleGoOn(decision: Decision): void {
  leave(decision, 'rules')
}

/** The payment was let go by software: nothing is left for it to decide, and some are looked at afterwards. */
export function releasedBySoftware(decision: Decision): void {
  const { actor, fastTrack } = decision.facts
  if (!isSoftware(actor) || fastTrack === null) return
  decision.emit('fastTrackReleased', { sampled: fastTrack.sampled })
}

function leave(decision: Decision, reason: FastTrackExit): void {
  if (decision.state.fastTrack !== undefined && !isOff(decision)) leaveWith(decision, reason)
}

function isOff({ state }: Decision): boolean {
  return state.fastTrack?.standing === 'left' || state.fastTrack?.standing === 'released'
}

/** The work of the stage lies open with its handler already; software only lets go of it. */
function leaveWith(decision: Decision, reason: FastTrackExit, refused: RefusalCode | null = null): void {
  const { fastTrack } = decision.facts
  const check = reason === 'rules' && fastTrack !== null ? fastTrack.check : null
  decision.emit('fastTrackLeft', { reason, refused, check })
}
