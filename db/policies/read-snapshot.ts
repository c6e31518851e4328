import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { inForce, policyAsOf, withCompulsory } from '../../domain/policy/snapshot.ts'
import type { Line, PolicySnapshot } from '../../domain/policy/terms.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Transaction } from '../client.ts'
import { endorsements, policies, policyPeople, premiumEvents } from '../schema/index.ts'

export type PolicyRow = typeof policies.$inferSelect
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
  const snapshot = await snapshotWithCompulsory(tx, policy, asOf)
  return { snapshot, people: people.map((one) => one.personId) }
}

/** The same for a row that has been read. */
export async function snapshotWithCompulsory(
  tx: Reader,
  policy: PolicyRow,
  asOf: Instant,
): Promise<PolicySnapshot> {
  const { line, plateHash } = policy
  const candidates =
    line !== 'motorCommercial' || plateHash === null
      ? []
      : await tx
          .select()
          .from(policies)
          .where(and(eq(policies.plateHash, plateHash), eq(policies.line, 'motorCompulsory')))
          .orderBy(desc(policies.inceptionAt), asc(policies.id))
  const [own, ...compulsory] = await readSnapshots(tx, [policy, ...candidates], asOf)
  if (own === undefined) throw new Error('A snapshot is read for every row.')
  return withCompulsory(own, compulsory.find(inForce))
}

/** Each policy by itself as of an instant, in the order given. */
export async function readSnapshots(
  tx: Reader,
  rows: readonly PolicyRow[],
  asOf: Instant,
): Promise<readonly PolicySnapshot[]> {
  const ids = rows.map((row) => row.id)
  const changes = await tx
    .select()
    .from(endorsements)
    .where(inArray(endorsements.policyId, ids))
    .orderBy(asc(endorsements.number))
  const premium = await tx.select().from(premiumEvents).where(inArray(premiumEvents.policyId, ids))
  return rows.map(({ id, policyNumber, line, branchId, inceptionAt, expiryAt, terms }) =>
    policyAsOf(
      { policyId: id, policyNumber, line: line as Line, branchId, inceptionAt, expiryAt, terms },
      changes.filter((one) => one.policyId === id),
      premium.filter((one) => one.policyId === id),
      asOf,
    ),
  )
}
