import { nextStepAt } from '../../../../domain/clocks/run-clock.ts'
import type { Decided } from '../../../../domain/claim/decide.ts'
import { evolve } from '../../../../domain/claim/evolve.ts'
import { isOpen, mayMove } from '../../../../domain/claim/stages.ts'
import type { ClaimState } from '../../../../domain/claim/state.ts'
import { toldContent } from '../../../../domain/claim/told.ts'

type Rule = (before: ClaimState | null, decided: Decided, now: number) => boolean

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

const personal = /name|phone|account|identity|note|payeeHash|address/i

function keysOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)])
}

function approvedMinor(state: ClaimState): number {
  return sum(
    state.settlements
      .filter((one) => one.state === 'approved' && one.kind !== 'repayment')
      .map((one) => one.amountMinor),
  )
}

/** What must hold after every decision whatsoever, each told in the words in which it fails. */
const rules: Readonly<Record<string, Rule>> = {
  'the state is the fold of its events': (before, { state, events }, now) =>
    JSON.stringify(
      events.reduce<ClaimState | null>((folded, event) => evolve(folded, event, now), before),
    ) === JSON.stringify(state),
  'every change of stage is one of the allowed ones': (_before, { events }) =>
    events.every((event) => event.type !== 'stageEntered' || mayMove(event.data.from, event.data.to)),
  'no clock that runs is started over': (before, { events }, now) => {
    let state = before
    return events.every((event) => {
      const running =
        event.type === 'clockStarted' &&
        state !== null &&
        state.clocks[event.data.clock.key]?.clock.doneAt === null
      state = evolve(state, event, now)
      return !running
    })
  },
  'in time and breached exclude each other': (_before, { state }) =>
    Object.values(state.clocks).every(
      ({ clock }) => clock.doneAt === null || (clock.breachedAt === null) === clock.doneAt <= clock.dueAt,
    ),
  'a closed claim has no clock but that of its letter': (_before, { state }) =>
    isOpen(state.stage) ||
    Object.values(state.clocks).every(
      ({ kind, clock }) => kind === 'rejectionLetter' || clock.doneAt !== null,
    ),
  'a closed claim has no work but to settle a doubt and to know of a late letter or a standstill': (
    _before,
    { state },
  ) =>
    isOpen(state.stage) ||
    state.tasks.every(({ kind }) => ['resolveSuspense', 'informed', 'standstill'].includes(kind)),
  'work of a stage is open in that stage only': (_before, { state }) =>
    state.tasks.every((task) => {
      const stage = {
        firstContact: 'report',
        collectDocuments: 'documents',
        decideAcceptance: 'acceptance',
        dispatchSurvey: 'survey',
        answerSurveyOffer: 'survey',
        survey: 'survey',
        prepareSheet: 'adjustment',
        answerProposal: 'adjustment',
        submitSettlement: 'adjustment',
        proposeAdvance: 'adjustment',
      }[task.kind as string]
      return stage === undefined || stage === state.stage
    }),
  'each level that is open has one task, and no other level has': (_before, { state }) => {
    const open = state.settlements
      .filter((one) => one.state === 'pending' && one.openLevel > 0)
      .filter((one) => one.openLevel > one.approvals.filter(({ decision }) => decision === 'approve').length)
      .map((one) => `approvalLevel:${one.id}:`)
    const tasks = state.tasks.filter((task) => task.kind === 'decideApproval')
    return (
      tasks.length === open.length &&
      open.every((key) => tasks.filter((task) => task.clockKey?.startsWith(key)).length === 1)
    )
  },
  'a final settlement is decided in the stage of approval': (_before, { state }) =>
    state.stage === 'approval' ||
    state.settlements.every((one) => one.kind !== 'final' || one.state !== 'pending'),
  'each level has one decision of another person': (_before, { state }) =>
    state.settlements.every(({ approvals }) => {
      const levels = approvals.filter((one) => one.decision === 'approve').map((one) => one.level)
      const people = approvals.map((one) => one.personId)
      return new Set(levels).size === levels.length && new Set(people).size === people.length
    }),
  'what is posted is never above what is approved': (_before, { state }) =>
    sum(state.intents.filter((one) => one.posted).map((one) => one.amountMinor)) <= approvedMinor(state),
  'a claim closes as paid when all that is approved has arrived, and no less than its newest figure': (
    _before,
    { state, events },
  ) => {
    if (!events.some((event) => event.type === 'claimClosed' && event.data.outcome === 'paid')) return true
    const arrived = sum(state.intents.filter((one) => one.posted).map((one) => one.amountMinor))
    return arrived === approvedMinor(state) && arrived >= (state.sheets.at(-1)?.payableMinor ?? 0)
  },
  'nothing is sent above what is approved': (_before, { state, events }) =>
    events.every((event) => event.type !== 'intentGated') ||
    sum(
      state.intents
        .filter((one) => !['failed', 'returned', 'cancelled'].includes(one.status))
        .map((one) => one.amountMinor),
    ) <= approvedMinor(state),
  'the reserve is never below nothing': (_before, { state }) => state.reserve.indemnityMinor >= 0,
  'the reserve of a closed claim is nothing': (_before, { state }) =>
    isOpen(state.stage) || (state.reserve.indemnityMinor === 0 && state.reserve.expenseMinor === 0),
  'what is told is JSON without personal data': (_before, { state }) => {
    const told = toldContent(state)
    const copy: unknown = JSON.parse(JSON.stringify(told))
    return JSON.stringify(copy) === JSON.stringify(told) && !keysOf(copy).some((key) => personal.test(key))
  },
  'the clock that is told is the one whose step comes next, and it is told when there is one': (
    _before,
    { state },
  ) => {
    const instants = Object.values(state.clocks).flatMap(({ clock }) => nextStepAt(clock) ?? [])
    const told = toldContent(state).clocks.map(({ nextAt }) => nextAt)
    return JSON.stringify(told) === JSON.stringify(instants.length === 0 ? [] : [Math.min(...instants)])
  },
  'notices name a party or a member of staff, and hold nothing but plain values': (_before, { notices }) =>
    notices.every(
      ({ to, parameters }) =>
        ('partyId' in to ? to.partyId : to.personId) !== '' &&
        !Object.keys(parameters).some((key) => /phone|identity|account|payeeHash/i.test(key)),
    ),
}

/** The names of the invariants that a decision broke; empty when all is well. */
export function brokenInvariants(
  before: ClaimState | null,
  decided: Decided,
  now: number,
): readonly string[] {
  return Object.entries(rules)
    .filter(([, holds]) => !holds(before, decided, now))
    .map(([name]) => name)
}
