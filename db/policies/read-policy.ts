import { and, asc, eq } from 'drizzle-orm'
import { describeMasked } from '../../domain/policy/insured-object.ts'
import { inForce } from '../../domain/policy/snapshot.ts'
import { maskIdentityNumber, maskName, maskPhone } from '../../domain/privacy/mask.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Transaction } from '../client.ts'
import { fieldContext, type FieldCipher } from '../encryption/field-cipher.ts'
import {
  branches,
  endorsements,
  persons,
  policies,
  policyPeople,
  premiumEvents,
  products,
} from '../schema/index.ts'
import { accessible, objectsOf, type PolicyAccess } from './read-policies.ts'
import { snapshotWithCompulsory } from './read-snapshot.ts'

type Reader = Pick<Transaction, 'select'>

/**
 * A policy as of an instant with its whole history, personal data masked. Undefined when there is none, or none
 * that the reader may see. The history says when each row was written: what came after a loss is looked at twice.
 */
export async function readPolicy(
  tx: Reader,
  cipher: FieldCipher,
  {
    policyId,
    access,
    asOf,
  }: { readonly policyId: string; readonly access: PolicyAccess; readonly asOf: Instant },
) {
  const [row] = await tx
    .select({
      policy: policies,
      product: { id: products.id, zh: products.nameZh, en: products.nameEn },
      branch: { code: branches.code, name: branches.name },
    })
    .from(policies)
    .innerJoin(products, eq(products.id, policies.productId))
    .innerJoin(branches, eq(branches.id, policies.branchId))
    .where(and(eq(policies.id, policyId), accessible(access)))
  if (row === undefined) return undefined
  const snapshot = await snapshotWithCompulsory(tx, row.policy, asOf)
  const objects = await objectsOf(tx, cipher, [policyId])
  return {
    ...snapshot,
    inForce: inForce(snapshot),
    product: row.product,
    branch: row.branch,
    issued: { inceptionAt: row.policy.inceptionAt, expiryAt: row.policy.expiryAt },
    people: await peopleOf(tx, cipher, policyId),
    objects: (objects.get(policyId) ?? []).map((object) => ({
      kind: object.kind,
      description: describeMasked(object),
    })),
    endorsements: await endorsementsOf(tx, policyId),
    premiumEvents: await premiumOf(tx, policyId),
  }
}

async function peopleOf(tx: Reader, cipher: FieldCipher, policyId: string) {
  const rows = await tx
    .select({ role: policyPeople.role, person: persons })
    .from(policyPeople)
    .innerJoin(persons, eq(persons.id, policyPeople.personId))
    .where(eq(policyPeople.policyId, policyId))
    .orderBy(asc(policyPeople.role), asc(persons.id))
  return rows.map(({ role, person: { id, kind, nameEncrypted, phoneEncrypted, identityEncrypted } }) => {
    const open = (field: string, stored: string | null, mask: (value: string) => string) =>
      stored === null ? null : mask(cipher.decrypt(stored, fieldContext('person', id, field)))
    return {
      personId: id,
      role,
      kind,
      nameMasked: open('name', nameEncrypted, maskName) ?? '',
      phoneMasked: open('phone', phoneEncrypted, maskPhone),
      identityMasked: open('identity', identityEncrypted, maskIdentityNumber),
    }
  })
}

async function endorsementsOf(tx: Reader, policyId: string) {
  const rows = await tx
    .select()
    .from(endorsements)
    .where(eq(endorsements.policyId, policyId))
    .orderBy(asc(endorsements.number))
  return rows.map(({ number, effectiveAt, change, createdAt }) => ({
    number,
    effectiveAt,
    change,
    writtenAt: createdAt.getTime(),
  }))
}

async function premiumOf(tx: Reader, policyId: string) {
  const rows = await tx
    .select()
    .from(premiumEvents)
    .where(eq(premiumEvents.policyId, policyId))
    .orderBy(asc(premiumEvents.at))
  return rows.map(({ status, at, createdAt }) => ({ status, at, writtenAt: createdAt.getTime() }))
}
