import type { RuleUse } from '../../../domain/rules/use.ts'
import type { Text } from '../../../domain/text.ts'
import type { ClaimView } from '../claim/queries.ts'
import type { Settlement } from './queries.ts'

/**
 * Why a settlement has the levels that it has: the words of the row of the authority table that fired when it was
 * proposed. Undefined for uses of old, of which only the rows were kept.
 */
export function whyLevels(
  { ruleUses }: Pick<ClaimView, 'ruleUses'>,
  { amountMinor, proposedAt }: Pick<Settlement, 'amountMinor' | 'proposedAt'>,
): Text | undefined {
  for (const { table, at, use } of ruleUses) {
    if (table !== 'authorityLevels' || Date.parse(at) !== Date.parse(proposedAt)) continue
    const { inputs, outputs } = use as unknown as RuleUse<'authorityLevels'>
    if (inputs.amountMinor === amountMinor) return outputs?.[0]?.reason
  }
  return undefined
}
