ALTER TABLE "pay_lane" ADD COLUMN "timeline" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "pay_lane" ADD COLUMN "restored_to" timestamp(3) with time zone;--> statement-breakpoint
-- Whoever migrates a database looks after it: only a restore or a promotion from here on is news.
UPDATE "pay_lane" SET "timeline" = ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int;
