import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { refuse } from '../../domain/errors.ts'
import type { Database } from '../client.ts'
import { fieldContext, type FieldCipher } from '../encryption/field-cipher.ts'
import { branches, persons, staff } from '../schema/index.ts'

export interface NewPerson {
  readonly kind: 'natural' | 'legal'
  readonly branchId: string | null
  readonly name: string
  readonly phone: string | null
  readonly identityNumber: string | null
}

export interface StaffProfile {
  readonly displayName: string
  readonly workPhone: string
  readonly skills: readonly string[]
  readonly capacity: number
  readonly position: { readonly latitudeMicro: number; readonly longitudeMicro: number } | null
}

type Writer = Pick<Database, 'insert' | 'select'>

/** Stores a person, encrypted and with the hashes by which they are found again. Refuses with `notFound`. */
export async function createPerson(writer: Writer, cipher: FieldCipher, person: NewPerson): Promise<string> {
  if (person.branchId !== null) await requireBranch(writer, person.branchId)
  const id = randomUUID()
  const seal = (field: string, value: string | null) =>
    value === null ? null : cipher.encrypt(value, fieldContext('person', id, field))
  await writer.insert(persons).values({
    id,
    kind: person.kind,
    branchId: person.branchId,
    nameEncrypted: cipher.encrypt(person.name, fieldContext('person', id, 'name')),
    phoneEncrypted: seal('phone', person.phone),
    phoneHash: person.phone === null ? null : cipher.lookupHash('phone', person.phone),
    identityEncrypted: seal('identity', person.identityNumber),
    identityHash:
      person.identityNumber === null ? null : cipher.lookupHash('identityNumber', person.identityNumber),
  })
  return id
}

export async function createStaffProfile(
  writer: Writer,
  personId: string,
  { position, ...profile }: StaffProfile,
): Promise<void> {
  await writer.insert(staff).values({ personId, ...profile, ...position })
}

/** From now on; refuses with `notFound` when the person is nobody of the staff. */
export async function changeWork(
  writer: Pick<Database, 'update'>,
  personId: string,
  work: Pick<StaffProfile, 'workPhone' | 'skills' | 'capacity'>,
): Promise<void> {
  const changed = await writer.update(staff).set(work).where(eq(staff.personId, personId)).returning()
  if (changed.length === 0) refuse('notFound', { entity: 'staff' })
}

/** Refuses with `notFound` when there is no such branch. */
export async function requireBranch(writer: Pick<Database, 'select'>, branchId: string): Promise<void> {
  const found = await writer.select({ id: branches.id }).from(branches).where(eq(branches.id, branchId))
  if (found.length === 0) refuse('notFound', { entity: 'branch' })
}

/** Refuses with `notFound` when there is no such person. */
export async function requirePerson(writer: Pick<Database, 'select'>, personId: string): Promise<void> {
  const found = await writer.select({ id: persons.id }).from(persons).where(eq(persons.id, personId))
  if (found.length === 0) refuse('notFound', { entity: 'person' })
}

/** Refuses with `notFound` when the person is nobody of the staff. */
export async function requireStaff(writer: Pick<Database, 'select'>, personId: string): Promise<void> {
  const found = await writer.select({ id: staff.personId }).from(staff).where(eq(staff.personId, personId))
  if (found.length === 0) refuse('notFound', { entity: 'staff' })
}
