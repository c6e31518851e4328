import { isCivilDate } from '../../time/civil-date.ts'
import type { CoverageInput } from '../coverage-input.ts'
import { linesOf } from '../lines.ts'
import type { AdjustmentFault, SheetInput } from '../sheet-types.ts'
import type { Wording } from '../wordings/wording.ts'
import { compulsoryWordingOn, wordingOn } from '../wordings/wordings.ts'
import { checkDelays } from './check-delay.ts'
import { checkFigures } from './check-figures.ts'
import { checkLine } from './check-line.ts'
import { checkAbsoluteRates, checkMotorFacts, checkOwnDamage } from './check-motor.ts'
import {
  checkAllowance,
  checkBeneficiaries,
  checkGrades,
  checkLiability,
  checkMedical,
  checkProperty,
} from './check-terms.ts'
import { type FaultList, createFaultList, hasTwice } from './fault-list.ts'

function checkTerms(
  list: FaultList,
  input: SheetInput,
  terms: CoverageInput,
  wording: Wording,
  path: string,
): void {
  if (wording.kind === 'motorCommercial' && 'absoluteRates' in terms) {
    checkAbsoluteRates(list, terms.absoluteRates ?? [], wording, `${path}.absoluteRates`)
  }
  if (wording.kind === 'motorCommercial' && terms.coverage === 'ownDamage') {
    checkOwnDamage(list, terms, wording, path)
  }
  if (wording.kind === 'property' && terms.coverage === 'property') checkProperty(list, terms, wording, path)
  if (terms.coverage === 'liability') checkLiability(list, terms, input.claimants, path)
  if (terms.coverage === 'accidentMedical' || terms.coverage === 'healthMedical')
    checkMedical(list, terms, path)
  if (terms.coverage === 'accidentDisability') checkGrades(list, terms.grades, path)
  if (terms.coverage === 'dailyAllowance') checkAllowance(list, terms, path)
  if ('beneficiaries' in terms) checkBeneficiaries(list, terms.beneficiaries, input.claimants, path)
}

function checkCoverages(list: FaultList, input: SheetInput, wording: Wording): void {
  input.coverages.forEach((terms, index) => {
    const path = `coverages[${index}]`
    if (!wording.coverages.includes(terms.coverage)) {
      list.add('coverageUnknown', `${path}.coverage`, { against: 'wordingId' })
      return
    }
    checkTerms(list, input, terms, wording, path)
    linesOf(terms).forEach((line, number) => {
      checkLine(list, terms.coverage, input.claimants, line, `${path}.lines[${number}]`)
    })
  })
}

/**
 * Why an input cannot be calculated, with the place of each fault; an empty list means that it can.
 * Malformed figures are told alone, since what depends on them could not be judged.
 */
export function checkSheetInput(input: SheetInput): readonly AdjustmentFault[] {
  const list = createFaultList(input)
  const { claimants, coverages, lossDate } = input
  list.require(isCivilDate(lossDate), 'dateInvalid', 'lossDate')
  checkFigures(list, input)
  if (list.faults.length > 0) return list.faults
  const wording = wordingOn(input.wordingId, lossDate)
  if (!wording) {
    list.add('noWording', 'wordingId', { against: 'lossDate' })
    return list.faults
  }
  list.require(coverages.length > 0, 'factMissing', 'coverages')
  list.require(!hasTwice(claimants.map(({ claimantId }) => claimantId)), 'claimantTwice', 'claimants')
  list.require(!hasTwice(coverages.flatMap(linesOf).map(({ lineId }) => lineId)), 'lineTwice', 'coverages')
  const parts = coverages.map((each) =>
    'subject' in each ? `${each.coverage}:${each.subject}` : each.coverage,
  )
  list.require(!hasTwice(parts), 'coverageTwice', 'coverages')
  if (wording.kind === 'motorCommercial' || wording.kind === 'motorCompulsory') {
    list.require(compulsoryWordingOn(lossDate) !== undefined, 'noWording', 'lossDate', {
      against: 'wordingId',
    })
    if (input.motor) {
      const commercial = wording.kind === 'motorCommercial' ? wording : undefined
      checkMotorFacts(list, input.motor, commercial, claimants)
    } else {
      list.add('factMissing', 'motor')
    }
  }
  checkCoverages(list, input, wording)
  checkDelays(list, input)
  return list.faults
}
