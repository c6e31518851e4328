import type { RuleUse } from '../../../domain/rules/use.ts'
import type { Text } from '../../../domain/text.ts'
import type { ClaimView } from '../claim/queries.ts'
import type { Settlement } from './queries.ts'

/**
 * Why a settlement has the levels that it has: the words of the row of the authority table that fired when it was
 * proposed. The table is asked about all that the claim and those of the same day cost, so the amount says nothing about
 * which use it was. Undefined for uses of old, of which only the rows were kept, and once somebody has referred it to
 * higher levels, which no row asked for.
 */
export function whyLevels(
  { ruleUses }: Pick<ClaimView, 'ruleUses'>,
  { approvals, proposedAt }: Pick<Settlement, 'approvals' | 'proposedAt'>,
): Text | undefined {
  if (approvals.some(({ decision }) => decision === 'refer')) return undefined
  const asked = ruleUses.find(
    ({ table, at }) => table === 'authorityLevels' && Date.parse(at) === Date.parse(proposedAt),
  )
  const use = asked?.use as unknown as RuleUse<'authorityLevels'> | undefined
  return use?.outputs?.[0]?.reason
}
