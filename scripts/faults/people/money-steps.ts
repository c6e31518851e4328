/** What people do about a claim's figure and its money. */
import type { SheetInput } from '../../../domain/adjustment/sheet-types.ts'
import type { ClaimState, Intent, Settlement, SheetVersion } from '../../../domain/claim/state.ts'
import { lines, police, yuan } from '../../demo/sheets.ts'
import type { ClaimFile, ClaimView, Step } from './claim-file.ts'
import type { Person } from './person.ts'
import { suspenseSteps } from './suspense.ts'

const disputedShare = 0.05
const returnedShare = 0.05
/** An account that is changed after the approval, which falls with it. */
const changedShare = 0.04
const lossDate = '2023-05-01'

export function adjustmentSteps(file: ClaimFile, view: ClaimView): readonly Step[] {
  const { claim } = view
  const adjuster = file.office.find(claim.adjusterId)
  if (adjuster === undefined) return []
  const sheet = claim.sheets.at(-1)
  if (sheet === undefined || needsAnother(claim, sheet)) return [saveSheet(file, adjuster, claim)]
  const named = { sheetHash: sheet.hash }
  const on = `/sheets/${sheet.version}`
  if (sheet.proposedAt === null)
    return [{ by: adjuster, operation: file.on('proposeSheet', `${on}/proposal`, named) }]
  if (sheet.agreement === null) return [answer(file, claim, sheet, on)]
  const payees = payeesOf(claim, sheet)
  const missing = accountsMissing(
    file,
    view,
    payees.map(({ partyId }) => partyId),
  )
  if (missing.length > 0) return missing
  const body = { kind: 'final', sheetVersion: sheet.version, sheetHash: sheet.hash, payees }
  return [{ by: adjuster, operation: file.on('proposeSettlement', '/settlements', body) }]
}

/** After a dispute or a return the figure is made anew; one that was agreed stands. */
function needsAnother(claim: ClaimState, sheet: SheetVersion): boolean {
  if (sheet.agreement?.outcome === 'disputed') return true
  return claim.settlements.some(
    (one) =>
      (one.state === 'returned' || (one.state === 'approved' && one.kind === 'final')) &&
      one.sheetVersion === sheet.version,
  )
}

function saveSheet(file: ClaimFile, by: Person, claim: ClaimState): Step {
  const insured = claim.parties.filter(({ role }) => role === 'insured').map(({ id }) => id)
  const version = claim.sheets.length
  const input = file.sold.kind === 'bill' ? billSheet(insured, version) : repairSheet(file, insured, version)
  return { by, operation: file.on('saveSheet', '/sheets', { input }) }
}

/** Each of them was treated for 700 yuan or so; another version is another figure. */
function billSheet(insured: readonly string[], version: number): SheetInput {
  return {
    wordingId: 'accident',
    lossDate,
    claimants: insured.map((claimantId) => ({ claimantId, role: 'insured' })),
    coverages: [
      {
        coverage: 'accidentMedical',
        sumInsuredMinor: yuan('20000'),
        deductibleMinor: yuan('0'),
        socialInsuranceSettledFirst: true,
        rates: { settledFirst: '1', notSettledFirst: '0.6' },
        lines: insured.flatMap((id) =>
          lines(id, { treatment: String(700 + version) }, { catalogueClass: 'A' }),
        ),
      },
    ],
  }
}

function repairSheet(file: ClaimFile, insured: readonly string[], version: number): SheetInput {
  const [owner = ''] = insured
  return {
    wordingId: 'motorCommercial2020',
    lossDate,
    claimants: [{ claimantId: owner, role: 'insured' }],
    motor: police('sole', '1'),
    coverages: [
      {
        coverage: 'ownDamage',
        sumInsuredMinor: yuan('300000'),
        method: 'clause',
        lines: lines(owner, { vehicleRepair: String(file.yuan + version) }),
      },
    ],
  }
}

function answer(file: ClaimFile, claim: ClaimState, sheet: SheetVersion, on: string): Step {
  const disputed = claim.sheets.length === 1 && file.random.chance(disputedShare)
  if (!disputed) {
    return {
      by: file.customer,
      operation: file.on('agreeSheet', `${on}/agreement`, { sheetHash: sheet.hash }),
    }
  }
  const { partyId = '' } = sheet.byClaimant[0] ?? {}
  const item = file.sold.kind === 'bill' ? 'treatment' : 'vehicleRepair'
  const body = {
    sheetHash: sheet.hash,
    lines: [`${partyId.slice(0, 8)}-${item}`],
    note: '金额与发票不符。',
  }
  return { by: file.customer, operation: file.on('disputeSheet', `${on}/dispute`, body) }
}

/** Everybody gets what the sheet gives them, less what is under way to them already. */
function payeesOf(claim: ClaimState, sheet: SheetVersion) {
  const owed = new Map<string, number>()
  for (const { partyId, payableMinor } of sheet.byClaimant)
    owed.set(partyId, (owed.get(partyId) ?? 0) + payableMinor)
  for (const { partyId, amountMinor, status } of claim.intents) {
    if (status !== 'failed' && status !== 'returned' && status !== 'cancelled')
      owed.set(partyId, (owed.get(partyId) ?? 0) - amountMinor)
  }
  return [...owed].filter(([, left]) => left > 0).map(([partyId, amountMinor]) => ({ partyId, amountMinor }))
}

