import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Endorsement, PremiumEvent } from '../../../domain/policy/snapshot.ts'
import type { Transaction } from '../../client.ts'
import { fieldContext, type FieldCipher } from '../../encryption/field-cipher.ts'
import { createPerson } from '../../identity/persons.ts'
import {
  branches,
  endorsements,
  insuredObjects,
  persons,
  policies,
  policyPeople,
  premiumEvents,
  products,
} from '../../schema/index.ts'
import { objectContext } from '../contexts.ts'
import type { FileBranch, FileProduct } from './file-schema.ts'
import type { PersonOnFile } from './on-file.ts'
import { newestFirst } from './plan.ts'
import type { ReadPerson } from './read-people.ts'
import type { ReadPolicy } from './read-policy.ts'

export async function writeBranch(tx: Transaction, branch: FileBranch): Promise<string> {
  const id = randomUUID()
  await tx.insert(branches).values({ id, ...branch })
  return id
}

/** Creates a product, or brings the wordings that it is sold with up to date. */
export async function writeProduct(
  tx: Transaction,
  { id, line, name, wordings }: FileProduct,
): Promise<void> {
  const kept = newestFirst(wordings)
  await tx
    .insert(products)
    .values({ id, line, nameZh: name.zh, nameEn: name.en, wordings: kept })
    .onConflictDoUpdate({ target: products.id, set: { wordings: kept } })
}

/** The id of the person with this identity number; a telephone that was not known yet is kept. */
export async function writePerson(
  tx: Transaction,
  cipher: FieldCipher,
  person: ReadPerson,
  onFile: PersonOnFile | undefined,
  branchId: string,
): Promise<string> {
  const { kind, name, phone, identityNumber } = person
  if (onFile === undefined) return createPerson(tx, cipher, { kind, branchId, name, phone, identityNumber })
  const { personId } = onFile
  if (onFile.phone === null && phone !== null) {
    await tx
      .update(persons)
      .set({
        phoneEncrypted: cipher.encrypt(phone, fieldContext('person', personId, 'phone')),
        phoneHash: cipher.lookupHash('phone', phone),
      })
      .where(eq(persons.id, personId))
  }
  return personId
}

/** The policy with everything that identifies people and things encrypted; returns its id. */
export async function writePolicy(
  tx: Transaction,
  cipher: FieldCipher,
  policy: ReadPolicy,
  links: { readonly branchId: string; readonly personIds: readonly string[] },
): Promise<string> {
  const policyId = randomUUID()
  const { policyNumber, productId, line, inceptionAt, expiryAt, terms, plateHash } = policy
  const { branchId, personIds } = links
  await tx.insert(policies).values({
    id: policyId,
    policyNumber,
    productId,
    branchId,
    line,
    inceptionAt,
    expiryAt,
    terms,
    plateHash,
  })
  const people = policy.people.flatMap(({ roles }, index) =>
    roles.map((role) => ({ id: randomUUID(), policyId, personId: personIds[index] ?? '', role })),
  )
  await tx.insert(policyPeople).values(people)
  const objects = policy.objects.map((object) => {
    const id = randomUUID()
    const detailsEncrypted = cipher.encryptJson(object, objectContext(policyId, id))
    return { id, policyId, kind: object.kind, detailsEncrypted }
  })
  if (objects.length > 0) await tx.insert(insuredObjects).values(objects)
  return policyId
}

export async function writeEndorsements(
  tx: Transaction,
  policyId: string,
  changes: readonly Endorsement[],
): Promise<void> {
  if (changes.length === 0) return
  await tx.insert(endorsements).values(
    changes.map(({ number, effectiveAt, change }) => ({
      id: randomUUID(),
      policyId,
      number,
      effectiveAt,
      change,
    })),
  )
}

export async function writePremiumEvents(
  tx: Transaction,
  policyId: string,
  events: readonly PremiumEvent[],
): Promise<void> {
  if (events.length === 0) return
  const rows = events.map(({ status, at }) => ({ id: randomUUID(), policyId, status, at }))
  await tx.insert(premiumEvents).values(rows)
}
