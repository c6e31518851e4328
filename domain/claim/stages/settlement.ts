import { assert, refuse } from '../../errors.ts'
import { add, fen, subtract, zero, type Fen } from '../../money.ts'
import type { CommandBodies } from '../commands.ts'
import type { Deciders } from '../decider.ts'
import type { Decision } from '../decision.ts'
import type { ClaimState, Intent, Party, Settlement, SettlementPayee, SheetVersion } from '../state.ts'
import { requireSheet, voidUnpaid } from './adjustment.ts'
import { enterStage, reviseReserve } from './entering.ts'
import { committedMinor, replacementOf } from './settled.ts'

type Proposal = CommandBodies['proposeSettlement']

/** What is asked to be approved: amount and payees, held together by one hash. */
export const decideProposal = {
  proposeSettlement(decision, body) {
    const replaced = body.kind === 'repayment' ? requireReplaceable(decision, body) : null
    const sheet = replaced === null ? requireSheet(decision, body) : namedSheet(decision, body)
    if (decision.state.settlements.some((one) => one.state === 'pending' && one.kind === body.kind))
      refuse('alreadyDone')
    if (
      body.kind === 'final' &&
      sheet.agreement?.outcome !== 'agreed' &&
      sheet.agreement?.outcome !== 'recorded'
    ) {
      refuse('agreementMissing')
    }
    // The final settlement pays what an advance that nobody has decided yet would have paid.
    if (body.kind === 'final') {
      voidUnpaid(decision, 'superseded', (one) => one.kind === 'advance' && one.state === 'pending')
    }
    // Another claim of the policy may have been granted money since the sheet was saved.
    if (replaced === null && decision.facts.overdrawn.length > 0)
      refuse('limitTaken', { faults: decision.facts.overdrawn })
    const amount = add(...body.payees.map((payee) => payee.amountMinor))
    checkAmount(decision.state, body, sheet, replaced, amount)
    const payees = body.payees.map((payee) => payeeOf(decision, payee, replaced))
    checkInsuredShare(decision.state, body, sheet, replaced)
    const settlement = makeSettlement(decision, body, { amount, payees, replaced })
    decision.emit('settlementProposed', { settlement })
    reserveFor(decision)
    if (body.kind === 'final') decision.finishClock('determination')
    // An advance, and the repayment of one, are approved while the adjustment goes on.
    if (body.kind === 'final' || decision.state.stage === 'payment') enterStage(decision, 'approval')
    return { settlementId: settlement.id, hash: settlement.hash, levels: settlement.levels }
  },
} satisfies Partial<Deciders>

function namedSheet(decision: Decision, body: Proposal): SheetVersion {
  const sheet = decision.state.sheets.find((one) => one.version === body.sheetVersion)
  if (sheet === undefined || sheet.hash !== body.sheetHash) refuse('contentChanged', {})
  return sheet
}

/** A payment that failed or came back is paid anew under new approvals, never under the old ones. */
function requireReplaceable(decision: Decision, body: Proposal): Intent {
  decision.requireStage('adjustment', 'approval', 'payment')
  const intent = decision.state.intents.find((one) => one.id === body.replacesIntent) ?? refuse('notFound')
  if (replacementOf(decision.state, intent) !== undefined) refuse('alreadyDone')
  const approved = decision.state.settlements.find((one) => one.id === intent.settlementId)
  if (approved?.state !== 'approved') refuse('approvalVoid', { settlementId: intent.settlementId })
  if (intent.status !== 'failed' && intent.status !== 'returned')
    refuse('intentOpen', { status: intent.status })
  return intent
}

function checkAmount(
  state: ClaimState,
  body: Proposal,
  sheet: SheetVersion,
  replaced: Intent | null,
  amount: Fen,
): void {
  const committed = committedMinor(state)
  const left = fen(Math.max(0, subtract(sheet.payableMinor, committed)))
  // After an advance or a reopening nothing may be left to pay; that is approved like any other figure.
  const nothingLeft = body.kind === 'final' && left === 0 && committed > 0
  if (body.payees.some((payee) => payee.amountMinor <= 0)) refuse('nothingPayable')
  if (body.payees.length === 0 && !nothingLeft) refuse('nothingPayable')
  if (new Set(body.payees.map((payee) => payee.partyId)).size !== body.payees.length) {
    refuse('malformed', { field: 'payees', reason: 'twice' })
  }
  if (replaced !== null) {
    if (amount !== replaced.amountMinor)
      refuse('payeesDoNotAddUp', { expected: replaced.amountMinor, given: amount })
    return
  }
  if (body.kind === 'advance' && amount > left) refuse('aboveSettlement', { left, given: amount })
  if (body.kind === 'final' && amount !== left) refuse('payeesDoNotAddUp', { expected: left, given: amount })
}

