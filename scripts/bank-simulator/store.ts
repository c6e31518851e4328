import { DatabaseSync } from 'node:sqlite'
import type { Instant } from '../../domain/time/instant.ts'
import type { Plan } from './plan.ts'
import { journalColumns, schema, type CallbackRow, type JournalRow, type PaymentRow } from './store-schema.ts'

/** Reads and writes of the bank's book; synchronous, one process. */
export class Store {
  readonly #database: DatabaseSync

  constructor(file: string) {
    this.#database = new DatabaseSync(file)
    this.#database.exec(schema)
  }

  close(): void {
    this.#database.close()
  }

  /** All or nothing; nothing else runs in between, because SQLite here is synchronous. */
  transaction<T>(work: () => T): T {
    this.#database.exec('begin immediate')
    try {
      const result = work()
      this.#database.exec('commit')
      return result
    } catch (error) {
      this.#database.exec('rollback')
      throw error
    }
  }

  newestPayment(ref: string): PaymentRow | undefined {
    return this.#payments('where ref = ? order by id desc limit 1', ref)[0]
  }

  duePayments(now: Instant): readonly PaymentRow[] {
    return this.#payments('where dueAt <= ? order by dueAt, id limit 100', now)
  }

  nextPaymentDue(): Instant | undefined {
    return this.#earliest('payments')
  }

  addPayment(row: Omit<PaymentRow, 'id' | 'bankReference'>): PaymentRow {
    const { id } = this.#database.prepare('select coalesce(max(id), 0) + 1 as id from payments').get() as {
      id: number
    }
    const bankReference = `SIM${String(id).padStart(12, '0')}`
    this.#database
      .prepare('insert into payments values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(
        id,
        row.ref,
        row.bodyHash,
        row.amountMinor,
        row.payeeAccount,
        row.state,
        row.reason,
        bankReference,
        row.submittedAt,
        row.changedAt,
        row.dueAt,
        JSON.stringify(row.plan),
      )
    return { ...row, id, bankReference }
  }

  changePayment(row: PaymentRow): void {
    this.#database
      .prepare('update payments set state = ?, reason = ?, changedAt = ?, dueAt = ? where id = ?')
      .run(row.state, row.reason, row.changedAt, row.dueAt, row.id)
  }

  addMovement(row: Omit<JournalRow, 'id'>): void {
    this.#database
      .prepare(
        'insert into bank_journal (ref, kind, amount_minor, payee_account, bank_reference, at) values (?, ?, ?, ?, ?, ?)',
      )
      .run(row.ref, row.kind, row.amountMinor, row.payeeAccount, row.bankReference, row.at)
  }

  journal(ref?: string): readonly JournalRow[] {
    const where = ref === undefined ? '' : 'where ref = ?'
    const statement = this.#database.prepare(
      `select ${journalColumns} from bank_journal ${where} order by id`,
    )
    return statement.all(...(ref === undefined ? [] : [ref])) as unknown as JournalRow[]
  }

  journalBetween(from: Instant, before: Instant): readonly JournalRow[] {
    return this.#database
      .prepare(`select ${journalColumns} from bank_journal where at >= ? and at < ? order by id`)
      .all(from, before) as unknown as JournalRow[]
  }

  addCallback(row: Omit<CallbackRow, 'id' | 'attempts' | 'deliveredAt'>): void {
    this.#database
      .prepare(
        'insert into callbacks (messageId, ref, body, copies, fault, mostAttempts, dueAt) values (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(row.messageId, row.ref, row.body, row.copies, row.fault, row.mostAttempts, row.dueAt)
  }

  dueCallbacks(now: Instant, most: number): readonly CallbackRow[] {
    return this.#callbacks('where dueAt <= ? order by dueAt, id limit ?', now, most)
  }

  callbacksOf(ref: string): readonly CallbackRow[] {
    return this.#callbacks('where ref = ? order by id', ref)
  }

  nextCallbackDue(): Instant | undefined {
    return this.#earliest('callbacks')
  }

  changeCallback(row: CallbackRow): void {
    this.#database
      .prepare('update callbacks set attempts = ?, dueAt = ?, deliveredAt = ? where id = ?')
      .run(row.attempts, row.dueAt, row.deliveredAt, row.id)
  }

  #payments(where: string, ...values: (string | number)[]): readonly PaymentRow[] {
    const rows = this.#database.prepare(`select * from payments ${where}`).all(...values)
    return (rows as unknown as (Omit<PaymentRow, 'plan'> & { readonly plan: string })[]).map((row) => ({
      ...row,
      plan: JSON.parse(row.plan) as Plan,
    }))
  }

  #callbacks(where: string, ...values: (string | number)[]): readonly CallbackRow[] {
    return this.#database
      .prepare(`select * from callbacks ${where}`)
      .all(...values) as unknown as CallbackRow[]
  }

  #earliest(table: 'payments' | 'callbacks'): Instant | undefined {
    const row = this.#database.prepare(`select min(dueAt) as at from ${table} where dueAt is not null`).get()
    return (row as { at: Instant | null }).at ?? undefined
  }
}
