import type { LineInput, MedicalInput } from '../coverage-input.ts'
import { type CoverageAmounts, amountsOf, counted, weightsByClaimant } from '../lines.ts'
import {
  type Rational,
  atLeastNothing,
  compare,
  dividedBy,
  least,
  minus,
  nothing,
  one,
  parseRate,
  sum,
  times,
  whole,
} from '../rational.ts'
import type { Claimant } from '../sheet-types.ts'
import { type Trace, stepInput } from '../trace.ts'

/** Class A counts in full, B after the patient's own share, C not at all. */
function eligible(line: LineInput): Rational {
  if (line.catalogueClass === 'A') return whole(counted(line))
  if (line.catalogueClass === 'B') {
    return times(whole(counted(line)), minus(one, parseRate(line.selfPayRate ?? '0')))
  }
  return nothing
}

/** What a line counts after its item's sublimit, which all lines of the item bear alike. */
function eligibleWithin(terms: MedicalInput): (line: LineInput) => Rational {
  return (line) => {
    const ofItem = sum(...terms.lines.filter((other) => other.item === line.item).map(eligible))
    const sublimits = (terms.sublimits ?? []).filter((each) => each.item === line.item)
    const within = least(ofItem, ...sublimits.map((each) => whole(each.limitMinor)))
    return compare(ofItem, nothing) === 0 ? nothing : times(eligible(line), dividedBy(within, ofItem))
  }
}

function eligibleCost(trace: Trace, terms: MedicalInput, amountOf: (line: LineInput) => Rational) {
  return trace.take({
    id: `${terms.coverage}.eligible`,
    formula: 'eligibleMedical',
    inputs: [
      ...terms.lines.flatMap((line) => [
        stepInput('loss', 'fen', counted(line), line.lineId),
        stepInput('catalogueClass', 'class', line.catalogueClass ?? '', line.lineId),
        ...(line.selfPayRate === undefined
          ? []
          : [stepInput('selfPayRate', 'rate', line.selfPayRate, line.lineId)]),
      ]),
      ...(terms.sublimits ?? []).map((each) => stepInput('sublimit', 'fen', each.limitMinor, each.item)),
    ],
    exact: sum(...terms.lines.map(amountOf)),
  })
}

/**
 * Medical expense: `min(limit − used, (eligible − paid by others − deductible) × rate)`. The rate depends
 * on whether social insurance settled first and, where the policy says so, on the occupation class.
 */
export function payMedical(
  trace: Trace,
  claimants: readonly Claimant[],
  terms: MedicalInput,
): CoverageAmounts {
  const { coverage, socialInsuranceSettledFirst, rates, occupation } = terms
  const amountOf = eligibleWithin(terms)
  const cost = eligibleCost(trace, terms, amountOf)
  const rate = socialInsuranceSettledFirst ? rates.settledFirst : rates.notSettledFirst
  const rateSource = socialInsuranceSettledFirst ? 'settledFirst' : 'notSettledFirst'
  const net = minus(whole(cost), whole(terms.paidByOthersMinor ?? 0), whole(terms.deductibleMinor ?? 0))
  const shares = trace.divide(
    {
      id: `${coverage}.pay`,
      formula: 'medicalPay',
      inputs: [
        stepInput('eligible', 'fen', cost, `${coverage}.eligible`),
        stepInput('paidByOthers', 'fen', terms.paidByOthersMinor ?? 0),
        stepInput('deductible', 'fen', terms.deductibleMinor ?? 0),
        stepInput('payRate', 'rate', rate, rateSource),
        ...(occupation
          ? [stepInput('occupationRate', 'rate', occupation.rate, `class ${occupation.occupationClass}`)]
          : []),
        stepInput('limit', 'fen', terms.sumInsuredMinor),
        stepInput('used', 'fen', terms.usedMinor ?? 0),
      ],
      exact: least(
        times(atLeastNothing(net), parseRate(rate), parseRate(occupation?.rate ?? '1')),
        atLeastNothing(minus(whole(terms.sumInsuredMinor), whole(terms.usedMinor ?? 0))),
      ),
    },
    weightsByClaimant(claimants, terms.lines, amountOf),
  )
  return { coverage, amounts: amountsOf(shares) }
}
