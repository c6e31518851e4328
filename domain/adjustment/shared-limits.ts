import { type Fen, add, fen, zero } from '../money.ts'
import type { CoverageInput } from './coverage-input.ts'
import { buckets } from './items.ts'
import type { CalculatedSheet, CoverageResult, SheetInput } from './sheet-types.ts'

/**
 * A maximum that several claims of one policy draw on. Sums insured of property and persons last for the period of
 * insurance: what was paid reduces them (model clauses of household and enterprise property; accident and health
 * clauses: cumulative payments up to the sum insured). Limits of liability begin anew with each accident.
 */
interface SharedLimit {
  /** Coverages that share one maximum have the same name. */
  readonly name: string
  readonly lasts: 'period' | 'accident'
  /** Where the sheet states what was taken from it before, below the coverage. */
  readonly path: string
  readonly statedMinor: Fen
}

/** What a sheet takes from a maximum, in fen. */
export interface Taken {
  readonly limit: string
  readonly amountMinor: Fen
}

/** What another claim of the policy takes from a maximum. */
export interface TakenElsewhere extends Taken {
  readonly caseNumber: string
  /** The loss of that claim lies less than a day from this one, on either side. */
  readonly withinADay: boolean
}

/** A sheet that leaves out what other claims have taken would pay the same sum insured twice. */
export interface Overdrawn {
  readonly path: string
  readonly takenMinor: Fen
  readonly statedMinor: Fen
  readonly caseNumbers: readonly string[]
}

/** One sum insured is paid once, for disability and then for death (accident model clause). */
const benefit = 'accidentBenefit'

function sharedLimitsOf(coverage: CoverageInput): readonly SharedLimit[] {
  const stated = fen(('usedMinor' in coverage ? coverage.usedMinor : undefined) ?? 0)
  const one = (name: string, lasts: SharedLimit['lasts']): readonly SharedLimit[] => [
    { name, lasts, path: 'usedMinor', statedMinor: stated },
  ]
  switch (coverage.coverage) {
    case 'compulsoryMotor':
      return coverage.insuredHere
        ? buckets.map((bucket) => ({
            name: `compulsoryMotor.${bucket}`,
            lasts: 'accident',
            path: `used.${bucket}`,
            statedMinor: fen(coverage.used?.find((each) => each.bucket === bucket)?.amountMinor ?? 0),
          }))
        : []
    case 'property':
      return one(`property.${coverage.subject}`, 'period')
    case 'accidentMedical':
    case 'healthMedical':
      return one(coverage.coverage, 'period')
    case 'accidentDeath':
    case 'accidentDisability':
      return one(benefit, 'period')
    case 'thirdParty':
    case 'driverSeat':
    case 'liability':
      return one(coverage.coverage, 'accident')
    // An own vehicle is paid up to its value in each accident; an allowance counts days.
    case 'ownDamage':
    case 'dailyAllowance':
      return []
  }
}

/** What the sheet pays out of the maxima that other claims of the policy draw on too. */
export function takenBy(sheet: CalculatedSheet): readonly Taken[] {
  const compulsory = sheet.compulsoryParts
    .filter(({ vehicle }) => vehicle === 'insured')
    .map(({ bucket, amountMinor }) => ({ limit: `compulsoryMotor.${bucket}`, amountMinor: fen(amountMinor) }))
  return [...compulsory, ...sheet.byCoverage.flatMap((result) => takenByCoverage(sheet, result))].filter(
    ({ amountMinor }) => amountMinor > 0,
  )
}

/** Rescue cost and the cost of a dispute are paid beside the sum insured (Insurance Law, articles 57 and 66). */
function takenByCoverage(sheet: CalculatedSheet, result: CoverageResult): readonly Taken[] {
  const ofStep = (id: string): Fen => fen(sheet.steps.find((step) => step.id === id)?.resultMinor ?? 0)
  switch (result.coverage) {
    case 'property':
      return [
        {
          limit: `property.${result.subject}`,
          amountMinor: ofStep(`property.${result.subject}.pay`),
        },
      ]
    case 'liability':
      return [{ limit: 'liability', amountMinor: ofStep('liability.pay') }]
    case 'accidentDeath':
    case 'accidentDisability':
      return [{ limit: benefit, amountMinor: fen(result.payableMinor) }]
    case 'accidentMedical':
    case 'healthMedical':
    case 'thirdParty':
    case 'driverSeat':
      return [{ limit: result.coverage, amountMinor: fen(result.payableMinor) }]
    case 'compulsoryMotor':
    case 'ownDamage':
    case 'dailyAllowance':
    case 'lateDamages':
      return []
  }
}

/**
 * Where the sheet states less than what other claims of the policy have taken. More may be stated: an insurer before
 * us, or claims from before this system, may have paid too. A loss within a day counts as the same accident unless
 * the sheet names its claim as another one.
 */
export function overdrawn(input: SheetInput, elsewhere: readonly TakenElsewhere[]): readonly Overdrawn[] {
  const others = new Set(input.otherAccidents ?? [])
  return input.coverages.flatMap((coverage, index) =>
    sharedLimitsOf(coverage).flatMap(({ name, lasts, path, statedMinor }) => {
      const takers = elsewhere.filter(
        ({ limit, withinADay, caseNumber }) =>
          limit === name && (lasts === 'period' || (withinADay && !others.has(caseNumber))),
      )
      const takenMinor = add(zero, ...takers.map(({ amountMinor }) => amountMinor))
      if (takenMinor <= statedMinor) return []
      const caseNumbers = [...new Set(takers.map(({ caseNumber }) => caseNumber))]
      return [{ path: `coverages[${index}].${path}`, takenMinor, statedMinor, caseNumbers }]
    }),
  )
}
