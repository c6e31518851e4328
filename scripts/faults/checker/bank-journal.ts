import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** One movement of money as the bank wrote it: the truth. */
export interface Movement {
  readonly ref: string
  readonly kind: 'executed' | 'returned'
  readonly amountMinor: number
  readonly payeeAccount: string
  readonly at: number
}

/** What the bank took in under one reference; two rows for one mean that it was paid twice because we asked twice. */
export interface TakenIn {
  readonly ref: string
  readonly state: 'accepted' | 'paid' | 'rejected' | 'returned'
  /** 2 when the run told the bank to misbehave and pay twice: the one double execution that is not ours. */
  readonly executions: number
}

export interface BankFacts {
  readonly movements: readonly Movement[]
  readonly takenIn: readonly TakenIn[]
}

/** Read-only, while the bank may still be writing. */
export function readBank(file: string): BankFacts {
  if (!existsSync(file)) throw new Error(`There is no journal of the bank at ${file}.`)
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const movements = database
      .prepare(
        'select ref, kind, amount_minor as amountMinor, payee_account as payeeAccount, at from bank_journal order by id',
      )
      .all() as unknown as Movement[]
    const payments = database
      .prepare('select ref, state, plan from payments order by id')
      .all() as unknown as {
      readonly ref: string
      readonly state: TakenIn['state']
      readonly plan: string
    }[]
    const takenIn = payments.map(({ ref, state, plan }) => ({
      ref,
      state,
      executions: (JSON.parse(plan) as { executions?: number }).executions ?? 1,
    }))
    return { movements, takenIn }
  } finally {
    database.close()
  }
}
