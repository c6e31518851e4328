import type { Step } from '../../../domain/adjustment/sheet-types.ts'
import { payingForLosses, type Reason, reasonsOf } from '../../blocks/step-reasons.ts'
import type { Amount } from './queries.ts'

interface Rest {
  /** Fen, below zero where less is paid than was accepted. */
  readonly minor: number
  /** The facts that have made it less; none where it is more, since no such fact adds anything. */
  readonly reasons: readonly Reason[]
}

/** What lies between the losses that were accepted line by line and what is paid. */
export function restOf({
  payableMinor,
  lines,
  steps,
}: Pick<Amount, 'payableMinor' | 'lines' | 'steps'>): Rest {
  const accepted = lines.reduce((sum, one) => sum + (one.agreedMinor ?? one.assessedMinor), 0)
  const minor = payableMinor - accepted
  const paying = payingForLosses(lines.map(({ coverage }) => coverage))
  return { minor, reasons: minor < 0 ? reasonsOf(steps as unknown as readonly Step[], paying) : [] }
}
