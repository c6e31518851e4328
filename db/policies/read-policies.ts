import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { maskName } from '../../domain/privacy/mask.ts'
import { describeMasked } from '../../domain/policy/insured-object.ts'
import type { PremiumStatus } from '../../domain/policy/terms.ts'
import type { Text } from '../../domain/text.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Transaction } from '../client.ts'
import { fieldContext, type FieldCipher } from '../encryption/field-cipher.ts'
import type { BranchScope } from '../identity/read-people.ts'
import { branches, insuredObjects, persons, policies, policyPeople, products } from '../schema/index.ts'
import { objectContext } from './contexts.ts'
import type { FileObject } from './import/file-schema.ts'
import { readSnapshots } from './read-snapshot.ts'

/** Which policies a reader may see: their own, or those of some branches. */
export type PolicyAccess = { readonly ownOf: string } | { readonly branches: BranchScope }

export type PolicySearch =
  | { readonly by: 'policyNumber'; readonly value: string }
  /** The plate, or the identification number of a vehicle without one. */
  | { readonly by: 'plate'; readonly value: string }
  | { readonly by: 'phone'; readonly value: string }
  | { readonly by: 'identityNumber'; readonly value: string }

export interface PolicySummary {
  readonly policyId: string
  readonly policyNumber: string
  readonly line: string
  readonly product: Text
  readonly branch: { readonly code: string; readonly name: string }
  readonly inceptionAt: Instant
  readonly expiryAt: Instant
  readonly cancelled: boolean
  readonly premiumStatus: PremiumStatus
  /** The name of the holder, masked. */
  readonly holder: string
  /** Insured objects, masked. */
  readonly objects: readonly Text[]
}

/** More than this nobody reads; whoever searches narrows it down. */
const mostFound = 50

type Reader = Pick<Transaction, 'select'>

/** A person's policies, the latest inception first, as they stand at the instant. */
export async function readOwnPolicies(
  tx: Reader,
  cipher: FieldCipher,
  personId: string,
  now: Instant,
): Promise<readonly PolicySummary[]> {
  return summaries(tx, cipher, accessible({ ownOf: personId }), now)
}

/** The policies that fit within what the reader may see; none is no error. */
export async function findPolicies(
  tx: Reader,
  cipher: FieldCipher,
  search: PolicySearch,
  access: PolicyAccess,
  now: Instant,
): Promise<readonly PolicySummary[]> {
  return summaries(tx, cipher, and(matching(cipher, search), accessible(access)), now)
}

function matching(cipher: FieldCipher, { by, value }: PolicySearch): SQL {
  switch (by) {
    case 'policyNumber':
      return eq(policies.policyNumber, value.trim().toUpperCase())
    case 'plate':
      return eq(policies.plateHash, cipher.lookupHash('plate', value))
    case 'phone':
      return ofPeople(eq(persons.phoneHash, cipher.lookupHash('phone', value)))
    case 'identityNumber':
      return ofPeople(eq(persons.identityHash, cipher.lookupHash('identityNumber', value)))
  }
}

function ofPeople(who: SQL): SQL {
  return sql`${policies.id} in (
    select ${policyPeople.policyId} from ${policyPeople}
    join ${persons} on ${persons.id} = ${policyPeople.personId} where ${who})`
}

/** The condition under which a policy exists for the reader. */
export function accessible(access: PolicyAccess): SQL | undefined {
  if ('ownOf' in access) return ofPeople(eq(persons.id, access.ownOf))
  return access.branches === 'all' ? undefined : inArray(policies.branchId, [...access.branches])
}

async function summaries(
  tx: Reader,
  cipher: FieldCipher,
  which: SQL | undefined,
  now: Instant,
): Promise<readonly PolicySummary[]> {
  const rows = await tx
    .select({
      policy: policies,
      product: { zh: products.nameZh, en: products.nameEn },
      branch: { code: branches.code, name: branches.name },
    })
    .from(policies)
    .innerJoin(products, eq(products.id, policies.productId))
    .innerJoin(branches, eq(branches.id, policies.branchId))
    .where(which)
    // Policies that were bought together come in the same order every time: the first is the one that is proposed.
    .orderBy(desc(policies.inceptionAt), asc(policies.policyNumber))
    .limit(mostFound)
  const ids = rows.map((row) => row.policy.id)
  if (ids.length === 0) return []
  const snapshots = await readSnapshots(
    tx,
    rows.map((row) => row.policy),
    now,
  )
  const holders = await holdersOf(tx, cipher, ids)
  const objects = await objectsOf(tx, cipher, ids)
  return rows.map(({ policy, product, branch }, index) => {
    const { id: policyId, policyNumber, line, inceptionAt, expiryAt } = policy
    const snapshot = snapshots[index]
    return {
      policyId,
      policyNumber,
      line,
      product,
      branch,
      inceptionAt,
      expiryAt: snapshot?.expiryAt ?? expiryAt,
      cancelled: snapshot?.cancelled ?? false,
      premiumStatus: snapshot?.premiumStatus ?? 'unpaid',
      holder: holders.get(policyId) ?? '',
      objects: (objects.get(policyId) ?? []).map(describeMasked),
    }
  })
}

async function holdersOf(
  tx: Reader,
  cipher: FieldCipher,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select({ policyId: policyPeople.policyId, personId: persons.id, nameEncrypted: persons.nameEncrypted })
    .from(policyPeople)
    .innerJoin(persons, eq(persons.id, policyPeople.personId))
    .where(and(inArray(policyPeople.policyId, [...ids]), eq(policyPeople.role, 'holder')))
  return new Map(
    rows.map(({ policyId, personId, nameEncrypted }) => [
      policyId,
      maskName(cipher.decrypt(nameEncrypted, fieldContext('person', personId, 'name'))),
    ]),
  )
}

/** The insured objects in clear, by policy; whoever shows them masks them. */
export async function objectsOf(
  tx: Reader,
  cipher: FieldCipher,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly FileObject[]>> {
  const rows = await tx
    .select()
    .from(insuredObjects)
    .where(inArray(insuredObjects.policyId, [...ids]))
    .orderBy(insuredObjects.kind, insuredObjects.id)
  const opened = rows.map(({ id, policyId, detailsEncrypted }) => ({
    policyId,
    object: cipher.decryptJson(detailsEncrypted, objectContext(policyId, id)) as FileObject,
  }))
  const groups = Map.groupBy(opened, (one) => one.policyId)
  return new Map([...groups].map(([policyId, group]) => [policyId, group.map(({ object }) => object)]))
}
