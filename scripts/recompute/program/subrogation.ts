import type { ByClaimant, Liable, Recovery } from './case.ts'
import { Fraction, divide } from './fraction.ts'

/** What the liable owe us, and what nobody owes us because the insured gave the right away. Fen. */
export interface Subrogated {
  readonly recoveries: readonly Recovery[]
  readonly givenAway: number
}

/** Members of the household are not asked, unless they meant to do it (Insurance Law 62). */
const isAsked = ({ household }: Liable): boolean => household?.intent ?? true

/** A waiver after the payment is void, so the right is still there (Insurance Law 61). */
const isGone = ({ right }: Liable): boolean => right === 'waivedBeforePayment' || right === 'lostByInsured'

/**
 * What is paid and not yet recovered, split by the liability of each third party (Insurance Law 60). What the
 * right would have brought that the insured waived or lost, we need not pay (61), and nobody else pays it instead.
 */
export function subrogate(amount: number, liable: readonly Liable[]): Subrogated {
  const asked = liable.filter(isAsked)
  const ratesOf = (parties: readonly Liable[]) => parties.map((party) => Fraction.rate(party.liability))
  const owedBy = (parties: readonly Liable[]) => Fraction.of(amount).times(Fraction.sum(ratesOf(parties)))
  const givenAway = owedBy(asked.filter(isGone)).rounded()
  const others = asked.filter((party) => !isGone(party))
  const back = owedBy(others)
    .capped(Fraction.of(amount - givenAway))
    .rounded()
  const recoveries = divide(back, ratesOf(others)).map((amountMinor, index) => ({
    kind: 'subrogation',
    partyId: others[index]?.partyId ?? '',
    amountMinor,
  }))
  return { recoveries, givenAway }
}

/** The indemnity without what was given away: everybody bears it by what they would have been paid. */
export function withoutGivenAway(paid: ByClaimant, givenAway: number): ByClaimant {
  const amounts = [...paid.values()]
  const left = amounts.reduce((sum, amount) => sum + amount, 0) - givenAway
  const shares = divide(
    left,
    amounts.map((amount) => Fraction.of(amount)),
  )
  return new Map([...paid.keys()].map((claimantId, index) => [claimantId, shares[index] ?? 0]))
}
