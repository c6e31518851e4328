import { assert, refuse } from '../../errors.ts'
import type { Deciders } from '../decider.ts'
import type { Decision } from '../decision.ts'
import type { SurveyOffer } from '../state.ts'
import { enterStage, targetFromNow, tellCustomer } from './entering.ts'
import { letPeopleGoOn } from './fast-track.ts'

/** Survey: needed or not by rule, offered to one surveyor after the other, reported and signed. */
export const decideSurvey = {
  openSurvey(decision) {
    decision.requireStage('survey')
    if (decision.state.survey.need !== null) refuse('alreadyDone')
    const need = decision.facts.rules.surveyNeed?.[0]
    assert(need !== undefined, 'the table of survey needs always answers')
    decision.emit('surveyNeedAssessed', { required: need.required, kind: need.kind, reason: need.reason })
    if (!need.required) {
      enterStage(decision, 'adjustment')
      return
    }
    letPeopleGoOn(decision)
    decision.startClock('survey')
    askNext(decision)
  },

  askNextSurveyor(decision) {
    decision.requireStage('survey')
    const { survey } = decision.state
    if (survey.need === null || survey.surveyorId !== null) refuse('alreadyDone')
    const open = openOffer(decision)
    if (open !== undefined) {
      if (open.answerBy > decision.now) refuse('nothingDue', { answerBy: open.answerBy })
      expireOffer(decision)
    }
    askNext(decision)
  },

  acceptSurvey(decision) {
    answer(decision, 'accepted')
    giveSurvey(decision, decision.person)
  },

  declineSurvey(decision) {
    answer(decision, 'declined')
  },

  assignSurveyor(decision, { surveyorId }) {
    decision.requireStage('survey')
    if (decision.state.survey.need?.required !== true) refuse('wrongStage', { reason: 'noSurveyNeeded' })
    const candidate = decision.candidates('surveyor').find((one) => one.personId === surveyorId)
    if (candidate === undefined) refuse('noCandidate', { surveyorId })
    if (decision.state.survey.surveyorId === surveyorId) refuse('alreadyDone', { surveyorId })
    dispatch(decision, surveyorId)
  },

  saveSurveyReport(decision) {
    requireSurveyor(decision)
    const { content } = decision.facts
    assert(content !== null, 'a report has content')
    if (content.stale) refuse('versionStale', { version: content.version - 1 })
    decision.emit('surveyReportSaved', { version: content.version, hash: content.hash })
    return { reportVersion: content.version, reportHash: content.hash }
  },

  submitSurveyReport(decision, { reportVersion, reportHash }) {
    requireSurveyor(decision)
    const { content } = decision.facts
    if (content === null || content.version !== reportVersion || content.hash !== reportHash) {
      refuse('contentChanged', { version: content?.version ?? null })
    }
    const missing = missingParts(content.body)
    if (missing.length > 0) refuse('reportIncomplete', { missing })
    decision.emit('surveyReportSubmitted', { version: reportVersion, hash: reportHash })
    enterStage(decision, 'adjustment')
  },
} satisfies Partial<Deciders>

/** Gives the survey to somebody without asking, in the place of whoever was asked or had it. */
export function dispatch(decision: Decision, surveyorId: string): void {
  expireOffer(decision)
  decision.closeTasks('dispatchSurvey', 'survey')
  const offer: SurveyOffer = { surveyorId, at: decision.now, answerBy: decision.now, answer: null }
  decision.emit('surveyorAsked', { offer })
  decision.emit('surveyOfferAnswered', { surveyorId, answer: 'accepted' })
  giveSurvey(decision, surveyorId)
}

/** A reopened claim goes on with the survey where it was: with its surveyor, or with the next one to ask. */
export function resumeSurvey(decision: Decision): void {
  const { need, surveyorId, exhausted } = decision.state.survey
  if (need?.required !== true) return
  const clockKey = decision.startClock('survey')
  expireOffer(decision)
  if (surveyorId !== null) decision.openTask('survey', { role: 'surveyor', assigneeId: surveyorId, clockKey })
  else if (exhausted)
    decision.openTask('dispatchSurvey', { role: 'approver', assigneeId: null, clockKey: 'survey' })
}

function expireOffer(decision: Decision): void {
  const open = openOffer(decision)
  if (open === undefined) return
  decision.emit('surveyOfferAnswered', { surveyorId: open.surveyorId, answer: 'expired' })
  decision.closeTasks('answerSurveyOffer')
}

function openOffer(decision: Decision): SurveyOffer | undefined {
  return decision.state.survey.offers.find((offer) => offer.answer === null)
}

/** Asks the best surveyor who has not been asked yet; when there is none, the supervisor has to dispatch. */
function askNext(decision: Decision): void {
  const asked = decision.state.survey.offers.map((offer) => offer.surveyorId)
  const next = decision.candidates('surveyor').find((one) => !asked.includes(one.personId))
  if (next === undefined) {
    if (decision.state.survey.exhausted) return
    decision.emit('surveyorsExhausted', {})
    decision.openTask('dispatchSurvey', { role: 'approver', assigneeId: null, clockKey: 'survey' })
    return
  }
  const offer: SurveyOffer = {
    surveyorId: next.personId,
    at: decision.now,
    answerBy: targetFromNow(decision, 'surveyorAnswer'),
    answer: null,
  }
  decision.emit('surveyorAsked', { offer })
  decision.openTask('answerSurveyOffer', { role: 'surveyor', assigneeId: next.personId })
  decision.notify({
    id: decision.facts.newId(),
    template: 'surveyOffered',
    to: { personId: next.personId },
    parameters: { caseNumber: decision.state.caseNumber, answerBy: offer.answerBy },
  })
}

function answer(decision: Decision, given: 'accepted' | 'declined'): void {
  decision.requireStage('survey')
  const person = decision.person
  const offer = decision.state.survey.offers.findLast((one) => one.surveyorId === person)
  if (offer === undefined) refuse('offerNotYours')
  if (offer.answer === 'expired' || (offer.answer === null && offer.answerBy < decision.now))
    refuse('offerExpired')
  if (offer.answer !== null) refuse('alreadyDone', { answer: offer.answer })
  decision.emit('surveyOfferAnswered', { surveyorId: person, answer: given })
  decision.closeTasks('answerSurveyOffer')
}

function giveSurvey(decision: Decision, surveyorId: string): void {
  decision.openTask('survey', { role: 'surveyor', assigneeId: surveyorId, clockKey: 'survey' })
  tellCustomer(decision, 'surveyorAssigned', { surveyorId })
}

function requireSurveyor(decision: Decision): void {
  decision.requireStage('survey')
  const { surveyorId } = decision.state.survey
  if (surveyorId !== decision.person) refuse('notAssigned', { surveyorId })
}

/** What a report must have before it is signed: findings, a conclusion, and something that shows it. */
function missingParts(body: unknown): readonly string[] {
  const report = body as {
    findings?: unknown
    conclusion?: unknown
    photographs?: readonly unknown[]
    statements?: readonly unknown[]
  }
  const isText = (value: unknown) => typeof value === 'string' && value.trim() !== ''
  return [
    ...(isText(report.findings) ? [] : ['findings']),
    ...(isText(report.conclusion) ? [] : ['conclusion']),
    ...((report.photographs?.length ?? 0) + (report.statements?.length ?? 0) > 0
      ? []
      : ['photographsOrStatements']),
  ]
}
