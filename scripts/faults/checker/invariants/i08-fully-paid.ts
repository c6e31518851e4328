import type { ClaimCourse } from '../claim-course.ts'
import type { Evidence } from '../evidence.ts'
import { each, together, type Invariant, type Violation } from '../invariant.ts'

/** What each status of a payment says about the money, once everything has come to rest. */
const paid = new Set(['paid'])
const unpaid = new Set(['held', 'ready', 'failed', 'cancelled', 'returned'])

/** A claim that says that it is paid is paid, to the fen and to the right people. */
export const fullyPaid: Invariant = {
  id: 'I8',
  text: 'A claim is closed as paid exactly when the bank has paid what was approved, to each payee their share; and a payment is "paid" exactly when its money has moved.',
  live: false,
  exercised: (evidence) => evidence.database.claims.some(({ outcome }) => outcome === 'paid'),
  check(evidence) {
    const closed = evidence.database.claims.filter(({ outcome }) => outcome === 'paid')
    return together(
      each(closed, ({ id }) => judgeClosed(evidence, evidence.course(id))),
      each(evidence.database.intents, ({ ref, status, amountMinor }) => {
        const net = evidence.net(ref)
        if (paid.has(status) && net !== amountMinor)
          return [
            {
              object: ref,
              why: 'It is held for paid, and the money has not moved like that.',
              evidence: { amountMinor, net },
            },
          ]
        if (unpaid.has(status) && net !== 0)
          return [
            {
              object: ref,
              why: 'Money has moved for it, and it does not say so.',
              evidence: { status, net },
            },
          ]
        return []
      }),
    )
  },
}

/** Each payee of each approved settlement got the share, by the payment itself or by one that replaced it. */
function judgeClosed(evidence: Evidence, course: ClaimCourse): Violation[] {
  const violations: Violation[] = []
  for (const settlement of course.settlements.values()) {
    if (settlement.state !== 'approved' || settlement.kind === 'repayment') continue
    for (const { partyId, amountMinor } of settlement.payees) {
      const got = received(evidence, course, settlement.id, partyId)
      if (got === amountMinor) continue
      violations.push({
        object: course.claimId,
        why: 'Closed as paid, and a payee has not got exactly the share.',
        evidence: { settlement: settlement.id, partyId, approved: amountMinor, got },
      })
    }
  }
  return violations
}

function received(evidence: Evidence, course: ClaimCourse, settlementId: string, partyId: string): number {
  let total = 0
  for (const intent of course.intents.values()) {
    if (intent.settlementId !== settlementId || intent.partyId !== partyId) continue
    total += evidence.net(intent.ref)
    for (const replacement of course.settlements.values()) {
      if (replacement.replacesIntent !== intent.id) continue
      for (const payee of replacement.payees)
        total += received(evidence, course, replacement.id, payee.partyId)
    }
  }
  return total
}
