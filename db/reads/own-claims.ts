import { and, desc, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../client.ts'
import type { Identity } from '../identity/identity.ts'
import { claims } from '../schema/index.ts'
import { cursorOf, type Cursor } from './cursor.ts'

/** What a list shows of a claim without opening it. */
export const listed = {
  claimId: claims.id,
  caseNumber: claims.caseNumber,
  line: claims.line,
  cause: sql<string>`${claims.state} ->> 'cause'`,
  stage: claims.stage,
  outcome: claims.outcome,
  priority: claims.priority,
  lossAt: claims.lossAt,
  registeredAt: sql<number>`(extract(epoch from ${claims.createdAt}) * 1000)::bigint`.mapWith(Number),
  updatedAt: claims.updatedAt,
}

export const newestFirst = [desc(claims.createdAt), desc(claims.id)]

export function beyond(cursor: Cursor | null): SQL | undefined {
  if (cursor === null) return undefined
  return sql`(${claims.createdAt}, ${claims.id})
    < (timestamptz 'epoch' + ${cursor.at} * interval '1 millisecond', ${cursor.id}::uuid)`
}

export interface Page {
  readonly cursor: Cursor | null
  readonly limit: number
}

/** The claims that somebody is a party of, or that a partner has reported. */
export async function readOwnClaims(database: Database, identity: Identity, { cursor, limit }: Page) {
  const { accountKind, personId } = identity
  const own =
    accountKind === 'partner'
      ? sql`${claims.state} ->> 'registeredBy' = ${personId}`
      : sql`${claims.id} in (select o.claim_id from claim_parties o where o.person_id = ${personId})`
  const rows = await database
    .select({
      ...listed,
      policyId: claims.policyId,
      checklist: sql<readonly { need: string; state: string }[]>`${claims.state} -> 'checklist'`,
    })
    .from(claims)
    .where(and(own, beyond(cursor)))
    .orderBy(...newestFirst)
    .limit(limit)
  return { rows, next: rows.length === limit ? cursorOf(rows.at(-1)) : null }
}
