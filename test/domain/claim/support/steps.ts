import type { SheetContent } from '../../../../domain/claim/stages/adjustment.ts'
import type { BankAnswer } from '../../../../domain/claim/bank-answer.ts'
import type { ReportFacts } from '../../../../domain/claim/commands.ts'
import type { ContentFact } from '../../../../domain/claim/facts.ts'
import { missingItems } from '../../../../domain/claim/stages/documents.ts'
import type { Intent } from '../../../../domain/claim/state.ts'
import { fen } from '../../../../domain/money.ts'
import { civilDateOf } from '../../../../domain/time/civil-date.ts'
import { Story, type By, type World } from './story.ts'
import { day, monday } from './world.ts'

export const report: ReportFacts = {
  cause: 'collision',
  channel: 'portal',
  lossAt: monday - day,
  injury: false,
  death: false,
  thirdParty: true,
  doubtful: false,
  estimatedMinor: fen(500_000),
  place: null,
  duplicatesSeen: false,
}

export function receive(
  story: Story,
  item: Parameters<typeof missingItems>[0]['checklist'][number]['item'],
): Story {
  return story.when('receiveDocument', { item, documentId: `doc-${item}`, contentHash: 'hash' }, 'customer')
}

export function review(story: Story, item: Parameters<typeof receive>[1], accepted = true): Story {
  const by = story.state.contactId ?? 'handler-1'
  return story.when('reviewDocument', { item, accepted, reasonCode: accepted ? null : 'unreadable' }, by)
}

/** Everything that is still wanted comes and is accepted. */
export function completeFile(story: Story): Story {
  for (const item of missingItems(story.state)) receive(story, item)
  for (const line of story.state.checklist) if (line.state === 'received') review(story, line.item)
  return story
}

export function accept(story: Story): Story {
  if (story.told.panelWanted) story.when('runPanel', {}, 'system')
  const panelRun = story.state.panel?.run ?? 0
  return story.when('acceptClaim', { panelRun, answers: [] }, story.state.contactId ?? 'handler-1')
}

type Amounts = Readonly<Record<string, number>>

/** A sheet that suits the policy: amounts in fen by party, own damage for all but the victim. */
export function sheetContent(story: Story, amounts: Amounts): ContentFact {
  const version = (story.state.sheets.at(-1)?.version ?? 0) + 1
  const byClaimant = Object.entries(amounts).map(([claimantId, payableMinor]) => ({
    claimantId,
    payableMinor,
  }))
  const input = {
    wordingId: 'motorCommercial2020',
    lossDate: civilDateOf(story.state.lossAt),
    claimants: Object.keys(amounts).map((claimantId) => ({ claimantId, role: 'insured' })),
    coverages: [],
  }
  const result = {
    outcome: 'calculated',
    payableMinor: byClaimant.reduce((sum, one) => sum + one.payableMinor, 0),
    recoverables: [],
    byCoverage: [
      {
        coverage: 'ownDamage',
        payableMinor: 0,
        byClaimant: byClaimant.filter((one) => one.claimantId !== 'victim'),
      },
      {
        coverage: 'thirdParty',
        payableMinor: 0,
        byClaimant: byClaimant.filter((one) => one.claimantId === 'victim'),
      },
    ],
  }
  const body = { input, result } as unknown as SheetContent
  return {
    kind: 'sheet',
    version,
    hash: `sheet-${version}-${JSON.stringify(amounts)}`,
    authorId: null,
    stale: false,
    body,
  }
}

export function calculate(story: Story, amounts: Amounts, by: By = story.state.adjusterId ?? 'adjuster-1') {
  return story.when('saveSheet', {}, by, { content: sheetContent(story, amounts) })
}

export function agreed(story: Story, amounts: Amounts = { insured: 500_000 }): Story {
  calculate(story, amounts)
  return story
    .when('proposeSheet', story.sheet, story.state.adjusterId ?? 'adjuster-1')
    .when('askAgreement', {}, 'system')
    .when('agreeSheet', story.sheet, 'customer')
}

