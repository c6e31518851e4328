import type { Text } from '../text.ts'
import type { CivilDate } from '../time/instant.ts'
import type { BucketAmount, CoverageInput, DelayInput, LiableParty } from './coverage-input.ts'
import type { Bucket } from './items.ts'
import type { Rate } from './rational.ts'

export type WordingId =
  | 'motorCompulsory'
  | 'motorCommercial2014'
  | 'motorCommercial2020'
  | 'propertyEnterprise'
  | 'propertyHousehold'
  | 'liability'
  | 'accident'
  | 'healthShortTerm'

/** Someone to whom an amount may be owed. Their order settles who gets the odd fen. */
export interface Claimant {
  readonly claimantId: string
  /**
   * `otherVehicle`: on, in or owning another vehicle, so that vehicle's own compulsory cover does not
   * answer to them. `outsideVehicles`: every vehicle's cover does. `thirdParty`: the insured is liable to
   * them and no vehicle has a part in it.
   */
  readonly role: 'insured' | 'driver' | 'beneficiary' | 'otherVehicle' | 'outsideVehicles' | 'thirdParty'
  /** The party in `motor.others` whose vehicle it is. Required for `otherVehicle`. */
  readonly partyId?: string
}

/** Another party to the accident, with the share of fault that is theirs. */
export interface OtherParty extends LiableParty {
  readonly kind: 'motorVehicle' | 'other'
  /** What this accident has already taken from their compulsory limits. */
  readonly compulsoryUsed?: readonly BucketAmount[]
}

export interface MotorFacts {
  readonly liability: {
    readonly degree: 'none' | 'minor' | 'equal' | 'main' | 'sole'
    /** Absent with basis `wording`: the wording's rate for the degree. Otherwise required. */
    readonly rate?: Rate
    readonly basis: 'wording' | 'police' | 'agreement' | 'judgment'
  }
  readonly others: readonly OtherParty[]
}

/** All that a calculation needs. Plain JSON: the same input gives the same sheet, for ever. */
export interface SheetInput {
  readonly wordingId: WordingId
  readonly lossDate: CivilDate
  readonly claimants: readonly Claimant[]
  /** Required by the motor coverages. */
  readonly motor?: MotorFacts
  /**
   * Case numbers of claims of the policy whose loss, within a day of this one, was found to be another accident:
   * what they take from limits for one accident leaves those of this one whole.
   */
  readonly otherAccidents?: readonly string[]
  readonly coverages: readonly CoverageInput[]
  /** What a late payment has cost those who waited for it, on top of every limit (Insurance Law 23). */
  readonly delay?: readonly DelayInput[]
}

/** What an amount is owed under: a coverage, or the law on late payment. */
export type OwedUnder = CoverageInput['coverage'] | 'lateDamages'

export interface StepInput {
  readonly name: string
  readonly label: Text
  /** Fen, rates, days and grades are all decimal text, so that nothing is lost on the way. */
  readonly value: string
  readonly unit: 'fen' | 'rate' | 'days' | 'years' | 'months' | 'grade' | 'count' | 'class'
  /** Line, wording or earlier step that it comes from. */
  readonly source?: string
}

/** A part of a step's result that belongs to a claimant, a party or a vehicle. */
export interface StepShare {
  readonly name: string
  readonly exact: string
  readonly amountMinor: number
}

/** One line of the calculation: what was put in, by which formula and clause, what came out. */
export interface Step {
  readonly id: string
  readonly label: Text
  readonly formula: string
  readonly formulaText: Text
  /** Law, article or clause that the formula follows. */
  readonly clause: Text
  readonly inputs: readonly StepInput[]
  /** Fen before rounding: a decimal, or a fraction where a decimal does not end. */
  readonly exact: string
  readonly resultMinor: number
  /** Set when the result is divided: parts that add up to it to the fen. */
  readonly shares?: readonly StepShare[]
}

export interface ClaimantAmount {
  readonly claimantId: string
  readonly payableMinor: number
}

export interface CoverageResult {
  readonly coverage: OwedUnder
  /** Only for `property`. */
  readonly subject?: string
  readonly payableMinor: number
  readonly byClaimant: readonly ClaimantAmount[]
}

/** Part of a loss that the compulsory cover of one vehicle answers for, whoever insures it. */
export interface CompulsoryPart {
  /** `insured` for the vehicle of this claim, else the party's id. */
  readonly vehicle: string
  readonly claimantId: string
  readonly bucket: Bucket
  readonly amountMinor: number
}

/** What we may get back after paying. */
export interface Recoverable {
  readonly kind: 'compulsoryCover' | 'subrogation' | 'recourse' | 'salvage'
  /** Party from whom; absent for salvage and for recourse against the person at fault. */
  readonly partyId?: string
  readonly amountMinor: number
}

export interface LineResult {
  readonly lineId: string
  readonly coverage: CoverageInput['coverage']
  /** The amount that entered the calculation: agreed, else assessed. */
  readonly countedMinor: number
  readonly counted: 'agreed' | 'assessed'
}

export interface CalculatedSheet {
  readonly outcome: 'calculated'
  readonly wordingId: WordingId
  /** False when the wording was written from memory: a person must compare it with the policy. */
  readonly wordingVerified: boolean
  readonly engineVersion: string
  readonly roundingPolicy: string
  readonly byCoverage: readonly CoverageResult[]
  readonly byClaimant: readonly ClaimantAmount[]
  readonly payableMinor: number
  readonly compulsoryParts: readonly CompulsoryPart[]
  readonly recoverables: readonly Recoverable[]
  readonly recoverableMinor: number
  readonly lines: readonly LineResult[]
  readonly steps: readonly Step[]
}

/** No wording was in force on the day of loss: nothing is paid by machine, a person decides. */
export interface NoWordingSheet {
  readonly outcome: 'noWording'
  readonly wordingId: string
  readonly lossDate: CivilDate
  readonly engineVersion: string
}

export type SheetResult = CalculatedSheet | NoWordingSheet

export type AdjustmentFaultCode =
  | 'noWording'
  | 'dateInvalid'
  | 'coverageUnknown'
  | 'coverageTwice'
  | 'claimantUnknown'
  | 'claimantTwice'
  | 'lineTwice'
  | 'itemUnknown'
  | 'amountInvalid'
  | 'rateInvalid'
  | 'ratesAboveOne'
  | 'gradeInvalid'
  | 'countInvalid'
  | 'classMissing'
  | 'receiptsDiffer'
  | 'unitsMixed'
  | 'factMissing'
  | 'agreedAboveAsked'
  | 'assessedAboveAsked'
  | 'aboveLoss'
  | 'derivationDiffers'
  | 'contradiction'

/** Why an input is refused: which value, by which rule. */
export interface AdjustmentFault {
  readonly code: AdjustmentFaultCode
  /** Place in the input, as in `coverages[0].lines[2].assessedMinor`. */
  readonly path: string
  readonly text: Text
  /** Both sides of a contradiction, which the text names too. */
  readonly facts?: readonly { readonly path: string; readonly name: Text; readonly value: string }[]
}
