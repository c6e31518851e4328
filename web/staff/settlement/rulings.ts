import { reasonOf } from '../claim/for-people.ts'
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
  return view.events.flatMap<Ruling>((event) => {
    const { type, data, at, actorName } = event
    if (data['settlementId'] !== settlement.id) return []
    const told = { at, by: actorName, note: reasonOf(event, view.events) }
    if (type === 'settlementReturned') return [{ ...told, decision: 'return', level: null }]
    if (type === 'settlementRejected') return [{ ...told, decision: 'reject', level: null }]
    if (type !== 'settlementDecided' && type !== 'settlementReferred') return []
    const { decision, level } = data['approval'] as Settlement['approvals'][number]
    return [{ ...told, decision, level }]
  })
}

/** What whoever asked for it told the approvers; null where nothing was said. */
export function proposalNote({ events }: Pick<ClaimView, 'events'>, { id }: Pick<Settlement, 'id'>) {
  const asked = events.find(
    ({ type, data }) => type === 'settlementProposed' && (data['settlement'] as Settlement).id === id,
  )
  return asked === undefined ? null : reasonOf(asked, events)
}

/** Whether somebody may decide on it now: it is pending and its next level has been opened. */
export function waits({ state, openLevel, approvals }: Settlement): boolean {
  return state === 'pending' && openLevel > approvals.filter(({ decision }) => decision === 'approve').length
}
