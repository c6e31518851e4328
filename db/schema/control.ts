import { sql } from 'drizzle-orm'
import { check, index, integer, json, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** Same person, same key, same body: same answer. Another body under a used key is refused. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    actor: text('actor').notNull(),
    key: text('key').notNull(),
    bodyHash: text('body_hash').notNull(),
    commandId: uuid('command_id').notNull(),
    /** Kept as it was sent: a repeated answer is the same to the byte, which jsonb's order of members is not. */
    reply: json('reply'),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.actor, table.key] })],
)

/**
 * Who did or tried what. Hash-chained a claim (or `system` for the rest), without
 * personal data, so that erasing a person never breaks a chain.
 */
export const auditEntries = pgTable(
  'audit_entries',
  {
    chain: text('chain').notNull(),
    sequence: integer('sequence').notNull(),
    at: instant('at').notNull(),
    actorId: uuid('actor_id'),
    actorKind: text('actor_kind').notNull(),
    accountId: uuid('account_id'),
    action: text('action').notNull(),
    outcome: text('outcome', { enum: ['done', 'refused'] }).notNull(),
    code: text('code'),
    commandId: uuid('command_id').notNull(),
    requestId: text('request_id'),
    bodyHash: text('body_hash').notNull(),
    firstEvent: integer('first_event'),
    lastEvent: integer('last_event'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.chain, table.sequence] }),
    index('audit_entries_command').on(table.commandId),
    // Searched across chains: by when, and by whom.
    index('audit_entries_at').on(table.at, table.chain, table.sequence),
    index('audit_entries_actor').on(table.actorId, table.at),
    check('audit_entries_outcome', sql`${table.outcome} in ('done', 'refused')`),
  ],
)

/** Heads of the chains that do not belong to a claim. */
export const auditChains = pgTable('audit_chains', {
  chain: text('chain').primaryKey(),
  sequence: integer('sequence').notNull(),
  hash: text('hash').notNull(),
})

/** Claims whose commands fail by a bug, as the workers say: gone when the claim goes on. */
export const failingClaims = pgTable('failing_claims', {
  claimId: uuid('claim_id').primaryKey(),
  command: text('command').notNull(),
  since: instant('since').notNull(),
})

/** Business calendars are versioned rows: a claim's open clocks keep the version they started with. */
export const calendars = pgTable('calendars', {
  version: text('version').primaryKey(),
  effectiveFrom: instant('effective_from').notNull(),
  holidays: jsonb('holidays').$type<readonly string[]>().notNull(),
  makeUpDays: jsonb('make_up_days').$type<readonly string[]>().notNull(),
  opensMinute: integer('opens_minute').notNull(),
  closesMinute: integer('closes_minute').notNull(),
})
