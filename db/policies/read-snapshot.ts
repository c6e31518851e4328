import { and, asc, desc, eq } from 'drizzle-orm'
import { inForce, policyAsOf, withCompulsory } from '../../domain/policy/snapshot.ts'
import type { Line, PolicySnapshot } from '../../domain/policy/terms.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Transaction } from '../client.ts'
import { endorsements, policies, policyPeople, premiumEvents } from '../schema/index.ts'

type PolicyRow = typeof policies.$inferSelect
type Reader = Pick<Transaction, 'select'>

/**
 * The policy as of an instant, with the people who may report under it; undefined if there is none. A commercial
 * motor policy brings along the coverage of the compulsory policy of the same vehicle.
 */
export async function readPolicySnapshot(
  tx: Reader,
  policyId: string,
  asOf: Instant,
): Promise<{ readonly snapshot: PolicySnapshot; readonly people: readonly string[] } | undefined> {
  const [policy] = await tx.select().from(policies).where(eq(policies.id, policyId))
  if (policy === undefined) return undefined
  const people = await tx
    .select({ personId: policyPeople.personId })
    .from(policyPeople)
    .where(eq(policyPeople.policyId, policyId))
  return {
    snapshot: withCompulsory(await snapshotOf(tx, policy, asOf), await compulsoryOf(tx, policy, asOf)),
    people: people.map((one) => one.personId),
  }
}

/** The policy by itself as of an instant. */
async function snapshotOf(tx: Reader, policy: PolicyRow, asOf: Instant): Promise<PolicySnapshot> {
  const changes = await tx
    .select()
    .from(endorsements)
    .where(eq(endorsements.policyId, policy.id))
    .orderBy(asc(endorsements.number))
  const premium = await tx.select().from(premiumEvents).where(eq(premiumEvents.policyId, policy.id))
  const { id, policyNumber, line, branchId, inceptionAt, expiryAt, terms } = policy
  const issued = { policyId: id, policyNumber, line: line as Line, branchId, inceptionAt, expiryAt, terms }
  return policyAsOf(issued, changes, premium, asOf)
}

async function compulsoryOf(
  tx: Reader,
  { line, plateHash }: PolicyRow,
  asOf: Instant,
): Promise<PolicySnapshot | undefined> {
  if (line !== 'motorCommercial' || plateHash === null) return undefined
  const candidates = await tx
    .select()
    .from(policies)
    .where(and(eq(policies.plateHash, plateHash), eq(policies.line, 'motorCompulsory')))
    .orderBy(desc(policies.inceptionAt), asc(policies.id))
  for (const candidate of candidates) {
    const snapshot = await snapshotOf(tx, candidate, asOf)
    if (inForce(snapshot)) return snapshot
  }
  return undefined
}
