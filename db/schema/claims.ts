import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { ClaimState } from '../../domain/claim/state.ts'
import type { ToldContent } from '../../domain/claim/told.ts'
import type { PolicySnapshot } from '../../domain/policy/terms.ts'
import type { RuleUse } from '../../domain/rules/use.ts'
import { encrypted, instant, writtenAt } from './columns.ts'
import { branches, persons } from './people.ts'
import { policies } from './policies.ts'

/**
 * The truth about a claim. `state` is the fold of its events; the columns beside
 * it are read by lists and never written by anything but `execute`.
 */
export const claims = pgTable(
  'claims',
  {
    id: uuid('id').primaryKey(),
    caseNumber: text('case_number').notNull(),
    branchId: uuid('branch_id')
      .notNull()
      .references(() => branches.id),
    policyId: uuid('policy_id')
      .notNull()
      .references(() => policies.id),
    line: text('line').notNull(),
    stage: text('stage').notNull(),
    outcome: text('outcome'),
    priority: integer('priority').notNull(),
    contactId: uuid('contact_id'),
    lossAt: instant('loss_at').notNull(),
    plateHash: text('plate_hash'),
    placeHash: text('place_hash'),
    state: jsonb('state').$type<ClaimState>().notNull(),
    policySnapshot: jsonb('policy_snapshot').$type<PolicySnapshot>().notNull(),
    /** What the workflow follows; `version` rises only when this changes. */
    told: jsonb('told').$type<ToldContent>().notNull(),
    epoch: integer('epoch').notNull().default(1),
    version: integer('version').notNull(),
    /** The version that a restore left; whoever was told a later one in an earlier epoch knows of what was lost. */
    restoredVersion: integer('restored_version'),
    toldVersion: integer('told_version').notNull().default(0),
    /** Backing off of the sweep: not told again before. */
    tellAfter: instant('tell_after'),
    tellTries: integer('tell_tries').notNull().default(0),
    eventSequence: integer('event_sequence').notNull(),
    auditSequence: integer('audit_sequence').notNull(),
    auditHash: text('audit_hash').notNull(),
    createdAt: writtenAt(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('claims_case_number').on(table.caseNumber),
    index('claims_policy_loss').on(table.policyId, table.lossAt),
    index('claims_plate_loss').on(table.plateHash, table.lossAt),
    index('claims_branch_stage').on(table.branchId, table.stage),
    index('claims_branch_newest').on(table.branchId, table.createdAt.desc(), table.id.desc()),
    index('claims_untold')
      .on(table.updatedAt)
      .where(sql`told_version < version`),
    check('claims_told', sql`${table.toldVersion} <= ${table.version}`),
  ],
)

/** Case numbers are counted by branch and day. */
export const caseNumberCounters = pgTable(
  'case_number_counters',
  {
    branchId: uuid('branch_id').notNull(),
    day: text('day').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.branchId, table.day] })],
)

/** What happened, in order; append-only by the database's own rights. */
export const claimEvents = pgTable(
  'claim_events',
  {
    claimId: uuid('claim_id')
      .notNull()
      .references(() => claims.id),
    sequence: integer('sequence').notNull(),
    type: text('type').notNull(),
    data: jsonb('data').notNull(),
    /** Free text goes here, encrypted: state, data and audit carry none. */
    noteEncrypted: encrypted('note_encrypted'),
    fromStage: text('from_stage'),
    toStage: text('to_stage'),
    actorId: uuid('actor_id'),
    actorKind: text('actor_kind').notNull(),
    commandId: uuid('command_id').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.claimId, table.sequence] }),
    // How long stages take is read by when they were left.
    index('claim_events_moves')
      .on(table.at)
      .where(sql`to_stage is not null`),
  ],
)

/** Beside each use of a decision table: version, rows that fired and what they were asked. */
export const ruleUses = pgTable(
  'rule_uses',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    claimId: uuid('claim_id').notNull(),
    commandId: uuid('command_id').notNull(),
    tableId: text('table_id').notNull(),
    version: integer('version').notNull(),
    use: jsonb('use').$type<RuleUse>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('rule_uses_claim').on(table.claimId)],
)

export const claimParties = pgTable(
  'claim_parties',
  {
    id: uuid('id').primaryKey(),
    claimId: uuid('claim_id')
      .notNull()
      .references(() => claims.id),
    personId: uuid('person_id').references(() => persons.id),
    role: text('role').notNull(),
    nameEncrypted: encrypted('name_encrypted').notNull(),
    phoneEncrypted: encrypted('phone_encrypted'),
    phoneHash: text('phone_hash'),
    identityEncrypted: encrypted('identity_encrypted'),
    accountEncrypted: encrypted('account_encrypted'),
    accountHash: text('account_hash'),
    bankName: text('bank_name'),
    createdAt: writtenAt(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    index('claim_parties_claim').on(table.claimId),
    index('claim_parties_person').on(table.personId),
    index('claim_parties_phone').on(table.phoneHash),
  ],
)

/** Clocks of living claims, for worklists; the state holds the same, this is its index. */
export const claimClocks = pgTable(
  'claim_clocks',
  {
    claimId: uuid('claim_id')
      .notNull()
      .references(() => claims.id),
    key: text('key').notNull(),
    kind: text('kind').notNull(),
    status: text('status').notNull(),
    startedAt: instant('started_at').notNull(),
    warnAt: instant('warn_at'),
    dueAt: instant('due_at').notNull(),
    pausedAt: instant('paused_at'),
    doneAt: instant('done_at'),
    breachedAt: instant('breached_at'),
    rungsTaken: integer('rungs_taken').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.claimId, table.key] }),
    index('claim_clocks_due').on(table.status, table.dueAt),
  ],
)

/** Who has to do what next; the worklists of every face. */
export const tasks = pgTable(
  'tasks',
  {
    id: text('id').notNull(),
    claimId: uuid('claim_id')
      .notNull()
      .references(() => claims.id),
    kind: text('kind').notNull(),
    role: text('role').notNull(),
    assigneeId: uuid('assignee_id'),
    branchId: uuid('branch_id').notNull(),
    priority: integer('priority').notNull(),
    clockKey: text('clock_key'),
    dueAt: instant('due_at'),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.claimId, table.id] }),
    index('tasks_assignee')
      .on(table.assigneeId, table.dueAt)
      .where(sql`closed_at is null`),
    index('tasks_role')
      .on(table.branchId, table.role, table.dueAt)
      .where(sql`closed_at is null`),
  ],
)
