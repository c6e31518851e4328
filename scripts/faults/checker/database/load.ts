import { Client, type ClientBase, type QueryResultRow } from 'pg'
import type {
  AccountRow,
  AuditRow,
  BankMessageRow,
  ChainHeadRow,
  ClaimRow,
  ClockRow,
  ContentRow,
  DatabaseFacts,
  EventRow,
  FindingRow,
  GrantRow,
  IntentRow,
  JobCountRow,
  KeyRow,
  LedgerRow,
  LimitRow,
  NoticeRow,
  RuleUseRow,
  RuleVersionRow,
  TaskRow,
} from './rows.ts'

/** Everything as of one moment, so that two tables never contradict each other because something was written between. */
export async function readDatabase(url: string): Promise<DatabaseFacts> {
  const client = new Client({ connectionString: url, application_name: 'fault checker' })
  await client.connect()
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    return await loadFacts(client)
  } finally {
    await client.end()
  }
}

const ms = (column: string, name: string): string =>
  `(extract(epoch from ${column}) * 1000)::float8 as "${name}"`

/** Reads through a session that the caller has opened. Amounts are below 2^53, so a float holds them exactly. */
export async function loadFacts(client: ClientBase): Promise<DatabaseFacts> {
  const all = async <Row extends QueryResultRow>(text: string): Promise<readonly Row[]> =>
    (await client.query<Row>(text)).rows
  const [clock] = await all<{ now: number; paused: boolean }>(
    `select ${ms('clock_timestamp()', 'now')},
      coalesce((select paused_at is not null from pay_lane where id = 1), false) as paused`,
  )
  return {
    now: clock?.now ?? 0,
    payLanePaused: clock?.paused ?? false,
    claims: await all<ClaimRow>(
      `select id, case_number as "caseNumber", branch_id as "branchId", line, stage, outcome, state, told, epoch,
        version, told_version as "toldVersion", event_sequence as "eventSequence",
        audit_sequence as "auditSequence", audit_hash as "auditHash",
        ${ms('created_at', 'createdAt')}, ${ms('updated_at', 'updatedAt')} from claims order by id`,
    ),
    events: await all<EventRow>(
      `select claim_id as "claimId", sequence, type, data, from_stage as "fromStage", to_stage as "toStage",
        actor_id as "actorId", actor_kind as "actorKind", command_id as "commandId", ${ms('at', 'at')}
        from claim_events order by claim_id, sequence`,
    ),
    audit: await all<AuditRow>(
      `select chain, sequence, ${ms('at', 'at')}, actor_id as "actorId", actor_kind as "actorKind",
        account_id as "accountId", action, outcome, code, command_id as "commandId", request_id as "requestId",
        body_hash as "bodyHash", first_event as "firstEvent", last_event as "lastEvent",
        previous_hash as "previousHash", hash from audit_entries order by chain, sequence`,
    ),
    chainHeads: await all<ChainHeadRow>('select chain, sequence, hash from audit_chains'),
    keys: await all<KeyRow>(
      'select actor, key, command_id as "commandId", reply is not null as answered from idempotency_keys',
    ),
    intents: await all<IntentRow>(
      `select id, claim_id as "claimId", settlement_id as "settlementId", party_id as "partyId", ref,
        amount_minor::float8 as "amountMinor", payee_hash as "payeeHash", status, fence,
        ${ms('updated_at', 'updatedAt')} from payment_intents`,
    ),
    ledger: await all<LedgerRow>(
      `select group_id as "groupId", claim_id as "claimId", intent_id as "intentId", account, side,
        amount_minor::float8 as "amountMinor", currency, reason from ledger_entries order by id`,
    ),
    clocks: await all<ClockRow>(
      `select claim_id as "claimId", key, status, ${ms('due_at', 'dueAt')}, ${ms('paused_at', 'pausedAt')},
        ${ms('done_at', 'doneAt')}, ${ms('breached_at', 'breachedAt')} from claim_clocks`,
    ),
    tasks: await all<TaskRow>(
      `select claim_id as "claimId", id, assignee_id as "assigneeId", closed_at is not null as closed from tasks`,
    ),
    contents: await all<ContentRow>(
      `select claim_id as "claimId", kind, version, hash, author_id as "authorId", id as "commandId"
        from contents order by claim_id, kind, version`,
    ),
    grants: await all<GrantRow>(
      `select id, person_id as "personId", role, branch_id as "branchId", ${ms('valid_from', 'validFrom')},
        ${ms('valid_to', 'validTo')}, ${ms('confirmed_at', 'confirmedAt')} from role_grants`,
    ),
    limits: await all<LimitRow>(
      `select id, person_id as "personId", line, limit_minor::float8 as "limitMinor",
        ${ms('valid_from', 'validFrom')}, ${ms('valid_to', 'validTo')}, ${ms('confirmed_at', 'confirmedAt')}
        from authority_limits`,
    ),
    accounts: await all<AccountRow>('select id, person_id as "personId", kind from accounts'),
    ruleUses: await all<RuleUseRow>(
      `select claim_id as "claimId", command_id as "commandId", table_id as "tableId", version,
        use -> 'inputs' as inputs from rule_uses where table_id = 'authorityLevels'`,
    ),
    ruleVersions: await all<RuleVersionRow>(
      `select table_id as "tableId", version, document -> 'rows' as rows from rule_versions
        where table_id = 'authorityLevels' and published_at is not null`,
    ),
    findings: await all<FindingRow>(
      `select ref, kind, finding from statement_lines where kind in ('executed', 'returned', 'unseen')`,
    ),
    bankMessages: await all<BankMessageRow>(
      `select message_id as "messageId", ref, applied_at is not null or quarantine is not null as settled
        from bank_messages`,
    ),
    jobs: await all<JobCountRow>(
      `select name as queue, state::text as state, count(*)::int as count from pgboss.job
        where name not like '\\_\\_pgboss%' and (state >= 'active' or start_after < now()) group by 1, 2`,
    ),
    notices: await all<NoticeRow>(`select id, status, ${ms('queued_at', 'queuedAt')} from notices`),
  }
}
