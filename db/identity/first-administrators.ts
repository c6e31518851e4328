import { advisoryLock } from '../advisory-locks.ts'
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { refuse } from '../../domain/errors.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Transaction } from '../client.ts'
import type { FieldCipher } from '../encryption/field-cipher.ts'
import { roleGrants } from '../schema/index.ts'
import { defaultsAuthor, defaultsReviewer } from '../seed/load.ts'
import { createStaffAccount } from './accounts.ts'
import { createPerson, createStaffProfile } from './persons.ts'

export interface FirstAdministrator {
  readonly name: string
  readonly workPhone: string
  readonly login: string
  readonly passwordHash: string
}

/** Who comes second waits here and then finds that there is one. */
const lock = advisoryLock('firstAdministrator')

/**
 * Everybody's rights are proposed by one administrator and confirmed by another, so an empty product is given two at
 * once. Their own rights are written in the name of the product's defaults, since there is nobody yet to grant them.
 * Refuses with `alreadyDone` as soon as anybody holds the role, or will.
 */
export async function createFirstAdministrators(
  tx: Transaction,
  cipher: FieldCipher,
  people: readonly [FirstAdministrator, FirstAdministrator],
  now: Instant,
): Promise<readonly string[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(${lock})`)
  const lasting = or(isNull(roleGrants.validTo), gt(roleGrants.validTo, now))
  const held = await tx.$count(roleGrants, and(eq(roleGrants.role, 'administrator'), lasting))
  if (held > 0) refuse('alreadyDone', { reason: 'administratorExists' })
  const created: string[] = []
  for (const { name, workPhone, login, passwordHash } of people) {
    const personId = await createPerson(tx, cipher, {
      kind: 'natural',
      branchId: null,
      name,
      phone: null,
      identityNumber: null,
    })
    await createStaffProfile(tx, personId, {
      displayName: name,
      workPhone,
      skills: [],
      capacity: 0,
      position: null,
    })
    await createStaffAccount(tx, { personId, login, passwordHash })
    await tx.insert(roleGrants).values({
      id: randomUUID(),
      personId,
      role: 'administrator',
      branchId: null,
      validFrom: now,
      grantedBy: defaultsAuthor.id,
      confirmedBy: defaultsReviewer.id,
      confirmedAt: now,
    })
    created.push(personId)
  }
  return created
}
