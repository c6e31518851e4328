CREATE TABLE "fast_track_samples" (
	"claim_id" uuid PRIMARY KEY NOT NULL,
	"branch_id" uuid NOT NULL,
	"drawn_at" timestamp(3) with time zone NOT NULL,
	"finding" text,
	"reviewed_by" uuid,
	"reviewed_at" timestamp(3) with time zone,
	CONSTRAINT "fast_track_samples_reviewed" CHECK (("fast_track_samples"."finding" is null) = ("fast_track_samples"."reviewed_by" is null))
);
--> statement-breakpoint
CREATE TABLE "fast_track_settings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "fast_track_settings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"open" boolean NOT NULL,
	"sample_basis_points" integer NOT NULL,
	"sample_seed" text NOT NULL,
	"reason" text NOT NULL,
	"set_by" uuid,
	"set_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "fast_track_settings_share" CHECK ("fast_track_settings"."sample_basis_points" between 0 and 10000)
);
--> statement-breakpoint
ALTER TABLE "fast_track_samples" ADD CONSTRAINT "fast_track_samples_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fast_track_samples_drawn" ON "fast_track_samples" USING btree ("branch_id","drawn_at");
--> statement-breakpoint
-- Open as shipped: software settles nothing all the same before two administrators have granted it a limit. Every
-- installation draws its sample by a seed of its own.
INSERT INTO fast_track_settings (open, sample_basis_points, sample_seed, reason, set_at)
  VALUES (true, 500, gen_random_uuid()::text, 'shipped', now());
--> statement-breakpoint
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'lipei_app') THEN
    GRANT SELECT, INSERT ON fast_track_settings, fast_track_samples TO lipei_app;
    GRANT UPDATE (finding, reviewed_by, reviewed_at) ON fast_track_samples TO lipei_app;
    GRANT USAGE ON SEQUENCE fast_track_settings_id_seq TO lipei_app;
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'lipei_reader') THEN
    GRANT SELECT ON fast_track_settings, fast_track_samples TO lipei_reader;
  END IF;
END
$$;
