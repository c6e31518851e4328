import type {
  Beneficiary,
  DailyAllowanceInput,
  LiabilityInput,
  LiableParty,
  LineInput,
  MedicalInput,
  PropertyInput,
} from '../coverage-input.ts'
import { itemsOfCoverage } from '../items.ts'
import { counted } from '../lines.ts'
import { compare, one, parseRate, sum, whole } from '../rational.ts'
import type { Claimant } from '../sheet-types.ts'
import type { PropertyWording } from '../wordings/wording.ts'
import { type FaultList, hasTwice } from './fault-list.ts'

function isAbove(amount: number, lines: readonly LineInput[]): boolean {
  return compare(whole(amount), sum(...lines.map((line) => whole(counted(line))))) > 0
}

function totalOf(lines: readonly LineInput[]): string {
  return String(lines.reduce((all, line) => all + BigInt(counted(line)), 0n))
}

function checkSublimits(list: FaultList, terms: PropertyInput | MedicalInput, path: string): void {
  const items = (terms.sublimits ?? []).map(({ item }) => item)
  const known = items.every((item) => itemsOfCoverage[terms.coverage]?.includes(item))
  list.require(known, 'itemUnknown', `${path}.sublimits`)
  list.require(!hasTwice(items), 'contradiction', `${path}.sublimits`)
}

function checkLiableParties(list: FaultList, parties: readonly LiableParty[], path: string): void {
  list.require(!hasTwice(parties.map(({ partyId }) => partyId)), 'claimantTwice', path)
  const all = sum(...parties.map(({ liability }) => parseRate(liability)))
  list.require(compare(all, one) <= 0, 'ratesAboveOne', path)
}

function checkDeductibleChoice(list: FaultList, terms: PropertyInput | LiabilityInput, path: string): void {
  const statesBoth = terms.deductibleMinor !== undefined && terms.deductibleRate !== undefined
  const choosesOne = terms.deductibleChoice !== undefined
  list.require(
    statesBoth === choosesOne,
    statesBoth ? 'factMissing' : 'contradiction',
    `${path}.deductibleChoice`,
    { against: `${path}.${terms.deductibleMinor === undefined ? 'deductibleMinor' : 'deductibleRate'}` },
  )
}

/** The insured is no third party of their own cover, and only the insured bears the cost of the dispute. */
export function checkLiability(
  list: FaultList,
  terms: LiabilityInput,
  claimants: readonly Claimant[],
  path: string,
): void {
  checkDeductibleChoice(list, terms, path)
  terms.lines.forEach(({ claimantId, item }, index) => {
    const role = claimants.find((each) => each.claimantId === claimantId)?.role
    // Of other roles and of unknown claimants the line itself tells.
    const isKnown = role === 'insured' || role === 'thirdParty'
    const fits = (item === 'legalCost') === (role === 'insured')
    list.require(!isKnown || fits, 'contradiction', `${path}.lines[${index}].claimantId`, {
      against: `${path}.lines[${index}].item`,
      value: role ?? '',
    })
  })
}

/** A value unless the part is insured at first loss, one kind of deductible, salvage within the loss. */
export function checkProperty(
  list: FaultList,
  terms: PropertyInput,
  wording: PropertyWording,
  path: string,
): void {
  const isFirstLoss = wording.firstLoss.includes(terms.subject)
  list.require(isFirstLoss || (terms.valueMinor ?? 0) > 0, 'factMissing', `${path}.valueMinor`)
  checkDeductibleChoice(list, terms, path)
  const damage = terms.lines.filter((line) => line.item !== 'rescueCost')
  list.require(!isAbove(terms.salvage?.valueMinor ?? 0, damage), 'aboveLoss', `${path}.salvage.valueMinor`, {
    against: { path: `${path}.lines`, value: totalOf(damage) },
  })
  const insurers = (terms.otherInsurances ?? []).map(({ insurer }) => insurer)
  list.require(!hasTwice(insurers), 'contradiction', `${path}.otherInsurances`)
  checkLiableParties(list, terms.liableParties ?? [], `${path}.liableParties`)
  checkSublimits(list, terms, path)
}

/** Others cannot have paid more than the treatment cost: expense is compensated once. */
export function checkMedical(list: FaultList, terms: MedicalInput, path: string): void {
  list.require(
    !isAbove(terms.paidByOthersMinor ?? 0, terms.lines),
    'aboveLoss',
    `${path}.paidByOthersMinor`,
    {
      against: { path: `${path}.lines`, value: totalOf(terms.lines) },
    },
  )
  checkPaidByOthers(list, terms, path)
  const occupation = terms.occupation?.occupationClass ?? 1
  list.require(occupation >= 1 && occupation <= 6, 'gradeInvalid', `${path}.occupation.occupationClass`)
  checkSublimits(list, terms, path)
}

/** What the papers say that others have paid is paid; others may have paid more, by other papers. */
function checkPaidByOthers(list: FaultList, terms: MedicalInput, path: string): void {
  const receipts = terms.lines.flatMap((line) => line.receipts ?? [])
  const shown = receipts.reduce((all, each) => all + BigInt(each.paidByOthersMinor ?? 0), 0n)
  const holds = shown <= BigInt(terms.paidByOthersMinor ?? 0)
  list.require(holds, 'contradiction', `${path}.paidByOthersMinor`, {
    against: { path: `${path}.lines.receipts`, value: String(shown) },
  })
}

export function checkGrades(list: FaultList, grades: readonly number[], path: string): void {
  list.require(grades.length > 0, 'factMissing', `${path}.grades`)
  grades.forEach((grade, index) => {
    const exists = Number.isInteger(grade) && grade >= 1 && grade <= 10
    list.require(exists, 'gradeInvalid', `${path}.grades[${index}]`)
  })
}

/** The whole allowance is an amount too and stays below 2^53. */
export function checkAllowance(list: FaultList, terms: DailyAllowanceInput, path: string): void {
  const most = BigInt(terms.dailyMinor) * BigInt(terms.maximumDays)
  list.require(most <= BigInt(Number.MAX_SAFE_INTEGER), 'amountInvalid', `${path}.dailyMinor`)
}

/** A benefit goes to someone, each named once with at least one part. */
export function checkBeneficiaries(
  list: FaultList,
  beneficiaries: readonly Beneficiary[],
  claimants: readonly Claimant[],
  path: string,
): void {
  const ids = beneficiaries.map(({ claimantId }) => claimantId)
  list.require(ids.length > 0, 'factMissing', `${path}.beneficiaries`)
  list.require(!hasTwice(ids), 'claimantTwice', `${path}.beneficiaries`)
  beneficiaries.forEach(({ claimantId, parts }, index) => {
    const place = `${path}.beneficiaries[${index}]`
    const claimant = claimants.find((each) => each.claimantId === claimantId)
    list.require(claimant !== undefined, 'claimantUnknown', `${place}.claimantId`)
    list.require(parts >= 1, 'countInvalid', `${place}.parts`)
  })
}
