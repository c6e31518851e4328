import { asc, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Endorsement, PremiumEvent } from '../../../domain/policy/snapshot.ts'
import type { Transaction } from '../../client.ts'
import { fieldContext, type FieldCipher } from '../../encryption/field-cipher.ts'
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
import type { FileObject } from './file-schema.ts'

/** A policy as it is on file, opened so far that it can be compared. */
export interface PolicyOnFile {
  readonly row: typeof policies.$inferSelect
  readonly people: readonly { readonly personId: string; readonly role: string }[]
  readonly objects: readonly FileObject[]
  readonly endorsements: readonly Endorsement[]
  readonly premiumEvents: readonly PremiumEvent[]
}

export interface PersonOnFile {
  readonly personId: string
  readonly kind: 'natural' | 'legal'
  readonly name: string
  readonly phone: string | null
}

/** One array parameter instead of one for each value: a statement has at most 65,535 of them. */
function among(column: PgColumn, values: readonly string[]): SQL {
  return sql`${column} = any(${sql.param([...values])})`
}

export async function branchesOnFile(
  tx: Transaction,
): Promise<ReadonlyMap<string, typeof branches.$inferSelect>> {
  const rows = await tx.select().from(branches)
  return new Map(rows.map((row) => [row.code, row]))
}

export async function productsOnFile(
  tx: Transaction,
): Promise<ReadonlyMap<string, typeof products.$inferSelect>> {
  const rows = await tx.select().from(products)
  return new Map(rows.map((row) => [row.id, row]))
}

/** By policy number; the rows stay locked, so that nobody endorses a policy while it is compared. */
export async function policiesOnFile(
  tx: Transaction,
  cipher: FieldCipher,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, PolicyOnFile>> {
  const rows = await tx
    .select()
    .from(policies)
    .where(among(policies.policyNumber, numbers))
    .orderBy(asc(policies.id))
    .for('update')
  if (rows.length === 0) return new Map()
  const ids = rows.map((row) => row.id)
  const people = await tx.select().from(policyPeople).where(among(policyPeople.policyId, ids))
  const objects = await tx.select().from(insuredObjects).where(among(insuredObjects.policyId, ids))
  const changes = await tx
    .select()
    .from(endorsements)
    .where(among(endorsements.policyId, ids))
    .orderBy(asc(endorsements.number))
  const premium = await tx.select().from(premiumEvents).where(among(premiumEvents.policyId, ids))
  const byPolicy = <Row extends { readonly policyId: string }>(all: readonly Row[]) => {
    const groups = Map.groupBy(all, (one) => one.policyId)
    return (policyId: string): readonly Row[] => groups.get(policyId) ?? []
  }
  const [peopleOf, objectsOf] = [byPolicy(people), byPolicy(objects)]
  const [changesOf, premiumOf] = [byPolicy(changes), byPolicy(premium)]
  return new Map(
    rows.map((row) => [
      row.policyNumber,
      {
        row,
        people: peopleOf(row.id),
        // Written by this importer only, after the same schema.
        objects: objectsOf(row.id).map(
          (one) => cipher.decryptJson(one.detailsEncrypted, objectContext(row.id, one.id)) as FileObject,
        ),
        endorsements: changesOf(row.id),
        premiumEvents: premiumOf(row.id),
      },
    ]),
  )
}

/** By the hash of the identity number; the oldest row where several people were entered with one number. */
export async function peopleOnFile(
  tx: Transaction,
  cipher: FieldCipher,
  identityHashes: readonly string[],
): Promise<Map<string, PersonOnFile>> {
  const rows = await tx
    .select()
    .from(persons)
    .where(among(persons.identityHash, identityHashes))
    .orderBy(asc(persons.createdAt), asc(persons.id))
  const found = new Map<string, PersonOnFile>()
  for (const { id, kind, nameEncrypted, phoneEncrypted, identityHash } of rows) {
    if (identityHash === null || found.has(identityHash)) continue
    const open = (field: string, stored: string) => cipher.decrypt(stored, fieldContext('person', id, field))
    found.set(identityHash, {
      personId: id,
      kind,
      name: open('name', nameEncrypted),
      phone: phoneEncrypted === null ? null : open('phone', phoneEncrypted),
    })
  }
  return found
}
