ALTER TABLE "rule_versions" ADD COLUMN "returned_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "rule_versions" ADD COLUMN "returned_by_person_id" uuid;--> statement-breakpoint
ALTER TABLE "rule_versions" ADD COLUMN "return_reason" text;--> statement-breakpoint
ALTER TABLE "rule_versions" ADD CONSTRAINT "rule_versions_returned_by_person_id_persons_id_fk" FOREIGN KEY ("returned_by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_versions" ADD CONSTRAINT "rule_versions_returned" CHECK (num_nulls("rule_versions"."returned_at", "rule_versions"."returned_by_person_id", "rule_versions"."return_reason") in (0, 3));--> statement-breakpoint
ALTER TABLE "rule_versions" ADD CONSTRAINT "rule_versions_returned_or_published" CHECK ("rule_versions"."returned_at" is null or "rule_versions"."published_at" is null);--> statement-breakpoint
ALTER TABLE "rule_versions" ADD CONSTRAINT "rule_versions_returned_by_another" CHECK ("rule_versions"."returned_by_person_id" <> "rule_versions"."author_person_id");--> statement-breakpoint
-- A proposal may be given back as well as published; what it says still never changes.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'lipei_app') THEN
    GRANT UPDATE (returned_at, returned_by_person_id, return_reason) ON rule_versions TO lipei_app;
  END IF;
END
$$;
