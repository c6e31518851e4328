import type { BankAnswer } from '../../../../domain/claim/bank-answer.ts'
import type { Intent } from '../../../../domain/claim/state.ts'
import { fen } from '../../../../domain/money.ts'
import { actOnce, surveyReport, tried, whatIsLeft } from './diligent.ts'
import { party } from './people.ts'
import {
  accept,
  answer,
  calculate,
  gate,
  paid,
  propose,
  receive,
  given,
  release,
  returned,
  review,
  rule,
} from './steps.ts'
import type { Story } from './story.ts'
import { authority, day, minute, panel, surveyNeed } from './world.ts'

type Pick = <T>(values: readonly T[]) => T
type Move = (story: Story, pick: Pick) => unknown

const items = ['claimApplication', 'photographs', 'otherEvidence'] as const
const people = ['handler-1', 'handler-2', 'adjuster-1', 'adjuster-2', 'surveyor-1', 'surveyor-2'] as const
const approvers = [
  'approver-1',
  'approver-2',
  'approver-3',
  'approver-4',
  'approver-5',
  'approver-6',
] as const
const financiers = ['finance-1', 'finance-2', 'finance-3'] as const
const system = [
  'runPanel',
  'openSurvey',
  'askNextSurveyor',
  'askAgreement',
  'raiseAdvance',
  'closeClaim',
] as const
const more = [
  'askSatisfaction',
  'archiveClaim',
  'sendChecklist',
  'remindDocuments',
  'replaceContact',
] as const

const bankWords: readonly ((story: Story, intent: Intent) => BankAnswer)[] = [
  paid,
  returned,
  () => ({ status: 'rejected', reason: 'AC04' }),
  () => ({ status: 'accepted' }),
  () => ({ status: 'notFound' }),
  () => ({ status: 'unknown', reason: 'timeout' }),
  (story, intent) => ({ status: 'paid', at: story.now, amountMinor: fen(intent.amountMinor + 1) }),
]

const amounts = [
  { insured: 500_000 },
  { insured: 300_000, victim: 200_000 },
  { insured: 100_000 },
  { victim: 600_000 },
] as const

