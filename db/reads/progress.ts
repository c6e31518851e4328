import { eq, sql } from 'drizzle-orm'
import type { ClaimState } from '../../domain/claim/state.ts'
import { conditionsFor } from '../../domain/permissions.ts'
import type { Database } from '../client.ts'
import type { Identity } from '../identity/identity.ts'
import { claims, staff } from '../schema/index.ts'
import type { StaffContact } from './staff-contact.ts'

/** A claim as its customer polls it; without state when the reader already has this version. */
export interface PolledClaim {
  readonly etag: string
  readonly eventSequence: number
  readonly state: ClaimState | null
  readonly contact: StaffContact | null
}

/**
 * The most frequent question of all, in one prepared statement: whose claim it is, which version, and its state only
 * if the reader has another. A claim of somebody else and one that does not exist are the same row: none.
 */
export function progressReader(database: Database) {
  const given = sql.placeholder
  // Whoever answers the telephone changes without an event.
  const etag = sql<string>`${claims.epoch} || '.' || ${claims.eventSequence} || '.' ||
    left(md5(coalesce(${staff.displayName}, '') || '|' || coalesce(${staff.workPhone}, '')), 8)`
  const isParty = sql`exists (select from claim_parties o
    where o.claim_id = ${claims.id} and o.person_id = ${given('personId')}::uuid)`
  const inBranch = sql`(${given('everywhere')}::boolean or ${claims.branchId} = any(${given('branches')}::uuid[]))`
  const mine = sql`case ${given('kind')}::text
    when 'customer' then ${isParty}
    when 'partner' then ${inBranch} and ${claims.state} ->> 'registeredBy' = ${given('personId')}::text
    else ${inBranch} and not ${isParty} end`
  const read = database
    .select({
      etag,
      eventSequence: claims.eventSequence,
      state: sql<ClaimState | null>`case when ${etag} = ${given('known')}::text then null else ${claims.state} end`,
      name: staff.displayName,
      workPhone: staff.workPhone,
    })
    .from(claims)
    .leftJoin(staff, eq(staff.personId, claims.contactId))
    .where(sql`${claims.id} = ${given('claimId')} and ${mine}`)
    .prepare('read_progress')

  return async (
    { accountKind, personId, roles }: Identity,
    claimId: string,
    known: string,
  ): Promise<PolledClaim | undefined> => {
    const reading = roles.filter(({ role }) => conditionsFor('readProgress', [role]).length > 0)
    const everywhere = reading.some(
      ({ role, branchId }) => branchId === null || conditionsFor('readProgress', [role]).includes('any'),
    )
    const branches = reading.map(({ branchId }) => branchId).filter((one) => one !== null)
    const [row] = await read.execute({ claimId, kind: accountKind, personId, everywhere, branches, known })
    if (row === undefined) return undefined
    const { name, workPhone, ...rest } = row
    return { ...rest, contact: name === null || workPhone === null ? null : { name, workPhone } }
  }
}
