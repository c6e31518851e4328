import { asc, eq } from 'drizzle-orm'
import { policyAsOf } from '../../domain/policy/snapshot.ts'
import type { Line, PolicySnapshot } from '../../domain/policy/terms.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Transaction } from '../client.ts'
import { endorsements, policies, policyPeople, premiumEvents } from '../schema/index.ts'

/** The policy as of an instant, with the people who may report under it; undefined if there is none. */
export async function readPolicySnapshot(
  tx: Transaction,
  policyId: string,
  asOf: Instant,
): Promise<{ readonly snapshot: PolicySnapshot; readonly people: readonly string[] } | undefined> {
  const [policy] = await tx.select().from(policies).where(eq(policies.id, policyId))
  if (policy === undefined) return undefined
  const changes = await tx
    .select()
    .from(endorsements)
    .where(eq(endorsements.policyId, policyId))
    .orderBy(asc(endorsements.number))
  const premium = await tx.select().from(premiumEvents).where(eq(premiumEvents.policyId, policyId))
  const people = await tx.select().from(policyPeople).where(eq(policyPeople.policyId, policyId))
  const { id, policyNumber, line, branchId, inceptionAt, expiryAt, terms } = policy
  const issued = { policyId: id, policyNumber, line: line as Line, branchId, inceptionAt, expiryAt, terms }
  return {
    snapshot: policyAsOf(issued, changes, premium, asOf),
    people: people.map((one) => one.personId),
  }
}
