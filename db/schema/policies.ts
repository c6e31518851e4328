import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { EndorsementChange, PolicyTerms } from '../../domain/policy/terms.ts'
import { encrypted, instant, writtenAt } from './columns.ts'
import { branches, persons } from './people.ts'

export const products = pgTable('products', {
  id: text('id').primaryKey(),
  line: text('line').notNull(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  /** Wordings of the product with their effective dates, newest first. */
  wordings: jsonb('wordings').$type<readonly { wordingId: string; from: string; to?: string }[]>().notNull(),
  createdAt: writtenAt(),
})

/** A policy as issued; what changed later is in `endorsements`, what was paid in `premium_events`. */
export const policies = pgTable(
  'policies',
  {
    id: uuid('id').primaryKey(),
    policyNumber: text('policy_number').notNull(),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    branchId: uuid('branch_id')
      .notNull()
      .references(() => branches.id),
    line: text('line').notNull(),
    inceptionAt: instant('inception_at').notNull(),
    expiryAt: instant('expiry_at').notNull(),
    terms: jsonb('terms').$type<PolicyTerms>().notNull(),
    /** Hash of plate or VIN, so that a report finds the policy without a plain column. */
    plateHash: text('plate_hash'),
    createdAt: writtenAt(),
  },
  (table) => [
    uniqueIndex('policies_number').on(table.policyNumber),
    index('policies_plate').on(table.plateHash),
    check('policies_interval', sql`${table.expiryAt} > ${table.inceptionAt}`),
  ],
)

export const policyPeople = pgTable(
  'policy_people',
  {
    id: uuid('id').primaryKey(),
    policyId: uuid('policy_id')
      .notNull()
      .references(() => policies.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => persons.id),
    role: text('role', { enum: ['holder', 'insured', 'beneficiary', 'driver'] }).notNull(),
  },
  (table) => [
    uniqueIndex('policy_people_role').on(table.policyId, table.personId, table.role),
    index('policy_people_person').on(table.personId),
    check('policy_people_role_known', sql`${table.role} in ('holder', 'insured', 'beneficiary', 'driver')`),
  ],
)

/** Insured things: vehicle, building, contents. What identifies them is encrypted. */
export const insuredObjects = pgTable(
  'insured_objects',
  {
    id: uuid('id').primaryKey(),
    policyId: uuid('policy_id')
      .notNull()
      .references(() => policies.id),
    kind: text('kind').notNull(),
    detailsEncrypted: encrypted('details_encrypted').notNull(),
  },
  (table) => [index('insured_objects_policy').on(table.policyId)],
)

export const endorsements = pgTable(
  'endorsements',
  {
    id: uuid('id').primaryKey(),
    policyId: uuid('policy_id')
      .notNull()
      .references(() => policies.id),
    number: integer('number').notNull(),
    effectiveAt: instant('effective_at').notNull(),
    change: jsonb('change').$type<EndorsementChange>().notNull(),
    createdAt: writtenAt(),
  },
  (table) => [uniqueIndex('endorsements_number').on(table.policyId, table.number)],
)

/** Premium status as it changed: the claim asks what it was at the moment of loss. */
export const premiumEvents = pgTable(
  'premium_events',
  {
    id: uuid('id').primaryKey(),
    policyId: uuid('policy_id')
      .notNull()
      .references(() => policies.id),
    status: text('status', { enum: ['unpaid', 'partlyPaid', 'paid', 'refunded'] }).notNull(),
    at: instant('at').notNull(),
    createdAt: writtenAt(),
  },
  (table) => [
    index('premium_events_policy').on(table.policyId, table.at),
    check('premium_events_status', sql`${table.status} in ('unpaid', 'partlyPaid', 'paid', 'refunded')`),
  ],
)
