import type { Case, Line } from '../case.ts'
import { deductibleOf } from './deductible.ts'
import { LineMaker, bodily } from './lines.ts'
import type { Random } from './random.ts'

/** An accident on the insured's premises: up to four people hurt, and a dispute about it. */
export function generateLiability(random: Random, wordingId: string): Case {
  const make = new LineMaker(random)
  const hurt = Array.from({ length: random.between(1, 4) }, (_, index) => `guest${index + 1}`)
  const lines = hurt.flatMap((claimantId): Line[] => [
    ...bodily.filter(() => random.chance(0.15)).map((item) => make.line(claimantId, item)),
    ...(random.chance(0.3) ? [make.line(claimantId, 'thirdPartyProperty')] : []),
    ...(random.chance(0.2) ? [make.statutory(claimantId)] : []),
  ])
  const costs = random.chance(0.4) ? [make.line('insured', 'legalCost')] : []
  const sumInsuredMinor = random.amount()
  return {
    wordingId,
    lossDate: random.day('2009-10-01', '2026-10-01'),
    claimants: [
      { claimantId: 'insured', role: 'insured' },
      ...hurt.map((claimantId) => ({ claimantId, role: 'thirdParty' })),
    ],
    coverages: [
      {
        coverage: 'liability',
        liability: { rate: random.rate(), basis: random.pick(['agreement', 'judgment', 'arbitration']) },
        sumInsuredMinor,
        ...random.perhaps(0.2, () => ({ usedMinor: random.partOf(sumInsuredMinor) })),
        ...random.perhaps(0.4, () => ({ perPersonLimitMinor: random.amount() })),
        ...random.perhaps(0.3, () => ({ periodLeftMinor: random.amount() })),
        ...random.perhaps(0.4, () => ({ legalCostLimitMinor: random.amount() })),
        ...deductibleOf(random),
        lines: [...lines, ...costs],
      },
    ],
  }
}
