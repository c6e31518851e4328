import type { Random } from './random.ts'

interface Deductible {
  readonly deductibleMinor?: number
  readonly deductibleRate?: string
  readonly deductibleChoice?: string
}

/** None, an amount, a rate, or the greater of both. */
export function deductibleOf(random: Random): Deductible {
  const deductibleMinor = random.between(0, 500_000)
  const deductibleRate = random.rate(40)
  switch (random.between(0, 3)) {
    case 0:
      return { deductibleMinor }
    case 1:
      return { deductibleRate }
    case 2:
      return { deductibleMinor, deductibleRate, deductibleChoice: 'greater' }
    default:
      return {}
  }
}
