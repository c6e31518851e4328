import { each, together, type Invariant } from '../invariant.ts'

/** The bank's journal against what was approved and still stands. */
export const neverOverPaid: Invariant = {
  id: 'I7',
  text: 'What the bank has paid for a claim and not got back is never more than what stands approved for it; and it has paid nothing that is no payment of ours.',
  live: true,
  exercised: (evidence) => evidence.hasDone('releasePayments'),
  check(evidence) {
    const paying = Map.groupBy(evidence.database.intents, ({ claimId }) => claimId)
    return together(
      each(paying, ([claimId, intents]) => {
        const settlements = [...evidence.course(claimId).settlements.values()]
        const approved = settlements
          .filter(({ state, kind }) => state === 'approved' && kind !== 'repayment')
          .reduce((total, { amountMinor }) => total + amountMinor, 0)
        const paid = intents.reduce((total, { ref }) => total + evidence.net(ref), 0)
        if (paid <= approved) return []
        const refs = intents.filter(({ ref }) => evidence.net(ref) !== 0).map(({ ref }) => ref)
        return [
          {
            object: claimId,
            why: 'The bank has paid more than was approved.',
            evidence: { paid, approved, refs },
          },
        ]
      }),
      each(evidence.movementsByRef, ([ref, movements]) => {
        if (evidence.intentsByRef.has(ref)) return []
        const amountMinor = movements[0]?.amountMinor
        return [
          {
            object: ref,
            why: 'The bank has paid under a reference that is not ours.',
            evidence: { amountMinor },
          },
        ]
      }),
    )
  },
}
