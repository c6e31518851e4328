import { linesOf } from '../../adjustment/lines.ts'
import type { SheetInput } from '../../adjustment/sheet-types.ts'
import { add, zero } from '../../money.ts'
import { coverageOf } from '../../policy/terms.ts'
import { civilDateOf } from '../../time/civil-date.ts'
import type { Decision } from '../decision.ts'

interface Contradiction {
  readonly path: string
  readonly policy: string | number | null
  readonly sheet: string | number | null
}

/** Figures that the policy fixes and a sheet repeats. What is left of a maximum may be less than the maximum. */
const agreedTerms = ['sumInsuredMinor', 'deductibleMinor', 'dailyMinor', 'waitingDays'] as const
type AgreedTerm = (typeof agreedTerms)[number]

/**
 * Where a sheet differs from the policy as of the loss: another wording, another
 * day, a coverage that was not bought, a sum insured that was not agreed. A sheet
 * may calculate exactly, and still be about somebody else's contract.
 */
export function policyContradictions(decision: Decision, input: SheetInput): readonly Contradiction[] {
  const { terms } = decision.facts.policy
  const found: Contradiction[] = []
  const compare = (path: string, policy: string | number | null, sheet: string | number | null) => {
    if (policy !== sheet) found.push({ path, policy, sheet })
  }
  compare('wordingId', terms.wordingId, input.wordingId)
  compare('lossDate', civilDateOf(decision.state.lossAt), input.lossDate)
  const parties = new Set(decision.state.parties.map((party) => party.id))
  for (const [index, { claimantId }] of input.claimants.entries()) {
    if (!parties.has(claimantId))
      found.push({ path: `claimants[${index}].claimantId`, policy: null, sheet: claimantId })
  }
  const delays = input.delay ?? []
  for (const [index, { claimantId, paidOn }] of delays.entries()) {
    const paid = decision.state.intents.filter(
      (intent) => intent.status === 'paid' && intent.partyId === claimantId && intent.postingDate === paidOn,
    )
    const most = add(zero, ...paid.map((intent) => intent.amountMinor))
    const upToHere = delays
      .slice(0, index + 1)
      .filter((one) => one.claimantId === claimantId && one.paidOn === paidOn)
    const sheet = upToHere.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
    // Nothing that was not paid that day can have come too late that day, and nothing twice.
    if (sheet > most) found.push({ path: `delay[${index}].amountMinor`, policy: most, sheet })
  }
  for (const { path, documentId } of papersOf(input)) {
    const isHere = decision.state.checklist.some(({ documentIds }) => documentIds.includes(documentId))
    // Whoever follows the receipt would read a paper of somebody else, or none.
    if (!isHere) found.push({ path, policy: null, sheet: documentId })
  }
  for (const [index, coverage] of input.coverages.entries()) {
    const path = `coverages[${index}]`
    if (coverage.coverage === 'compulsoryMotor' && !coverage.insuredHere) continue
    const subject = coverage.coverage === 'property' ? coverage.subject : undefined
    const bought = coverageOf(terms, coverage.coverage, subject)
    if (bought === undefined) {
      found.push({ path: `${path}.coverage`, policy: null, sheet: coverage.coverage })
      continue
    }
    // Limits of the compulsory cover come from the table by date of loss, not from the policy.
    if (coverage.coverage === 'compulsoryMotor') continue
    for (const term of agreedTerms) {
      const agreed = bought[term]
      const used = (coverage as Partial<Record<AgreedTerm, number>>)[term]
      // A deductible that was agreed and left out of the sheet is money too much.
      if (used !== undefined || (agreed !== undefined && term === 'deductibleMinor')) {
        compare(`${path}.${term}`, agreed ?? 0, used ?? 0)
      }
    }
  }
  return found
}

/** The files that receipts name, each with its place in the input. */
function papersOf({ coverages }: SheetInput) {
  return coverages.flatMap((coverage, index) =>
    linesOf(coverage).flatMap(({ receipts = [] }, line) =>
      receipts.flatMap(({ documentId }, paper) =>
        documentId === undefined
          ? []
          : [{ path: `coverages[${index}].lines[${line}].receipts[${paper}].documentId`, documentId }],
      ),
    ),
  )
}
