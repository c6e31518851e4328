import type { Words } from '../../language/language.ts'
import type { ClaimEvent } from './event-words.ts'

/** What the machinery notes for itself: people read what people did and what came of it. */
const inward = /^(?:clock(?:Started|Finished|Paused|Resumed)|task(?:Opened|Assigned|Closed)|priorityRaised)$/

/** All events of one command have the same instant and the same actor. */
const together = (one: ClaimEvent, other: ClaimEvent) => one.at === other.at && one.actorId === other.actorId

/** Why it was done, in the words of whoever did it; they stand with the first event of its command. */
export const reasonOf = (event: ClaimEvent, events: readonly ClaimEvent[]): string | null =>
  events.find((one) => together(one, event) && one.note !== null)?.note ?? null

interface ReadEvent extends ClaimEvent {
  /** Whether it is what somebody did; the others of the same command came of it. */
  readonly leads: boolean
}

/** What people read of a claim's events. Who did it and why stand with the first of a command. */
export function forPeople(events: readonly ClaimEvent[]): readonly ReadEvent[] {
  const shown = events.filter(({ type }) => !inward.test(type))
  return shown.map((event) => {
    const leads = shown.find((one) => together(one, event)) === event
    return { ...event, leads, note: leads ? reasonOf(event, events) : null }
  })
}

/** Staff have working names; whoever else acted is the customer's side. */
export function whoOf(
  { actorName, actorKind }: Pick<ClaimEvent, 'actorName' | 'actorKind'>,
  t: Words,
): string | null {
  if (actorName !== null) return actorName
  return actorKind === 'system' ? null : t('claim:meanwhile.customer')
}
