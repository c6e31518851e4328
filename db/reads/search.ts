import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../client.ts'
import type { FieldCipher } from '../encryption/field-cipher.ts'
import type { Identity } from '../identity/identity.ts'
import { claims } from '../schema/index.ts'
import { branchesOf, withinBranches } from './branches-of.ts'
import { cursorOf } from './cursor.ts'
import { beyond, listed, newestFirst, type Page } from './own-claims.ts'

export interface ClaimSearch {
  readonly caseNumber?: string
  readonly policyNumber?: string
  readonly plate?: string
  readonly phone?: string
  readonly stage?: string
  readonly line?: string
}

/**
 * Claims of the reader's branches that fit everything named, newest first. What is encrypted is found by its keyed
 * hash, so only whole numbers are found, and names are not. Nobody finds the claims of which they are a party.
 */
export async function searchClaims(
  database: Database,
  cipher: FieldCipher,
  identity: Identity,
  search: ClaimSearch,
  { cursor, limit }: Page,
) {
  const { caseNumber, policyNumber, plate, phone, stage, line } = search
  const conditions: (SQL | undefined)[] = [
    withinBranches(claims.branchId, branchesOf(identity, 'searchClaims')),
    sql`not exists (select from claim_parties o
      where o.claim_id = ${claims.id} and o.person_id = ${identity.personId})`,
    caseNumber === undefined ? undefined : eq(claims.caseNumber, caseNumber),
    stage === undefined ? undefined : eq(claims.stage, stage),
    line === undefined ? undefined : eq(claims.line, line),
    policyNumber === undefined
      ? undefined
      : sql`${claims.policyId} = (select p.id from policies p where p.policy_number = ${policyNumber})`,
    plate === undefined
      ? undefined
      : sql`(${claims.plateHash} = ${cipher.lookupHash('plate', plate)} or ${claims.policyId} in
          (select p.id from policies p where p.plate_hash = ${cipher.lookupHash('plate', plate)}))`,
    phone === undefined
      ? undefined
      : sql`${claims.id} in (select o.claim_id from claim_parties o
          where o.phone_hash = ${cipher.lookupHash('phone', phone)})`,
    beyond(cursor),
  ]
  const rows = await database
    .select(listed)
    .from(claims)
    .where(and(...conditions))
    .orderBy(...newestFirst)
    .limit(limit)
  return { rows, next: rows.length === limit ? cursorOf(rows.at(-1)) : null }
}
