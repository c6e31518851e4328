import { assert, refuse } from '../../errors.ts'
import { civilDateOf } from '../../time/civil-date.ts'
import type { Deciders } from '../decider.ts'
import type { Decision } from '../decision.ts'
import type { PanelLine } from '../state.ts'
import { closeWith, enterStage, tellCustomer } from './entering.ts'
import { moneyUnderWay } from './settled.ts'

/** Acceptance: the panel of checks, then a person accepts or rejects; software never rejects. */
export const decideAcceptance = {
  runPanel(decision) {
    decision.requireStage('acceptance')
    const rows = decision.facts.rules.coverageChecks ?? []
    assert(rows.length > 0, 'the table of coverage checks always answers')
    const lines = rows.map(({ check, result, reason, clause }): PanelLine => ({
      check,
      result,
      reason,
      clause,
    }))
    decision.emit('panelRun', { run: (decision.state.panel?.run ?? 0) + 1, at: decision.now, lines })
  },

  establishFacts(decision, facts) {
    decision.requireStage('acceptance')
    decision.emit('factsEstablished', facts)
  },

  acceptClaim(decision, { panelRun, answers }) {
    decision.requireStage('acceptance')
    const lines = currentPanel(decision, panelRun)
    const failed = lines.filter((line) => line.result === 'fail').map((line) => line.check)
    if (failed.length > 0) refuse('checkFailed', { checks: failed })
    const open = lines.filter((line) => line.result === 'refer' && !answers.includes(line.check))
    if (open.length > 0) refuse('referralOpen', { checks: open.map((line) => line.check) })
    decision.emit('claimAccepted', { panelRun, answers })
    tellCustomer(decision, 'accepted')
    enterStage(decision, 'survey')
  },

  rejectClaim(decision, { check, clause }) {
    decision.requireStage('acceptance', 'survey', 'adjustment')
    rejectWith(decision, check, clause)
  },
} satisfies Partial<Deciders>

/**
 * Rejects in writing with clause and reason; the letter has to arrive within three
 * days (Insurance Law, article 24). An exclusion counts only if it was explained
 * when the contract was made (article 17), the limitation only once it can be over (article 26).
 */
export function rejectWith(decision: Decision, check: string, clause: string): void {
  if (clause.trim() === '') refuse('clauseMissing', { field: 'clause' })
  if (check === 'exclusion' && decision.facts.policy.terms.disclosureProof === undefined)
    refuse('disclosureMissing')
  if (check === 'limitation') requireLimitationOver(decision)
  const gone = moneyUnderWay(decision.state)
  if (gone.length > 0) refuse('moneyUnderWay', { intents: gone })
  const letterId = tellCustomer(decision, 'rejection', { check, clause })
  decision.emit('claimRejected', { check, clause, letterId })
  decision.startClock('rejectionLetter')
  closeWith(decision, 'rejected')
}

/** Non-life: two years from when the loss was known, at the earliest from the loss, until the claim was reported. */
function requireLimitationOver(decision: Decision): void {
  const { lossAt, registeredAt } = decision.state
  const lossOn = civilDateOf(lossAt)
  const overAfter = `${Number(lossOn.slice(0, 4)) + 2}${lossOn.slice(4)}`
  if (civilDateOf(registeredAt) <= overAfter) refuse('limitationNotOver', { lossOn, overAfter })
}

/** The lines of the newest panel run, if that is the one the handler looked at. */
function currentPanel(decision: Decision, panelRun: number): readonly PanelLine[] {
  const { panel, panelDue } = decision.state
  if (panel === null || panelDue) refuse('panelMissing')
  if (panel.run !== panelRun) refuse('contentChanged', { panelRun: panel.run })
  return panel.lines
}
