/**
 * A claim of fourteen decisions, by people over HTTP as fast as they can: a small stay in hospital, whose papers
 * the contact waives, so that neither uploads nor pictures stand between the decisions that are measured.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { SheetInput } from '../../domain/adjustment/sheet-types.ts'
import type { ClaimState } from '../../domain/claim/state.ts'
import { lines, yuan } from '../../scripts/demo/sheets.ts'
import type { Insured } from '../../scripts/demo/policies.ts'

/** One person's way to the product. */
export interface Voice {
  get<T>(path: string): Promise<T>
  post<T>(path: string, body?: object): Promise<T>
  put<T>(path: string, body: object): Promise<T>
}

export interface Staff {
  readonly handlers: readonly Voice[]
  /** By person, as claims name them. */
  person(personId: string): Voice
  readonly approver: Voice
  readonly finance: Voice
  /** What people wait for on their screens; read past the product, because nobody measures their waiting. */
  readonly look: (claimId: string) => Promise<ClaimState>
}

/** Hears of every decision, and makes it. */
export type Clock = <T>(decision: string, made: () => Promise<T>) => Promise<T>

/** Hears how long somebody waited for what the workflow had to do first; milliseconds. */
export type Waited = (what: string, milliseconds: number) => void

/** Between two looks at what the workflow has to do first; milliseconds. */
const glance = 40
const patience = 60_000
export const payableMinor = yuan('2900')

function sheet(claimantId: string): SheetInput {
  return {
    wordingId: 'accident',
    lossDate: '2023-05-01',
    claimants: [{ claimantId, role: 'insured' }],
    coverages: [
      {
        coverage: 'accidentMedical',
        sumInsuredMinor: yuan('20000'),
        socialInsuranceSettledFirst: true,
        rates: { settledFirst: '1', notSettledFirst: '0.6' },
        lines: lines(claimantId, { treatment: '2900' }, { catalogueClass: 'A' }),
      },
    ],
  }
}

export const reportOf = ({ policyNumber }: Insured) => ({
  policyNumber,
  cause: 'hospitalisation',
  lossAt: '2023-05-01T03:20:00+08:00',
  estimatedMinor: yuan('3000'),
  narrative: '住院治疗三天。',
})

/** From the report to money on its way; what follows the bank and the workflow do. Answers with the claim's id. */
export async function playClaim(
  staff: Staff,
  insured: Insured,
  number: number,
  clock: Clock,
  waited: Waited = () => undefined,
): Promise<string> {
  const reporter = staff.handlers[number % staff.handlers.length]
  if (reporter === undefined) throw new Error('There is no handler.')
  const { claimId, contactId, checklist } = await clock('report', () =>
    reporter.post<{ claimId: string; contactId: string; checklist: ClaimState['checklist'] }>(
      '/claims',
      reportOf(insured),
    ),
  )
  const contact = staff.person(contactId)
  const path = (rest: string) => `/claims/${claimId}${rest}`
  const until = async (what: string, fulfilled: (claim: ClaimState) => boolean) => {
    const began = performance.now()
    for (;;) {
      const claim = await staff.look(claimId)
      const waiting = performance.now() - began
      if (fulfilled(claim)) {
        waited(what, waiting)
        return claim
      }
      if (waiting > patience) throw new Error(`Waited in vain for ${what}; the claim is in ${claim.stage}.`)
      await sleep(glance)
    }
  }

  await clock('first contact', () => contact.post(path('/first-contact'), { reached: true }))
  for (const { item, need } of checklist)
    if (need === 'required')
      await clock('waiver', () => contact.post(path('/waivers'), { item, note: '已核验原件。' }))
  const established = { objectInsured: true, licenceValid: true, drunk: false, exclusionSuspected: 'none' }
  const before = await until('the panel', ({ panel }) => panel !== null)
  await clock('coverage facts', () => contact.post(path('/coverage-facts'), established))
  const { panel } = await until(
    'the next panel',
    (claim) => (claim.panel?.run ?? 0) > (before.panel?.run ?? 0),
  )
  const answers = panel?.lines.filter(({ result }) => result === 'refer').map(({ check }) => check) ?? []
  await clock('acceptance', () =>
    contact.post(path('/acceptance'), { panelRun: panel?.run, answers, note: '已逐项核实。' }),
  )
  const { parties, adjusterId } = await until(
    'the adjuster',
    (claim) => claim.stage === 'adjustment' && claim.adjusterId !== null,
  )
  const adjuster = staff.person(adjusterId ?? '')
  const partyId = parties.find(({ role }) => role === 'insured')?.id ?? ''
  const { sheetVersion, sheetHash } = await clock('sheet', () =>
    adjuster.post<{ sheetVersion: number; sheetHash: string }>(path('/sheets'), { input: sheet(partyId) }),
  )
  const named = path(`/sheets/${sheetVersion}`)
  await clock('proposal', () => adjuster.post(`${named}/proposal`, { sheetHash }))
  await clock('agreement', () =>
    contact.post(`${named}/recorded-agreement`, { sheetHash, note: '客户来电同意。' }),
  )
  const account = {
    holder: insured.name,
    number: `4403${insured.identityNumber.slice(0, 9)}1`,
    bankName: '中国工商银行',
    kind: 'corporate',
  }
  await clock('account', () => contact.put(path(`/parties/${partyId}/account`), account))
  const payees = [{ partyId, amountMinor: payableMinor }]
  const { settlementId, hash } = await clock('settlement', () =>
    adjuster.post<{ settlementId: string; hash: string }>(path('/settlements'), {
      kind: 'final',
      sheetVersion,
      sheetHash,
      payees,
    }),
  )
  await until('the level', ({ settlements }) => settlements[0]?.openLevel === 1)
  const settlement = path(`/settlements/${settlementId}`)
  await clock('approval', () =>
    staff.approver.post(`${settlement}/decisions`, { level: 1, decision: 'approve', hash }),
  )
  await clock('release', () => staff.finance.post(`${settlement}/release`, { hash }))
  return claimId
}
