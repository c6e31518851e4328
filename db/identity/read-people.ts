import { and, asc, eq, gt, inArray, isNotNull, or, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { fieldContext, type FieldCipher } from '../encryption/field-cipher.ts'
import { softwareId } from '../../domain/claim/software.ts'
import { maskIdentityNumber, maskName, maskPhone } from '../../domain/privacy/mask.ts'
import { absences, accounts, authorityLimits, branches, persons, roleGrants, staff } from '../schema/index.ts'
import type { Role } from '../../domain/permissions.ts'
import type { HeldRole } from './identity.ts'

/** Which people a reader may see: those of some branches, or all. */
export type BranchScope = readonly string[] | 'all'

/** The branches in which any of these roles is held. */
export function branchScope(held: readonly HeldRole[]): BranchScope {
  const ids = held.map((role) => role.branchId)
  return ids.includes(null) ? 'all' : ids.filter((id) => id !== null)
}

function within(scope: BranchScope): SQL | undefined {
  return scope === 'all' ? undefined : inArray(persons.branchId, [...scope])
}

/** Staff and whoever else has an account for staff, by display name; `after` is the last id of the page before. */
export async function listStaff(
  database: Database,
  {
    scope,
    after,
    limit,
  }: { readonly scope: BranchScope; readonly after: string | null; readonly limit: number },
) {
  return database
    .select({
      personId: persons.id,
      displayName: staff.displayName,
      branchId: persons.branchId,
      skills: staff.skills,
      roles: sql<Role[]>`array(select distinct g.role from role_grants g
        where g.person_id = ${persons.id} and g.confirmed_at is not null
          and g.valid_from <= clock_timestamp() and (g.valid_to is null or g.valid_to > clock_timestamp())
        order by g.role)`,
      disabled: sql<boolean>`not exists (select from accounts a
        where a.person_id = ${persons.id} and a.disabled_at is null)`,
      pending: sql<number>`((select count(*) from role_grants g where g.person_id = ${persons.id}
          and g.confirmed_at is null and (g.valid_to is null or g.valid_to > clock_timestamp()))
        + (select count(*) from authority_limits l where l.person_id = ${persons.id}
          and l.confirmed_at is null and (l.valid_to is null or l.valid_to > clock_timestamp())))::int`,
    })
    .from(persons)
    .innerJoin(staff, eq(staff.personId, persons.id))
    .where(and(within(scope), after === null ? undefined : gt(persons.id, after)))
    .orderBy(asc(persons.id))
    .limit(limit)
}

/** One person with everything they hold or held, personal data masked. Undefined when out of scope. */
export async function readPerson(
  database: Database,
  cipher: FieldCipher,
  { personId, scope }: { readonly personId: string; readonly scope: BranchScope },
) {
  const [row] = await database
    .select()
    .from(persons)
    .leftJoin(staff, eq(staff.personId, persons.id))
    .where(and(eq(persons.id, personId), within(scope)))
  if (row === undefined) return undefined
  const { id, kind, branchId, nameEncrypted, phoneEncrypted, identityEncrypted } = row.persons
  const open = (field: string, stored: string | null, mask: (value: string) => string) =>
    stored === null ? null : mask(cipher.decrypt(stored, fieldContext('person', id, field)))
  const [held, limits, away, owned] = await Promise.all([
    database.select().from(roleGrants).where(eq(roleGrants.personId, id)).orderBy(asc(roleGrants.createdAt)),
    database
      .select()
      .from(authorityLimits)
      .where(eq(authorityLimits.personId, id))
      .orderBy(asc(authorityLimits.createdAt)),
    database.select().from(absences).where(eq(absences.personId, id)).orderBy(asc(absences.createdAt)),
    database
      .select({
        accountId: accounts.id,
        kind: accounts.kind,
        // Of a customer or a partner it is a hash or part of a key, and says nothing to anybody.
        login: sql<string | null>`case when ${accounts.kind} = 'staff' then ${accounts.login} end`,
        disabledAt: accounts.disabledAt,
      })
      .from(accounts)
      .where(eq(accounts.personId, id))
      .orderBy(asc(accounts.createdAt)),
  ])
  const named = [...held, ...limits].flatMap(({ grantedBy, confirmedBy }) => [grantedBy, confirmedBy])
  const others = [...named, ...away.flatMap(({ grantedBy, substituteId }) => [grantedBy, substituteId])]
  return {
    personId: id,
    kind,
    branchId,
    // The name of a program is no personal data and stands in clear.
    nameMasked: id === softwareId ? nameEncrypted : open('name', nameEncrypted, maskName),
    phoneMasked: open('phone', phoneEncrypted, maskPhone),
    identityMasked: open('identity', identityEncrypted, maskIdentityNumber),
    staff: row.staff === null ? null : profileOf(row.staff),
    accounts: owned,
    roles: held,
    limits: limits,
    absences: away,
    people: await namesOf(
      database,
      others.filter((one) => one !== null),
    ),
  }
}

/** Working names of whoever granted, confirmed or stands in. */
async function namesOf(database: Database, ids: readonly string[]) {
  if (ids.length === 0) return []
  return database
    .select({ personId: staff.personId, name: staff.displayName })
    .from(staff)
    .where(inArray(staff.personId, [...new Set(ids)]))
}

/** Every branch, by its code. */
export async function listBranches(database: Database) {
  return database
    .select({ branchId: branches.id, code: branches.code, name: branches.name })
    .from(branches)
    .orderBy(asc(branches.code))
}

function profileOf({ displayName, workPhone, skills, capacity, ...place }: typeof staff.$inferSelect) {
  const { latitudeMicro, longitudeMicro } = place
  return { displayName, workPhone, skills, capacity, latitudeMicro, longitudeMicro }
}

/** For the signed-in person's own page: how they are called, where they work, and up to which amounts they approve. */
export async function readOwnProfile(database: Database, personId: string, branchIds: readonly string[]) {
  const [[profile], places, limits] = await Promise.all([
    database
      .select({ nameEncrypted: persons.nameEncrypted, displayName: staff.displayName })
      .from(persons)
      .leftJoin(staff, eq(staff.personId, persons.id))
      .where(eq(persons.id, personId)),
    branchIds.length === 0
      ? []
      : database
          .select({ id: branches.id, code: branches.code, name: branches.name })
          .from(branches)
          .where(inArray(branches.id, [...branchIds]))
          .orderBy(asc(branches.code)),
    database
      .select({
        line: authorityLimits.line,
        limitMinor: authorityLimits.limitMinor,
        validTo: authorityLimits.validTo,
      })
      .from(authorityLimits)
      .where(
        and(
          eq(authorityLimits.personId, personId),
          isNotNull(authorityLimits.confirmedAt),
          sql`${authorityLimits.validFrom} <= clock_timestamp()`,
          or(sql`${authorityLimits.validTo} is null`, sql`${authorityLimits.validTo} > clock_timestamp()`),
        ),
      ),
  ])
  if (profile === undefined) throw new Error('An account without a person.')
  return { ...profile, branches: places, limits }
}
