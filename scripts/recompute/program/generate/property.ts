import { type Case, type Property, countedOf } from '../case.ts'
import { deductibleOf } from './deductible.ts'
import { LineMaker } from './lines.ts'
import { standingOf } from './liable.ts'
import type { Random } from './random.ts'

const itemOf: Readonly<Record<string, string>> = {
  building: 'buildingDamage',
  contents: 'contentsDamage',
  equipment: 'equipmentDamage',
  stock: 'stockDamage',
  cargo: 'cargoDamage',
  other: 'otherDamage',
}

const claimantIds = ['insured', 'co-owner', 'mortgagee'] as const

function partOf(random: Random, subject: string, make: LineMaker, isFirstLoss: boolean): Property {
  const item = itemOf[subject] ?? 'otherDamage'
  const damage = Array.from({ length: random.between(1, 4) }, () =>
    make.line(random.pick(claimantIds), random.chance(0.8) ? item : 'otherDamage'),
  )
  const rescue = Array.from({ length: random.between(0, 2) }, () => {
    const totalMinor = random.between(1, 50_000_000)
    const saved = random.perhaps(0.5, () => ({
      saved: { insuredMinor: random.partOf(totalMinor), totalMinor },
    }))
    return make.line(random.pick(claimantIds), 'rescueCost', saved)
  })
  const loss = damage.reduce((sum, line) => sum + countedOf(line), 0)
  const sumInsuredMinor = random.amount()
  const isValued = !isFirstLoss || random.chance(0.3)
  return {
    coverage: 'property',
    subject,
    sumInsuredMinor,
    ...random.perhaps(0.2, () => ({ usedMinor: random.partOf(sumInsuredMinor) })),
    // Above, at and below the sum insured alike.
    ...(isValued
      ? { valueMinor: Math.max(1, Math.round((sumInsuredMinor * random.between(40, 250)) / 100)) }
      : {}),
    ...deductibleOf(random),
    ...random.perhaps(0.4, () => ({ deductibleOrder: random.pick(['beforeAverage', 'afterAverage']) })),
    ...random.perhaps(0.3, () => ({
      salvage: { valueMinor: random.partOf(loss), keptBy: random.pick(['insured', 'insurer']) },
    })),
    ...random.perhaps(0.3, () => ({
      otherInsurances: Array.from({ length: random.between(1, 2) }, (_, index) => ({
        insurer: `insurer ${index + 1}`,
        sumInsuredMinor: random.amount(),
      })),
    })),
    ...random.perhaps(0.3, () => ({
      liableParties: [
        { partyId: 'neighbour', liability: random.rate(60), ...standingOf(random) },
        { partyId: 'fitter', liability: random.rate(40), ...standingOf(random) },
      ],
    })),
    ...random.perhaps(0.2, () => ({ sublimits: [{ item, limitMinor: random.amount() }] })),
    lines: [...damage, ...rescue],
  }
}

/** A fire, a flood or a lost load: several parts of the policy, several owners. */
export function generateProperty(random: Random, wordingId: string): Case {
  const make = new LineMaker(random)
  const subjects = Object.keys(itemOf).filter(() => random.chance(0.3))
  return {
    wordingId,
    lossDate: random.day('2009-10-01', '2026-10-01'),
    claimants: claimantIds.map((claimantId) => ({ claimantId, role: 'insured' })),
    coverages: (subjects.length > 0 ? subjects : ['building']).map((subject) =>
      partOf(random, subject, make, wordingId === 'propertyHousehold' && subject === 'contents'),
    ),
  }
}