/** Everything that anybody may try at any time, sensible or not. */
const moves: Readonly<Record<string, Move>> = {
  minute: (story, pick) => story.later(pick([1, minute, 11 * minute, 40 * minute])),
  day: (story, pick) => story.later(pick([1, 8, 30, 61]) * day),
  clocks: (story) => story.clocks(),
  system: (story, pick) => story.when(pick(system), {}, 'system'),
  systemToo: (story, pick) => story.when(pick(more), {}, 'system'),
  contact: (story, pick) =>
    story.when(
      'recordFirstContact',
      { reached: pick([true, true, false]) },
      story.state.contactId ?? 'handler-1',
    ),
  reassign: (story, pick) =>
    story.when('reassignClaim', { toPersonId: pick(['handler-1', 'handler-2', 'handler-3']) }, 'approver-1'),
  receive: (story, pick) => receive(story, pick(items)),
  review: (story, pick) => review(story, pick(items), pick([true, true, true, false])),
  waive: (story, pick) =>
    story.when('waiveItem', { item: pick(items) }, story.state.contactId ?? 'handler-1'),
  notice: (story, pick) => {
    const by = pick([story.state.contactId ?? 'handler-1', 'approver-1'])
    return story.when('issueNotice', { items: [pick(items)], newReason: pick([true, false]) }, by)
  },
  delivered: (story, pick) => {
    const noticeId = story.state.notices.at(-1)?.id ?? 'none'
    const template = pick(['supplement', 'acknowledgement', 'rejection'] as const)
    const deliveredAt = story.now + pick([-day, 0, day])
    return story.when('recordNoticeDelivery', { noticeId, template, deliveredAt }, 'system')
  },
  facts: (story, pick) => {
    story.with({ rules: { coverageChecks: panel(pick([{}, { peril: 'fail' }, { exclusion: 'refer' }])) } })
    const facts = { objectInsured: true, licenceValid: null, drunk: null, exclusionSuspected: null }
    return story.when('establishFacts', facts, story.state.contactId ?? 'handler-1')
  },
  accept,
  reject: (story, pick) => {
    const by = pick(people)
    return story.when('rejectClaim', { check: 'peril', clause: 'clause 3' }, by)
  },
  surveyor: (story, pick) => {
    const person = pick(['surveyor-1', 'surveyor-2', 'surveyor-3'])
    const type = pick(['acceptSurvey', 'declineSurvey'] as const)
    return story.when(type, {}, person)
  },
  dispatch: (story, pick) =>
    story.when('assignSurveyor', { surveyorId: pick(['surveyor-1', 'surveyor-3']) }, 'approver-1'),
  surveyed: (story) => {
    const named = { reportVersion: 1, reportHash: 'survey-1' }
    const by = story.state.survey.surveyorId ?? 'surveyor-1'
    return story.when('submitSurveyReport', named, by, { content: surveyReport })
  },
  sheet: (story, pick) => calculate(story, pick(amounts), story.state.adjusterId ?? 'adjuster-2'),
  proposeSheet: (story) => story.when('proposeSheet', story.sheet, story.state.adjusterId ?? 'adjuster-1'),
  agree: (story) => story.when('agreeSheet', story.sheet, 'customer'),
  dispute: (story, pick) =>
    pick([true, false])
      ? story.when('disputeSheet', { ...story.sheet, lines: ['line-1'] }, 'customer')
      : story,
  settle: (story, pick) => {
    story.with({
      rules: authority(...pick([[1_000_000], [1_000_000, 20_000_000], [5_000_000, 20_000_000, 100_000_000]])),
    })
    return propose(story, 'final', whatIsLeft(story))
  },
  advance: (story, pick) => propose(story, 'advance', pick([{ insured: 50_000 }, { victim: 100_000 }])),
  repay: (story, pick) => {
    const intent = pick(story.state.intents)
    const amount = intent.amountMinor
    return propose(story, 'repayment', { [pick([intent.partyId, 'victim', 'insured'])]: amount }, intent.id)
  },
  open: (story, pick) =>
    story.when('openLevel', { settlementId: pick(story.state.settlements).id }, 'system'),
  decide: (story, pick) => {
    const { id: settlementId, openLevel: level, hash } = pick(story.state.settlements)
    const decision = pick(['approve', 'approve', 'approve', 'approve', 'return', 'refer', 'reject'] as const)
    return rule(story, decision, pick(approvers), { settlementId, level, hash, clause: 'clause 9' })
  },
  release: (story, pick) => {
    const { id: settlementId, hash } = pick(story.state.settlements)
    return story.when('releasePayments', { settlementId, hash }, pick(financiers))
  },
  releaseNewest: release,
  gate: (story, pick) => {
    story.with({ payLaneOpen: pick([true, true, false]) })
    return gate(story, pick(story.state.intents), pick([false, false, true]))
  },
  bank: (story, pick) => {
    const intent = pick(story.state.intents)
    return answer(
      story,
      intent,
      pick(bankWords)(story, intent),
      pick(['submit', 'query', 'callback'] as const),
    )
  },
  suspense: (story, pick) => {
    const intentId = pick(story.state.intents).id
    return story.when(
      'resolveSuspense',
      { intentId, outcome: pick(['paid', 'failed'] as const) },
      pick(financiers),
    )
  },
  payee: (story, pick) => {
    const partyId = pick(['insured', 'victim'])
    const changed = party(partyId, 'insured', { payeeHash: `account-${pick([1, 2, 3])}-${partyId}` })
    return story.when('changePayee', { partyId }, story.state.contactId ?? 'handler-1', {
      newParties: [changed],
    })
  },
  reserve: (story, pick) =>
    story.when(
      'reviseReserve',
      {
        indemnityMinor: fen(pick([0, 100_000, 900_000])),
        expenseMinor: fen(pick([0, 5_000])),
        reason: 'survey',
      },
      pick(['approver-1', 'adjuster-1']),
    ),
  withdraw: (story, pick) =>
    pick([false, false, true]) ? story.when('withdrawClaim', {}, 'customer') : story,
  reopen: (story) => story.when('reopenClaim', {}, 'handler-3'),
}

const names = Object.keys(moves)

const ofSettlements = new Set(['open', 'decide', 'release', 'releaseNewest'])
const ofIntents = new Set(['repay', 'gate', 'bank', 'suspense'])

/** What there is nothing of cannot be picked from. */
function canMove(story: Story, name: string): boolean {
  if (ofSettlements.has(name)) return story.state.settlements.length > 0
  return !ofIntents.has(name) || story.state.intents.length > 0
}

/** One number of chance: half of the time somebody does what is due, else anybody tries anything. */
function step(story: Story, number: number): unknown {
  let rest = number
  const pick: Pick = (values) => {
    const value = values[rest % values.length]
    rest = Math.floor(rest / values.length)
    return value as (typeof values)[number]
  }
  if (pick([true, false])) return actOnce(story)
  const name = pick(names)
  return canMove(story, name) ? moves[name]?.(story, pick) : false
}

/** Takes up a claim somewhere on its way and lets chance do what it likes; a refusal is an answer like another. */
export function wander(start: number, tape: readonly number[]): Story {
  const world = { rules: surveyNeed(start % 2 === 0) }
  const stages = ['report', 'acceptance', 'survey', 'adjustment', 'approval', 'payment', 'afterCare'] as const
  const story = given(stages[start % stages.length] ?? 'report')
  story.with(world)
  for (const number of tape) tried(() => step(story, number))
  return story
}
