import type { IntentStatus } from '../../domain/claim/state.ts'
import type { Fen } from '../../domain/money.ts'
import type { CivilDate, Instant } from '../../domain/time/instant.ts'

/** A line of the bank's statement. */
export interface StatementLine {
  /** Unique at the bank for ever. */
  readonly lineId: string
  readonly ref: string
  readonly kind: 'executed' | 'returned'
  readonly amountMinor: Fen
  readonly at: Instant
}

export interface Statement {
  readonly day: CivilDate
  /** False while the day still runs: lines may be added. */
  readonly final: boolean
  readonly lines: readonly StatementLine[]
  readonly contentHash: string
}

/**
 * What a line turned out to be. `matched` and `returned` agree with an intent of ours; of every other somebody is
 * the owner, and it has a due time:
 * `unknownReference` money that we did not order · `amountDiffers` · `paidTwice` a second execution of one
 * reference · `contradicts` money moved for a payment that we hold for failed, or had not sent ·
 * `notInStatement` we hold it for paid, the bank does not show it · `statementMissing` the bank has not given the
 * day's statement.
 */
export const findings = [
  'matched',
  'returned',
  'unknownReference',
  'amountDiffers',
  'paidTwice',
  'contradicts',
  'notInStatement',
  'statementMissing',
  'received',
  'receivedInPart',
] as const
export type Finding = (typeof findings)[number]

const agreed: ReadonlySet<Finding> = new Set(['matched', 'returned', 'received', 'receivedInPart'])

export function needsSomebody(finding: Finding): boolean {
  return !agreed.has(finding)
}

export interface KnownIntent {
  readonly intentId: string
  readonly claimId: string
  readonly amountMinor: Fen
  readonly status: IntentStatus
}

/** In which of our statuses a movement at the bank is what we know, or what we were waiting to hear. */
const awaited: ReadonlySet<IntentStatus> = new Set(['submitting', 'unknown', 'accepted', 'paid', 'returned'])

/** @param seen how many lines of this kind and reference there were before. */
export function findingOf(line: StatementLine, intent: KnownIntent | undefined, seen: number): Finding {
  if (intent === undefined) return 'unknownReference'
  if (seen > 0) return line.kind === 'executed' ? 'paidTwice' : 'contradicts'
  if (line.amountMinor !== intent.amountMinor) return 'amountDiffers'
  if (!awaited.has(intent.status)) return 'contradicts'
  return line.kind === 'executed' ? 'matched' : 'returned'
}
