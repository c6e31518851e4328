import { wordingOn, wordings } from '../adjustment/wordings/wordings.ts'
import { causesOf } from '../claim/stages/report.ts'
import { exclusionCodes } from '../rules/vocabulary.ts'
import { addCivilDays, civilDateOf } from '../time/civil-date.ts'
import type { CivilDate, Instant } from '../time/instant.ts'
import { policyFault, under, type PolicyFault, type PolicyFaultCode } from './policy-faults.ts'
import { coveragesOfLine, riderCodes, type CoverageTerms, type Line, type PolicyTerms } from './terms.ts'

/** What the terms are checked against. */
interface Contract {
  readonly line: Line
  readonly inceptionAt: Instant
  readonly expiryAt: Instant
  readonly terms: PolicyTerms
}

/**
 * Everything about the terms that could not be adjusted later: a wording that does not apply on some day of the
 * term, a coverage of another line, a sum or rate that cannot be. Paths begin within the terms.
 */
export function termsFaults({ line, inceptionAt, expiryAt, terms }: Contract): readonly PolicyFault[] {
  const lastDay = civilDateOf(Math.max(inceptionAt, expiryAt - 1))
  return [
    ...wordingFaults(terms.wordingId, civilDateOf(inceptionAt), lastDay),
    ...coverageListFaults(line, terms.coverages),
    ...listFaults('/perils', terms.perils, causesOf[line], 'perilNotOfLine'),
    ...listFaults('/exclusions', terms.exclusions, exclusions, 'exclusionUnknown'),
    ...listFaults(
      '/riders',
      terms.riders ?? [],
      line === 'motorCommercial' ? riderCodes : [],
      'riderNotOfLine',
    ),
    ...when(terms.perils.length === 0, '/perils', 'required'),
    ...when(terms.waitingPeriodDays > 0 && line !== 'health', '/waitingPeriodDays', 'waitingPeriodNotOfLine'),
  ]
}

const exclusions = exclusionCodes.filter((code) => code !== 'none')

/** Limits by day of loss are rows of one wording, so a term may reach over the border of two. */
function wordingFaults(id: string, firstDay: CivilDate, lastDay: CivilDate): readonly PolicyFault[] {
  if (!wordings.some((wording) => wording.id === id)) return [policyFault('/wordingId', 'wordingUnknown')]
  for (let day = firstDay; day <= lastDay;) {
    const wording = wordingOn(id, day)
    if (wording === undefined) return [policyFault('/wordingId', 'wordingNotInForce')]
    if (wording.effectiveTo === undefined) return []
    day = addCivilDays(wording.effectiveTo, 1)
  }
  return []
}

function coverageListFaults(line: Line, coverages: readonly CoverageTerms[]): readonly PolicyFault[] {
  const names = coverages.map(({ coverage, subject }) => `${coverage} ${subject ?? ''}`)
  return [
    ...when(coverages.length === 0, '/coverages', 'coverageMissing'),
    ...coverages.flatMap((coverage, index) =>
      under(`/coverages/${index}`, [
        ...when(names.indexOf(names[index] ?? '') < index, '/coverage', 'twice'),
        ...when(!coveragesOfLine[line].includes(coverage.coverage), '/coverage', 'coverageNotOfLine'),
        ...coverageFaults(coverage),
      ]),
    ),
  ]
}

const medical = ['accidentMedical', 'healthMedical']

function coverageFaults(terms: CoverageTerms): readonly PolicyFault[] {
  const { coverage, sumInsuredMinor, deductibleMinor = 0 } = terms
  const rateFaults = (['rate', 'rateWithoutSocialInsurance'] as const).flatMap((name) => [
    ...only(medical.includes(coverage), terms[name], `/${name}`),
    ...when(terms[name] !== undefined && !isRate(terms[name]), `/${name}`, 'rateOutside'),
  ])
  const daily = coverage === 'dailyAllowance'
  return [
    ...when(sumInsuredMinor <= 0, '/sumInsuredMinor', 'sumInsuredNotPositive'),
    ...when(
      deductibleMinor > 0 && deductibleMinor >= sumInsuredMinor,
      '/deductibleMinor',
      'deductibleTooHigh',
    ),
    ...rateFaults,
    ...when(medical.includes(coverage) && terms.rate === undefined, '/rate', 'required'),
    ...(['dailyMinor', 'maximumDays', 'waitingDays'] as const).flatMap((name) => [
      ...only(daily, terms[name], `/${name}`),
      ...when(daily && terms[name] === undefined, `/${name}`, 'required'),
    ]),
    ...only(coverage === 'property', terms.subject, '/subject'),
    ...only(coverage === 'property', terms.firstLoss, '/firstLoss'),
  ]
}

/** Decimal text above 0 and at most 1, with at most four decimals. */
function isRate(text: string): boolean {
  return /^(?:0\.(?=.*[1-9])\d{1,4}|1(?:\.0{1,4})?)$/.test(text)
}

function listFaults(
  path: string,
  given: readonly string[],
  known: readonly string[],
  reason: PolicyFaultCode,
): readonly PolicyFault[] {
  return given.flatMap((one, index) => [
    ...when(!known.includes(one), `${path}/${index}`, reason),
    ...when(given.indexOf(one) < index, `${path}/${index}`, 'twice'),
  ])
}

/** A term that only some coverages have. */
function only(allowed: boolean, value: unknown, path: string): readonly PolicyFault[] {
  return when(value !== undefined && !allowed, path, 'termNotOfCoverage')
}

function when(wrong: boolean, path: string, reason: PolicyFaultCode): readonly PolicyFault[] {
  return wrong ? [policyFault(path, reason)] : []
}
