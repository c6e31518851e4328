import { refuse } from '../errors.ts'
import { permissions } from '../permissions.ts'
import { authorize } from './authorize.ts'
import { takeDueSteps } from './clock-steps.ts'
import type { CommandBodies, CommandType } from './commands.ts'
import type { Decider, Deciders, Reply } from './decider.ts'
import { Decision } from './decision.ts'
import type { ClaimEvent } from './events.ts'
import type { Facts } from './facts.ts'
import type { NoticeOrder } from './notices.ts'
import { decideAcceptance } from './stages/acceptance.ts'
import { decideAdjustment } from './stages/adjustment.ts'
import { decideApproval } from './stages/approval.ts'
import { decideCourse } from './stages/course.ts'
import { decideDocuments } from './stages/documents.ts'
import { decideFastTrack, endFastTrack, mayGoOn } from './stages/fast-track.ts'
import { decidePayment } from './stages/payment.ts'
import { decideReport } from './stages/report.ts'
import { decideProposal } from './stages/settlement.ts'
import { decideReserve } from './stages/reserve.ts'
import { decideSurvey } from './stages/survey.ts'
import { keepMoneyTasks } from './stages/money-tasks.ts'
import type { ClaimState } from './state.ts'

const deciders: Deciders = {
  ...decideReport,
  ...decideDocuments,
  ...decideAcceptance,
  ...decideSurvey,
  ...decideAdjustment,
  ...decideProposal,
  ...decideApproval,
  ...decidePayment,
  ...decideReserve,
  ...decideCourse,
  ...decideFastTrack,
}

export interface Decided {
  readonly state: ClaimState
  readonly events: readonly ClaimEvent[]
  readonly notices: readonly NoticeOrder[]
  readonly reply: Reply
  /** Steps of clocks that were due and have been taken first. */
  readonly stepsTaken: number
}

/**
 * What a command does to a claim, or the refusal that says why not. Pure: the same
 * state, command and facts always decide the same. Due steps of clocks come first.
 */
export function decide<T extends CommandType>(
  state: ClaimState | null,
  type: T,
  body: CommandBodies[T],
  facts: Facts,
): Decided {
  const decision = new Decision(state, facts)
  let stepsTaken = 0
  if (state === null) authorizeReport(type, facts)
  else {
    if (type === 'registerClaim') refuse('alreadyDone')
    authorize(type, facts.actor, state)
    stepsTaken = takeDueSteps(decision)
  }
  const goesOn = state === null || mayGoOn(decision, type)
  const reply = (goesOn ? (deciders[type] as Decider<T>)(decision, body) : undefined) ?? {}
  endFastTrack(decision)
  keepMoneyTasks(decision)
  return { state: decision.state, events: decision.events, notices: decision.notices, reply, stepsTaken }
}

function authorizeReport(type: CommandType, { actor, ownPolicy }: Facts): void {
  if (type !== 'registerClaim') refuse('notFound')
  const row = permissions.registerClaim
  const allowed = actor.roles.some((role) => row[role] === 'branch' || (row[role] === 'own' && ownPolicy))
  // Whoever has no right in the policy's branch learns nothing of the policy, not even that it is there.
  const noRole = actor.roles.length === 0 || actor.roles.includes('customer')
  if (!allowed) refuse(noRole ? 'policyNotFound' : 'notPermitted')
}
