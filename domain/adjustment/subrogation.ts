import { type Fen, add, fen, smaller, subtract } from '../money.ts'
import {
  type Rational,
  compare,
  least,
  nothing,
  one,
  parseRate,
  roundHalfUp,
  sum,
  times,
  whole,
} from './rational.ts'
import type { LiableParty } from './coverage-input.ts'
import { amountsOf } from './lines.ts'
import type { ClaimantAmount, CompulsoryPart, Recoverable } from './sheet-types.ts'
import { type Trace, stepInput } from './trace.ts'

const recovered = (recoverables: readonly Recoverable[]): Fen =>
  add(...recoverables.map(({ amountMinor }) => fen(amountMinor)))

/** What we advanced for the other vehicles' compulsory covers, within what was paid. */
function compulsoryRecovery(trace: Trace, parts: readonly CompulsoryPart[], paid: Fen): Recoverable[] {
  const due = sum(...parts.map((part) => whole(part.amountMinor)))
  if (compare(due, nothing) === 0) return []
  const shares = trace.divide(
    {
      id: 'ownDamage.compulsoryRecovery',
      formula: 'compulsoryRecovery',
      inputs: [
        ...parts.map((part) => stepInput('compulsory', 'fen', part.amountMinor, part.vehicle)),
        stepInput('paid', 'fen', paid),
      ],
      exact: least(due, whole(paid)),
    },
    parts.map((part) => ({ name: part.vehicle, weight: whole(part.amountMinor) })),
  )
  return shares.map(({ name, amount }) => ({ kind: 'compulsoryCover', partyId: name, amountMinor: amount }))
}

/** What comes back after a payment, and what does not because the insured gave the right away. */
interface Rights {
  readonly recoverables: readonly Recoverable[]
  /** Taken off the indemnity (Insurance Law 61). */
  readonly lost: Fen
}

type Weights = readonly { readonly name: string; readonly weight: Rational }[]

function liabilities(parties: readonly LiableParty[]): Weights {
  return parties.map(({ partyId, liability }) => ({ name: partyId, weight: parseRate(liability) }))
}

const together = (base: Fen, rates: Weights): Rational =>
  times(whole(base), least(one, sum(...rates.map(({ weight }) => weight))))

/** A waiver is the insured's to give until we have paid; afterwards the right is ours, and the waiver void. */
const isGivenAway = ({ right }: LiableParty): boolean =>
  right === 'waivedBeforePayment' || right === 'lostByInsured'

/** Family and household are left alone unless they intended the loss (Insurance Law 62). */
const isSpared = ({ household }: LiableParty): boolean => household !== undefined && !household.intent

/**
 * What the liable parties owe us after we paid, in motor and in property: the amount paid, less salvage
 * and compulsory amounts recovered, by the liability of each (Insurance Law 60: within the amount paid).
 * @param advancedParts compulsory parts of other vehicles that we paid in their place
 */
export function subrogate(
  trace: Trace,
  stepId: string,
  parties: readonly LiableParty[],
  paid: Fen,
  advancedParts: readonly CompulsoryPart[],
  salvage: readonly Recoverable[],
): Rights {
  const afterSalvage = subtract(paid, smaller(paid, recovered(salvage)))
  const compulsory = compulsoryRecovery(trace, advancedParts, afterSalvage)
  const base = subtract(afterSalvage, recovered(compulsory))
  const liable = parties.filter(
    (party) => compare(parseRate(party.liability), nothing) > 0 && !isSpared(party),
  )
  const lost = roundHalfUp(together(base, liabilities(liable.filter(isGivenAway))))
  const rates = liabilities(liable.filter((party) => !isGivenAway(party)))
  if (rates.length === 0 || base === 0) return { recoverables: compulsory, lost }
  const shares = trace.divide(
    {
      id: `${stepId}.subrogation`,
      formula: 'subrogation',
      inputs: [
        stepInput('paid', 'fen', paid),
        ...salvage.map(({ amountMinor }) => stepInput('salvage', 'fen', amountMinor)),
        ...compulsory.map(({ amountMinor }) => stepInput('compulsory', 'fen', amountMinor)),
        ...rates.map(({ name, weight }) => stepInput('liability', 'rate', weight, name)),
      ],
      exact: least(together(base, rates), whole(subtract(base, lost))),
    },
    rates,
  )
  const claims = shares.map(({ name, amount }) => ({
    kind: 'subrogation' as const,
    partyId: name,
    amountMinor: amount,
  }))
  return { recoverables: [...compulsory, ...claims], lost }
}

/**
 * The indemnity without what nobody can be asked for any more, because the insured waived the right before they
 * were paid, or lost it by intent or gross negligence (Insurance Law 61).
 */
export function afterLostRights(
  trace: Trace,
  stepId: string,
  amounts: readonly ClaimantAmount[],
  lost: Fen,
): readonly ClaimantAmount[] {
  if (lost === 0) return amounts
  const paid = add(...amounts.map(({ payableMinor }) => fen(payableMinor)))
  const shares = trace.divide(
    {
      id: `${stepId}.rightsLost`,
      formula: 'rightsLost',
      inputs: [stepInput('paid', 'fen', paid), stepInput('rightsLost', 'fen', lost)],
      exact: whole(subtract(paid, lost)),
    },
    amounts.map(({ claimantId, payableMinor }) => ({ name: claimantId, weight: whole(payableMinor) })),
  )
  return amountsOf(shares)
}
