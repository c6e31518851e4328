import type { AdjustmentFault, SheetInput, SheetResult } from '../../adjustment/sheet-types.ts'
import { assert, refuse } from '../../errors.ts'
import { add, fen, zero } from '../../money.ts'
import type { Deciders } from '../decider.ts'
import type { Decision } from '../decision.ts'
import { isSoftware } from '../software.ts'
import type { Settlement, SheetVersion } from '../state.ts'
import { policyContradictions } from './sheet-against-policy.ts'
import { enterStage, tellCustomer } from './entering.ts'

/** The stored body of a calculation sheet: what went in and what came out. */
export interface SheetContent {
  readonly input: SheetInput
  readonly result: SheetResult | { readonly outcome: 'faulty'; readonly faults: readonly AdjustmentFault[] }
}

interface NamedSheet {
  readonly sheetVersion: number
  readonly sheetHash: string
}

/** Adjustment: immutable versions of the sheet, put to the customer, agreed or disputed. */
export const decideAdjustment = {
  saveSheet(decision, { reason }) {
    decision.requireStage('adjustment', 'approval')
    const { content } = decision.facts
    assert(content !== null, 'a sheet has content')
    if (content.stale) refuse('versionStale', { version: content.version - 1 })
    const { input, result } = content.body as SheetContent
    if (result.outcome === 'faulty') refuse('sheetFaults', { faults: result.faults })
    if (result.outcome === 'noWording')
      refuse('noWording', { wordingId: result.wordingId, lossDate: result.lossDate })
    const contradictions = policyContradictions(decision, input)
    if (contradictions.length > 0) refuse('sheetFaults', { faults: contradictions })
    const { overdrawn } = decision.facts
    if (overdrawn.length > 0) refuse('limitTaken', { faults: overdrawn })
    // What a payment did not bring is owed by the figure approved then, whatever comes of the new one.
    voidUnpaid(decision, 'newSheet', (one) => one.kind !== 'repayment')
    if (decision.state.stage === 'approval') enterStage(decision, 'adjustment')
    if (decision.state.adjusterId === null && !isSoftware(decision.facts.actor))
      decision.emit('adjusterAssigned', { adjusterId: decision.person })
    calculateAnew(decision)
    const subrogated = result.recoverables.filter(({ kind }) => kind === 'subrogation')
    const subrogationMinor = add(zero, ...subrogated.map((one) => fen(one.amountMinor)))
    decision.emit('sheetSaved', {
      sheet: {
        version: content.version,
        hash: content.hash,
        authorId: decision.person,
        at: decision.now,
        payableMinor: fen(result.payableMinor),
        byClaimant: result.byCoverage.flatMap(({ coverage, byClaimant }) =>
          byClaimant.map((one) => ({
            partyId: one.claimantId,
            coverage,
            payableMinor: fen(one.payableMinor),
          })),
        ),
        ...(reason === undefined ? {} : { reason }),
        ...(subrogationMinor > 0 ? { subrogationMinor } : {}),
        proposedAt: null,
        askedAt: null,
        agreement: null,
      },
    })
    return { sheetVersion: content.version, sheetHash: content.hash, payableMinor: result.payableMinor }
  },

  proposeSheet(decision, named) {
    const sheet = requireSheet(decision, named)
    if (sheet.proposedAt !== null) refuse('alreadyDone')
    decision.emit('sheetProposed', { version: sheet.version })
    decision.closeTasks('prepareSheet')
    decision.finishClocks(['damageAssessment', 'determination'])
    if (!decision.isRunning('agreement')) decision.startClock('agreement')
    decision.openTask('answerProposal', {
      role: 'handler',
      assigneeId: decision.state.contactId,
      clockKey: 'agreement',
    })
  },

  askAgreement(decision) {
    decision.requireStage('adjustment')
    const sheet = decision.state.sheets.at(-1)
    if (sheet === undefined || sheet.proposedAt === null || sheet.askedAt !== null) refuse('nothingDue')
    decision.emit('agreementAsked', { version: sheet.version })
    tellCustomer(decision, 'proposal', { payableMinor: sheet.payableMinor, sheetVersion: sheet.version })
  },

  agreeSheet(decision, named) {
    answerSheet(decision, named, 'agreed', [])
  },

  recordAgreement(decision, named) {
    if (isSoftware(decision.facts.actor)) requireConsent(decision, named)
    answerSheet(decision, named, 'recorded', [])
  },

  disputeSheet(decision, { lines, ...named }) {
    if (lines.length === 0) refuse('malformed', { field: 'lines', reason: 'empty' })
    answerSheet(decision, named, 'disputed', lines)
  },

  raiseAdvance(decision) {
    decision.requireStage('adjustment')
    const clock = decision.clock('advance60')
    if (decision.state.advanceRaisedAt !== null) refuse('alreadyDone')
    if (clock === undefined || clock.clock.doneAt !== null || clock.clock.breachedAt === null)
      refuse('nothingDue')
    decision.emit('advanceRaised', {})
  },
} satisfies Partial<Deciders>

