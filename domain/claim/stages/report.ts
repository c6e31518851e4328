import { refuse } from '../../errors.ts'
import { zero } from '../../money.ts'
import { openingReserve } from '../../rules/reserve-opening.ts'
import { lossCauses, type LossCause } from '../../rules/vocabulary.ts'
import type { Line } from '../../policy/terms.ts'
import type { ReportFacts } from '../commands.ts'
import type { Deciders } from '../decider.ts'
import type { Decision } from '../decision.ts'
import type { FastTrack, SmallClaim } from '../fast-track-state.ts'
import type { ClaimState } from '../state.ts'
import { arriveInDocuments } from './documents.ts'
import { enterStage, openStageWork, reviseReserve, targetFromNow, tellCustomer } from './entering.ts'

const motorCauses: readonly LossCause[] = [
  'collision',
  'singleVehicle',
  'theft',
  'glass',
  'scratch',
  'fire',
  'flood',
  'storm',
  'explosion',
]

/** Causes that can be reported for a line; anything else is a slip or another policy. */
export const causesOf: Readonly<Record<Line, readonly LossCause[]>> = {
  motorCompulsory: ['collision', 'singleVehicle'],
  motorCommercial: motorCauses,
  property: ['fire', 'flood', 'storm', 'explosion', 'burglary', 'waterDamage'],
  accident: ['fallOrInjury', 'trafficAccident', 'hospitalisation', 'death', 'fire'],
  health: ['illness', 'hospitalisation'],
}

/** The report: a claim gets its number, its contact and its checklist in one answer. */
export const decideReport = {
  registerClaim(decision, body) {
    const { facts } = decision
    checkLoss(decision, body)
    if (facts.duplicates.length > 0 && !body.duplicatesSeen)
      refuse('duplicateReport', { caseNumbers: facts.duplicates })
    decision.emit('claimRegistered', { state: newClaim(decision, body) })
    const [contact] = decision.candidates('handler')
    if (contact === undefined) {
      decision.openTask('informed', { role: 'approver', assigneeId: null, clockKey: 'firstContact' })
    } else {
      decision.emit('contactAssigned', {
        contactId: contact.personId,
        callBy: targetFromNow(decision, 'firstContact'),
        reason: 'registered',
      })
    }
    openStageWork(decision, 'report')
    decision.startClock('documentsNotice')
    openReserve(decision)
    tellCustomer(decision, 'acknowledgement', {
      caseNumber: decision.state.caseNumber,
      contactId: decision.state.contactId,
      items: decision.state.checklist.filter((line) => line.need === 'required').map((line) => line.item),
    })
    return {
      caseNumber: decision.state.caseNumber,
      contactId: decision.state.contactId,
      checklist: decision.state.checklist,
      callBy: decision.state.callBy,
      duplicates: facts.duplicates,
    }
  },

  recordFirstContact(decision, { reached }) {
    decision.requireStage('report')
    decision.emit('customerContacted', { reached })
    if (!reached) return
    enterStage(decision, 'documents')
    arriveInDocuments(decision)
  },

  replaceContact(decision) {
    decision.requireStage('report')
    const { callBy, contactsTried } = decision.state
    if (callBy === null || callBy > decision.now) refuse('nothingDue')
    const next = decision.candidates('handler').find((one) => !contactsTried.includes(one.personId))
    if (next === undefined) {
      decision.emit('contactsExhausted', {})
      decision.openTask('informed', { role: 'approver', assigneeId: null, clockKey: 'firstContact' })
      return
    }
    decision.emit('contactAssigned', {
      contactId: next.personId,
      callBy: targetFromNow(decision, 'firstContact'),
      reason: 'noCall',
    })
    const task = decision.task('firstContact')
    if (task !== undefined) decision.emit('taskAssigned', { taskId: task.id, assigneeId: next.personId })
    tellCustomer(decision, 'contactChanged', { contactId: next.personId })
  },
} satisfies Partial<Deciders>

function checkLoss(decision: Decision, body: ReportFacts): void {
  const { now, policy } = decision.facts
  if (body.lossAt > now) refuse('lossInFuture', { field: 'lossAt' })
  // The term is a half-open interval: at the minute of expiry the cover has ended.
  if (body.lossAt < policy.inceptionAt || body.lossAt >= policy.expiryAt) {
    refuse('lossOutsidePolicy', {
      field: 'lossAt',
      inceptionAt: policy.inceptionAt,
      expiryAt: policy.expiryAt,
    })
  }
  if (!lossCauses.includes(body.cause) || !causesOf[policy.line].includes(body.cause)) {
    refuse('causeNotKnown', { field: 'cause', allowed: causesOf[policy.line] })
  }
}

function newClaim(decision: Decision, body: ReportFacts): ClaimState {
  const { facts } = decision
  const { duplicatesSeen: _seen, smallClaim, ...report } = body
  return {
    ...report,
    place: coarse(body.place),
    id: facts.claimId,
    caseNumber: facts.caseNumber,
    branchId: facts.policy.branchId,
    policyId: facts.policy.policyId,
    line: facts.policy.line,
    registeredBy: facts.actor.personId,
    registeredAt: facts.now,
    duplicates: facts.duplicates,
    ...(smallClaim === undefined ? {} : { fastTrack: askedFor(smallClaim, facts.actor.personId) }),
    stage: 'report',
    stageEnteredAt: facts.now,
    outcome: null,
    closedFrom: null,
    closedAt: null,
    retainUntil: null,
    reopenedTimes: 0,
    contactId: null,
    contactsTried: [],
    callBy: null,
    priority: body.injury || body.death ? 1 : 0,
    parties: facts.newParties,
    checklist: (facts.rules.checklist ?? []).map((row) => ({
      item: row.item,
      need: row.need,
      label: row.label,
      original: row.original,
      state: 'wanted',
      documentIds: [],
      refusedFor: null,
    })),
    checklistSentAt: null,
    remindAt: null,
    notices: [],
    evidenceReceivedAt: null,
    facts: { objectInsured: null, licenceValid: null, drunk: null, exclusionSuspected: null },
    panel: null,
    panelDue: true,
    rejection: null,
    survey: { need: null, offers: [], surveyorId: null, reportVersion: null, exhausted: false },
    adjusterId: null,
    sheets: [],
    settlements: [],
    advanceRaisedAt: null,
    intents: [],
    reserve: { indemnityMinor: zero, expenseMinor: zero },
    archiveAt: null,
    satisfactionAskedAt: null,
    clocks: {},
    tasks: [],
    tasksOpened: 0,
  }
}

function askedFor(asked: SmallClaim, askedBy: string | null): FastTrack {
  return {
    asked,
    askedBy,
    standing: 'asked',
    enteredAt: null,
    check: null,
    left: null,
    sampled: false,
    review: null,
  }
}

function openReserve(decision: Decision): void {
  const row = decision.facts.rules.reserveOpening?.[0]
  if (row === undefined) return
  reviseReserve(decision, openingReserve(row, decision.state.estimatedMinor), 'opened')
}

/** About a kilometre: enough to find the nearest surveyor. The exact spot stays in the encrypted report. */
const cellMicro = 10_000

function coarse(place: ReportFacts['place']): ReportFacts['place'] {
  if (place === null) return null
  const cell = (micro: number) => Math.round(micro / cellMicro) * cellMicro
  return { latitudeMicro: cell(place.latitudeMicro), longitudeMicro: cell(place.longitudeMicro) }
}
