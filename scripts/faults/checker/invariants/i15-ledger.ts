import type { LedgerRow } from '../database/rows.ts'
import { each, together, type Invariant } from '../invariant.ts'

/** The books balance, and their bank account is the bank's journal. */
export const ledger: Invariant = {
  id: 'I15',
  text: 'Every group of postings balances, each payment is posted as often as the bank moved it, the reserve of a closed claim is zero, and what the books have paid in total is what the bank has paid.',
  live: true,
  exercised: ({ database }) => database.claims.length > 0,
  check(evidence) {
    const { ledger: rows, claims, intents } = evidence.database
    const byIntent = Map.groupBy(rows, ({ intentId }) => intentId)
    const byClaim = Map.groupBy(rows, ({ claimId }) => claimId)
    const net = intents.reduce((total, { ref }) => total + evidence.net(ref), 0)
    return together(
      each(
        Map.groupBy(rows, ({ groupId, currency }) => `${groupId} ${currency}`),
        ([group, entries]) => {
          const difference = balance(entries)
          return difference === 0
            ? []
            : [{ object: group, why: 'It does not balance.', evidence: { difference } }]
        },
      ),
      each(intents, ({ id, ref, claimId }) => {
        const posted = -balance((byIntent.get(id) ?? []).filter(({ account }) => account === 'bank'))
        const groups = Map.groupBy(byIntent.get(id) ?? [], ({ groupId }) => groupId).size
        const course = evidence.course(claimId).intents.get(id)
        const said = (course?.postings ?? 0) + (course?.reversals ?? 0)
        // While the run goes on, the bank may have moved what we have not heard of.
        const moved = evidence.isLive ? posted : evidence.net(ref)
        if (posted === moved && groups === said) return []
        const evidenceOf = { posted, moved, groups, said }
        return [{ object: ref, why: 'The books and the bank do not agree on it.', evidence: evidenceOf }]
      }),
      each(claims, ({ id, stage, state }) => {
        const of = (account: string) =>
          -balance((byClaim.get(id) ?? []).filter((row) => row.account === account))
        const reserve = { indemnityMinor: of('reserveIndemnity'), expenseMinor: of('reserveExpense') }
        const { indemnityMinor, expenseMinor } = state.reserve
        if (reserve.indemnityMinor !== indemnityMinor || reserve.expenseMinor !== expenseMinor)
          return [
            {
              object: id,
              why: 'The reserve in the books is not that of the claim.',
              evidence: { books: reserve, claim: state.reserve },
            },
          ]
        const closed = stage === 'afterCare' || stage === 'archived'
        if (!closed || (indemnityMinor === 0 && expenseMinor === 0)) return []
        return [{ object: id, why: 'Closed, with a reserve.', evidence: reserve }]
      }),
      each([-balance(rows.filter(({ account }) => account === 'bank'))], (paid) =>
        evidence.isLive || paid === net
          ? []
          : [{ object: 'all', why: 'The totals differ.', evidence: { books: paid, bank: net } }],
      ),
    )
  },
}

/** Debits less credits. */
function balance(rows: readonly LedgerRow[]): number {
  return rows.reduce(
    (total, { side, amountMinor }) => total + (side === 'debit' ? amountMinor : -amountMinor),
    0,
  )
}
