import { sql } from 'drizzle-orm'
import { fen } from '../../domain/money.ts'
import type { Role } from '../../domain/permissions.ts'
import type { Actor } from '../../domain/claim/facts.ts'
import { isSoftware, softwareId } from '../../domain/claim/software.ts'
import type { Transaction } from '../client.ts'
import type { Sender } from '../commands.ts'

const systemActor: Actor = {
  kind: 'system',
  personId: null,
  accountId: null,
  roles: ['system'],
  limitMinor: null,
  substitutesFor: [],
}

/** Software decides up to the limit that two administrators have granted it, like anybody's a row with an interval. */
async function softwareActor(tx: Transaction, branchId: string, line: string): Promise<Actor> {
  const limits = await limitsOf(tx, [softwareId], branchId, line)
  const limitMinor = limits.get(softwareId) ?? null
  return { ...systemActor, personId: softwareId, roles: ['software'], limitMinor }
}

/**
 * The rights of a sender at this instant, by the database's clock, inside the
 * deciding transaction: a role that ended a moment ago decides nothing. Grants
 * count once a second person confirmed them; a disabled account has none.
 */
export async function actorOf(
  tx: Transaction,
  sender: Sender,
  branchId: string,
  line: string,
): Promise<Actor> {
  if (sender.kind === 'system') return isSoftware(sender) ? softwareActor(tx, branchId, line) : systemActor
  const { rows } = await tx.execute<RightsRow>(sql`
    select a.kind, a.disabled_at is null as enabled, p.branch_id,
      array(select distinct role from role_grants
        where person_id = a.person_id and confirmed_at is not null
          and valid_from <= clock_timestamp() and (valid_to is null or valid_to > clock_timestamp())
          and (branch_id is null or branch_id = ${branchId})) as roles,
      (select max(limit_minor) from authority_limits
        where person_id = a.person_id and confirmed_at is not null
          and valid_from <= clock_timestamp() and (valid_to is null or valid_to > clock_timestamp())
          and (line is null or line = ${line})) as limit_minor,
      array(select person_id from absences
        where substitute_id = a.person_id
          and valid_from <= clock_timestamp() and (valid_to is null or valid_to > clock_timestamp())) as absent
    from accounts a join persons p on p.id = a.person_id
    where a.id = ${sender.accountId} and a.person_id = ${sender.personId}`)
  const row = rows[0]
  const { kind, personId, accountId } = sender
  const none: Actor = { kind, personId, accountId, roles: [], limitMinor: null, substitutesFor: [] }
  if (row?.enabled !== true) return none
  // The kind of account limits the roles: whoever signed in as a customer acts as one, even if they work here.
  if (row.kind === 'customer') return { ...none, roles: ['customer'] }
  if (row.kind === 'partner') {
    return row.branch_id === null || row.branch_id === branchId ? { ...none, roles: ['partner'] } : none
  }
  const limitMinor = row.limit_minor === null ? null : fen(Number(row.limit_minor))
  return { ...none, roles: row.roles, limitMinor, substitutesFor: row.absent }
}

interface RightsRow extends Record<string, unknown> {
  readonly kind: 'staff' | 'customer' | 'partner'
  readonly enabled: boolean
  readonly branch_id: string | null
  readonly roles: Role[]
  readonly limit_minor: string | null
  readonly absent: string[]
}

/** What each of these people may approve on a line now; for the gate before money leaves. */
export async function limitsOf(tx: Transaction, people: readonly string[], branchId: string, line: string) {
  const limits = new Map<string, ReturnType<typeof fen> | null>()
  for (const personId of people) {
    const { rows } = await tx.execute<{ limit_minor: string | null }>(sql`
      select max(l.limit_minor) as limit_minor from authority_limits l
      where l.person_id = ${personId} and l.confirmed_at is not null
        and l.valid_from <= clock_timestamp() and (l.valid_to is null or l.valid_to > clock_timestamp())
        and (l.line is null or l.line = ${line})
        and (l.person_id = ${softwareId} or exists (select from role_grants g
          where g.person_id = l.person_id and g.role = 'approver' and g.confirmed_at is not null
            and g.valid_from <= clock_timestamp() and (g.valid_to is null or g.valid_to > clock_timestamp())
            and (g.branch_id is null or g.branch_id = ${branchId})))`)
    const limit = rows[0]?.limit_minor ?? null
    limits.set(personId, limit === null ? null : fen(Number(limit)))
  }
  return limits
}
