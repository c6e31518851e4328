import type { WorkflowCount } from './count.ts'

/** What one claim may cost, its payments included. */
interface Level {
  readonly events: number
  readonly bytes: number
}

interface Gate {
  readonly aim: Level
  /** Above it the build fails. */
  readonly red: Level
}

export type ClaimKind = 'full' | 'fast' | 'disputed'

/**
 * Full: seven decisions, each stage doing its own work. Disputed: a full one with a second sheet, put to the
 * customer and answered, and a settlement that comes back once, which is a quarter more. Fast: software takes every
 * decision, a stage's in one local activity.
 */
export const gates: Readonly<Record<ClaimKind, Gate>> = {
  full: { aim: { events: 100, bytes: 14_000 }, red: { events: 105, bytes: 14_500 } },
  fast: { aim: { events: 50, bytes: 8_000 }, red: { events: 53, bytes: 8_400 } },
  disputed: { aim: { events: 125, bytes: 17_500 }, red: { events: 130, bytes: 18_000 } },
}

export interface CountedClaim {
  readonly kind: ClaimKind
  /** Commands of people and outside systems, and of the workflows, that were carried out. */
  readonly peopleCommands: number
  readonly workflowCommands: number
  readonly workflows: readonly WorkflowCount[]
}

export type Verdict = 'aim met' | 'above the aim' | 'RED'

export interface Judged extends Level {
  readonly kind: ClaimKind
  readonly actions: number
  readonly verdict: Verdict
}

export function judge({ kind, workflows }: CountedClaim): Judged {
  const sum = (of: (count: WorkflowCount) => number) => workflows.reduce((total, one) => total + of(one), 0)
  const events = sum((one) => one.events)
  const bytes = sum((one) => one.bytes)
  const within = (level: Level) => events <= level.events && bytes <= level.bytes
  const { aim, red } = gates[kind]
  const verdict = within(aim) ? 'aim met' : within(red) ? 'above the aim' : 'RED'
  return { kind, actions: sum((one) => one.actions), events, bytes, verdict }
}
