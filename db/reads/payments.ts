import { and, desc, eq, sql } from 'drizzle-orm'
import type { Intent, IntentStatus } from '../../domain/claim/state.ts'
import type { Database } from '../client.ts'
import type { Identity } from '../identity/identity.ts'
import { claims, paymentIntents } from '../schema/index.ts'
import { branchesOf, withinBranches } from './branches-of.ts'
import { encodeCursor } from './cursor.ts'
import type { Page } from './own-claims.ts'

const milliseconds = sql<number>`(extract(epoch from ${paymentIntents.updatedAt}) * 1000)::bigint`

/** Why it is in doubt and what a first person has proposed; it stands in the claim and nowhere else. */
const suspense = sql<Intent['suspense']>`(select i -> 'suspense'
  from jsonb_array_elements(${claims.state} -> 'intents') i where i ->> 'id' = ${paymentIntents.id}::text)`

/** Payments that somebody may see: of their branches, and of no claim in which they have a part. */
function visible(identity: Identity) {
  return and(
    withinBranches(claims.branchId, branchesOf(identity, 'readLedger')),
    sql`not exists (select from claim_parties o
      where o.claim_id = ${claims.id} and o.person_id = ${identity.personId})`,
  )
}

/** One page of the payments in a state, by what changed last. */
export async function readPayments(
  database: Database,
  identity: Identity,
  { status, cursor, limit }: Page & { readonly status: IntentStatus },
) {
  const rows = await database
    .select({
      intentId: paymentIntents.id,
      claimId: claims.id,
      caseNumber: claims.caseNumber,
      settlementId: paymentIntents.settlementId,
      ref: paymentIntents.ref,
      amountMinor: paymentIntents.amountMinor,
      status: sql<IntentStatus>`${paymentIntents.status}`,
      suspense,
      updatedAt: paymentIntents.updatedAt,
      key: milliseconds.mapWith(Number),
    })
    .from(paymentIntents)
    .innerJoin(claims, eq(claims.id, paymentIntents.claimId))
    .where(
      and(
        eq(paymentIntents.status, status),
        visible(identity),
        cursor === null
          ? undefined
          : sql`(${milliseconds}, ${paymentIntents.id}) < (${cursor.at}::bigint, ${cursor.id}::uuid)`,
      ),
    )
    .orderBy(desc(milliseconds), desc(paymentIntents.id))
    .limit(limit)
  const last = rows.at(-1)
  const next =
    rows.length < limit || last === undefined ? null : encodeCursor({ at: last.key, id: last.intentId })
  return { payments: rows.map(({ key: _key, ...row }) => row), next }
}

/** How many payments are in each state, and how much money; a state without any is left out. */
export async function countPayments(database: Database, identity: Identity) {
  return database
    .select({
      status: sql<IntentStatus>`${paymentIntents.status}`,
      count: sql<number>`count(*)::int`,
      amountMinor: sql<number>`sum(${paymentIntents.amountMinor})`.mapWith(Number),
    })
    .from(paymentIntents)
    .innerJoin(claims, eq(claims.id, paymentIntents.claimId))
    .where(visible(identity))
    .groupBy(paymentIntents.status)
}