/** The sheet named by version and hash, if it is the newest; an older one says nothing any more. */
export function requireSheet(decision: Decision, { sheetVersion, sheetHash }: NamedSheet): SheetVersion {
  decision.requireStage('adjustment')
  const sheet = decision.state.sheets.at(-1) ?? refuse('sheetMissing')
  if (sheet.version !== sheetVersion || sheet.hash !== sheetHash) {
    refuse('contentChanged', { sheetVersion: sheet.version, sheetHash: sheet.hash })
  }
  return sheet
}

/** Software takes for agreed what the insured agreed to in advance, to the fen, and nothing else. */
function requireConsent(decision: Decision, named: NamedSheet): void {
  const { fastTrack, parties } = decision.state
  const { payableMinor } = requireSheet(decision, named)
  const insured = parties.some(
    ({ role, personId }) => role === 'insured' && personId !== null && personId === fastTrack?.askedBy,
  )
  if (!insured || payableMinor !== fastTrack?.asked.agreedMinor) refuse('agreementMissing')
}

/** A new figure takes the old one from the customer's table: it is put to them anew. */
function calculateAnew(decision: Decision): void {
  decision.closeTasks('answerProposal', 'submitSettlement')
  if (decision.task('prepareSheet') !== undefined) return
  const clockKey = decision.startClock('damageAssessment')
  decision.openTask('prepareSheet', { role: 'adjuster', assigneeId: decision.state.adjusterId, clockKey })
}

function answerSheet(
  decision: Decision,
  named: NamedSheet,
  outcome: 'agreed' | 'disputed' | 'recorded',
  lines: readonly string[],
): void {
  const sheet = requireSheet(decision, named)
  if (sheet.proposedAt === null) refuse('wrongStage', { reason: 'notProposed' })
  if (sheet.agreement !== null) refuse('alreadyDone', { outcome: sheet.agreement.outcome })
  decision.emit('sheetAnswered', {
    version: sheet.version,
    outcome,
    by: decision.facts.actor.personId,
    lines,
  })
  decision.finishClock('agreement')
  if (outcome === 'disputed') {
    calculateAnew(decision)
    return
  }
  // A proposal from before a reopening may still be taken: then nothing is left to calculate.
  decision.closeTasks('answerProposal', 'prepareSheet')
  decision.finishClocks(['damageAssessment', 'determination'])
  // Ten days from the agreement (Insurance Law, article 23; compulsory motor regulation, article 29).
  if (!decision.isRunning('payment')) decision.startClock('payment')
  decision.openTask('submitSettlement', {
    role: 'adjuster',
    assigneeId: decision.state.adjusterId,
    clockKey: 'payment',
  })
}

/** A new version of figure or account voids what was decided on the old one and is not paid yet. */
export function voidUnpaid(
  decision: Decision,
  reason: string,
  only: (settlement: Settlement) => boolean = () => true,
): void {
  for (const settlement of decision.state.settlements) {
    const open = settlement.state === 'pending' || settlement.state === 'approved'
    const intents = decision.state.intents.filter((intent) => intent.settlementId === settlement.id)
    const left = intents.some((intent) => !['held', 'ready', 'cancelled'].includes(intent.status))
    if (!open || left || !only(settlement)) continue
    for (const intent of intents) {
      if (intent.status !== 'cancelled') decision.emit('intentCancelled', { intentId: intent.id })
    }
    decision.emit('settlementVoided', { settlementId: settlement.id, reason })
    endLevelWork(decision, settlement.id)
  }
}

/** Closes the task and stops the clock of the approval level that was open for a settlement. */
export function endLevelWork(decision: Decision, settlementId: string): void {
  const belongs = (key: string | null) => key?.startsWith(`approvalLevel:${settlementId}:`) === true
  for (const task of decision.state.tasks) {
    if (belongs(task.clockKey) && task.kind === 'decideApproval')
      decision.emit('taskClosed', { taskId: task.id })
  }
  for (const { key } of Object.values(decision.state.clocks)) {
    if (belongs(key)) decision.finishClock(key)
  }
}
