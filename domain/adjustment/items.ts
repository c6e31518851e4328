/** The three limits of compulsory motor cover. */
export const buckets = ['deathAndDisability', 'medical', 'property'] as const
export type Bucket = (typeof buckets)[number]

/** Heads of a third party's loss by the compulsory limit they fall under (compulsory motor clause 8). */
const itemsOfBucket = {
  deathAndDisability: [
    'deathCompensation',
    'funeral',
    'disabilityCompensation',
    'disabilityAids',
    'care',
    'rehabilitation',
    'transport',
    'dependants',
    'lodging',
    'lostWages',
    'mentalDistress',
  ],
  medical: ['treatment', 'hospitalFood', 'followUpTreatment', 'nutrition'],
  property: ['vehicleRepair', 'towing', 'thirdPartyProperty'],
} as const

export type BucketedItem = (typeof itemsOfBucket)[Bucket][number]

/** The limit that an item falls under, or undefined for an item that is no third party's loss. */
export function bucketOf(item: DamageItem): Bucket | undefined {
  return buckets.find((bucket) => itemsOfBucket[bucket].some((each) => each === item))
}

export type DamageItem =
  | BucketedItem
  | 'vehicleTotalLoss'
  | 'legalCost'
  | 'rescueCost'
  | 'buildingDamage'
  | 'contentsDamage'
  | 'equipmentDamage'
  | 'stockDamage'
  | 'cargoDamage'
  | 'otherDamage'
  | 'medicine'
  | 'examination'
  | 'hospitalRoom'
  | 'ambulance'

/** How the amount of a line was found. */
export type LineBasis =
  | 'invoice'
  | 'repairCost'
  | 'actualValue'
  | 'agreedValue'
  | 'catalogue'
  | 'statutory'
  | 'judgment'
  | 'appraisal'

const bodily = [...itemsOfBucket.deathAndDisability, ...itemsOfBucket.medical]
const treatments = ['treatment', 'medicine', 'examination', 'hospitalRoom', 'ambulance'] as const

/** The items that a coverage knows; a line with any other is refused, not dropped. */
export const itemsOfCoverage: Readonly<Record<string, readonly DamageItem[]>> = {
  compulsoryMotor: [...bodily, ...itemsOfBucket.property],
  thirdParty: [...bodily, ...itemsOfBucket.property],
  driverSeat: bodily,
  ownDamage: ['vehicleRepair', 'vehicleTotalLoss', 'rescueCost'],
  property: [
    'buildingDamage',
    'contentsDamage',
    'equipmentDamage',
    'stockDamage',
    'cargoDamage',
    'otherDamage',
    'rescueCost',
  ],
  liability: [...bodily, 'thirdPartyProperty', 'legalCost'],
  accidentMedical: treatments,
  healthMedical: treatments,
}
