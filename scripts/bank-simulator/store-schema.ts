/**
 * The bank's durable book, in SQLite with a flush at every commit: what the bank has answered survives SIGKILL.
 * `bank_journal` is the truth about money: one row a movement, never changed and never deleted.
 */
import type { RejectionReason } from '../../bank/protocol.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { CallbackFault, Plan } from './plan.ts'

export interface PaymentRow {
  readonly id: number
  readonly ref: string
  readonly bodyHash: string
  readonly amountMinor: number
  readonly payeeAccount: string
  readonly state: 'accepted' | 'paid' | 'rejected' | 'returned'
  readonly reason: RejectionReason | null
  readonly bankReference: string
  readonly submittedAt: Instant
  readonly changedAt: Instant
  /** When the next step (execution, return) is taken; null when there is none. */
  readonly dueAt: Instant | null
  readonly plan: Plan
}

export interface JournalRow {
  readonly id: number
  readonly ref: string
  readonly kind: 'executed' | 'returned'
  readonly amountMinor: number
  readonly payeeAccount: string
  readonly bankReference: string
  readonly at: Instant
}

export interface CallbackRow {
  readonly id: number
  readonly messageId: string
  readonly ref: string
  readonly body: string
  readonly copies: number
  readonly fault: CallbackFault | null
  readonly mostAttempts: number | null
  readonly attempts: number
  /** Null when it was delivered or given up. */
  readonly dueAt: Instant | null
  readonly deliveredAt: Instant | null
}

export const schema = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  create table if not exists payments (
    id integer primary key, ref text not null, bodyHash text not null, amountMinor integer not null,
    payeeAccount text not null, state text not null, reason text, bankReference text not null,
    submittedAt integer not null, changedAt integer not null, dueAt integer, plan text not null
  ) strict;
  create index if not exists payments_ref on payments (ref, id);
  create index if not exists payments_due on payments (dueAt) where dueAt is not null;
  create table if not exists bank_journal (
    id integer primary key autoincrement, ref text not null,
    kind text not null check (kind in ('executed', 'returned')),
    amount_minor integer not null check (amount_minor > 0),
    payee_account text not null, bank_reference text not null, at integer not null
  ) strict;
  create index if not exists bank_journal_ref on bank_journal (ref);
  create index if not exists bank_journal_at on bank_journal (at);
  create trigger if not exists bank_journal_unchanged before update on bank_journal
    begin select raise(abort, 'bank_journal is append-only'); end;
  create trigger if not exists bank_journal_kept before delete on bank_journal
    begin select raise(abort, 'bank_journal is append-only'); end;
  create table if not exists callbacks (
    id integer primary key, messageId text not null, ref text not null, body text not null,
    copies integer not null, fault text, mostAttempts integer, attempts integer not null default 0,
    dueAt integer, deliveredAt integer
  ) strict;
  create index if not exists callbacks_due on callbacks (dueAt) where dueAt is not null;
`

export const journalColumns = `id, ref, kind, amount_minor as amountMinor, payee_account as payeeAccount,
  bank_reference as bankReference, at`
