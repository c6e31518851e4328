import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { claims } from './claims.ts'
import { instant } from './columns.ts'

/** Whether software settles claims, and how many of them are looked at afterwards; the newest row holds, all stay. */
export const fastTrackSettings = pgTable(
  'fast_track_settings',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    open: boolean('open').notNull(),
    sampleBasisPoints: integer('sample_basis_points').notNull(),
    sampleSeed: text('sample_seed').notNull(),
    reason: text('reason').notNull(),
    /** Null for the row that comes with the product. */
    setBy: uuid('set_by'),
    setAt: instant('set_at').notNull(),
  },
  (table) => [check('fast_track_settings_share', sql`${table.sampleBasisPoints} between 0 and 10000`)],
)

/** Claims drawn for the audit of the fast track; what was found stands beside, once somebody has looked. */
export const fastTrackSamples = pgTable(
  'fast_track_samples',
  {
    claimId: uuid('claim_id')
      .primaryKey()
      .references(() => claims.id),
    branchId: uuid('branch_id').notNull(),
    drawnAt: instant('drawn_at').notNull(),
    finding: text('finding'),
    reviewedBy: uuid('reviewed_by'),
    reviewedAt: instant('reviewed_at'),
  },
  (table) => [
    index('fast_track_samples_drawn').on(table.branchId, table.drawnAt),
    check('fast_track_samples_reviewed', sql`(${table.finding} is null) = (${table.reviewedBy} is null)`),
  ],
)
