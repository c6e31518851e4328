import type { Action } from '../../../domain/permissions.ts'
import type { TaskKind } from '../../../domain/claim/state.ts'
import type { Claim, ClaimView } from './queries.ts'

/** What people can do on the page of a claim: each opens a form of its own. */
export const moveNames = [
  'contact',
  'review',
  'notice',
  'facts',
  'accept',
  'reject',
  'visit',
  'dispatch',
  'sheet',
  'propose',
  'agreement',
  'account',
  'settle',
  'decide',
  'release',
  'repay',
  'suspense',
  'upload',
  'reserve',
  'party',
  'waive',
  'reassign',
  'withdraw',
  'reopen',
] as const
export type MoveName = (typeof moveNames)[number]

export interface Move {
  readonly name: MoveName
  /** Key of the reason why it cannot be done now; null when it can. */
  readonly hindrance: string | null
}

export const newestSheet = (claim: Claim) => claim.sheets.at(-1)

const isAgreed = (claim: Claim) => {
  const outcome = newestSheet(claim)?.agreement?.outcome
  return outcome === 'agreed' || outcome === 'recorded'
}

const isOpen = ({ stage }: Claim) => stage !== 'afterCare' && stage !== 'archived'

/** What the customer still has to send. */
export const missingItems = ({ checklist, notices }: Claim) => {
  const asked = new Set(notices.flatMap(({ items }) => items))
  return checklist.filter(
    ({ item, need, state }) =>
      (need === 'required' || asked.has(item)) && (state === 'wanted' || state === 'refused'),
  )
}

export const receivedItems = ({ checklist }: Claim) => checklist.filter(({ state }) => state === 'received')

/** The settlement that waits for a decision at the level that is open. */
export const waitingSettlement = ({ settlements }: Claim) =>
  settlements.find(
    ({ state, openLevel, approvals }) =>
      state === 'pending' && openLevel > approvals.filter(({ decision }) => decision === 'approve').length,
  )

export const releasable = ({ settlements, intents }: Claim) =>
  settlements.find(
    ({ id, state, payees }) =>
      state === 'approved' && payees.length > 0 && !intents.some(({ settlementId }) => settlementId === id),
  )

/** A payment that failed or came back, and for which nothing has been asked instead. */
export const unpaidIntent = ({ intents, settlements }: Claim) =>
  intents.find(
    ({ id, status }) =>
      (status === 'failed' || status === 'returned') &&
      !settlements.some(
        ({ replacesIntent, state }) => replacesIntent === id && (state === 'pending' || state === 'approved'),
      ),
  )

export const suspended = ({ intents }: Claim) => intents.find(({ status }) => status === 'suspense')

/** Who is owed by the newest sheet, with how much. */
export function owedByParty(claim: Claim): ReadonlyMap<string, number> {
  const owed = new Map<string, number>()
  for (const { partyId, payableMinor } of newestSheet(claim)?.byClaimant ?? []) {
    owed.set(partyId, (owed.get(partyId) ?? 0) + payableMinor)
  }
  return owed
}

const withoutAccount = (claim: Claim) =>
  [...owedByParty(claim)].some(
    ([partyId, minor]) => minor > 0 && claim.parties.find(({ id }) => id === partyId)?.payeeHash === null,
  )

interface Rule {
  readonly name: MoveName
  readonly action: Action
  /** Whether it belongs to where the claim stands; what does not belong is absent. */
  readonly belongs: (claim: Claim, view: ClaimView) => boolean
  readonly hindrance?: (claim: Claim, view: ClaimView) => string | null
}

const inStage =
  (...stages: readonly Claim['stage'][]) =>
  ({ stage }: Claim) =>
    stages.includes(stage)

