/** Limits and rates, copied by hand from their sources a second time. Limits are in yuan. */

/** Compulsory motor cover, loss on or after the day: at fault, and not at fault. */
const compulsory = [
  {
    from: '2020-09-19',
    atFault: { deathAndDisability: 180_000, medical: 18_000, property: 2_000 },
    notAtFault: { deathAndDisability: 18_000, medical: 1_800, property: 100 },
  },
  {
    from: '2008-02-01',
    atFault: { deathAndDisability: 110_000, medical: 10_000, property: 2_000 },
    notAtFault: { deathAndDisability: 11_000, medical: 1_000, property: 100 },
  },
] as const

export type Bucket = 'deathAndDisability' | 'medical' | 'property'
export const buckets: readonly Bucket[] = ['deathAndDisability', 'medical', 'property']

/** The limit of one vehicle in fen. */
export function compulsoryLimit(lossDate: string, isAtFault: boolean, bucket: Bucket): number {
  const row = compulsory.find(({ from }) => from <= lossDate)
  if (!row) throw new RangeError(`no compulsory limits on ${lossDate}`)
  return row[isAtFault ? 'atFault' : 'notAtFault'][bucket] * 100
}

const medicalItems = ['treatment', 'hospitalFood', 'followUpTreatment', 'nutrition']
const propertyItems = ['vehicleRepair', 'vehicleTotalLoss', 'towing', 'thirdPartyProperty']

/** The limit that a third party's loss falls under: all that is neither medical nor a thing is death and disability. */
export function bucketOfItem(item: string): Bucket {
  if (medicalItems.includes(item)) return 'medical'
  return propertyItems.includes(item) ? 'property' : 'deathAndDisability'
}

/** Liability that goes with a degree of fault when nobody states a rate. */
export const liabilityOfDegree: Readonly<Record<string, string>> = {
  none: '0',
  minor: '0.30',
  equal: '0.50',
  main: '0.70',
  sole: '1',
}

/** Deductible by degree of fault: 2014 only. */
const faultDeductibles2014: Readonly<Record<string, string>> = {
  minor: '0.05',
  equal: '0.10',
  main: '0.15',
  sole: '0.20',
}

export function faultDeductible(wordingId: string, degree: string): string {
  return wordingId === 'motorCommercial2014' ? (faultDeductibles2014[degree] ?? '0') : '0'
}

export const absoluteRates: Readonly<Record<string, string>> = {
  thirdPartyNotFound: '0.30',
  overload: '0.10',
}

export const familyCarMonthlyRate = '0.006'
export const mostDepreciation = '0.80'
