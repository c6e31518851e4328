/** The sheet as it begins: what policy and report say already, so that nobody types it again. */
import type { Beneficiary, CoverageInput, LineInput } from '../../../../domain/adjustment/coverage-input.ts'
import type { DamageItem } from '../../../../domain/adjustment/items.ts'
import type { Claimant, SheetInput } from '../../../../domain/adjustment/sheet-types.ts'
import type { CoverageCode, CoverageTerms } from '../../../../domain/policy/terms.ts'
import type { Claim, ClaimView } from '../queries.ts'
import { itemsOf } from './coverage-items.ts'

/** A coverage while it is filled in: the fields of all kinds, of which each has its own. */
export type EditedCoverage = Readonly<Record<string, unknown>> & {
  readonly coverage: CoverageCode
  readonly lines?: readonly LineInput[]
  readonly beneficiaries?: readonly Beneficiary[]
}

export interface EditedSheet {
  readonly motor: NonNullable<SheetInput['motor']>
  readonly coverages: readonly EditedCoverage[]
  /** The vehicle in or on which a victim was, by party of the claim; absent: outside all vehicles. */
  readonly vehicles: Readonly<Record<string, string>>
  /** What is said beside the coverages: which claims are other accidents, what was paid too late. */
  readonly kept?: Pick<SheetInput, 'otherAccidents' | 'delay'>
}

const motorCodes: ReadonlySet<CoverageCode> = new Set([
  'compulsoryMotor',
  'ownDamage',
  'thirdParty',
  'driverSeat',
])
export const isMotor = (code: CoverageCode) => motorCodes.has(code)

/** Somebody to whom an amount may be owed, as far as a form needs to know. */
export interface Claimable {
  readonly partyId: string
  readonly role: string
  readonly name: string
}

/** What a sheet stands on: a claim with its policy, or what somebody supposes. */
export interface SheetBasis {
  readonly parties: readonly { readonly id: string; readonly role: string }[]
  readonly lossDate: string
  readonly wordingId: string
  readonly riders: readonly string[]
}

export function basisOf({ claim, policy }: Pick<ClaimView, 'claim' | 'policy'>): SheetBasis {
  return {
    parties: claim.parties,
    lossDate: claim.lossAt.slice(0, 10),
    wordingId: policy.terms.wordingId,
    riders: policy.terms.riders ?? [],
  }
}

/** Of several property parts each has its own lines. */
export const linePrefix = (coverage: CoverageCode, subject?: string) =>
  coverage === 'property' && subject !== undefined ? `${coverage}.${subject}` : coverage

/** Coverages that pay to somebody else than the insured. */
const liabilities: ReadonlySet<CoverageCode> = new Set(['thirdParty', 'compulsoryMotor', 'liability'])

const absent = <T>(name: string, value: T | undefined) => (value === undefined ? {} : { [name]: value })

/** Vehicles are mended, everything else is bought. */
export const usualBasis = (item: DamageItem) => (item === 'vehicleRepair' ? 'repairCost' : 'invoice')

export function newLine(
  coverage: CoverageCode,
  prefix: string,
  claimantId: string,
  number: number,
): LineInput {
  const item: DamageItem = itemsOf[coverage][0] ?? 'otherDamage'
  return {
    lineId: `${prefix}-${number}-${claimantId.slice(0, 8)}`,
    claimantId,
    item,
    basis: usualBasis(item),
    askedMinor: 0,
    assessedMinor: 0,
    ...(coverage === 'accidentMedical' || coverage === 'healthMedical'
      ? { catalogueClass: 'A' as const }
      : {}),
  }
}

const riderRate = /^absoluteDeductible(\d+)$/

function motorTerms({ riders }: SheetBasis) {
  const rates = riders.flatMap((rider) => {
    const percent = riderRate.exec(rider)?.[1]
    return percent === undefined ? [] : [{ reason: 'rider', rate: `0.${percent.padStart(2, '0')}` }]
  })
  return {
    ...(riders.includes('faultDeductibleWaived') ? { faultDeductibleWaived: true } : {}),
    ...(rates.length === 0 ? {} : { absoluteRates: rates }),
  }
}

/** A coverage with everything that the policy fixes for it. */
export function beginCoverage(
  bought: CoverageTerms | { readonly coverage: CoverageCode },
  basis: SheetBasis,
): EditedCoverage {
  const { coverage } = bought
  const terms: Partial<CoverageTerms> = bought
  const role = liabilities.has(coverage) ? 'victim' : 'insured'
  const party = basis.parties.find((one) => one.role === role) ?? basis.parties[0]
  const claimantId = party?.id ?? ''
  const lines = [newLine(coverage, linePrefix(coverage, terms.subject ?? 'other'), claimantId, 1)]
  const sum = absent('sumInsuredMinor', terms.sumInsuredMinor)
  const deductible = absent('deductibleMinor', terms.deductibleMinor)
  const beneficiaries = beneficiariesOf(basis, coverage)
  switch (coverage) {
    case 'compulsoryMotor':
      return { coverage, insuredHere: terms.sumInsuredMinor !== undefined, lines }
    case 'thirdParty':
    case 'driverSeat':
      return { coverage, ...sum, ...motorTerms(basis), lines }
    case 'ownDamage':
      return { coverage, ...sum, ...deductible, method: 'clause', ...motorTerms(basis), lines }
    case 'property':
      return { coverage, subject: terms.subject ?? 'other', ...sum, ...deductible, lines }
    case 'liability': {
      const liability = { rate: '1', basis: 'agreement' }
      return { coverage, liability, ...sum, ...deductible, lines }
    }
    case 'accidentMedical':
    case 'healthMedical': {
      const settledFirst = terms.rate ?? '1'
      const notSettledFirst = terms.rateWithoutSocialInsurance ?? settledFirst
      return {
        coverage,
        ...sum,
        ...deductible,
        socialInsuranceSettledFirst: true,
        rates: { settledFirst, notSettledFirst },
        lines,
      }
    }
    case 'accidentDeath':
      return { coverage, ...sum, beneficiaries }
    case 'accidentDisability':
      return { coverage, ...sum, grades: [], beneficiaries }
    case 'dailyAllowance':
      return {
        coverage,
        dailyMinor: terms.dailyMinor ?? 0,
        days: 0,
        waitingDays: terms.waitingDays ?? 0,
        maximumDays: terms.maximumDays ?? 180,
        beneficiaries,
      }
  }
}

