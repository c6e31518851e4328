import { type Fen, add, fen, smaller, subtract } from '../money.ts'
import { compare, least, nothing, one, parseRate, sum, times, whole } from './rational.ts'
import type { LiableParty } from './coverage-input.ts'
import type { CompulsoryPart, Recoverable } from './sheet-types.ts'
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
): Recoverable[] {
  const afterSalvage = subtract(paid, smaller(paid, recovered(salvage)))
  const compulsory = compulsoryRecovery(trace, advancedParts, afterSalvage)
  const base = subtract(afterSalvage, recovered(compulsory))
  const liable = parties.filter((other) => compare(parseRate(other.liability), nothing) > 0)
  if (liable.length === 0 || base === 0) return compulsory
  const rates = liable.map((other) => ({ name: other.partyId, weight: parseRate(other.liability) }))
  const shares = trace.divide(
    {
      id: `${stepId}.subrogation`,
      formula: 'subrogation',
      inputs: [
        stepInput('paid', 'fen', paid),
        ...salvage.map(({ amountMinor }) => stepInput('salvage', 'fen', amountMinor)),
        ...compulsory.map(({ amountMinor }) => stepInput('compulsory', 'fen', amountMinor)),
        ...liable.map((other) => stepInput('liability', 'rate', other.liability, other.partyId)),
      ],
      exact: times(whole(base), least(one, sum(...rates.map(({ weight }) => weight)))),
    },
    rates,
  )
  const claims = shares.map(({ name, amount }) => ({
    kind: 'subrogation' as const,
    partyId: name,
    amountMinor: amount,
  }))
  return [...compulsory, ...claims]
}
