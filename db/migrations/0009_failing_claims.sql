CREATE TABLE "failing_claims" (
	"claim_id" uuid PRIMARY KEY NOT NULL,
	"command" text NOT NULL,
	"since" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'lipei_app') THEN
    GRANT SELECT, INSERT, DELETE ON failing_claims TO lipei_app;
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'lipei_reader') THEN
    GRANT SELECT ON failing_claims TO lipei_reader;
  END IF;
END
$$;
