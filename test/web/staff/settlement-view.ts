import type { SheetInput } from '../../../domain/adjustment/sheet-types.ts'
import { meQuery } from '../../../web/http/queries.ts'
import { type ClaimView, claimQuery, sheetQuery } from '../../../web/staff/claim/queries.ts'
import { ReleasePage } from '../../../web/staff/finance/releases/release-page.tsx'
import { DecisionPage } from '../../../web/staff/supervisor/decision/decision-page.tsx'
import { insured, medical, sheetOf } from '../../domain/adjustment/sheet-inputs.ts'
import { shown } from './shown.ts'

const settlement = {
  id: 'S1',
  kind: 'final',
  sheetVersion: 1,
  amountMinor: 264_475,
  payees: [{ partyId: 'insured', amountMinor: 264_475, payeeHash: 'account', thirdParty: false }],
  proposedBy: 'adjuster',
  proposedAt: '2026-03-12T10:00:00+08:00',
  levels: [5_000_000],
  openLevel: 1,
  approvals: [],
  state: 'pending',
}

const input: SheetInput = {
  wordingId: 'accident',
  lossDate: '2026-03-01',
  claimants: [insured],
  coverages: [medical({})],
}

/** A sheet about which there is nothing to say. */
const calm = { input, result: sheetOf(input), rerun: { agrees: true } }

interface Told {
  /** It is unless told otherwise. */
  readonly isSheetRead?: boolean
  readonly claim?: object
  readonly settlement?: object
  readonly events?: readonly object[]
  readonly ruleUses?: readonly object[]
}

/** As much of a claim as the pages on one of its settlements read; what is told replaces the usual. */
function viewOf(told: Told): ClaimView {
  const claim = {
    line: 'motorCommercial',
    cause: 'collision',
    injury: false,
    death: false,
    thirdParty: false,
    doubtful: false,
    duplicates: [],
    reopenedTimes: 0,
    stage: 'approval',
    parties: [{ id: 'insured', role: 'insured', personId: 'customer', payeeEditedBy: null }],
    checklist: [],
    panel: null,
    sheets: [],
    settlements: [{ ...settlement, ...told.settlement }],
    intents: [],
    clocks: {},
    tasks: [],
    ...told.claim,
  }
  const view = {
    claimId: 'claim',
    caseNumber: 'LP2026030900000018',
    claim,
    parties: [{ partyId: 'insured', role: 'insured', name: '张*', account: null }],
    people: [{ personId: 'handler', name: '王芳' }],
    documents: [],
    survey: null,
    events: told.events ?? [],
    ruleUses: told.ruleUses ?? [],
    allowed: [],
  }
  return view as unknown as ClaimView
}

/** Both pages on a settlement: where it is approved, and where its money is let go. */
export async function settlementPages(told: Told) {
  const visit = (page: typeof ReleasePage, place: string) =>
    shown({
      page,
      path: `/${place}/$claimId/$settlementId`,
      address: `/${place}/claim/S1`,
      known: (queries) => {
        queries.setQueryData(claimQuery('claim').queryKey, viewOf(told))
        if (told.isSheetRead !== false) queries.setQueryData(sheetQuery('claim', 1).queryKey, calm as never)
        // Somebody who may neither approve nor release: there is no form.
        queries.setQueryData(meQuery.queryKey, { personId: 'reader', roles: [] } as never)
      },
    })
  return { decision: await visit(DecisionPage, 'to-decide'), release: await visit(ReleasePage, 'releases') }
}

/** The words of a part of a page, without its marks. */
export const wordsOf = (markup: string) => markup.replaceAll(/<[^>]*>/g, '')