/** Who is paid needs an account in their own name; the screen shows who that is by the surname. */
function accountsMissing(file: ClaimFile, view: ClaimView, partyIds: readonly string[]): readonly Step[] {
  const { parties } = view.claim
  const missing = parties.filter(({ id, payeeHash }) => partyIds.includes(id) && payeeHash === null)
  return missing.flatMap(({ id }) => accountStep(file, view, id))
}

function accountStep(file: ClaimFile, view: ClaimView, partyId: string): readonly Step[] {
  const contact = file.office.find(view.claim.contactId)
  const shown = view.parties.find((one) => one.partyId === partyId)?.name ?? ''
  const { insured } = file.sold
  const holder = [insured, ...(insured.family ?? [])].find(({ name }) => name.at(0) === shown.at(0))?.name
  if (contact === undefined || holder === undefined) return []
  const number = `4403${String(file.random.between(0, 999_999_999)).padStart(9, '0')}1`
  const body = { holder, number, bankName: '中国工商银行', kind: 'corporate' }
  return [{ by: contact, operation: file.on('changePayee', `/parties/${partyId}/account`, body, 'PUT') }]
}

export function approvalSteps(file: ClaimFile, claim: ClaimState): readonly Step[] {
  return claim.settlements.flatMap((settlement) => {
    const by = waitsForLevel(settlement) ? approver(file, settlement) : undefined
    if (by === undefined) return []
    const decision =
      settlement.kind === 'final' && claim.settlements.length === 1 && file.random.chance(returnedShare)
        ? 'return'
        : 'approve'
    const { id, openLevel: level, hash } = settlement
    const body = { level, decision, hash, ...(decision === 'return' ? { note: '请重新核定。' } : {}) }
    return [{ by, operation: file.on('decideSettlement', `/settlements/${id}/decisions`, body) }]
  })
}

function waitsForLevel({ state, openLevel, approvals }: Settlement): boolean {
  return state === 'pending' && openLevel > approvals.filter(({ decision }) => decision === 'approve').length
}

/** Somebody with enough authority who has not approved it yet. */
function approver(file: ClaimFile, { levels, openLevel, approvals }: Settlement): Person | undefined {
  const limit = levels[openLevel - 1] ?? 0
  const able = file.office
    .all('approver')
    .filter(
      ({ id, identity }) =>
        identity.limitMinor >= limit && !approvals.some(({ personId }) => personId === id),
    )
  return able.length === 0 ? undefined : file.random.pick(able)
}

export async function paymentSteps(file: ClaimFile, view: ClaimView): Promise<readonly Step[]> {
  const { claim } = view
  const waiting = claim.settlements.filter((one) => isReleasable(claim, one))
  const [payee] = waiting.flatMap(({ payees }) => payees)
  if (payee !== undefined && file.random.chance(changedShare)) return accountStep(file, view, payee.partyId)
  return [
    ...approvalSteps(file, claim),
    ...waiting.map((one) => release(file, one)),
    ...(await suspenseSteps(file, claim)),
    ...claim.intents.flatMap((intent) => repayment(file, view, intent)),
  ]
}

function isReleasable(claim: ClaimState, { id, state, payees }: Settlement): boolean {
  return (
    state === 'approved' &&
    payees.length > 0 &&
    !claim.intents.some(({ settlementId }) => settlementId === id)
  )
}

function release(file: ClaimFile, { id, hash }: Settlement): Step {
  const by = file.random.pick(file.office.all('finance'))
  return { by, operation: file.on('releasePayments', `/settlements/${id}/release`, { hash }) }
}

/** Money that did not arrive goes out anew, to a new account and under new approvals. */
function repayment(file: ClaimFile, view: ClaimView, intent: Intent): readonly Step[] {
  const { claim } = view
  if (intent.status !== 'failed' && intent.status !== 'returned') return []
  const replaced = claim.settlements.some(
    ({ replacesIntent, state }) =>
      replacesIntent === intent.id && (state === 'pending' || state === 'approved'),
  )
  const paid = claim.settlements.find(({ id }) => id === intent.settlementId)
  const adjuster = file.office.find(claim.adjusterId)
  if (replaced || paid === undefined || adjuster === undefined) return []
  const payee = claim.parties.find(({ id }) => id === intent.partyId)
  if (payee?.payeeHash === intent.payeeHash) return accountStep(file, view, intent.partyId)
  const body = {
    kind: 'repayment',
    sheetVersion: paid.sheetVersion,
    sheetHash: paid.sheetHash,
    payees: [{ partyId: intent.partyId, amountMinor: intent.amountMinor }],
    replacesIntent: intent.id,
  }
  return [{ by: adjuster, operation: file.on('proposeSettlement', '/settlements', body) }]
}
