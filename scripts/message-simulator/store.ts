/**
 * The gateway's durable book, in SQLite with a flush at every commit: what was accepted is delivered after a
 * SIGKILL too, and what was delivered once is not delivered again.
 */
import { randomUUID } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import type { Instant } from '../../domain/time/instant.ts'
import type { MessageReceipt, WireMessage } from '../../messaging/protocol.ts'

export interface MessageRow {
  readonly id: string
  readonly phone: string
  readonly template: string
  readonly text: string
  readonly reference: string
  readonly acceptedAt: Instant
  /** How often it was handed in; it is delivered once all the same. */
  readonly submissions: number
  /** When the next step is taken; null when there is none. */
  readonly dueAt: Instant | null
  readonly fate: 'delivered' | 'undeliverable'
  readonly receiptCopies: number
  /** When the telephone had it; null for what is on its way or never arrives. */
  readonly deliveredAt: Instant | null
}

export interface ReceiptRow {
  readonly receiptId: string
  readonly messageId: string
  readonly body: string
  readonly copies: number
  readonly attempts: number
  readonly dueAt: Instant | null
  readonly deliveredAt: Instant | null
}

/** What will happen to a message that was accepted. */
export interface Fate {
  readonly outcome: MessageRow['fate']
  /** Null: nothing ever happens to it. */
  readonly dueAt: Instant | null
  readonly receiptCopies: number
}

const schema = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  create table if not exists messages (
    id text primary key, phone text not null, template text not null, text text not null,
    reference text not null, acceptedAt integer not null, submissions integer not null default 1,
    dueAt integer, fate text not null, receiptCopies integer not null, deliveredAt integer
  ) strict;
  create index if not exists messages_phone on messages (phone, acceptedAt);
  create index if not exists messages_due on messages (dueAt) where dueAt is not null;
  create table if not exists receipts (
    receiptId text primary key, messageId text not null, body text not null, copies integer not null,
    attempts integer not null default 0, dueAt integer, deliveredAt integer
  ) strict;
  create index if not exists receipts_due on receipts (dueAt) where dueAt is not null;
`

export class Store {
  readonly #database: DatabaseSync

  constructor(file: string) {
    this.#database = new DatabaseSync(file)
    this.#database.exec(schema)
  }

  close(): void {
    this.#database.close()
  }

  /** The row under this id: the new one, or the one that was there before; then it is only counted. */
  accept({ id, to, template, text }: WireMessage, fate: Fate, now: Instant): MessageRow {
    this.#database
      .prepare(
        `insert into messages (id, phone, template, text, reference, acceptedAt, dueAt, fate, receiptCopies)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set submissions = submissions + 1`,
      )
      .run(
        id,
        to,
        template,
        text,
        `MSG${randomUUID().slice(0, 13).replaceAll('-', '').toUpperCase()}`,
        now,
        fate.dueAt,
        fate.outcome,
        fate.receiptCopies,
      )
    const row = this.#messages('where id = ?', id)[0]
    if (row === undefined) throw new Error('The message was not stored.')
    return row
  }

  /** What every telephone would show or will show, newest first. */
  messages(phone: string | undefined, limit: number): readonly MessageRow[] {
    const newest = 'order by acceptedAt desc, rowid desc limit ?'
    return phone === undefined
      ? this.#messages(newest, limit)
      : this.#messages(`where phone = ? ${newest}`, phone, limit)
  }

  /** All that was accepted after the instant, oldest first. */
  messagesSince(instant: Instant): readonly MessageRow[] {
    return this.#messages('where acceptedAt > ? order by acceptedAt, rowid', instant)
  }

  /** Delivery and the news of it are written together: a kill leaves both or neither. */
  takeDueSteps(now: Instant): void {
    for (const { id, fate, receiptCopies } of this.#messages('where dueAt <= ? limit 200', now)) {
      const body: MessageReceipt = { receiptId: randomUUID(), id, status: fate, at: now }
      this.#database.exec('begin immediate')
      this.#database
        .prepare('update messages set dueAt = null, deliveredAt = ? where id = ?')
        .run(fate === 'delivered' ? now : null, id)
      this.#database
        .prepare('insert into receipts (receiptId, messageId, body, copies, dueAt) values (?, ?, ?, ?, ?)')
        .run(body.receiptId, id, JSON.stringify(body), receiptCopies, now)
      this.#database.exec('commit')
    }
  }

  dueReceipts(now: Instant, most: number): readonly ReceiptRow[] {
    return this.#database
      .prepare('select * from receipts where dueAt <= ? order by dueAt limit ?')
      .all(now, most) as unknown as ReceiptRow[]
  }

  receiptsOf(messageId: string): readonly ReceiptRow[] {
    return this.#database
      .prepare('select * from receipts where messageId = ?')
      .all(messageId) as unknown as ReceiptRow[]
  }

  changeReceipt({ receiptId, attempts, dueAt, deliveredAt }: ReceiptRow): void {
    this.#database
      .prepare('update receipts set attempts = ?, dueAt = ?, deliveredAt = ? where receiptId = ?')
      .run(attempts, dueAt, deliveredAt, receiptId)
  }

  nextDue(table: 'messages' | 'receipts'): Instant | undefined {
    const row = this.#database.prepare(`select min(dueAt) as at from ${table} where dueAt is not null`).get()
    return (row as { at: Instant | null }).at ?? undefined
  }

  #messages(where: string, ...values: (string | number)[]): readonly MessageRow[] {
    return this.#database.prepare(`select * from messages ${where}`).all(...values) as unknown as MessageRow[]
  }
}
