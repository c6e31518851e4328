import { addDuration } from '../../time/duration.ts'
import { addCivilDays, civilDateOf } from '../../time/civil-date.ts'
import { assert } from '../../errors.ts'
import { zero } from '../../money.ts'
import type { ClockKind } from '../../rules/vocabulary.ts'
import type { CivilDate, Instant } from '../../time/instant.ts'
import type { Decision } from '../decision.ts'
import type { Outcome, Stage } from '../stages.ts'
import type { Party, TaskKind } from '../state.ts'

/** The party whom notices about the claim go to. */
export function customerOf(decision: Decision): Party | undefined {
  const { parties } = decision.state
  return (
    parties.find((party) => party.role === 'reporter') ?? parties.find((party) => party.role === 'insured')
  )
}

export function tellCustomer(
  decision: Decision,
  template: Parameters<Decision['notify']>[0]['template'],
  parameters: Parameters<Decision['notify']>[0]['parameters'] = {},
): string | null {
  const customer = customerOf(decision)
  if (customer === undefined) return null
  const id = decision.facts.newId()
  decision.notify({ id, template, to: { partyId: customer.id }, parameters })
  return id
}

/** When something promised now, by the table of targets, will be due. */
export function targetFromNow(decision: Decision, kind: ClockKind): Instant {
  const spec = decision.facts.targets.get(kind)
  assert(spec !== undefined, `the target of ${kind} was loaded`)
  return addDuration(decision.now, spec.target, decision.facts.calendar)
}

interface Opening {
  readonly task?: TaskKind
  readonly role?: string
  readonly assignee?: (decision: Decision) => string | null
  readonly clock?: ClockKind
}

const contact = (decision: Decision) => decision.state.contactId

/** The work that lies open while a claim is in a stage, and the clock that measures it. */
const openings: Readonly<Partial<Record<Stage, Opening>>> = {
  report: { task: 'firstContact', role: 'handler', assignee: contact, clock: 'firstContact' },
  documents: { task: 'collectDocuments', role: 'handler', assignee: contact },
  acceptance: { task: 'decideAcceptance', role: 'handler', assignee: contact, clock: 'acceptanceDecision' },
  adjustment: {
    task: 'prepareSheet',
    role: 'adjuster',
    assignee: (decision) => decision.state.adjusterId,
    clock: 'damageAssessment',
  },
}

const stageTasks: Readonly<Partial<Record<Stage, readonly TaskKind[]>>> = {
  report: ['firstContact'],
  documents: ['collectDocuments'],
  acceptance: ['decideAcceptance'],
  survey: ['dispatchSurvey', 'answerSurveyOffer', 'survey'],
  adjustment: ['prepareSheet', 'answerProposal', 'submitSettlement'],
}

const stageClocks: Readonly<Partial<Record<Stage, readonly ClockKind[]>>> = {
  report: ['firstContact'],
  documents: ['documentsReview', 'supplement'],
  acceptance: ['acceptanceDecision'],
  survey: ['survey', 'surveyorAnswer'],
  adjustment: ['damageAssessment', 'agreement'],
}

/**
 * Moves the claim: ends what belonged to the stage it leaves, opens what belongs to the next.
 * Levels of approval and payments belong to their settlement, which may outlast the stage.
 */
export function enterStage(decision: Decision, to: Stage): void {
  const from = decision.state.stage
  decision.finishClocks(stageClocks[from] ?? [])
  decision.closeTasks(...(stageTasks[from] ?? []))
  decision.moveTo(to)
  if (to === 'adjustment' && decision.state.adjusterId === null) assignAdjuster(decision)
  openStageWork(decision, to)
}

/** Opens the task of a stage and starts its clock. */
export function openStageWork(decision: Decision, stage: Stage): void {
  const opening = openings[stage]
  if (opening?.task === undefined) return
  const clockKey = opening.clock === undefined ? undefined : decision.startClock(opening.clock)
  decision.openTask(opening.task, {
    role: opening.role ?? 'handler',
    assigneeId: opening.assignee?.(decision) ?? null,
    ...(clockKey === undefined ? {} : { clockKey }),
  })
}

function assignAdjuster(decision: Decision): void {
  const [adjuster] = decision.candidates('adjuster')
  decision.emit('adjusterAssigned', { adjusterId: adjuster?.personId ?? null })
}

/**
 * Ends the claim's way through the stages. Approvals that are not paid fall, so that
 * nobody releases them later; payments that have not left are cancelled, the reserve
 * goes back to zero.
 */
export function closeWith(decision: Decision, outcome: Outcome): void {
  const { state } = decision
  const from = state.stage
  for (const settlement of state.settlements) {
    const falls = settlement.state === 'approved' && outcome !== 'paid'
    if (settlement.state === 'pending' || falls) {
      decision.emit('settlementVoided', { settlementId: settlement.id, reason: outcome })
    }
  }
  for (const intent of state.intents) {
    if (intent.status === 'held' || intent.status === 'ready') {
      decision.emit('intentCancelled', { intentId: intent.id })
    }
  }
  reviseReserve(decision, { indemnityMinor: zero, expenseMinor: zero }, outcome)
  for (const { key, kind } of Object.values(decision.state.clocks)) {
    if (kind !== 'rejectionLetter') decision.finishClock(key)
  }
  for (const task of decision.state.tasks) decision.emit('taskClosed', { taskId: task.id })
  decision.emit('claimClosed', {
    outcome,
    from,
    retainUntil: retentionEnd(decision),
    archiveAt: targetFromNow(decision, 'afterCare'),
  })
  decision.moveTo('afterCare')
}

/**
 * Records are kept at least five years after the contract ends if its term was a
 * year or less, else ten (Insurance Law, article 87).
 */
function retentionEnd(decision: Decision): CivilDate {
  const { inceptionAt, expiryAt } = decision.facts.policy
  const begins = civilDateOf(inceptionAt)
  const ends = civilDateOf(Math.max(expiryAt, decision.now))
  const yearLater = addCivilDays(begins, 366)
  const years = civilDateOf(expiryAt) <= yearLater ? 5 : 10
  // 29 February has no counterpart in most years: a day more is kept, never one less.
  const [year = 0, month = 1, day = 1] = ends.split('-').map(Number)
  const end = `${String(year + years).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(Math.min(day, 28)).padStart(2, '0')}`
  return addCivilDays(end, Math.max(0, day - 28))
}

export function reviseReserve(
  decision: Decision,
  to: { readonly indemnityMinor: typeof zero; readonly expenseMinor: typeof zero },
  reason: string,
): void {
  const { reserve } = decision.state
  if (reserve.indemnityMinor !== to.indemnityMinor) {
    decision.emit('reserveRevised', {
      part: 'indemnity',
      from: reserve.indemnityMinor,
      to: to.indemnityMinor,
      reason,
    })
  }
  if (reserve.expenseMinor !== to.expenseMinor) {
    decision.emit('reserveRevised', {
      part: 'expense',
      from: reserve.expenseMinor,
      to: to.expenseMinor,
      reason,
    })
  }
}
