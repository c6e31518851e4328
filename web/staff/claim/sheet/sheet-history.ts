/** What was said about a version of the calculation when it was saved and when it was answered. */
import { reasonOf } from '../for-people.ts'
import type { ClaimView } from '../queries.ts'

type Events = ClaimView['events']

/** Why the version was made, in the words of whoever saved it; null for those that said nothing. */
export function savedBecause(events: Events, version: number): string | null {
  const saved = events.find(({ type, data }) => {
    const { sheet } = data as { readonly sheet?: { readonly version?: number } }
    return type === 'sheetSaved' && sheet?.version === version
  })
  return saved === undefined ? null : reasonOf(saved, events)
}

interface Disputed {
  readonly at: string
  readonly lines: readonly string[]
  readonly why: string | null
}

/** Which lines the customer did not accept, and why; undefined when they did, or have not answered. */
export function disputeOf(events: Events, version: number): Disputed | undefined {
  const answered = events.find(({ type, data }) => type === 'sheetAnswered' && data['version'] === version)
  if (answered === undefined || answered.data['outcome'] !== 'disputed') return undefined
  const lines = answered.data['lines'] as readonly string[] | undefined
  return { at: answered.at, lines: lines ?? [], why: reasonOf(answered, events) }
}
