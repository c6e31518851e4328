import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { amountMinor, encrypted, instant, writtenAt } from './columns.ts'

export const branches = pgTable('branches', {
  id: uuid('id').primaryKey(),
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  createdAt: writtenAt(),
})

/**
 * A human being or a company. Accounts are apart: a person with two accounts is
 * still one person when approvals are counted.
 */
export const persons = pgTable(
  'persons',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: ['natural', 'legal'] }).notNull(),
    branchId: uuid('branch_id').references(() => branches.id),
    nameEncrypted: encrypted('name_encrypted').notNull(),
    phoneEncrypted: encrypted('phone_encrypted'),
    phoneHash: text('phone_hash'),
    identityEncrypted: encrypted('identity_encrypted'),
    identityHash: text('identity_hash'),
    createdAt: writtenAt(),
  },
  (table) => [
    check('persons_kind', sql`${table.kind} in ('natural', 'legal')`),
    index('persons_phone_hash').on(table.phoneHash),
    index('persons_identity_hash').on(table.identityHash),
  ],
)

/** What assignment goes by: the work a member of staff can do, where, and how much of it. */
export const staff = pgTable('staff', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => persons.id),
  /** Shown to customers and colleagues; the working name is no secret, the person's other data is. */
  displayName: text('display_name').notNull(),
  workPhone: text('work_phone').notNull(),
  skills: jsonb('skills').$type<readonly string[]>().notNull(),
  capacity: integer('capacity').notNull(),
  /** Where a surveyor starts from, GCJ-02 degrees times 1e6. */
  latitudeMicro: integer('latitude_micro'),
  longitudeMicro: integer('longitude_micro'),
  createdAt: writtenAt(),
})

export const accounts = pgTable(
  'accounts',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => persons.id),
    kind: text('kind', { enum: ['staff', 'customer', 'partner'] }).notNull(),
    /** User name of staff; keyed hash of the phone for customers; key id for partners. */
    login: text('login').notNull(),
    passwordHash: text('password_hash'),
    /** Partner only: SHA-256 of the bearer key. */
    keyHash: text('key_hash'),
    disabledAt: instant('disabled_at'),
    createdAt: writtenAt(),
  },
  (table) => [
    uniqueIndex('accounts_login').on(table.kind, table.login),
    index('accounts_person').on(table.personId),
    check('accounts_kind', sql`${table.kind} in ('staff', 'customer', 'partner')`),
  ],
)

/** A role held from one instant to another; it counts once a second person has confirmed it. */
export const roleGrants = pgTable(
  'role_grants',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => persons.id),
    role: text('role').notNull(),
    branchId: uuid('branch_id').references(() => branches.id),
    validFrom: instant('valid_from').notNull(),
    validTo: instant('valid_to'),
    grantedBy: uuid('granted_by').notNull(),
    confirmedBy: uuid('confirmed_by'),
    confirmedAt: instant('confirmed_at'),
    createdAt: writtenAt(),
  },
  (table) => [
    index('role_grants_person').on(table.personId),
    check(
      'role_grants_two_people',
      sql`${table.confirmedBy} is null or ${table.confirmedBy} <> ${table.grantedBy}`,
    ),
    check('role_grants_interval', sql`${table.validTo} is null or ${table.validTo} >= ${table.validFrom}`),
  ],
)

/** Up to which amount a person may approve, for one line or for all, in an interval. */
export const authorityLimits = pgTable(
  'authority_limits',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => persons.id),
    line: text('line'),
    limitMinor: amountMinor('limit_minor').notNull(),
    validFrom: instant('valid_from').notNull(),
    validTo: instant('valid_to'),
    grantedBy: uuid('granted_by').notNull(),
    confirmedBy: uuid('confirmed_by'),
    confirmedAt: instant('confirmed_at'),
    createdAt: writtenAt(),
  },
  (table) => [
    index('authority_limits_person').on(table.personId),
    check('authority_limits_amount', sql`${table.limitMinor} between 0 and 9007199254740991`),
    check(
      'authority_limits_two_people',
      sql`${table.confirmedBy} is null or ${table.confirmedBy} <> ${table.grantedBy}`,
    ),
  ],
)

/** While the absent person is away, the substitute answers for them within the substitute's own limit. */
export const absences = pgTable(
  'absences',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => persons.id),
    substituteId: uuid('substitute_id').references(() => persons.id),
    validFrom: instant('valid_from').notNull(),
    validTo: instant('valid_to'),
    grantedBy: uuid('granted_by').notNull(),
    createdAt: writtenAt(),
  },
  (table) => [index('absences_person').on(table.personId)],
)

export const sessions = pgTable(
  'sessions',
  {
    /** SHA-256 of the cookie's token: a copy of the table signs nobody in. */
    tokenHash: text('token_hash').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    csrfSecret: text('csrf_secret').notNull(),
    createdAt: writtenAt(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [index('sessions_account').on(table.accountId)],
)

export const oneTimeCodes = pgTable(
  'one_time_codes',
  {
    id: uuid('id').primaryKey(),
    phoneHash: text('phone_hash').notNull(),
    codeHash: text('code_hash').notNull(),
    tries: integer('tries').notNull().default(0),
    createdAt: writtenAt(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    /** Set when an administrator or the limiter ends the code early. */
    void: boolean('void').notNull().default(false),
  },
  (table) => [index('one_time_codes_phone').on(table.phoneHash, table.createdAt)],
)
