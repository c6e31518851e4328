import type { Case, Claimant, Coverage, Deductions, Line, OwnDamage, Party, Used } from '../case.ts'
import { countedOf } from '../case.ts'
import { buckets, compulsoryLimit, liabilityOfDegree } from '../figures.ts'
import { LineMaker, bodily } from './lines.ts'
import { standingOf } from './liable.ts'
import type { Random } from './random.ts'

const things = ['vehicleRepair', 'towing', 'thirdPartyProperty']

const spans: Readonly<Record<string, readonly [string, string]>> = {
  motorCompulsory: ['2008-02-01', '2026-10-01'],
  motorCommercial2014: ['2014-01-01', '2021-09-18'],
  motorCommercial2020: ['2020-09-19', '2026-10-01'],
}

function usedOf(random: Random): Used[] {
  return buckets
    .filter(() => random.chance(0.3))
    .map((bucket) => ({ bucket, amountMinor: random.partOf(compulsoryLimit('2023-01-01', true, bucket)) }))
}

/** Who drove with which part of the fault: in thousandths, together at most the whole. */
function faultOf(random: Random): NonNullable<Case['motor']> {
  const degree = random.pick(['none', 'minor', 'equal', 'main', 'sole'])
  const isStated = random.chance(0.6)
  const most = degree === 'none' ? 100 : 1000
  const stated = random.between(0, most)
  const own = isStated ? stated : Math.round(Number(liabilityOfDegree[degree]) * 1000)
  let left = 1000 - own
  const others = Array.from({ length: random.between(0, 3) }, (_, index): Party => {
    const liability = random.chance(0.3) ? left : random.between(0, left)
    left -= liability
    return {
      partyId: `party${index + 1}`,
      kind: random.chance(0.8) ? 'motorVehicle' : 'other',
      liability: (liability / 1000).toFixed(3),
      ...standingOf(random),
      ...random.perhaps(0.3, () => ({ compulsoryUsed: usedOf(random) })),
    }
  })
  const rate = isStated ? { rate: (stated / 1000).toFixed(3), basis: 'judgment' } : { basis: 'wording' }
  return { liability: { degree, ...rate }, others }
}

function deductionsOf(random: Random, wordingId: string): Deductions {
  const fixed = wordingId === 'motorCommercial2014' ? ['thirdPartyNotFound', 'overload'] : []
  const reasons = fixed.filter(() => random.chance(0.2)).map((reason) => ({ reason }))
  const rider = random.chance(0.2) ? [{ reason: 'rider', rate: random.rate(30) }] : []
  return {
    ...random.perhaps(0.4, () => ({ faultDeductibleWaived: random.chance(0.6) })),
    ...random.perhaps(0.6, () => ({ absoluteRates: [...reasons, ...rider] })),
  }
}

function savedOf(random: Random): Partial<Line> {
  return random.perhaps(0.5, () => {
    const totalMinor = random.between(1, 10_000_000)
    return { saved: { insuredMinor: random.partOf(totalMinor), totalMinor } }
  })
}

function ownDamageOf(random: Random, wordingId: string, make: LineMaker): OwnDamage {
  const isTotal = random.chance(0.2)
  const repairs = isTotal
    ? [make.line('insured', 'vehicleTotalLoss')]
    : Array.from({ length: random.between(1, 3) }, () => make.line('insured', 'vehicleRepair'))
  const rescue = random.chance(0.3) ? [make.line('insured', 'rescueCost', savedOf(random))] : []
  const loss = repairs.reduce((sum, line) => sum + countedOf(line), 0)
  const method = random.pick(['clause', 'share', 'fullAdvance'])
  const isFamilyCar = random.chance(0.7)
  const value = random.chance(0.6)
    ? { sumInsuredMinor: random.amount() }
    : {
        depreciation: {
          newPriceMinor: random.amount(),
          fullMonths: random.between(0, 160),
          vehicleKind: isFamilyCar ? 'familyCarUpTo9Seats' : 'other',
          ...(isFamilyCar ? {} : { monthlyRate: random.pick(['0.009', '0.011', '0.014']) }),
        },
      }
  return {
    coverage: 'ownDamage',
    ...value,
    method,
    ...deductionsOf(random, wordingId),
    ...(method === 'fullAdvance'
      ? random.perhaps(0.6, () => ({ othersCompulsory: random.pick(['deductFirst', 'payAndRecover']) }))
      : {}),
    ...random.perhaps(0.3, () => ({ receivedMinor: random.partOf(loss) })),
    ...random.perhaps(0.3, () => ({ deductibleMinor: random.between(0, 200_000) })),
    ...random.perhaps(0.3, () => ({
      salvage: { valueMinor: random.partOf(loss), keptBy: random.pick(['insured', 'insurer']) },
    })),
    lines: [...repairs, ...rescue],
  }
}

/** One accident: up to three other parties, up to three people on foot, any set of coverages. */
export function generateMotor(random: Random, wordingId: string): Case {
  const [from = '', to = ''] = spans[wordingId] ?? []
  const make = new LineMaker(random)
  const motor = faultOf(random)
  const onFoot = Array.from({ length: random.between(1, 3) }, (_, index): Claimant => ({
    claimantId: `victim${index + 1}`,
    role: 'outsideVehicles',
  }))
  const aboard = motor.others
    .filter(({ kind }) => kind === 'motorVehicle')
    .map(({ partyId }): Claimant => ({ claimantId: `owner of ${partyId}`, role: 'otherVehicle', partyId }))
  const thirdParties = [...onFoot, ...aboard]
  const loses = (): Line[] =>
    thirdParties.flatMap(({ claimantId, role }) => [
      ...bodily.filter(() => random.chance(0.12)).map((item) => make.line(claimantId, item)),
      ...things.filter(() => random.chance(0.2)).map((item) => make.line(claimantId, item)),
      ...(role === 'outsideVehicles' && random.chance(0.15) ? [make.statutory(claimantId)] : []),
    ])
  const compulsory = (): Coverage => ({
    coverage: 'compulsoryMotor',
    insuredHere: random.chance(0.8),
    ...random.perhaps(0.3, () => ({ used: usedOf(random) })),
    ...random.perhaps(0.1, () => ({
      recourseGround: random.pick(['drunk', 'unlicensed', 'stolen', 'intentional']),
    })),
    lines: loses(),
  })
  const liability = (coverage: 'thirdParty' | 'driverSeat', lines: readonly Line[]): Coverage => {
    const sumInsuredMinor = random.amount()
    return {
      coverage,
      sumInsuredMinor,
      ...random.perhaps(0.2, () => ({ usedMinor: random.partOf(sumInsuredMinor) })),
      ...deductionsOf(random, wordingId),
      lines,
    }
  }
  const seat = (): Line[] => bodily.filter(() => random.chance(0.2)).map((item) => make.line('driver', item))
  const commercial = (): Coverage[] => [
    ...(random.chance(0.8) ? [compulsory()] : []),
    ...(random.chance(0.8) ? [liability('thirdParty', random.chance(0.5) ? [] : loses())] : []),
    ...(random.chance(0.7) ? [ownDamageOf(random, wordingId, make)] : []),
    ...(random.chance(0.5) ? [liability('driverSeat', seat())] : []),
  ]
  const coverages = wordingId === 'motorCompulsory' ? [compulsory()] : commercial()
  return {
    wordingId,
    lossDate: random.day(from, to),
    claimants: [
      { claimantId: 'insured', role: 'insured' },
      ...thirdParties,
      { claimantId: 'driver', role: 'driver' },
    ],
    motor,
    coverages: coverages.length > 0 ? coverages : [compulsory()],
  }
}
