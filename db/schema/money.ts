import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { amountMinor, encrypted, instant, writtenAt } from './columns.ts'
import { claims } from './claims.ts'

/** One payment to one payee under one approval; `ref` is permanent and unique for ever. */
export const paymentIntents = pgTable(
  'payment_intents',
  {
    id: uuid('id').primaryKey(),
    claimId: uuid('claim_id')
      .notNull()
      .references(() => claims.id),
    settlementId: text('settlement_id').notNull(),
    partyId: uuid('party_id').notNull(),
    ref: text('ref').notNull(),
    amountMinor: amountMinor('amount_minor').notNull(),
    currency: text('currency').notNull().default('CNY'),
    /** Name and account as approved, frozen: a later edit cannot redirect money under way. */
    payeeEncrypted: encrypted('payee_encrypted').notNull(),
    payeeHash: text('payee_hash').notNull(),
    postingDate: text('posting_date').notNull(),
    status: text('status').notNull(),
    fence: integer('fence').notNull().default(0),
    updatedAt: instant('updated_at').notNull(),
    createdAt: writtenAt(),
  },
  (table) => [
    uniqueIndex('payment_intents_ref').on(table.ref),
    index('payment_intents_claim').on(table.claimId),
    index('payment_intents_open').on(table.status),
    check('payment_intents_amount', sql`${table.amountMinor} between 1 and 9007199254740991`),
  ],
)

/** Written before the request leaves: what was sent, whatever became of the answer. */
export const paymentAttempts = pgTable(
  'payment_attempts',
  {
    intentId: uuid('intent_id')
      .notNull()
      .references(() => paymentIntents.id),
    fence: integer('fence').notNull(),
    sentAt: instant('sent_at').notNull(),
  },
  (table) => [uniqueIndex('payment_attempts_fence').on(table.intentId, table.fence)],
)

/** Callbacks of the bank, once each by the bank's message id. */
export const bankMessages = pgTable('bank_messages', {
  messageId: text('message_id').primaryKey(),
  ref: text('ref').notNull(),
  body: jsonb('body').notNull(),
  receivedAt: instant('received_at').notNull(),
  appliedAt: instant('applied_at'),
  /** Why it was not applied, if it was not: unknown reference, contradiction. */
  quarantine: text('quarantine'),
})

/** Double entry: within a group debits equal credits (a deferred trigger holds it). */
export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    groupId: uuid('group_id').notNull(),
    claimId: uuid('claim_id')
      .notNull()
      .references(() => claims.id),
    intentId: uuid('intent_id'),
    account: text('account').notNull(),
    side: text('side', { enum: ['debit', 'credit'] }).notNull(),
    amountMinor: amountMinor('amount_minor').notNull(),
    currency: text('currency').notNull().default('CNY'),
    reason: text('reason').notNull(),
    eventSequence: integer('event_sequence').notNull(),
    postingDate: text('posting_date').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    index('ledger_entries_claim').on(table.claimId),
    index('ledger_entries_group').on(table.groupId),
    check('ledger_entries_side', sql`${table.side} in ('debit', 'credit')`),
    check('ledger_entries_amount', sql`${table.amountMinor} between 1 and 9007199254740991`),
  ],
)

/** Lines of the bank's statements, and what they were matched with. */
export const statementLines = pgTable(
  'statement_lines',
  {
    id: uuid('id').primaryKey(),
    day: text('day').notNull(),
    lineKey: text('line_key').notNull(),
    ref: text('ref').notNull(),
    kind: text('kind').notNull(),
    amountMinor: amountMinor('amount_minor').notNull(),
    at: instant('at').notNull(),
    intentId: uuid('intent_id'),
    /** matched, or the discrepancy that somebody now owns. */
    finding: text('finding').notNull(),
    ownerRole: text('owner_role'),
    dueAt: instant('due_at'),
    createdAt: writtenAt(),
  },
  (table) => [uniqueIndex('statement_lines_key').on(table.lineKey)],
)

/** Whether money may leave at all; paused after a restore until two people reopen it. */
export const payLane = pgTable(
  'pay_lane',
  {
    id: integer('id').primaryKey(),
    pausedAt: instant('paused_at'),
    pausedReason: text('paused_reason'),
    reopenProposedBy: uuid('reopen_proposed_by'),
    /** The database's history on which the lane was last looked after; on another one nothing leaves. */
    timeline: integer('timeline').notNull().default(1),
    /** The last instant that the database knew of when it was restored; null when it never was. */
    restoredTo: instant('restored_to'),
  },
  (table) => [check('pay_lane_single', sql`${table.id} = 1`)],
)
