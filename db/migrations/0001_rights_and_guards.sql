-- What only grows: the application may add and read, never change or remove. The owner
-- migrates and is used by nothing else; whoever brings a database of their own creates
-- the two roles, and without them the owner is also the application.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'lipei_app') THEN
    GRANT USAGE ON SCHEMA public TO lipei_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO lipei_app;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO lipei_app;
    REVOKE UPDATE, DELETE ON
      claim_events, audit_entries, ledger_entries, rule_uses, contents, payment_attempts, premium_events,
      endorsements, messages, calendars
      FROM lipei_app;
    REVOKE DELETE ON
      claims, claim_parties, documents, claim_clocks, tasks, notices, payment_intents, bank_messages,
      statement_lines, policies, persons, accounts, role_grants, authority_limits, absences, rule_versions,
      audit_chains, pay_lane
      FROM lipei_app;
    -- A proposal becomes a version by its reviewer; what it says never changes.
    REVOKE UPDATE ON rule_versions FROM lipei_app;
    GRANT UPDATE (reviewer_person_id, published_at) ON rule_versions TO lipei_app;
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'lipei_reader') THEN
    GRANT USAGE ON SCHEMA public TO lipei_reader;
    GRANT SELECT ON ALL TABLES IN SCHEMA public TO lipei_reader;
  END IF;
END
$$;
--> statement-breakpoint
-- Double entry is held by the database: at commit, what was posted as one group balances.
CREATE FUNCTION ledger_group_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM ledger_entries
    WHERE group_id = NEW.group_id
    GROUP BY currency
    HAVING sum(CASE side WHEN 'debit' THEN amount_minor ELSE -amount_minor END) <> 0
  ) THEN
    RAISE EXCEPTION 'ledger group % does not balance', NEW.group_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER ledger_entries_balance AFTER INSERT ON ledger_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_group_balances();
--> statement-breakpoint
INSERT INTO pay_lane (id) VALUES (1);
--> statement-breakpoint
INSERT INTO audit_chains (chain, sequence, hash) VALUES ('system', 0, repeat('0', 64));
