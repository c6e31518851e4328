/** The rows of PostgreSQL that are judged, as `db/schema` documents them. Instants are epoch milliseconds. */

export interface ClaimRow {
  readonly id: string
  readonly caseNumber: string
  readonly branchId: string
  readonly line: string
  readonly stage: string
  readonly outcome: string | null
  readonly state: ClaimStateFacts
  readonly told: Readonly<Record<string, unknown>>
  readonly epoch: number
  readonly version: number
  readonly toldVersion: number
  readonly eventSequence: number
  readonly auditSequence: number
  readonly auditHash: string
  readonly createdAt: number
  readonly updatedAt: number
}

/** Of the state only what is compared with the events. */
export interface ClaimStateFacts {
  readonly stage: string
  readonly outcome: string | null
  readonly reserve: { readonly indemnityMinor: number; readonly expenseMinor: number }
  readonly clocks: Readonly<Record<string, ClaimClockFacts>>
  readonly tasks: readonly {
    readonly id: string
    readonly kind: string
    readonly assigneeId: string | null
  }[]
  readonly settlements: readonly { readonly id: string; readonly state: string }[]
  readonly intents: readonly { readonly id: string; readonly status: string; readonly posted: boolean }[]
}

export interface ClaimClockFacts {
  readonly key: string
  readonly kind: string
  readonly clock: ClockFacts
}

export interface ClockFacts {
  readonly startedAt: number
  readonly dueAt: number
  readonly pausedAt: number | null
  readonly breachedAt: number | null
  readonly doneAt: number | null
  readonly stepsTaken: number
  readonly steps: readonly { readonly at: number; readonly step: string }[]
}

export interface EventRow {
  readonly claimId: string
  readonly sequence: number
  readonly type: string
  readonly data: unknown
  readonly fromStage: string | null
  readonly toStage: string | null
  readonly actorId: string | null
  readonly actorKind: string
  readonly commandId: string
  readonly at: number
}

export interface AuditRow {
  readonly chain: string
  readonly sequence: number
  readonly at: number
  readonly actorId: string | null
  readonly actorKind: string
  readonly accountId: string | null
  readonly action: string
  readonly outcome: 'done' | 'refused'
  readonly code: string | null
  readonly commandId: string
  readonly requestId: string | null
  readonly bodyHash: string
  readonly firstEvent: number | null
  readonly lastEvent: number | null
  readonly previousHash: string
  readonly hash: string
}

export interface ChainHeadRow {
  readonly chain: string
  readonly sequence: number
  readonly hash: string
}

export interface KeyRow {
  readonly actor: string
  readonly key: string
  readonly commandId: string
  readonly answered: boolean
}

export interface IntentRow {
  readonly id: string
  readonly claimId: string
  readonly settlementId: string
  readonly partyId: string
  readonly ref: string
  readonly amountMinor: number
  readonly payeeHash: string
  readonly status: string
  readonly fence: number
  readonly updatedAt: number
}

export interface LedgerRow {
  readonly groupId: string
  readonly claimId: string
  readonly intentId: string | null
  readonly account: string
  readonly side: 'debit' | 'credit'
  readonly amountMinor: number
  readonly currency: string
  readonly reason: string
}

export interface ClockRow {
  readonly claimId: string
  readonly key: string
  readonly status: string
  readonly dueAt: number
  readonly pausedAt: number | null
  readonly doneAt: number | null
  readonly breachedAt: number | null
}

export interface TaskRow {
  readonly claimId: string
  readonly id: string
  readonly assigneeId: string | null
  readonly closed: boolean
}

export interface ContentRow {
  readonly claimId: string
  readonly kind: string
  readonly version: number
  readonly hash: string
  readonly authorId: string | null
  readonly commandId: string
}

export interface GrantRow {
  readonly id: string
  readonly personId: string
  readonly role: string
  readonly branchId: string | null
  readonly validFrom: number
  readonly validTo: number | null
  readonly confirmedAt: number | null
}

export interface LimitRow {
  readonly id: string
  readonly personId: string
  readonly line: string | null
  readonly limitMinor: number
  readonly validFrom: number
  readonly validTo: number | null
  readonly confirmedAt: number | null
}

export interface AccountRow {
  readonly id: string
  readonly personId: string
  readonly kind: string
}

export interface RuleUseRow {
  readonly claimId: string
  readonly commandId: string
  readonly tableId: string
  readonly version: number
  readonly inputs: Readonly<Record<string, unknown>>
}

export interface RuleVersionRow {
  readonly tableId: string
  readonly version: number
  readonly rows: readonly RuleTableRow[]
}

export interface RuleTableRow {
  readonly id: string
  readonly priority?: number
  readonly when: Readonly<Record<string, string>>
  readonly gives: Readonly<Record<string, unknown>>
}

export interface FindingRow {
  readonly ref: string
  readonly kind: string
  readonly finding: string
}

export interface BankMessageRow {
  readonly messageId: string
  readonly ref: string
  readonly settled: boolean
}

/** Jobs of one queue in one state, as the queue's own table has them. */
export interface JobCountRow {
  readonly queue: string
  readonly state: string
  readonly count: number
}

export interface NoticeRow {
  readonly id: string
  readonly status: string
  readonly queuedAt: number
}

export interface DatabaseFacts {
  /** By the database's clock. */
  readonly now: number
  readonly claims: readonly ClaimRow[]
  readonly events: readonly EventRow[]
  readonly audit: readonly AuditRow[]
  readonly chainHeads: readonly ChainHeadRow[]
  readonly keys: readonly KeyRow[]
  readonly intents: readonly IntentRow[]
  readonly ledger: readonly LedgerRow[]
  readonly clocks: readonly ClockRow[]
  readonly tasks: readonly TaskRow[]
  readonly contents: readonly ContentRow[]
  readonly grants: readonly GrantRow[]
  readonly limits: readonly LimitRow[]
  readonly accounts: readonly AccountRow[]
  readonly ruleUses: readonly RuleUseRow[]
  readonly ruleVersions: readonly RuleVersionRow[]
  readonly findings: readonly FindingRow[]
  readonly bankMessages: readonly BankMessageRow[]
  readonly jobs: readonly JobCountRow[]
  readonly notices: readonly NoticeRow[]
  readonly payLanePaused: boolean
}
