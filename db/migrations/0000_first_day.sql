CREATE TABLE "case_number_counters" (
	"branch_id" uuid NOT NULL,
	"day" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "case_number_counters_branch_id_day_pk" PRIMARY KEY("branch_id","day")
);
--> statement-breakpoint
CREATE TABLE "claim_clocks" (
	"claim_id" uuid NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"warn_at" timestamp(3) with time zone,
	"due_at" timestamp(3) with time zone NOT NULL,
	"paused_at" timestamp(3) with time zone,
	"done_at" timestamp(3) with time zone,
	"breached_at" timestamp(3) with time zone,
	"rungs_taken" integer NOT NULL,
	CONSTRAINT "claim_clocks_claim_id_key_pk" PRIMARY KEY("claim_id","key")
);
--> statement-breakpoint
CREATE TABLE "claim_events" (
	"claim_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"type" text NOT NULL,
	"data" jsonb NOT NULL,
	"note_encrypted" text,
	"from_stage" text,
	"to_stage" text,
	"actor_id" uuid,
	"actor_kind" text NOT NULL,
	"command_id" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "claim_events_claim_id_sequence_pk" PRIMARY KEY("claim_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "claim_parties" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim_id" uuid NOT NULL,
	"person_id" uuid,
	"role" text NOT NULL,
	"name_encrypted" text NOT NULL,
	"phone_encrypted" text,
	"phone_hash" text,
	"identity_encrypted" text,
	"account_encrypted" text,
	"account_hash" text,
	"bank_name" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_number" text NOT NULL,
	"branch_id" uuid NOT NULL,
	"policy_id" uuid NOT NULL,
	"line" text NOT NULL,
	"stage" text NOT NULL,
	"outcome" text,
	"priority" integer NOT NULL,
	"contact_id" uuid,
	"loss_at" timestamp(3) with time zone NOT NULL,
	"plate_hash" text,
	"place_hash" text,
	"state" jsonb NOT NULL,
	"policy_snapshot" jsonb NOT NULL,
	"told" jsonb NOT NULL,
	"epoch" integer DEFAULT 1 NOT NULL,
	"version" integer NOT NULL,
	"told_version" integer DEFAULT 0 NOT NULL,
	"tell_after" timestamp(3) with time zone,
	"tell_tries" integer DEFAULT 0 NOT NULL,
	"event_sequence" integer NOT NULL,
	"audit_sequence" integer NOT NULL,
	"audit_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "claims_told" CHECK ("claims"."told_version" <= "claims"."version")
);
--> statement-breakpoint
CREATE TABLE "contents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"hash" text NOT NULL,
	"body_encrypted" text NOT NULL,
	"author_id" uuid,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim_id" uuid NOT NULL,
	"item_code" text NOT NULL,
	"content_hash" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"name_encrypted" text NOT NULL,
	"channel" text NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"uploaded_by" uuid,
	"state" text NOT NULL,
	"view_hash" text,
	"thumbnail_hash" text,
	"measures_encrypted" text,
	"perceptual_hash" text,
	CONSTRAINT "documents_state" CHECK ("documents"."state" in ('stored', 'ready', 'failed')),
	CONSTRAINT "documents_channel" CHECK ("documents"."channel" in ('upload', 'scan', 'courier'))
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim_id" uuid NOT NULL,
	"author_id" uuid,
	"from_customer" boolean NOT NULL,
	"text_encrypted" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim_id" uuid,
	"party_id" uuid,
	"person_id" uuid,
	"template" text NOT NULL,
	"channel" text NOT NULL,
	"parameters" jsonb NOT NULL,
	"text_encrypted" text,
	"status" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"gateway_reference" text,
	"queued_at" timestamp(3) with time zone NOT NULL,
	"sent_at" timestamp(3) with time zone,
	"delivered_at" timestamp(3) with time zone,
	"failed_at" timestamp(3) with time zone,
	"failure" text,
	CONSTRAINT "notices_status" CHECK ("notices"."status" in ('queued', 'sent', 'delivered', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "report_drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"body_encrypted" text NOT NULL,
	"claim_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rule_uses" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rule_uses_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"claim_id" uuid NOT NULL,
	"command_id" uuid NOT NULL,
	"table_id" text NOT NULL,
	"version" integer NOT NULL,
	"use" jsonb NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" text NOT NULL,
	"claim_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"role" text NOT NULL,
	"assignee_id" uuid,
	"branch_id" uuid NOT NULL,
	"priority" integer NOT NULL,
	"clock_key" text,
	"due_at" timestamp(3) with time zone,
	"opened_at" timestamp(3) with time zone NOT NULL,
	"closed_at" timestamp(3) with time zone,
	CONSTRAINT "tasks_claim_id_id_pk" PRIMARY KEY("claim_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_chains" (
	"chain" text PRIMARY KEY NOT NULL,
	"sequence" integer NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"chain" text NOT NULL,
	"sequence" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"actor_id" uuid,
	"actor_kind" text NOT NULL,
	"account_id" uuid,
	"action" text NOT NULL,
	"outcome" text NOT NULL,
	"code" text,
	"command_id" uuid NOT NULL,
	"request_id" text,
	"body_hash" text NOT NULL,
	"first_event" integer,
	"last_event" integer,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_entries_chain_sequence_pk" PRIMARY KEY("chain","sequence"),
	CONSTRAINT "audit_entries_outcome" CHECK ("audit_entries"."outcome" in ('done', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "calendars" (
	"version" text PRIMARY KEY NOT NULL,
	"effective_from" timestamp(3) with time zone NOT NULL,
	"holidays" jsonb NOT NULL,
	"make_up_days" jsonb NOT NULL,
	"opens_minute" integer NOT NULL,
	"closes_minute" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"command_id" uuid NOT NULL,
	"reply" jsonb,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_actor_key_pk" PRIMARY KEY("actor","key")
);
--> statement-breakpoint
CREATE TABLE "bank_messages" (
	"message_id" text PRIMARY KEY NOT NULL,
	"ref" text NOT NULL,
	"body" jsonb NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"applied_at" timestamp(3) with time zone,
	"quarantine" text
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ledger_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"group_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"intent_id" uuid,
	"account" text NOT NULL,
	"side" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text DEFAULT 'CNY' NOT NULL,
	"reason" text NOT NULL,
	"event_sequence" integer NOT NULL,
	"posting_date" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "ledger_entries_side" CHECK ("ledger_entries"."side" in ('debit', 'credit')),
	CONSTRAINT "ledger_entries_amount" CHECK ("ledger_entries"."amount_minor" between 1 and 9007199254740991)
);
--> statement-breakpoint
CREATE TABLE "pay_lane" (
	"id" integer PRIMARY KEY NOT NULL,
	"paused_at" timestamp(3) with time zone,
	"paused_reason" text,
	"reopen_proposed_by" uuid,
	CONSTRAINT "pay_lane_single" CHECK ("pay_lane"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "payment_attempts" (
	"intent_id" uuid NOT NULL,
	"fence" integer NOT NULL,
	"sent_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_intents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim_id" uuid NOT NULL,
	"settlement_id" text NOT NULL,
	"party_id" uuid NOT NULL,
	"ref" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text DEFAULT 'CNY' NOT NULL,
	"payee_encrypted" text NOT NULL,
	"payee_hash" text NOT NULL,
	"posting_date" text NOT NULL,
	"status" text NOT NULL,
	"fence" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_intents_amount" CHECK ("payment_intents"."amount_minor" between 1 and 9007199254740991)
);
--> statement-breakpoint
CREATE TABLE "statement_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"day" text NOT NULL,
	"line_key" text NOT NULL,
	"ref" text NOT NULL,
	"kind" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"intent_id" uuid,
	"finding" text NOT NULL,
	"owner_role" text,
	"due_at" timestamp(3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "absences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"substitute_id" uuid,
	"valid_from" timestamp(3) with time zone NOT NULL,
	"valid_to" timestamp(3) with time zone,
	"granted_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"login" text NOT NULL,
	"password_hash" text,
	"key_hash" text,
	"disabled_at" timestamp(3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_kind" CHECK ("accounts"."kind" in ('staff', 'customer', 'partner'))
);
--> statement-breakpoint
CREATE TABLE "authority_limits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"line" text,
	"limit_minor" bigint NOT NULL,
	"valid_from" timestamp(3) with time zone NOT NULL,
	"valid_to" timestamp(3) with time zone,
	"granted_by" uuid NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp(3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "authority_limits_amount" CHECK ("authority_limits"."limit_minor" between 0 and 9007199254740991),
	CONSTRAINT "authority_limits_two_people" CHECK ("authority_limits"."confirmed_by" is null or "authority_limits"."confirmed_by" <> "authority_limits"."granted_by")
);
--> statement-breakpoint
CREATE TABLE "branches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "branches_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "one_time_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"phone_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"used_at" timestamp(3) with time zone,
	"void" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"branch_id" uuid,
	"name_encrypted" text NOT NULL,
	"phone_encrypted" text,
	"phone_hash" text,
	"identity_encrypted" text,
	"identity_hash" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "persons_kind" CHECK ("persons"."kind" in ('natural', 'legal'))
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"branch_id" uuid,
	"valid_from" timestamp(3) with time zone NOT NULL,
	"valid_to" timestamp(3) with time zone,
	"granted_by" uuid NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp(3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "role_grants_two_people" CHECK ("role_grants"."confirmed_by" is null or "role_grants"."confirmed_by" <> "role_grants"."granted_by"),
	CONSTRAINT "role_grants_interval" CHECK ("role_grants"."valid_to" is null or "role_grants"."valid_to" >= "role_grants"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"csrf_secret" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"display_name" text NOT NULL,
	"work_phone" text NOT NULL,
	"skills" jsonb NOT NULL,
	"capacity" integer NOT NULL,
	"latitude_micro" integer,
	"longitude_micro" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "endorsements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"policy_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"effective_at" timestamp(3) with time zone NOT NULL,
	"change" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "insured_objects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"policy_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"details_encrypted" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"policy_number" text NOT NULL,
	"product_id" text NOT NULL,
	"branch_id" uuid NOT NULL,
	"line" text NOT NULL,
	"inception_at" timestamp(3) with time zone NOT NULL,
	"expiry_at" timestamp(3) with time zone NOT NULL,
	"terms" jsonb NOT NULL,
	"plate_hash" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "policies_interval" CHECK ("policies"."expiry_at" > "policies"."inception_at")
);
--> statement-breakpoint
CREATE TABLE "policy_people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"policy_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "policy_people_role_known" CHECK ("policy_people"."role" in ('holder', 'insured', 'beneficiary', 'driver'))
);
--> statement-breakpoint
CREATE TABLE "premium_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"policy_id" uuid NOT NULL,
	"status" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "premium_events_status" CHECK ("premium_events"."status" in ('unpaid', 'partlyPaid', 'paid', 'refunded'))
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" text PRIMARY KEY NOT NULL,
	"line" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"wordings" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rule_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"table_id" text NOT NULL,
	"version" integer NOT NULL,
	"effective_from" date NOT NULL,
	"effective_to" date,
	"document" jsonb NOT NULL,
	"document_hash" text NOT NULL,
	"author_person_id" uuid NOT NULL,
	"reviewer_person_id" uuid,
	"published_at" timestamp(3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rule_versions_table_known" CHECK ("rule_versions"."table_id" in ('checklist', 'coverageChecks', 'surveyNeed', 'authorityLevels', 'slaTargets', 'escalation', 'reserveOpening')),
	CONSTRAINT "rule_versions_counted" CHECK ("rule_versions"."version" > 0),
	CONSTRAINT "rule_versions_interval" CHECK ("rule_versions"."effective_to" > "rule_versions"."effective_from"),
	CONSTRAINT "rule_versions_published" CHECK (("rule_versions"."published_at" is null) = ("rule_versions"."reviewer_person_id" is null)),
	CONSTRAINT "rule_versions_second_person" CHECK ("rule_versions"."reviewer_person_id" <> "rule_versions"."author_person_id")
);
--> statement-breakpoint
ALTER TABLE "claim_clocks" ADD CONSTRAINT "claim_clocks_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_events" ADD CONSTRAINT "claim_events_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_parties" ADD CONSTRAINT "claim_parties_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_parties" ADD CONSTRAINT "claim_parties_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_policy_id_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contents" ADD CONSTRAINT "contents_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_drafts" ADD CONSTRAINT "report_drafts_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD CONSTRAINT "payment_attempts_intent_id_payment_intents_id_fk" FOREIGN KEY ("intent_id") REFERENCES "public"."payment_intents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_intents" ADD CONSTRAINT "payment_intents_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_substitute_id_persons_id_fk" FOREIGN KEY ("substitute_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authority_limits" ADD CONSTRAINT "authority_limits_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "persons" ADD CONSTRAINT "persons_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endorsements" ADD CONSTRAINT "endorsements_policy_id_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insured_objects" ADD CONSTRAINT "insured_objects_policy_id_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_people" ADD CONSTRAINT "policy_people_policy_id_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_people" ADD CONSTRAINT "policy_people_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "premium_events" ADD CONSTRAINT "premium_events_policy_id_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_versions" ADD CONSTRAINT "rule_versions_author_person_id_persons_id_fk" FOREIGN KEY ("author_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_versions" ADD CONSTRAINT "rule_versions_reviewer_person_id_persons_id_fk" FOREIGN KEY ("reviewer_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claim_clocks_due" ON "claim_clocks" USING btree ("status","due_at");--> statement-breakpoint
CREATE INDEX "claim_parties_claim" ON "claim_parties" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "claim_parties_person" ON "claim_parties" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "claim_parties_phone" ON "claim_parties" USING btree ("phone_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "claims_case_number" ON "claims" USING btree ("case_number");--> statement-breakpoint
CREATE INDEX "claims_policy_loss" ON "claims" USING btree ("policy_id","loss_at");--> statement-breakpoint
CREATE INDEX "claims_plate_loss" ON "claims" USING btree ("plate_hash","loss_at");--> statement-breakpoint
CREATE INDEX "claims_branch_stage" ON "claims" USING btree ("branch_id","stage");--> statement-breakpoint
CREATE INDEX "claims_untold" ON "claims" USING btree ("updated_at") WHERE told_version < version;--> statement-breakpoint
CREATE UNIQUE INDEX "contents_version" ON "contents" USING btree ("claim_id","kind","version");--> statement-breakpoint
CREATE INDEX "documents_claim" ON "documents" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "documents_content" ON "documents" USING btree ("content_hash");--> statement-breakpoint
CREATE INDEX "messages_claim" ON "messages" USING btree ("claim_id","at");--> statement-breakpoint
CREATE INDEX "notices_claim" ON "notices" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "report_drafts_owner" ON "report_drafts" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "rule_uses_claim" ON "rule_uses" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "tasks_assignee" ON "tasks" USING btree ("assignee_id","due_at") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "tasks_role" ON "tasks" USING btree ("branch_id","role","due_at") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "audit_entries_command" ON "audit_entries" USING btree ("command_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_claim" ON "ledger_entries" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_group" ON "ledger_entries" USING btree ("group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_attempts_fence" ON "payment_attempts" USING btree ("intent_id","fence");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_intents_ref" ON "payment_intents" USING btree ("ref");--> statement-breakpoint
CREATE INDEX "payment_intents_claim" ON "payment_intents" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "payment_intents_open" ON "payment_intents" USING btree ("status");--> statement-breakpoint
CREATE UNIQUE INDEX "statement_lines_key" ON "statement_lines" USING btree ("line_key");--> statement-breakpoint
CREATE INDEX "absences_person" ON "absences" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_login" ON "accounts" USING btree ("kind","login");--> statement-breakpoint
CREATE INDEX "accounts_person" ON "accounts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "authority_limits_person" ON "authority_limits" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "one_time_codes_phone" ON "one_time_codes" USING btree ("phone_hash","created_at");--> statement-breakpoint
CREATE INDEX "persons_phone_hash" ON "persons" USING btree ("phone_hash");--> statement-breakpoint
CREATE INDEX "persons_identity_hash" ON "persons" USING btree ("identity_hash");--> statement-breakpoint
CREATE INDEX "role_grants_person" ON "role_grants" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "endorsements_number" ON "endorsements" USING btree ("policy_id","number");--> statement-breakpoint
CREATE INDEX "insured_objects_policy" ON "insured_objects" USING btree ("policy_id");--> statement-breakpoint
CREATE UNIQUE INDEX "policies_number" ON "policies" USING btree ("policy_number");--> statement-breakpoint
CREATE INDEX "policies_plate" ON "policies" USING btree ("plate_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "policy_people_role" ON "policy_people" USING btree ("policy_id","person_id","role");--> statement-breakpoint
CREATE INDEX "policy_people_person" ON "policy_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "premium_events_policy" ON "premium_events" USING btree ("policy_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "rule_versions_version" ON "rule_versions" USING btree ("table_id","version");--> statement-breakpoint
CREATE INDEX "rule_versions_effective" ON "rule_versions" USING btree ("effective_from") WHERE published_at is not null;