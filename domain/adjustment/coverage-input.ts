import type { CivilDate } from '../time/instant.ts'
import type { Rate } from './rational.ts'
import type { Bucket, DamageItem, LineBasis } from './items.ts'

/** A line of the claim: one loss of one claimant, asked for, assessed by us, agreed by both. */
export interface LineInput {
  readonly lineId: string
  readonly claimantId: string
  readonly item: DamageItem
  /** How the amount was found: law and wording allow different bases for different losses. */
  readonly basis: LineBasis
  readonly askedMinor: number
  /** Above what was asked it counts only through an agreed amount. */
  readonly assessedMinor: number
  /** Once stated it counts instead of the assessed amount. It never exceeds what was asked. */
  readonly agreedMinor?: number
  /** What was asked for, paper by paper, where somebody has listed it: it adds up to `askedMinor`. */
  readonly receipts?: readonly Receipt[]
  /** Class in the social insurance catalogue: required on every line of a medical coverage. */
  readonly catalogueClass?: 'A' | 'B' | 'C'
  /** What the patient bears of a class B line before it is eligible. Required on class B. */
  readonly selfPayRate?: Rate
  /** Only on a rescue cost that saved property of others as well: the values that were saved. */
  readonly saved?: { readonly insuredMinor: number; readonly totalMinor: number }
  /** The statutory calculation behind the assessed amount; it must give exactly that amount. */
  readonly derivation?: Derivation
}

/** A paper of a line, by its name or number. */
export interface Receipt {
  readonly receipt: string
  /** The file of the claim that shows it. Nothing is calculated with it. */
  readonly documentId?: string
  readonly amountMinor: number
  /** Medical only: what social insurance or somebody else has paid of it, by the paper itself. */
  readonly paidByOthersMinor?: number
}

/** Facts of a statutory injury item. Yearly and monthly figures are those of the court's place and year. */
export type Derivation =
  | { readonly formula: 'deathCompensation'; readonly yearlyIncomeMinor: number; readonly age: number }
  | { readonly formula: 'funeral'; readonly monthlyWageMinor: number }
  | {
      readonly formula: 'disabilityCompensation'
      readonly yearlyIncomeMinor: number
      readonly age: number
      readonly rate: Rate
    }
  | {
      readonly formula: 'dependants'
      readonly yearlyExpenseMinor: number
      readonly dependants: readonly { readonly age: number; readonly supporters: number }[]
      /** Share of earning capacity that was lost; 1 for a death. */
      readonly rate: Rate
    }

export interface BucketAmount {
  readonly bucket: Bucket
  readonly amountMinor: number
}

export interface CompulsoryMotorInput {
  readonly coverage: 'compulsoryMotor'
  /** False: another insurer has the compulsory policy. Its part is worked out and deducted, not paid. */
  readonly insuredHere: boolean
  /** What this accident has already taken from the limits. */
  readonly used?: readonly BucketAmount[]
  /** Grounds on which property is not covered and what is paid for persons is claimed back. */
  readonly recourseGround?: 'drunk' | 'unlicensed' | 'stolen' | 'intentional'
  /** Losses of third parties. Entered here or under `thirdParty`, they form one pool. */
  readonly lines: readonly LineInput[]
}

/** A rate that the wording takes off for a reason; the rate comes from the wording unless stated. */
export interface AbsoluteRate {
  readonly reason: 'thirdPartyNotFound' | 'overload' | 'rider'
  /** Required for `rider`, refused for the others. */
  readonly rate?: Rate
}

interface MotorDeductions {
  /** The insured bought the rider that waives the deductible by degree of fault. */
  readonly faultDeductibleWaived?: boolean
  readonly absoluteRates?: readonly AbsoluteRate[]
}

interface LiabilityTerms extends MotorDeductions {
  /** The limit for this accident; for the driver's seat, the limit of the seat. */
  readonly sumInsuredMinor: number
  readonly usedMinor?: number
  readonly lines: readonly LineInput[]
}

export interface ThirdPartyInput extends LiabilityTerms {
  readonly coverage: 'thirdParty'
}

export interface DriverSeatInput extends LiabilityTerms {
  readonly coverage: 'driverSeat'
}

export interface Salvage {
  readonly valueMinor: number
  /** `insured`: the value is deducted. `insurer`: it is not, and becomes a recovery (Insurance Law 59). */
  readonly keptBy: 'insured' | 'insurer'
}

/** How the actual value is found when the policy states no sum insured. */
export interface DepreciationFacts {
  readonly newPriceMinor: number
  readonly fullMonths: number
  readonly vehicleKind: 'familyCarUpTo9Seats' | 'other'
  /** Required for `other`, refused where the wording has a rate. */
  readonly monthlyRate?: Rate
}

export interface OwnDamageInput extends MotorDeductions {
  readonly coverage: 'ownDamage'
  /** Exactly one of `sumInsuredMinor` and `depreciation`. */
  readonly sumInsuredMinor?: number
  readonly depreciation?: DepreciationFacts
  /**
   * `clause`: the wording's formula. `share`: the insured does not ask us to advance the others' part.
   * `fullAdvance`: we pay the clause form and recover the others' part.
   */
  readonly method: 'clause' | 'share' | 'fullAdvance'
  /** Full advance only. Default `deductFirst`: the others' compulsory cover pays the insured directly. */
  readonly othersCompulsory?: 'deductFirst' | 'payAndRecover'
  readonly receivedMinor?: number
  readonly deductibleMinor?: number
  readonly salvage?: Salvage
  readonly lines: readonly LineInput[]
}

