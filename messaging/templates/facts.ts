import type { NoticeOrder } from '../../domain/claim/notices.ts'
import type { ClaimState } from '../../domain/claim/state.ts'
import { assert } from '../../domain/errors.ts'
import { fen, type Fen } from '../../domain/money.ts'
import type { ClockKind } from '../../domain/rules/vocabulary.ts'
import type { Text } from '../../domain/text.ts'
import type { Instant } from '../../domain/time/instant.ts'

/** Somebody of the insurer, as customers know them. */
export interface Colleague {
  readonly displayName: string
  readonly workPhone: string
}

/** What a template may speak of: the claim as it is when the notice is written, and what the decision said. */
export interface NoticeFacts {
  readonly parameters: NoticeOrder['parameters']
  /** Null for notices that belong to no claim. */
  readonly claim: ClaimState | null
  readonly colleagues: ReadonlyMap<string, Colleague>
}

export type Template = (facts: NoticeFacts) => Text

export function claimOf({ claim }: NoticeFacts): ClaimState {
  assert(claim !== null, 'a notice about a claim has one')
  return claim
}

export function textOf({ parameters }: NoticeFacts, name: string): string {
  const value = parameters[name]
  assert(typeof value === 'string', `the notice says its ${name}`)
  return value
}

export function instantOf({ parameters }: NoticeFacts, name: string): Instant {
  const value = parameters[name]
  assert(typeof value === 'number', `the notice says its ${name}`)
  return value
}

export function amountOf(facts: NoticeFacts, name: string): Fen {
  return fen(instantOf(facts, name))
}

/** The person whose id a parameter gives; nobody when there is none yet, or when they have left. */
export function colleagueOf({ parameters, colleagues }: NoticeFacts, name: string): Colleague | undefined {
  const id = parameters[name]
  return typeof id === 'string' ? colleagues.get(id) : undefined
}

/** The named contact of the claim. */
export function contactOf(facts: NoticeFacts): Colleague | undefined {
  const { contactId } = claimOf(facts)
  return contactId === null ? undefined : facts.colleagues.get(contactId)
}

/** When the first of these clocks that still runs is due: what the customer may expect. */
export function dueOf(facts: NoticeFacts, ...kinds: readonly ClockKind[]): Instant | null {
  const running = Object.values(claimOf(facts).clocks).filter(
    ({ kind, clock }) => kinds.includes(kind) && clock.doneAt === null && clock.pausedAt === null,
  )
  return running.length === 0 ? null : Math.min(...running.map(({ clock }) => clock.dueAt))
}

/** Names of the papers that the notice lists, as the claim's own checklist calls them. */
export function itemsOf(facts: NoticeFacts): Text {
  const items = facts.parameters['items']
  const listed = Array.isArray(items) ? items : []
  const labels = claimOf(facts)
    .checklist.filter((line) => listed.includes(line.item))
    .map((line) => line.label)
  return { zh: labels.map(({ zh }) => zh).join('、'), en: labels.map(({ en }) => en).join(', ') }
}