/**
 * Money owed to a victim does not reach the insured: not on another line, not by
 * advance and balance together, not as the repayment of what the victim did not get.
 */
function checkInsuredShare(
  state: ClaimState,
  body: Proposal,
  sheet: SheetVersion,
  replaced: Intent | null,
): void {
  const toInsured = sumToInsured(state, body.payees)
  if (replaced !== null) {
    const left = replaced.thirdParty ? zero : replaced.amountMinor
    if (toInsured > left) refuse('aboveSettlement', { left, given: toInsured, role: 'insured' })
    return
  }
  const promised = state.settlements
    .filter((one) => one.kind !== 'repayment' && (one.state === 'approved' || one.state === 'pending'))
    .flatMap((one) => one.payees)
  const role = (partyId: string) => state.parties.find((one) => one.id === partyId)?.role
  const owed = add(
    ...sheet.byClaimant.filter((one) => role(one.partyId) !== 'victim').map((one) => one.payableMinor),
  )
  const given = add(toInsured, sumToInsured(state, promised))
  if (toInsured > 0 && given > owed) refuse('aboveSettlement', { left: owed, given, role: 'insured' })
}

/** What goes to the insured, under whatever role the same person or the same account stands in the claim. */
function sumToInsured(
  state: ClaimState,
  payees: readonly { readonly partyId: string; readonly amountMinor: Fen }[],
): Fen {
  const insured = state.parties.filter((party) => party.role === 'insured')
  const same = (a: string | null, b: string | null) => a !== null && a === b
  const isInsured = (party: Party | undefined) =>
    party !== undefined &&
    insured.some(
      (one) =>
        one.id === party.id || same(one.personId, party.personId) || same(one.payeeHash, party.payeeHash),
    )
  return add(
    ...payees
      .filter(({ partyId }) => isInsured(state.parties.find((party) => party.id === partyId)))
      .map(({ amountMinor }) => amountMinor),
  )
}

function payeeOf(
  decision: Decision,
  { partyId, amountMinor }: Proposal['payees'][number],
  replaced: Intent | null,
): SettlementPayee {
  const party = decision.state.parties.find((one) => one.id === partyId) ?? refuse('notFound', { partyId })
  if (party.payeeHash === null) refuse('payeeIncomplete', { partyId })
  if (decision.facts.payeeNameMatches.get(partyId) !== true) refuse('payeeNameDiffers', { partyId })
  return {
    partyId,
    amountMinor: fen(amountMinor),
    payeeHash: party.payeeHash,
    // An heir or a hospital takes the victim's turn, and does not wait for the payment that it replaces.
    thirdParty: party.role === 'victim' || replaced?.thirdParty === true,
  }
}

interface Parts {
  readonly amount: Fen
  readonly payees: readonly SettlementPayee[]
  readonly replaced: Intent | null
}

function makeSettlement(decision: Decision, body: Proposal, { amount, payees, replaced }: Parts): Settlement {
  const levels = decision.facts.rules.authorityLevels?.[0]?.levels
  assert(levels !== undefined && levels.length > 0, 'the table of authority always names a level')
  const id = `S${decision.state.settlements.length + 1}`
  return {
    id,
    kind: body.kind,
    sheetVersion: body.sheetVersion,
    sheetHash: body.sheetHash,
    amountMinor: amount,
    payees,
    hash: settlementHash(decision, { id, sheetHash: body.sheetHash, payees }),
    proposedBy: decision.person,
    proposedAt: decision.now,
    levels,
    openLevel: 0,
    approvals: [],
    state: 'pending',
    replacesIntent: replaced?.id ?? null,
  }
}

/** What an approval holds: figure, payees and accounts. Whatever of it changes, the hash is another. */
export function settlementHash(
  decision: Decision,
  { id, sheetHash, payees }: Pick<Settlement, 'id' | 'sheetHash' | 'payees'>,
): string {
  const accounts = payees.map((payee) => ({
    ...payee,
    payeeHash: decision.state.parties.find((party) => party.id === payee.partyId)?.payeeHash ?? null,
  }))
  return decision.facts.hash({ claimId: decision.state.id, settlementId: id, sheetHash, payees: accounts })
}

/** The reserve follows what is known to be owed and not paid yet. */
function reserveFor(decision: Decision): void {
  const { state } = decision
  const figure = state.sheets.at(-1)?.payableMinor ?? zero
  const paid = add(...state.intents.filter((intent) => intent.posted).map((intent) => intent.amountMinor))
  // A newer figure below what is promised already takes nothing back.
  const owed = fen(Math.max(figure, committedMinor(state)) - paid)
  reviseReserve(decision, { indemnityMinor: owed, expenseMinor: state.reserve.expenseMinor }, 'settlement')
}
