import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../client.ts'
import { documents, messages, notices, ruleUses, staff } from '../schema/index.ts'
import type { ClaimForReader } from './claim-for-reader.ts'

/**
 * The version of everything that staff see of a claim: what happened in it, what changes beside its events, and what
 * the reader may do. It costs one statement and opens nothing that is encrypted. The new name of somebody who is not
 * the claim's contact shows with the next event.
 */
export async function readClaimVersion(
  tx: Transaction,
  { row: { id, epoch, eventSequence, state }, actor }: ClaimForReader,
): Promise<string> {
  const { rows } = await tx.execute<{ readonly papers: string }>(sql`select concat_ws('|',
    (select string_agg(concat(${documents.id}, ${documents.state}), ',' order by ${documents.id})
      from ${documents} where ${documents.claimId} = ${id}),
    (select string_agg(concat(${notices.id}, ${notices.status}), ',' order by ${notices.id})
      from ${notices} where ${notices.claimId} = ${id}),
    (select count(*) from ${messages} where ${messages.claimId} = ${id}),
    (select count(*) from ${ruleUses} where ${ruleUses.claimId} = ${id}),
    (select concat(${staff.displayName}, ${staff.workPhone}) from ${staff}
      where ${staff.personId} = ${state.contactId})) as papers`)
  const rights = [actor.personId, actor.roles.toSorted(), actor.substitutesFor.toSorted()]
  const beside = createHash('sha256')
    .update(JSON.stringify([rows[0]?.papers, rights]))
    .digest('hex')
  return `${epoch}.${eventSequence}.${beside.slice(0, 16)}`
}
