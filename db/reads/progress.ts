import { eq, sql, type SQLWrapper } from 'drizzle-orm'
import type { ClaimState } from '../../domain/claim/state.ts'
import { conditionsFor } from '../../domain/permissions.ts'
import type { Database } from '../client.ts'
import type { Identity } from '../identity/identity.ts'
import { type FoundSession, foundSession, sessionColumns } from '../identity/sessions.ts'
import { tokenHash } from '../identity/tokens.ts'
import { accounts, claims, persons, sessions, staff } from '../schema/index.ts'
import type { StaffContact } from './staff-contact.ts'

/** A claim as its customer polls it; without state when the reader already has this version. */
export interface PolledClaim {
  readonly etag: string
  readonly eventSequence: number
  readonly state: ClaimState | null
  readonly contact: StaffContact | null
}

const given = sql.placeholder

// Whoever answers the telephone changes without an event.
const etag = sql<string>`${claims.epoch} || '.' || ${claims.eventSequence} || '.' ||
  left(md5(coalesce(${staff.displayName}, '') || '|' || coalesce(${staff.workPhone}, '')), 8)`

const isParty = (personId: SQLWrapper) => sql`exists (select from claim_parties o
  where o.claim_id = ${claims.id} and o.person_id = ${personId})`

/** From `claims` joined with `staff`, the state only if the reader knows another version. */
const polledColumns = {
  etag,
  eventSequence: claims.eventSequence,
  state: sql<ClaimState | null>`case when ${etag} = ${given('known')}::text then null else ${claims.state} end`,
  name: staff.displayName,
  workPhone: staff.workPhone,
}

interface PolledRow extends Omit<PolledClaim, 'contact'> {
  readonly name: string | null
  readonly workPhone: string | null
}

function polledClaim({ etag: current, eventSequence, state, name, workPhone }: PolledRow): PolledClaim {
  const contact = name === null || workPhone === null ? null : { name, workPhone }
  return { etag: current, eventSequence, state, contact }
}

/** A customer's session together with the claim that it asks for; undefined for one that is not theirs. */
export interface PollingSession {
  readonly session: FoundSession
  readonly polled: PolledClaim | undefined
}

/**
 * The customer's poll whole, in one prepared statement: who is calling, whose claim it is and which version. It
 * finds no claim for anybody but customers, whose rights do not depend on more than being in it.
 */
export function customerPollReader(database: Database) {
  const { etag: current, eventSequence, ...rest } = polledColumns
  const find = database
    .select({
      ...sessionColumns,
      ...rest,
      // Null where the claim is not theirs: the join then has no row for it.
      etag: sql<string | null>`case when ${claims.id} is null then null else ${current} end`,
      eventSequence: sql<number | null>`${eventSequence}`,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .leftJoin(
      claims,
      sql`${accounts.kind} = 'customer' and ${claims.id} = ${given('claimId')}::uuid and ${isParty(accounts.personId)}`,
    )
    .leftJoin(staff, eq(staff.personId, claims.contactId))
    .where(eq(sessions.tokenHash, given('hash')))
    .prepare('poll_as_customer')

  return async (token: string, claimId: string, known: string): Promise<PollingSession> => {
    const hash = tokenHash(token)
    const [row] = await find.execute({ hash, claimId, known })
    const session = await foundSession(database, hash, row)
    if (row === undefined || row.etag === null || row.eventSequence === null)
      return { session, polled: undefined }
    return { session, polled: polledClaim({ ...row, etag: row.etag, eventSequence: row.eventSequence }) }
  }
}

/**
 * The same question of whoever has been identified already, in one prepared statement: whose claim it is, which version, and its state only
 * if the reader has another. A claim of somebody else and one that does not exist are the same row: none.
 */
export function progressReader(database: Database) {
  const isCaller = isParty(sql`${given('personId')}::uuid`)
  const inBranch = sql`(${given('everywhere')}::boolean or ${claims.branchId} = any(${given('branches')}::uuid[]))`
  const mine = sql`case ${given('kind')}::text
    when 'customer' then ${isCaller}
    when 'partner' then ${inBranch} and ${claims.state} ->> 'registeredBy' = ${given('personId')}::text
    else ${inBranch} and not ${isCaller} end`
  const read = database
    .select(polledColumns)
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
    return row === undefined ? undefined : polledClaim(row)
  }
}
