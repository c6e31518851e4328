import type { Recovery } from './case.ts'
import { Fraction, divide } from './fraction.ts'

/** What is paid and not yet recovered, split by the liability of each third party (Insurance Law 60). */
export function subrogate(
  amount: number,
  liable: readonly { readonly partyId: string; readonly liability: string }[],
): Recovery[] {
  const rates = liable.map((party) => Fraction.rate(party.liability))
  const back = Fraction.of(amount).times(Fraction.sum(rates)).rounded()
  return divide(back, rates).map((amountMinor, index) => ({
    kind: 'subrogation',
    partyId: liable[index]?.partyId ?? '',
    amountMinor,
  }))
}
