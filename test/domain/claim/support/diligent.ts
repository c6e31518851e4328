import type { Task, TaskKind } from '../../../../domain/claim/state.ts'
import { committedMinor } from '../../../../domain/claim/stages/settled.ts'
import { DomainError } from '../../../../domain/errors.ts'
import { everybody } from './people.ts'
import { accept, answer, calculate, completeFile, gate, paid, propose, rule } from './steps.ts'
import type { Story } from './story.ts'
import { panel } from './world.ts'

/** Does something and says whether it was allowed. */
export function tried(act: () => unknown): boolean {
  try {
    act()
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}

const anyone = (role: string, act: (personId: string) => unknown) =>
  everybody(role).some(({ personId }) => tried(() => act(personId)))

/** What the workflow, the jobs and the bank do, knowing nothing but what the claim is told to be. */
function workflowActs(story: Story): boolean {
  const { told, now } = story
  const due = (instant: number | null) => instant !== null && instant <= now
  const [level] = told.levelsToOpen
  const [intent] = told.intents.filter((one) => one.status !== 'held' && one.status !== 'suspense')
  if (told.clocks.some((clock) => clock.nextAt <= now)) return tried(() => story.clocks())
  if (due(told.callBy)) return tried(() => story.when('replaceContact', {}, 'system'))
  if (told.stage === 'documents' && !told.checklistSent)
    return tried(() => story.when('sendChecklist', {}, 'system'))
  if (due(told.remindAt)) return tried(() => story.when('remindDocuments', {}, 'system'))
  if (told.panelWanted) return tried(() => story.when('runPanel', {}, 'system'))
  if (told.stage === 'survey' && !told.surveyNeedKnown)
    return tried(() => story.when('openSurvey', {}, 'system'))
  if (due(told.surveyorWantedAt)) return tried(() => story.when('askNextSurveyor', {}, 'system'))
  if (told.agreementWanted) return tried(() => story.when('askAgreement', {}, 'system'))
  if (told.advanceWanted) return tried(() => story.when('raiseAdvance', {}, 'system'))
  if (level !== undefined)
    return tried(() => story.when('openLevel', { settlementId: level.settlementId }, 'system'))
  if (told.payable) return tried(() => story.when('closeClaim', {}, 'system'))
  if (told.stage === 'afterCare' && !told.satisfactionAsked)
    return tried(() => story.when('askSatisfaction', {}, 'system'))
  if (due(told.archiveAt)) return tried(() => story.when('archiveClaim', {}, 'system'))
  return intent !== undefined && bankActs(story, intent.id)
}

function bankActs(story: Story, intentId: string): boolean {
  const intent = story.state.intents.find((one) => one.id === intentId)
  if (intent === undefined) return false
  return intent.status === 'ready'
    ? tried(() => gate(story, intent))
    : tried(() => answer(story, intent, paid(story, intent)))
}

/** The letter of rejection arrives whatever the claim is doing. */
function postmanActs(story: Story): boolean {
  if (story.state.rejection?.letterDeliveredAt !== null) return false
  return tried(() =>
    story.when(
      'recordNoticeDelivery',
      { noticeId: story.state.rejection?.letterId ?? '', template: 'rejection', deliveredAt: story.now },
      'system',
    ),
  )
}

/** What the person does who has the task, and nobody who has none. */
const doers: Readonly<Partial<Record<TaskKind, (story: Story, task: Task) => boolean>>> = {
  firstContact: (story, task) =>
    tried(() => story.when('recordFirstContact', { reached: true }, task.assigneeId ?? 'nobody')),
  collectDocuments: (story) => tried(() => completeFile(story)),
  decideAcceptance: (story, task) => {
    if (story.state.panel?.lines.every((line) => line.result === 'pass') === true)
      return tried(() => accept(story))
    story.with({ rules: { coverageChecks: panel() } })
    const facts = { objectInsured: true, licenceValid: true, drunk: false, exclusionSuspected: null }
    return tried(() => story.when('establishFacts', facts, task.assigneeId ?? 'nobody'))
  },
  dispatchSurvey: (story) =>
    anyone('surveyor', (surveyorId) => story.when('assignSurveyor', { surveyorId }, 'approver-1')),
  answerSurveyOffer: (story, task) =>
    tried(() => story.when('acceptSurvey', {}, task.assigneeId ?? 'nobody')),
  survey: (story, task) => {
    const content = surveyReport
    return tried(() =>
      story.when(
        'submitSurveyReport',
        { reportVersion: 1, reportHash: 'survey-1' },
        task.assigneeId ?? 'nobody',
        {
          content,
        },
      ),
    )
  },
  prepareSheet: (story, task) => {
    const adjuster = task.assigneeId ?? 'adjuster-1'
    return tried(() => {
      calculate(story, { insured: 500_000 }, adjuster)
      story.when('proposeSheet', story.sheet, adjuster)
    })
  },
  answerProposal: (story, task) =>
    tried(() => story.when('recordAgreement', story.sheet, task.assigneeId ?? 'nobody')),
  submitSettlement: (story) => tried(() => propose(story, 'final', whatIsLeft(story))),
  proposeAdvance: (story) => tried(() => propose(story, 'advance', { insured: 1 })),
  decideApproval: (story, task) => {
    const settlement = story.state.settlements.find(
      (one) => task.clockKey?.startsWith(`approvalLevel:${one.id}:`) === true,
    )
    if (settlement === undefined) return false
    const { id: settlementId, openLevel: level, hash } = settlement
    return tried(() => rule(story, 'approve', task.assigneeId ?? 'nobody', { settlementId, level, hash }))
  },
  releasePayment: (story) =>
    story.state.settlements.some(({ id: settlementId, hash }) =>
      anyone('finance', (person) => story.when('releasePayments', { settlementId, hash }, person)),
    ),
  correctPayee: (story) =>
    story.state.intents.some(({ id, partyId, amountMinor }) =>
      tried(() => propose(story, 'repayment', { [partyId]: amountMinor }, id)),
    ),
  resolveSuspense: (story) =>
    story.state.intents.some((intent) => {
      const outcome = intent.posted ? 'paid' : 'failed'
      const body = { intentId: intent.id, outcome } as const
      return anyone('finance', (person) => story.when('resolveSuspense', body, person))
    }),
  informed: (story) =>
    story.state.contactId === null &&
    tried(() => story.when('reassignClaim', { toPersonId: 'handler-1' }, 'approver-1')),
}

export const surveyReport = {
  kind: 'surveyReport',
  version: 1,
  hash: 'survey-1',
  authorId: null,
  stale: false,
  body: { findings: 'a dent', conclusion: 'covered', photographs: ['photo-1'] },
}

/** The balance: to the insured as far as it is theirs, the rest to the victim. */
export function whatIsLeft(story: Story): Readonly<Record<string, number>> {
  const { state } = story
  const sheet = state.sheets.at(-1)
  const left = Math.max(0, (sheet?.payableMinor ?? 0) - committedMinor(state))
  const total = (amounts: readonly { partyId: string; amount: number }[]) =>
    amounts.filter((one) => one.partyId === 'insured').reduce((sum, one) => sum + one.amount, 0)
  const owed = total(
    (sheet?.byClaimant ?? []).map((one) => ({ partyId: one.partyId, amount: one.payableMinor })),
  )
  const given = total(
    state.settlements
      .filter((one) => one.kind !== 'repayment' && ['approved', 'pending'].includes(one.state))
      .flatMap((one) => one.payees)
      .map((one) => ({ partyId: one.partyId, amount: one.amountMinor })),
  )
  const insured = Math.min(left, Math.max(0, owed - given))
  return Object.fromEntries(
    Object.entries({ insured, victim: left - insured }).filter(([, amount]) => amount > 0),
  )
}

function wait(story: Story): boolean {
  const { told } = story
  const instants = [
    ...told.clocks.map((clock) => clock.nextAt),
    told.callBy,
    told.remindAt,
    told.surveyorWantedAt,
    told.archiveAt,
  ].filter((instant) => instant !== null)
  const next = Math.min(...instants)
  if (!Number.isFinite(next) || next <= story.now) return false
  story.later(next - story.now)
  return true
}

/** One thing that somebody has to do now, or false when there is nothing. */
export function actOnce(story: Story): boolean {
  return (
    workflowActs(story) ||
    postmanActs(story) ||
    story.state.tasks.some((task) => doers[task.kind]?.(story, task) === true)
  )
}

/**
 * Carries a claim to the archive by nothing but open tasks and what the workflow is
 * told. Returns where it is stuck, or null.
 */
export function carryToArchive(story: Story): string | null {
  for (let step = 0; step < 400; step += 1) {
    if (story.state.stage === 'archived') return null
    if (!actOnce(story) && !wait(story)) return `${story.state.stage}: ${JSON.stringify(story.told)}`
  }
  return `no end: ${JSON.stringify(story.told)}`
}