export function propose(
  story: Story,
  kind: 'final' | 'advance' | 'repayment',
  amounts: Amounts,
  replacesIntent: string | null = null,
): Story {
  const payees = Object.entries(amounts).map(([partyId, amount]) => ({ partyId, amountMinor: fen(amount) }))
  const named =
    replacesIntent === null
      ? story.sheet
      : { sheetVersion: story.state.sheets[0]?.version ?? 0, sheetHash: story.state.sheets[0]?.hash ?? '' }
  const by =
    kind === 'repayment' ? (story.state.contactId ?? 'handler-1') : (story.state.adjusterId ?? 'adjuster-1')
  return story.when('proposeSettlement', { ...named, kind, payees, replacesIntent }, by)
}

export function rule(
  story: Story,
  decision: 'approve' | 'return' | 'reject' | 'refer',
  by: By,
  changes: { settlementId?: string; level?: number; hash?: string; clause?: string | null } = {},
): Story {
  const { id, openLevel, hash } = story.settlement
  const body = { settlementId: id, level: openLevel, decision, hash, clause: null, ...changes }
  return story.when('decideSettlement', body, by)
}

/** Opens and approves one level after the other, by these people. */
export function approve(story: Story, ...people: readonly string[]): Story {
  for (const person of people.length === 0 ? ['approver-2'] : people) {
    story.when('openLevel', { settlementId: story.settlement.id }, 'system')
    rule(story, 'approve', person)
  }
  return story
}

export function release(story: Story): Story {
  const { id, hash } = story.settlement
  return story.when('releasePayments', { settlementId: id, hash }, 'finance-1')
}

export function answer(
  story: Story,
  intent: Intent,
  word: BankAnswer,
  source: 'submit' | 'query' | 'callback' | 'statement' = 'query',
  askedAt: number = story.now,
): Story {
  const body = { intentId: intent.id, fence: intent.fence, source, answer: word, askedAt }
  return story.when('recordBankAnswer', body, 'system')
}

export function gate(story: Story, intent: Intent = story.intent(), resend = false): Story {
  return story.when('gatePayment', { intentId: intent.id, resend }, 'system')
}

export const paid = (story: Story, intent: Intent): BankAnswer => ({
  status: 'paid',
  at: story.now,
  amountMinor: intent.amountMinor,
})
export const returned = (story: Story, intent: Intent): BankAnswer => ({
  status: 'returned',
  at: story.now,
  amountMinor: intent.amountMinor,
})

/** Sends a payment and lets the bank pay it. */
export function pay(story: Story, partyId?: string): Story {
  gate(story, story.intent(partyId))
  const intent = story.intent(partyId)
  return answer(story, intent, paid(story, intent))
}

const path = {
  report: (story: Story) => story.when('registerClaim', report, 'customer'),
  documents: (story: Story) => story.when('recordFirstContact', { reached: true }, 'handler-1'),
  acceptance: (story: Story) => completeFile(story.when('sendChecklist', {}, 'system')),
  survey: accept,
  adjustment: (story: Story) => story.when('openSurvey', {}, 'system'),
  approval: (story: Story) => propose(agreed(story), 'final', { insured: 500_000 }),
  payment: (story: Story) => approve(story),
  afterCare: (story: Story) => pay(release(story)).when('closeClaim', {}, 'system'),
  archived: (story: Story) => story.later(8 * day).when('archiveClaim', {}, 'system'),
}

export type Reached = keyof typeof path
export const reachable = Object.keys(path) as readonly Reached[]

/** A claim that has come to this stage by the plain path, in the world that the test describes. */
export function given(stage: Reached, world: Partial<World> = {}): Story {
  const story = new Story(world)
  for (const name of reachable) {
    path[name](story)
    if (name === stage) break
  }
  return story
}