function beneficiariesOf({ parties }: SheetBasis, coverage: CoverageCode): readonly Beneficiary[] {
  const role = coverage === 'accidentDeath' ? 'beneficiary' : 'insured'
  const named = parties.filter((party) => party.role === role)
  const found = named.length > 0 ? named : parties.filter((party) => party.role === 'insured')
  return found.map(({ id }) => ({ claimantId: id, parts: 1 }))
}

/** Which coverages the report points to; others are added by hand. */
function isLikely({ line, death, injury, thirdParty, cause }: Claim, code: CoverageCode): boolean {
  if (line === 'motorCompulsory') return true
  if (code === 'ownDamage') return true
  if (code === 'thirdParty' || code === 'compulsoryMotor') return thirdParty
  if (code === 'driverSeat') return injury && !thirdParty
  if (code === 'accidentDeath') return death
  if (code === 'accidentDisability') return false
  if (code === 'dailyAllowance') return cause === 'hospitalisation'
  return !death || line === 'property'
}

/** Losses of third parties are one pool under both covers, so they are entered once: under the compulsory one. */
const poolsWith = (coverages: readonly EditedCoverage[]) =>
  coverages.some(({ coverage, lines = [] }) => coverage === 'compulsoryMotor' && lines.length > 0)

/** Whether a coverage has nothing to calculate with. */
export function isWithoutLoss(edited: EditedCoverage, coverages: readonly EditedCoverage[]): boolean {
  if (edited.lines === undefined || edited.lines.length > 0) return false
  return edited.coverage !== 'thirdParty' || !poolsWith(coverages)
}

/** A sheet from policy and report. */
export function beginSheet(view: Pick<ClaimView, 'claim' | 'policy'>): EditedSheet {
  const bought = view.policy.terms.coverages as readonly CoverageTerms[]
  const likely = bought.filter(({ coverage }) => isLikely(view.claim, coverage))
  const chosen = likely.length > 0 ? likely : bought.slice(0, 1)
  const begun = chosen.map((one) => beginCoverage(one, basisOf(view)))
  return {
    motor: { liability: { degree: 'sole', basis: 'police', rate: '1' }, others: [] },
    coverages: begun.map((one) =>
      one.coverage === 'thirdParty' && poolsWith(begun) ? { ...one, lines: [] } : one,
    ),
    vehicles: {},
  }
}

/** A sheet from an earlier version, to be corrected. */
export function continueSheet({
  motor,
  coverages,
  claimants,
  otherAccidents,
  delay,
}: SheetInput): EditedSheet {
  return {
    kept: { ...absent('otherAccidents', otherAccidents), ...absent('delay', delay) },
    motor: motor ?? { liability: { degree: 'sole', basis: 'police', rate: '1' }, others: [] },
    coverages: coverages as unknown as readonly EditedCoverage[],
    vehicles: Object.fromEntries(
      claimants.flatMap(({ claimantId, partyId }) => (partyId === undefined ? [] : [[claimantId, partyId]])),
    ),
  }
}

/** What is sent: with the claimants that lines and benefits name, in the order of the parties. */
export function sheetInputOf(
  { motor, coverages, vehicles, kept = {} }: EditedSheet,
  { parties, lossDate, wordingId }: SheetBasis,
): SheetInput {
  const named = new Set(
    [
      ...coverages.flatMap(({ lines = [], beneficiaries = [] }) => [...lines, ...beneficiaries]),
      ...(kept.delay ?? []),
    ].map(({ claimantId }) => claimantId),
  )
  return {
    ...kept,
    wordingId: wordingId as SheetInput['wordingId'],
    lossDate,
    claimants: parties
      .filter(({ id }) => named.has(id))
      .map(({ id, role }) => claimantOf(id, role, wordingId, vehicles[id])),
    ...(coverages.some(({ coverage }) => isMotor(coverage)) ? { motor } : {}),
    coverages: coverages.map(withChoice) as unknown as readonly CoverageInput[],
  }
}

function claimantOf(claimantId: string, role: string, wordingId: string, vehicle = ''): Claimant {
  if (role === 'driver' || role === 'beneficiary') return { claimantId, role }
  if (role !== 'victim') return { claimantId, role: 'insured' }
  if (wordingId === 'liability') return { claimantId, role: 'thirdParty' }
  if (vehicle === '') return { claimantId, role: 'outsideVehicles' }
  return { claimantId, role: 'otherVehicle', partyId: vehicle }
}

/** Of an amount and a rate the greater deduction counts: the engine wants that said. */
function withChoice(edited: EditedCoverage): EditedCoverage {
  const both = edited['deductibleMinor'] !== undefined && edited['deductibleRate'] !== undefined
  const { coverage, deductibleChoice: _before, ...rest } = edited
  return both ? { coverage, ...rest, deductibleChoice: 'greater' } : { coverage, ...rest }
}
