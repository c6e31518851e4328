import { type Case, type Coverage, type Medical, countedOf } from '../case.ts'
import { LineMaker } from './lines.ts'
import type { Random } from './random.ts'

const treatments = ['treatment', 'medicine', 'examination', 'hospitalRoom', 'ambulance']
const heirs = ['insured', 'heir1', 'heir2', 'heir3']

function beneficiariesOf(random: Random): { claimantId: string; parts: number }[] {
  const named = heirs.filter(() => random.chance(0.4))
  return (named.length > 0 ? named : ['insured']).map((claimantId) => ({
    claimantId,
    parts: random.between(1, 7),
  }))
}

function medicalOf(random: Random, coverage: Medical['coverage'], make: LineMaker): Medical {
  const lines = Array.from({ length: random.between(1, 8) }, () => {
    const catalogueClass = random.pick(['A', 'B', 'C'])
    const selfPay = catalogueClass === 'B' ? { selfPayRate: random.rate(60) } : {}
    const line = make.line(random.pick(['insured', 'heir1']), random.pick(treatments), {
      catalogueClass,
      ...selfPay,
    })
    // What others have paid by the papers is at most what counts: it would contradict a smaller assessment.
    return random.chance(0.4) && countedOf(line) === line.askedMinor ? make.billed(line) : line
  })
  const shown = lines
    .flatMap(({ receipts = [] }) => receipts)
    .reduce((sum, { paidByOthersMinor = 0 }) => sum + paidByOthersMinor, 0)
  const cost = lines.reduce((sum, line) => sum + countedOf(line), 0)
  const sumInsuredMinor = random.amount()
  return {
    coverage,
    sumInsuredMinor,
    ...random.perhaps(0.2, () => ({ usedMinor: random.partOf(sumInsuredMinor) })),
    ...(shown > 0
      ? { paidByOthersMinor: shown + random.partOf(cost - shown) }
      : random.perhaps(0.5, () => ({ paidByOthersMinor: random.partOf(cost) }))),
    ...random.perhaps(0.5, () => ({ deductibleMinor: random.between(0, 100_000) })),
    socialInsuranceSettledFirst: random.chance(0.5),
    rates: { settledFirst: random.rate(), notSettledFirst: random.rate() },
    ...random.perhaps(0.3, () => ({
      occupation: { occupationClass: random.between(1, 6), rate: random.rate() },
    })),
    ...random.perhaps(0.3, () => ({
      sublimits: treatments
        .filter(() => random.chance(0.4))
        .map((item) => ({ item, limitMinor: random.amount() })),
    })),
    lines,
  }
}

function allowanceOf(random: Random): Coverage {
  return {
    coverage: 'dailyAllowance',
    dailyMinor: random.between(0, 100_000),
    days: random.between(0, 200),
    waitingDays: random.between(0, 10),
    maximumDays: random.between(0, 180),
    beneficiaries: beneficiariesOf(random),
  }
}

function benefitsOf(random: Random): Coverage[] {
  const insuredSum = () => {
    const sumInsuredMinor = random.amount()
    const used = random.perhaps(0.3, () => ({ usedMinor: random.partOf(sumInsuredMinor) }))
    return { sumInsuredMinor, ...used, beneficiaries: beneficiariesOf(random) }
  }
  const grades = () => Array.from({ length: random.between(1, 4) }, () => random.between(1, 10))
  return [
    ...(random.chance(0.4) ? [{ coverage: 'accidentDeath' as const, ...insuredSum() }] : []),
    ...(random.chance(0.4)
      ? [{ coverage: 'accidentDisability' as const, ...insuredSum(), grades: grades() }]
      : []),
  ]
}

/** An injury or an illness: benefits, medical cost and days in hospital. */
export function generatePerson(random: Random, wordingId: string): Case {
  const make = new LineMaker(random)
  const isAccident = wordingId === 'accident'
  const coverages: Coverage[] = [
    medicalOf(random, isAccident ? 'accidentMedical' : 'healthMedical', make),
    ...(isAccident ? benefitsOf(random) : []),
    ...(random.chance(0.5) ? [allowanceOf(random)] : []),
  ]
  return {
    wordingId,
    lossDate: random.day(isAccident ? '2014-01-01' : '2009-10-01', '2026-10-01'),
    claimants: heirs.map((claimantId, index) => ({
      claimantId,
      role: index === 0 ? 'insured' : 'beneficiary',
    })),
    coverages,
  }
}
