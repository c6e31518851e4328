import type { ClaimView } from '../claim/queries.ts'
import type { Settlement } from './queries.ts'

export interface Ruling {
  readonly at: string
  readonly by: string | null
  readonly decision: 'approve' | 'refer' | 'return' | 'reject'
  readonly note: string | null
  /** Null for a return or a rejection: they end every level at once. */
  readonly level: number | null
}

/** Who has decided what on a settlement, and why, in the order of time. */
export function rulingsOn(view: ClaimView, settlement: Settlement): readonly Ruling[] {
  return view.events.flatMap<Ruling>(({ type, data, at, actorId, actorName }) => {
    if (data['settlementId'] !== settlement.id) return []
    // The reason stands with the first event of its command; all events of one have the same instant and actor.
    const note = view.events.find(
      (one) => one.at === at && one.actorId === actorId && one.note !== null,
    )?.note
    const told = { at, by: actorName, note: note ?? null }
    if (type === 'settlementReturned') return [{ ...told, decision: 'return', level: null }]
    if (type === 'settlementRejected') return [{ ...told, decision: 'reject', level: null }]
    if (type !== 'settlementDecided' && type !== 'settlementReferred') return []
    const { decision, level } = data['approval'] as Settlement['approvals'][number]
    return [{ ...told, decision, level }]
  })
}

/** Whether somebody may decide on it now: it is pending and its next level has been opened. */
export function waits({ state, openLevel, approvals }: Settlement): boolean {
  return state === 'pending' && openLevel > approvals.filter(({ decision }) => decision === 'approve').length
}