/** Someone who is liable for the loss, with their share of the fault. */
export interface LiableParty {
  readonly partyId: string
  readonly liability: Rate
  /** Nothing is claimed back from them unless they caused the loss intentionally (Insurance Law 62). */
  readonly household?: { readonly intent: boolean }
  /**
   * What the insured did to the right against them. Waived before we paid, or lost by intent or gross negligence,
   * it takes their part off the indemnity; a waiver after we paid is void (Insurance Law 61).
   */
  readonly right?: 'waivedBeforePayment' | 'waivedAfterPayment' | 'lostByInsured'
}

export interface PropertyInput {
  readonly coverage: 'property'
  /** What is insured. With `coverage` it names the part of the policy, so it appears once. */
  readonly subject: 'building' | 'contents' | 'equipment' | 'stock' | 'cargo' | 'other'
  readonly sumInsuredMinor: number
  readonly usedMinor?: number
  /** Not needed where the wording insures at first loss. */
  readonly valueMinor?: number
  /** What the value is: the one agreed in the policy, else the actual value at the loss (Insurance Law 55). */
  readonly valueBasis?: 'agreedValue' | 'actualValueAtLoss'
  readonly deductibleMinor?: number
  readonly deductibleRate?: Rate
  /** Required when an amount and a rate are both stated: the greater deduction counts. */
  readonly deductibleChoice?: 'greater'
  /** Overrides the wording's setting where the policy says so. */
  readonly deductibleOrder?: 'beforeAverage' | 'afterAverage'
  readonly salvage?: Salvage
  /** Other insurers of the same interest, risk and period (double insurance). */
  readonly otherInsurances?: readonly { readonly insurer: string; readonly sumInsuredMinor: number }[]
  /** Third parties against whom the rights pass to us (Insurance Law 60). */
  readonly liableParties?: readonly LiableParty[]
  /** The loss of an item counts up to this, before average. */
  readonly sublimits?: readonly { readonly item: DamageItem; readonly limitMinor: number }[]
  readonly lines: readonly LineInput[]
}

/**
 * Liability to third parties where no vehicle has a part in it: premises, products, employers. The third
 * parties are the claimants; only the cost of a dispute is owed to the insured (Insurance Law 65, 66).
 */
export interface LiabilityInput {
  readonly coverage: 'liability'
  /** What the insured has to bear of each loss. */
  readonly liability: { readonly rate: Rate; readonly basis: 'agreement' | 'judgment' | 'arbitration' }
  /** The limit for one accident. */
  readonly sumInsuredMinor: number
  readonly usedMinor?: number
  /** Limit for the injury or death of one person. */
  readonly perPersonLimitMinor?: number
  /** What is left of the limit for the whole period of insurance. */
  readonly periodLeftMinor?: number
  /** Absent: the cost of disputes is paid without a limit of its own. */
  readonly legalCostLimitMinor?: number
  readonly deductibleMinor?: number
  readonly deductibleRate?: Rate
  /** Required when an amount and a rate are both stated: the greater deduction counts. */
  readonly deductibleChoice?: 'greater'
  readonly lines: readonly LineInput[]
}

export interface MedicalInput {
  readonly coverage: 'accidentMedical' | 'healthMedical'
  readonly sumInsuredMinor: number
  readonly usedMinor?: number
  readonly paidByOthersMinor?: number
  readonly deductibleMinor?: number
  readonly socialInsuranceSettledFirst: boolean
  readonly rates: { readonly settledFirst: Rate; readonly notSettledFirst: Rate }
  /** Only where the policy pays less for a more dangerous occupation. */
  readonly occupation?: { readonly occupationClass: number; readonly rate: Rate }
  readonly sublimits?: readonly { readonly item: DamageItem; readonly limitMinor: number }[]
  readonly lines: readonly LineInput[]
}

/** A claimant's part of a benefit, as a whole number of parts (one third each: 1, 1, 1). */
export interface Beneficiary {
  readonly claimantId: string
  readonly parts: number
}

export interface DeathBenefitInput {
  readonly coverage: 'accidentDeath'
  readonly sumInsuredMinor: number
  /** Disability benefit paid for the same accident: one sum insured is paid once. */
  readonly usedMinor?: number
  readonly beneficiaries: readonly Beneficiary[]
}

export interface DisabilityBenefitInput {
  readonly coverage: 'accidentDisability'
  readonly sumInsuredMinor: number
  readonly usedMinor?: number
  /** Grades of the assessment, 1 (worst) to 10. */
  readonly grades: readonly number[]
  readonly beneficiaries: readonly Beneficiary[]
}

export interface DailyAllowanceInput {
  readonly coverage: 'dailyAllowance'
  readonly dailyMinor: number
  readonly days: number
  readonly waitingDays: number
  /** What is left of the maximum; days paid before are already taken off. */
  readonly maximumDays: number
  readonly beneficiaries: readonly Beneficiary[]
}

/** What we paid too late, to whom, and for how long it was missing. Plain JSON. */
export interface DelayInput {
  readonly claimantId: string
  readonly amountMinor: number
  /** The last day of the term for payment: ten days from the agreement, or what the contract says. */
  readonly dueOn: CivilDate
  readonly paidOn: CivilDate
  /** What the missing money has cost in a year, proven or set by a court; counted by 365 days. */
  readonly yearlyRate: Rate
  readonly basis: 'agreement' | 'judgment'
}

/** One coverage of the policy with its terms and the losses that fall under it. Plain JSON. */
export type CoverageInput =
  | CompulsoryMotorInput
  | ThirdPartyInput
  | DriverSeatInput
  | OwnDamageInput
  | PropertyInput
  | LiabilityInput
  | MedicalInput
  | DeathBenefitInput
  | DisabilityBenefitInput
  | DailyAllowanceInput
