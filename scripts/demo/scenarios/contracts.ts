import type { CoverageTerms } from '../../../domain/policy/terms.ts'
import type { Contract } from '../policies.ts'
import { yuan } from '../sheets.ts'

export const coverage = (
  code: CoverageTerms['coverage'],
  sumYuan: string,
  more: Partial<CoverageTerms> = {},
): CoverageTerms => ({
  coverage: code,
  sumInsuredMinor: yuan(sumYuan),
  ...more,
})

const motorPerils = [
  'collision',
  'singleVehicle',
  'fire',
  'flood',
  'storm',
  'glass',
  'scratch',
  'theft',
  'explosion',
]

/** Commercial motor by the form of 2014, in 2018; or by that of 2020, in 2023. */
export function commercialMotor(form: '2014' | '2020', coverages: readonly CoverageTerms[]): Contract {
  return {
    line: 'motorCommercial',
    wordingId: form === '2014' ? 'motorCommercial2014' : 'motorCommercial2020',
    year: form === '2014' ? 2018 : 2023,
    coverages,
    perils: motorPerils,
    exclusions: ['drunkDriving', 'unlicensedDriver'],
  }
}

export function compulsoryMotor(year: number): Contract {
  return {
    line: 'motorCompulsory',
    wordingId: 'motorCompulsory',
    year,
    coverages: [coverage('compulsoryMotor', '200000')],
    perils: ['collision', 'singleVehicle'],
  }
}

export function enterprise(...coverages: readonly CoverageTerms[]): Contract {
  return {
    line: 'property',
    wordingId: 'propertyEnterprise',
    year: 2023,
    coverages,
    perils: ['fire', 'flood', 'storm', 'explosion', 'waterDamage', 'burglary'],
  }
}

export function accident(...coverages: readonly CoverageTerms[]): Contract {
  return {
    line: 'accident',
    wordingId: 'accident',
    year: 2023,
    coverages,
    // A policy that pays for treatment alone names no death among its causes.
    perils: [
      'fallOrInjury',
      'trafficAccident',
      'hospitalisation',
      ...(coverages.some((one) => one.coverage === 'accidentDeath') ? ['death'] : []),
    ],
  }
}

export function health(...coverages: readonly CoverageTerms[]): Contract {
  return {
    line: 'health',
    wordingId: 'healthShortTerm',
    year: 2023,
    coverages,
    perils: ['illness', 'hospitalisation'],
  }
}
