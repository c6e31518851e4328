import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Transaction } from '../../db/client.ts'
import type { FieldCipher } from '../../db/encryption/field-cipher.ts'
import { createPerson, createStaffProfile } from '../../db/identity/persons.ts'
import { accounts, authorityLimits, branches, roleGrants } from '../../db/schema/index.ts'
import { defaultsAuthor, defaultsReviewer } from '../../db/seed/load.ts'
import { softwareId } from '../../domain/claim/software.ts'
import { assert } from '../../domain/errors.ts'
import { fen } from '../../domain/money.ts'
import type { Role } from '../../domain/permissions.ts'
import { startOfDay } from '../../domain/time/civil-date.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { demonstrationDocument } from './documents.ts'

interface StaffMember {
  /** The first is the usual one; whoever has two is one person all the same. */
  readonly logins: readonly string[]
  readonly name: string
  readonly identityNumber: string
  readonly phone: string
  readonly branchCode: string
  readonly workPhone: string
  readonly skills: readonly string[]
  readonly capacity: number
  readonly roles: readonly { readonly role: Role; readonly branches: readonly string[] | 'all' }[]
  readonly limitMinor?: number
  readonly position?: { readonly latitudeMicro: number; readonly longitudeMicro: number }
}

interface StaffDocument {
  readonly staff: readonly StaffMember[]
  readonly partner: {
    readonly name: string
    readonly creditCode: string
    readonly phone: string
    readonly branchCode: string
  }
}

export const { staff: demonstrationStaff, partner } = demonstrationDocument('staff') as StaffDocument

interface Loading {
  readonly tx: Transaction
  readonly cipher: FieldCipher
  readonly now: Instant
  /** Hash of the password, or of the partner's key, by account. */
  readonly secrets: ReadonlyMap<string, string>
}

const validFrom = startOfDay('2020-01-01')

/** Adds whoever has no account yet, and returns how many that were. Branches are there already. */
export async function loadDemonstrationStaff({ tx, cipher, now, secrets }: Loading): Promise<number> {
  const branchIds = new Map((await tx.select().from(branches)).map((row) => [row.code, row.id]))
  const owners = new Map((await tx.select().from(accounts)).map((row) => [row.login, row.personId]))
  const missing = demonstrationStaff.filter(({ logins }) => logins.some((login) => !owners.has(login)))
  for (const member of missing) {
    const { name, phone, identityNumber, branchCode, position = null } = member
    const branchId = branchIds.get(branchCode) ?? null
    const personId = await createPerson(tx, cipher, {
      kind: 'natural',
      branchId,
      name,
      phone,
      identityNumber,
    })
    const { workPhone, skills, capacity } = member
    await createStaffProfile(tx, personId, { displayName: name, workPhone, skills, capacity, position })
    for (const login of member.logins) {
      const passwordHash = secrets.get(login) ?? null
      await tx.insert(accounts).values({ id: randomUUID(), personId, kind: 'staff', login, passwordHash })
      owners.set(login, personId)
    }
  }
  for (const member of missing) await grant({ tx, now, branchIds, owners }, member)
  await grantSoftware({ tx, now, branchIds, owners })
  return missing.length + (await loadPartner(tx, cipher, { branchIds, owners, secrets }))
}

interface Granting {
  readonly tx: Transaction
  readonly now: Instant
  readonly branchIds: ReadonlyMap<string, string>
  readonly owners: ReadonlyMap<string, string>
}

/**
 * Nobody can grant the first rights, so the loader writes them; two people stand in every row all the same, as
 * in any later grant, and the administrators' own rows name the two of the base data.
 */
async function grant({ tx, now, branchIds, owners }: Granting, member: StaffMember): Promise<void> {
  const personId = personOf(member, owners)
  const [first, second] = administrators()
  const own = member === first || member === second
  const signed = {
    personId,
    validFrom,
    grantedBy: own ? defaultsAuthor.id : personOf(first, owners),
    confirmedBy: own ? defaultsReviewer.id : personOf(second, owners),
    confirmedAt: now,
  }
  for (const { role, branches: codes } of member.roles) {
    const places = codes === 'all' ? [null] : codes.map((code) => branchIds.get(code) ?? null)
    await tx
      .insert(roleGrants)
      .values(places.map((branchId) => ({ id: randomUUID(), ...signed, role, branchId })))
  }
  if (member.limitMinor === undefined) return
  const limitMinor = fen(member.limitMinor)
  await tx.insert(authorityLimits).values({ id: randomUUID(), ...signed, line: null, limitMinor })
}

function administrators(): readonly [StaffMember, StaffMember] {
  const [first, second] = demonstrationStaff.filter((one) =>
    one.roles.some(({ role }) => role === 'administrator'),
  )
  assert(first !== undefined && second !== undefined, 'a demonstration has two administrators')
  return [first, second]
}

/** Up to which amount software may settle alone, in fen: what the table of levels asks of one approver. */
const softwareLimits = { motorCommercial: 1_000_000, accident: 5_000_000, health: 5_000_000 }

async function grantSoftware({ tx, now, owners }: Granting): Promise<void> {
  if ((await tx.$count(authorityLimits, eq(authorityLimits.personId, softwareId))) > 0) return
  const [first, second] = administrators()
  const signed = { personId: softwareId, validFrom, confirmedAt: now }
  const people = { grantedBy: personOf(first, owners), confirmedBy: personOf(second, owners) }
  await tx.insert(authorityLimits).values(
    Object.entries(softwareLimits).map(([line, limitMinor]) => ({
      id: randomUUID(),
      ...signed,
      ...people,
      line,
      limitMinor: fen(limitMinor),
    })),
  )
}

function personOf(member: StaffMember, owners: ReadonlyMap<string, string>): string {
  const personId = owners.get(member.logins[0] ?? '')
  assert(personId !== undefined, 'a member of staff has an account')
  return personId
}

/** The key id of the partner's account. */
export const partnerLogin = 'demonstration-partner'

async function loadPartner(
  tx: Transaction,
  cipher: FieldCipher,
  { branchIds, owners, secrets }: Pick<Granting, 'branchIds' | 'owners'> & Pick<Loading, 'secrets'>,
): Promise<number> {
  if (owners.has(partnerLogin)) return 0
  const { name, phone, creditCode, branchCode } = partner
  const branchId = branchIds.get(branchCode) ?? null
  const person = { kind: 'legal', branchId, name, phone, identityNumber: creditCode } as const
  const personId = await createPerson(tx, cipher, person)
  const keyHash = secrets.get(partnerLogin) ?? null
  await tx
    .insert(accounts)
    .values({ id: randomUUID(), personId, kind: 'partner', login: partnerLogin, keyHash })
  return 1
}
