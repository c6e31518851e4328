import { and, eq, ne, sql } from 'drizzle-orm'
import { committedMinor, liveLateDamages } from '../../domain/claim/stages/settled.ts'
import type { ClaimState } from '../../domain/claim/state.ts'
import { add, type Fen, zero } from '../../domain/money.ts'
import type { PolicySnapshot } from '../../domain/policy/terms.ts'
import type { Transaction } from '../client.ts'
import { claims } from '../schema/index.ts'

/** What other claims of the policy have been granted of its sums insured, in fen. */
export async function grantedMinor(tx: Transaction, claimId: string, policyId: string): Promise<number> {
  const { rows } = await tx.execute<{ granted: string }>(sql`
    select coalesce(sum(amount_minor), 0) as granted from payment_intents i
    join claims c on c.id = i.claim_id
    where c.policy_id = ${policyId} and c.id <> ${claimId}
      and i.status not in ('failed', 'returned', 'cancelled')`)
  return Number(rows[0]?.granted ?? 0) - (await grantedForDelay(tx, claimId, policyId))
}

/** Late payment is rare: only the claims that owe something for it are read. */
async function grantedForDelay(tx: Transaction, claimId: string, policyId: string): Promise<Fen> {
  const late = await tx
    .select({ state: claims.state })
    .from(claims)
    .where(
      and(
        eq(claims.policyId, policyId),
        ne(claims.id, claimId),
        sql`${claims.state} @? '$.sheets[*].byClaimant[*] ? (@.coverage == "lateDamages")'`,
      ),
    )
  return add(zero, ...late.map(({ state }) => liveLateDamages(state)))
}

export function highestSumInsured({ terms }: PolicySnapshot): number {
  return terms.coverages.reduce((sum, one) => Math.max(sum, one.sumInsuredMinor), 0)
}

/** The highest sum insured of the policy, less what other claims of it have been granted. */
export async function limitLeft(tx: Transaction, claimId: string, policy: PolicySnapshot): Promise<number> {
  return highestSumInsured(policy) - (await grantedMinor(tx, claimId, policy.policyId))
}

export async function previousClaims(tx: Transaction, claimId: string, policyId: string): Promise<number> {
  return tx.$count(
    claims,
    and(
      eq(claims.policyId, policyId),
      ne(claims.id, claimId),
      sql`${claims.createdAt} > clock_timestamp() - interval '1 year'`,
    ),
  )
}

/** Two decisions at once on one policy would not see each other, and each stay below a limit. */
export async function lockPolicy(tx: Transaction, policyId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${policyId}, 0))`)
}

/**
 * What has been or may be paid on other claims of the same policy and day of loss:
 * authority is measured by the event, so that splitting it does not help.
 */
export async function relatedMinor(tx: Transaction, state: ClaimState): Promise<Fen> {
  await lockPolicy(tx, state.policyId)
  const day = 24 * 60 * 60 * 1000
  const others = await tx
    .select({ state: claims.state })
    .from(claims)
    .where(
      and(
        eq(claims.policyId, state.policyId),
        ne(claims.id, state.id),
        sql`abs(extract(epoch from ${claims.lossAt}) * 1000 - ${state.lossAt}) < ${day}`,
      ),
    )
  return add(...others.map((other) => committedMinor(other.state)))
}
