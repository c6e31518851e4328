import type { DamageItem, LineBasis } from '../../../../domain/adjustment/items.ts'
import type { CoverageCode } from '../../../../domain/policy/terms.ts'
import { everyCode } from '../forms/every-code.ts'

const bodily = [
  'treatment',
  'hospitalFood',
  'followUpTreatment',
  'nutrition',
  'care',
  'rehabilitation',
  'transport',
  'lodging',
  'lostWages',
  'disabilityCompensation',
  'disabilityAids',
  'deathCompensation',
  'funeral',
  'dependants',
  'mentalDistress',
] as const satisfies readonly DamageItem[]
const things = ['vehicleRepair', 'towing', 'thirdPartyProperty'] as const satisfies readonly DamageItem[]
const treatments = [
  'treatment',
  'medicine',
  'examination',
  'hospitalRoom',
  'ambulance',
] as const satisfies readonly DamageItem[]

/** What a line of a coverage may be about, the most frequent first; a coverage without lines pays a benefit. */
export const itemsOf: Readonly<Record<CoverageCode, readonly DamageItem[]>> = {
  compulsoryMotor: [...things, ...bodily],
  thirdParty: [...things, ...bodily],
  driverSeat: bodily,
  ownDamage: ['vehicleRepair', 'rescueCost', 'vehicleTotalLoss'],
  property: [
    'contentsDamage',
    'buildingDamage',
    'equipmentDamage',
    'stockDamage',
    'cargoDamage',
    'otherDamage',
    'rescueCost',
  ],
  liability: ['thirdPartyProperty', ...bodily, 'legalCost'],
  accidentMedical: treatments,
  healthMedical: treatments,
  accidentDeath: [],
  accidentDisability: [],
  dailyAllowance: [],
}

export const bases = everyCode<LineBasis>({
  invoice: true,
  repairCost: true,
  actualValue: true,
  agreedValue: true,
  catalogue: true,
  statutory: true,
  judgment: true,
  appraisal: true,
})
