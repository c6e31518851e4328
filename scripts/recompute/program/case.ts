/** A case as JSON holds it: the same text that the engine reads, told again without its types. */
export interface Line {
  readonly lineId: string
  readonly claimantId: string
  readonly item: string
  readonly basis: string
  readonly askedMinor: number
  readonly assessedMinor: number
  readonly agreedMinor?: number
  /** The papers behind what was asked: they add up to it. */
  readonly receipts?: readonly Receipt[]
  readonly catalogueClass?: string
  readonly selfPayRate?: string
  readonly saved?: { readonly insuredMinor: number; readonly totalMinor: number }
  readonly derivation?: Derivation
}

export interface Receipt {
  readonly receipt: string
  readonly amountMinor: number
  readonly paidByOthersMinor?: number
}

export type Derivation =
  | { readonly formula: 'deathCompensation'; readonly yearlyIncomeMinor: number; readonly age: number }
  | { readonly formula: 'funeral'; readonly monthlyWageMinor: number }
  | {
      readonly formula: 'disabilityCompensation'
      readonly yearlyIncomeMinor: number
      readonly age: number
      readonly rate: string
    }
  | {
      readonly formula: 'dependants'
      readonly yearlyExpenseMinor: number
      readonly dependants: readonly { readonly age: number; readonly supporters: number }[]
      readonly rate: string
    }

export interface Used {
  readonly bucket: string
  readonly amountMinor: number
}

/** Somebody who is liable, and whether they can be asked for it. */
export interface Liable {
  readonly partyId: string
  readonly liability: string
  readonly household?: { readonly intent: boolean }
  readonly right?: string
}

export interface Party extends Liable {
  readonly kind: string
  readonly compulsoryUsed?: readonly Used[]
}

export interface Deductions {
  readonly faultDeductibleWaived?: boolean
  readonly absoluteRates?: readonly { readonly reason: string; readonly rate?: string }[]
}

export interface Compulsory {
  readonly coverage: 'compulsoryMotor'
  readonly insuredHere: boolean
  readonly used?: readonly Used[]
  readonly recourseGround?: string
  readonly lines: readonly Line[]
}

export interface MotorLiability extends Deductions {
  readonly coverage: 'thirdParty' | 'driverSeat'
  readonly sumInsuredMinor: number
  readonly usedMinor?: number
  readonly lines: readonly Line[]
}

export interface Salvage {
  readonly valueMinor: number
  readonly keptBy: string
}

export interface OwnDamage extends Deductions {
  readonly coverage: 'ownDamage'
  readonly sumInsuredMinor?: number
  readonly depreciation?: {
    readonly newPriceMinor: number
    readonly fullMonths: number
    readonly vehicleKind: string
    readonly monthlyRate?: string
  }
  readonly method: string
  readonly othersCompulsory?: string
  readonly receivedMinor?: number
  readonly deductibleMinor?: number
  readonly salvage?: Salvage
  readonly lines: readonly Line[]
}

export interface Property {
  readonly coverage: 'property'
  readonly subject: string
  readonly sumInsuredMinor: number
  readonly usedMinor?: number
  readonly valueMinor?: number
  readonly deductibleMinor?: number
  readonly deductibleRate?: string
  readonly deductibleChoice?: string
  readonly deductibleOrder?: string
  readonly salvage?: Salvage
  readonly otherInsurances?: readonly { readonly insurer: string; readonly sumInsuredMinor: number }[]
  readonly liableParties?: readonly Liable[]
  readonly sublimits?: readonly Sublimit[]
  readonly lines: readonly Line[]
}

export interface Sublimit {
  readonly item: string
  readonly limitMinor: number
}

export interface Medical {
  readonly coverage: 'accidentMedical' | 'healthMedical'
  readonly sumInsuredMinor: number
  readonly usedMinor?: number
  readonly paidByOthersMinor?: number
  readonly deductibleMinor?: number
  readonly socialInsuranceSettledFirst: boolean
  readonly rates: { readonly settledFirst: string; readonly notSettledFirst: string }
  readonly occupation?: { readonly occupationClass: number; readonly rate: string }
  readonly sublimits?: readonly Sublimit[]
  readonly lines: readonly Line[]
}

interface Benefit {
  readonly beneficiaries: readonly { readonly claimantId: string; readonly parts: number }[]
}

export interface Death extends Benefit {
  readonly coverage: 'accidentDeath'
  readonly sumInsuredMinor: number
  readonly usedMinor?: number
}

export interface Disability extends Benefit {
  readonly coverage: 'accidentDisability'
  readonly sumInsuredMinor: number
  readonly usedMinor?: number
  readonly grades: readonly number[]
}

export interface Allowance extends Benefit {
  readonly coverage: 'dailyAllowance'
  readonly dailyMinor: number
  readonly days: number
  readonly waitingDays: number
  readonly maximumDays: number
}

export interface Liability {
  readonly coverage: 'liability'
  readonly liability: { readonly rate: string; readonly basis: string }
  readonly sumInsuredMinor: number
  readonly usedMinor?: number
  readonly perPersonLimitMinor?: number
  readonly periodLeftMinor?: number
  readonly legalCostLimitMinor?: number
  readonly deductibleMinor?: number
  readonly deductibleRate?: string
  readonly deductibleChoice?: string
  readonly lines: readonly Line[]
}

export type Coverage =
  | Liability
  | Compulsory
  | MotorLiability
  | OwnDamage
  | Property
  | Medical
  | Death
  | Disability
  | Allowance

export interface Claimant {
  readonly claimantId: string
  readonly role: string
  readonly partyId?: string
}

/** Money that came after its term. */
export interface Delay {
  readonly claimantId: string
  readonly amountMinor: number
  readonly dueOn: string
  readonly paidOn: string
  readonly yearlyRate: string
  readonly basis: string
}

export interface Case {
  readonly wordingId: string
  readonly lossDate: string
  readonly claimants: readonly Claimant[]
  readonly motor?: {
    readonly liability: { readonly degree: string; readonly rate?: string; readonly basis: string }
    readonly others: readonly Party[]
  }
  readonly coverages: readonly Coverage[]
  readonly delay?: readonly Delay[]
}

/** Fen by claimant, in the order of the claimants; who has nothing is left out. */
export type ByClaimant = ReadonlyMap<string, number>

export interface Recovery {
  readonly kind: string
  readonly partyId?: string
  readonly amountMinor: number
}

/** What the compulsory cover of one vehicle pays to one claimant. */
export interface CompulsoryPart {
  readonly vehicle: string
  readonly claimantId: string
  readonly bucket: string
  readonly amountMinor: number
}

/** What the second program says is paid. */
export interface Answer {
  readonly coverages: readonly { readonly name: string; readonly byClaimant: ByClaimant }[]
  readonly recoveries: readonly Recovery[]
  readonly compulsoryParts: readonly CompulsoryPart[]
}

/** What counts of a line: the agreed amount, else the assessed one. */
export const countedOf = (line: Line): number => line.agreedMinor ?? line.assessedMinor

/** What the lines of somebody count together. */
export function totalOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + countedOf(line), 0)
}