const rules: readonly Rule[] = [
  { name: 'contact', action: 'recordFirstContact', belongs: inStage('report') },
  {
    name: 'review',
    action: 'reviewDocument',
    belongs: (claim) =>
      inStage('report', 'documents', 'acceptance')(claim) && receivedItems(claim).length > 0,
  },
  {
    name: 'notice',
    action: 'issueNotice',
    belongs: inStage('documents', 'acceptance'),
    hindrance: (claim, { allowed }) =>
      claim.notices.length > 0 && !allowed.includes('reassignClaim') ? 'noticeSent' : null,
  },
  { name: 'facts', action: 'establishFacts', belongs: inStage('acceptance') },
  {
    name: 'accept',
    action: 'acceptClaim',
    belongs: inStage('acceptance'),
    hindrance: ({ panel, panelDue }) => {
      if (panel === null || panelDue) return 'panelRuns'
      return panel.lines.some(({ result }) => result === 'fail') ? 'checkFailed' : null
    },
  },
  { name: 'reject', action: 'rejectClaim', belongs: inStage('acceptance', 'survey', 'adjustment') },
  {
    name: 'visit',
    action: 'saveSurveyReport',
    belongs: (claim) => claim.stage === 'survey' && claim.survey.need?.required === true,
  },
  {
    name: 'dispatch',
    action: 'assignSurveyor',
    belongs: (claim) => claim.stage === 'survey' && claim.survey.need?.required === true,
  },
  { name: 'sheet', action: 'saveSheet', belongs: inStage('adjustment', 'approval') },
  {
    name: 'propose',
    action: 'proposeSheet',
    belongs: (claim) => claim.stage === 'adjustment' && newestSheet(claim)?.proposedAt === null,
  },
  {
    name: 'agreement',
    action: 'recordAgreement',
    belongs: (claim) => {
      const sheet = newestSheet(claim)
      return claim.stage === 'adjustment' && sheet !== undefined && sheet.agreement === null
    },
    hindrance: (claim) => (newestSheet(claim)?.proposedAt === null ? 'notProposed' : null),
  },
  { name: 'account', action: 'changePayee', belongs: isOpen },
  {
    name: 'settle',
    action: 'proposeSettlement',
    belongs: (claim) => claim.stage === 'adjustment' && claim.sheets.length > 0,
    hindrance: (claim) => {
      if (!isAgreed(claim)) return 'notAgreed'
      return withoutAccount(claim) ? 'accountMissing' : null
    },
  },
  { name: 'decide', action: 'decideSettlement', belongs: (claim) => waitingSettlement(claim) !== undefined },
  { name: 'release', action: 'releasePayments', belongs: (claim) => releasable(claim) !== undefined },
  {
    name: 'repay',
    action: 'proposeSettlement',
    belongs: (claim) => isOpen(claim) && unpaidIntent(claim) !== undefined,
  },
  { name: 'suspense', action: 'resolveSuspense', belongs: (claim) => suspended(claim) !== undefined },
  { name: 'upload', action: 'receiveDocument', belongs: isOpen },
  { name: 'reserve', action: 'reviseReserve', belongs: isOpen },
  { name: 'party', action: 'addParty', belongs: isOpen },
  { name: 'waive', action: 'waiveItem', belongs: (claim) => inStage('report', 'documents')(claim) },
  { name: 'reassign', action: 'reassignClaim', belongs: isOpen },
  { name: 'withdraw', action: 'withdrawClaim', belongs: isOpen },
  { name: 'reopen', action: 'reopenClaim', belongs: (claim) => !isOpen(claim) },
]

/** What the reader may do now, in the order of the work; what they may not is absent. */
export function movesOf(view: ClaimView): readonly Move[] {
  const { claim, allowed } = view
  return rules
    .filter(({ action, belongs }) => allowed.includes(action) && belongs(claim, view))
    .map(({ name, hindrance }) => ({ name, hindrance: hindrance?.(claim, view) ?? null }))
}

/** What does a piece of open work, as the claim stands. */
const movesFor: Readonly<Partial<Record<TaskKind, (claim: Claim) => readonly MoveName[]>>> = {
  firstContact: () => ['contact'],
  collectDocuments: (claim) => (receivedItems(claim).length > 0 ? ['review'] : ['notice', 'upload']),
  decideAcceptance: (claim) =>
    Object.values(claim.facts).includes(null) ? ['facts', 'accept'] : ['accept', 'reject', 'facts'],
  dispatchSurvey: () => ['dispatch'],
  answerSurveyOffer: () => ['visit'],
  survey: () => ['visit'],
  prepareSheet: (claim) => (newestSheet(claim)?.proposedAt === null ? ['propose', 'sheet'] : ['sheet']),
  answerProposal: () => ['agreement'],
  submitSettlement: (claim) => (withoutAccount(claim) ? ['account', 'settle'] : ['settle']),
  proposeAdvance: () => ['settle'],
  decideApproval: () => ['decide'],
  releasePayment: () => ['release'],
  correctPayee: (claim) => (unpaidIntent(claim) === undefined ? ['account'] : ['repay', 'account']),
  resolveSuspense: () => ['suspense'],
}

/** The one thing that is next for the reader: of their own work first, then of anybody's that they may do. */
export function nextMove(view: ClaimView, personId: string): MoveName | null {
  const free = new Set(
    movesOf(view)
      .filter(({ hindrance }) => hindrance === null)
      .map(({ name }) => name),
  )
  const own = view.claim.tasks.filter(({ assigneeId }) => assigneeId === personId)
  const others = view.claim.tasks.filter(({ assigneeId }) => assigneeId === null)
  for (const task of [...own, ...others, ...view.claim.tasks]) {
    const found = movesFor[task.kind]?.(view.claim).find((name) => free.has(name))
    if (found !== undefined) return found
  }
  return null
}
