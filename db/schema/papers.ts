import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { claims } from './claims.ts'
import { encrypted, instant, writtenAt } from './columns.ts'

/** Immutable versions of what people write: report, survey, sheet. A decision names version and hash. */
export const contents = pgTable(
  'contents',
  {
    id: uuid('id').primaryKey(),
    claimId: uuid('claim_id')
      .notNull()
      .references(() => claims.id),
    kind: text('kind').notNull(),
    version: integer('version').notNull(),
    hash: text('hash').notNull(),
    bodyEncrypted: encrypted('body_encrypted').notNull(),
    authorId: uuid('author_id'),
    at: instant('at').notNull(),
  },
  (table) => [uniqueIndex('contents_version').on(table.claimId, table.kind, table.version)],
)

/** Reports that are not registered yet: they survive a dead phone and belong to nobody else. */
export const reportDrafts = pgTable(
  'report_drafts',
  {
    id: uuid('id').primaryKey(),
    ownerId: uuid('owner_id').notNull(),
    version: integer('version').notNull(),
    bodyEncrypted: encrypted('body_encrypted').notNull(),
    claimId: uuid('claim_id').references(() => claims.id),
    createdAt: writtenAt(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('report_drafts_owner').on(table.ownerId)],
)

export const documents = pgTable(
  'documents',
  {
    id: uuid('id').primaryKey(),
    claimId: uuid('claim_id')
      .notNull()
      .references(() => claims.id),
    itemCode: text('item_code').notNull(),
    contentHash: text('content_hash').notNull(),
    mediaType: text('media_type').notNull(),
    size: integer('size').notNull(),
    nameEncrypted: encrypted('name_encrypted').notNull(),
    channel: text('channel', { enum: ['upload', 'scan', 'courier'] }).notNull(),
    receivedAt: instant('received_at').notNull(),
    uploadedBy: uuid('uploaded_by'),
    /** stored → ready once thumbnails exist, or failed with a reason. */
    state: text('state', { enum: ['stored', 'ready', 'failed'] }).notNull(),
    viewHash: text('view_hash'),
    thumbnailHash: text('thumbnail_hash'),
    measuresEncrypted: encrypted('measures_encrypted'),
    perceptualHash: text('perceptual_hash'),
  },
  (table) => [
    index('documents_claim').on(table.claimId),
    index('documents_content').on(table.contentHash),
    check('documents_state', sql`${table.state} in ('stored', 'ready', 'failed')`),
    check('documents_channel', sql`${table.channel} in ('upload', 'scan', 'courier')`),
  ],
)

export const messages = pgTable(
  'messages',
  {
    id: uuid('id').primaryKey(),
    claimId: uuid('claim_id')
      .notNull()
      .references(() => claims.id),
    authorId: uuid('author_id'),
    fromCustomer: boolean('from_customer').notNull(),
    textEncrypted: encrypted('text_encrypted').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('messages_claim').on(table.claimId, table.at)],
)

export const notices = pgTable(
  'notices',
  {
    id: uuid('id').primaryKey(),
    claimId: uuid('claim_id'),
    partyId: uuid('party_id'),
    personId: uuid('person_id'),
    template: text('template').notNull(),
    channel: text('channel').notNull(),
    parameters: jsonb('parameters').notNull(),
    /** What was really sent, with personal data: encrypted like it. */
    textEncrypted: encrypted('text_encrypted'),
    status: text('status', { enum: ['queued', 'sent', 'delivered', 'failed'] }).notNull(),
    tries: integer('tries').notNull().default(0),
    gatewayReference: text('gateway_reference'),
    queuedAt: instant('queued_at').notNull(),
    sentAt: instant('sent_at'),
    deliveredAt: instant('delivered_at'),
    failedAt: instant('failed_at'),
    failure: text('failure'),
  },
  (table) => [
    index('notices_claim').on(table.claimId),
    check('notices_status', sql`${table.status} in ('queued', 'sent', 'delivered', 'failed')`),
  ],
)
