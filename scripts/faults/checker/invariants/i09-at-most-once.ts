import { each, together, type Invariant } from '../invariant.ts'

const over = new Set(['failed', 'returned', 'cancelled'])

/** One intent, one reference, one execution. */
export const atMostOnce: Invariant = {
  id: 'I9',
  text: 'The bank has executed no reference more often than it was told to misbehave, took none in twice, each for the amount of its payment; nobody has two live payments under one settlement; and a second execution that the bank was told to make is found by its statement.',
  live: true,
  exercised: (evidence) => evidence.hasDone('releasePayments'),
  check(evidence) {
    const takenIn = Map.groupBy(
      evidence.bank.takenIn.filter(({ state }) => state !== 'rejected'),
      ({ ref }) => ref,
    )
    const live = Map.groupBy(
      evidence.database.intents.filter(({ status }) => !over.has(status)),
      ({ claimId, settlementId, partyId }) => `${claimId} ${settlementId} ${partyId}`,
    )
    const found = new Set(
      evidence.database.findings.filter(({ finding }) => finding === 'paidTwice').map(({ ref }) => ref),
    )
    return together(
      each(evidence.movementsByRef, ([ref, movements]) => {
        const executed = movements.filter(({ kind }) => kind === 'executed')
        const ordered = evidence.executionsOrdered(ref)
        if (executed.length > ordered)
          return [
            {
              object: ref,
              why: `Executed ${executed.length} times.`,
              evidence: { at: executed.map(({ at }) => at) },
            },
          ]
        if (executed.length > 1 && !evidence.isLive && !found.has(ref))
          return [{ object: ref, why: 'The bank paid twice, and no statement was seen to say so.' }]
        const expected = evidence.intentsByRef.get(ref)?.amountMinor
        const other = executed.find(({ amountMinor }) => expected !== undefined && amountMinor !== expected)
        if (other === undefined) return []
        return [
          {
            object: ref,
            why: 'Executed for another amount.',
            evidence: { expected, executed: other.amountMinor },
          },
        ]
      }),
      each(takenIn, ([ref, payments]) =>
        payments.length === 1 ? [] : [{ object: ref, why: `The bank took it in ${payments.length} times.` }],
      ),
      each(live, ([object, intents]) => {
        if (intents.length === 1) return []
        return [
          {
            object,
            why: 'Two live payments to one payee.',
            evidence: { refs: intents.map(({ ref }) => ref) },
          },
        ]
      }),
    )
  },
}
