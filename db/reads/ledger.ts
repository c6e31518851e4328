import { asc, eq } from 'drizzle-orm'
import { add, fen, zero, type Fen } from '../../domain/money.ts'
import type { Transaction } from '../client.ts'
import { ledgerEntries } from '../schema/index.ts'

export interface Balance {
  readonly account: string
  readonly debitMinor: Fen
  readonly creditMinor: Fen
}

/** The postings of a claim in the order in which they were made, and what they come to by account. */
export async function readLedger(tx: Transaction, claimId: string) {
  const entries = await tx
    .select({
      groupId: ledgerEntries.groupId,
      account: ledgerEntries.account,
      side: ledgerEntries.side,
      amountMinor: ledgerEntries.amountMinor,
      currency: ledgerEntries.currency,
      reason: ledgerEntries.reason,
      intentId: ledgerEntries.intentId,
      eventSequence: ledgerEntries.eventSequence,
      postingDate: ledgerEntries.postingDate,
      at: ledgerEntries.at,
    })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.claimId, claimId))
    .orderBy(asc(ledgerEntries.id))
  const sumOf = (account: string, side: 'debit' | 'credit') =>
    add(
      zero,
      ...entries
        .filter((one) => one.account === account && one.side === side)
        .map((one) => fen(one.amountMinor)),
    )
  const accounts = [...new Set(entries.map(({ account }) => account))].toSorted()
  const balances: Balance[] = accounts.map((account) => ({
    account,
    debitMinor: sumOf(account, 'debit'),
    creditMinor: sumOf(account, 'credit'),
  }))
  const debit = add(zero, ...balances.map((one) => one.debitMinor))
  const credit = add(zero, ...balances.map((one) => one.creditMinor))
  return { entries, balances, balanced: debit === credit }
}
