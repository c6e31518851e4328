/** The sheet as it begins: what policy and report say already, so that nobody types it again. */
import type { Beneficiary, CoverageInput, LineInput } from '../../../../domain/adjustment/coverage-input.ts'
import type { DamageItem } from '../../../../domain/adjustment/items.ts'
import type { Claimant, SheetInput } from '../../../../domain/adjustment/sheet-types.ts'
import type { CoverageCode, CoverageTerms } from '../../../../domain/policy/terms.ts'
import type { Claim, ClaimView, Policy } from '../queries.ts'
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
}

const motorCodes: ReadonlySet<CoverageCode> = new Set([
  'compulsoryMotor',
  'ownDamage',
  'thirdParty',
  'driverSeat',
])
export const isMotor = (code: CoverageCode) => motorCodes.has(code)

/** Coverages that pay to somebody else than the insured. */
const liabilities: ReadonlySet<CoverageCode> = new Set(['thirdParty', 'compulsoryMotor', 'liability'])

const absent = <T>(name: string, value: T | undefined) => (value === undefined ? {} : { [name]: value })

export function newLine(coverage: CoverageCode, claimantId: string, number: number): LineInput {
  const item: DamageItem = itemsOf[coverage][0] ?? 'otherDamage'
  return {
    lineId: `${coverage}-${number}-${claimantId.slice(0, 8)}`,
    claimantId,
    item,
    basis: isMotor(coverage) && item === 'vehicleRepair' ? 'repairCost' : 'invoice',
    askedMinor: 0,
    assessedMinor: 0,
    ...(coverage === 'accidentMedical' || coverage === 'healthMedical'
      ? { catalogueClass: 'A' as const }
      : {}),
  }
}

const riderRate = /^absoluteDeductible(\d+)$/

function motorTerms({ terms }: Policy) {
  const riders = terms.riders ?? []
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
  { claim, policy }: Pick<ClaimView, 'claim' | 'policy'>,
): EditedCoverage {
  const { coverage } = bought
  const terms: Partial<CoverageTerms> = bought
  const role = liabilities.has(coverage) ? 'victim' : 'insured'
  const party = claim.parties.find((one) => one.role === role) ?? claim.parties[0]
  const claimantId = party?.id ?? ''
  const lines = [newLine(coverage, claimantId, 1)]
  const sum = absent('sumInsuredMinor', terms.sumInsuredMinor)
  const deductible = absent('deductibleMinor', terms.deductibleMinor)
  const beneficiaries = beneficiariesOf(claim, coverage)
  switch (coverage) {
    case 'compulsoryMotor':
      return { coverage, insuredHere: terms.sumInsuredMinor !== undefined, lines }
    case 'thirdParty':
    case 'driverSeat':
      return { coverage, ...sum, ...motorTerms(policy), lines }
    case 'ownDamage':
      return { coverage, ...sum, ...deductible, method: 'clause', ...motorTerms(policy), lines }
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

function beneficiariesOf({ parties }: Claim, coverage: CoverageCode): readonly Beneficiary[] {
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

/** A sheet from policy and report. */
export function beginSheet(view: Pick<ClaimView, 'claim' | 'policy'>): EditedSheet {
  const bought = view.policy.terms.coverages as readonly CoverageTerms[]
  const likely = bought.filter(({ coverage }) => isLikely(view.claim, coverage))
  const chosen = likely.length > 0 ? likely : bought.slice(0, 1)
  return {
    motor: { liability: { degree: 'sole', basis: 'police', rate: '1' }, others: [] },
    coverages: chosen.map((one) => beginCoverage(one, view)),
    vehicles: {},
  }
}

/** A sheet from an earlier version, to be corrected. */
export function continueSheet({ motor, coverages, claimants }: SheetInput): EditedSheet {
  return {
    motor: motor ?? { liability: { degree: 'sole', basis: 'police', rate: '1' }, others: [] },
    coverages: coverages as unknown as readonly EditedCoverage[],
    vehicles: Object.fromEntries(
      claimants.flatMap(({ claimantId, partyId }) => (partyId === undefined ? [] : [[claimantId, partyId]])),
    ),
  }
}

/** What is sent: with the claimants that lines and benefits name, in the order of the claim's parties. */
export function sheetInputOf(
  { motor, coverages, vehicles }: EditedSheet,
  { claim, policy }: Pick<ClaimView, 'claim' | 'policy'>,
): SheetInput {
  const named = new Set(
    coverages.flatMap(({ lines = [], beneficiaries = [] }) =>
      [...lines, ...beneficiaries].map(({ claimantId }) => claimantId),
    ),
  )
  const claimants = claim.parties.flatMap(({ id, role }): Claimant[] => {
    if (!named.has(id)) return []
    if (role === 'insured' || role === 'driver' || role === 'beneficiary') return [{ claimantId: id, role }]
    const vehicle = vehicles[id]
    if (role !== 'victim') return [{ claimantId: id, role: 'insured' }]
    return vehicle === undefined || vehicle === ''
      ? [{ claimantId: id, role: 'outsideVehicles' }]
      : [{ claimantId: id, role: 'otherVehicle', partyId: vehicle }]
  })
  return {
    wordingId: policy.terms.wordingId as SheetInput['wordingId'],
    lossDate: claim.lossAt.slice(0, 10),
    claimants,
    ...(coverages.some(({ coverage }) => isMotor(coverage)) ? { motor } : {}),
    coverages: coverages as unknown as readonly CoverageInput[],
  }
}
