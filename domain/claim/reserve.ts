import { add, fen, zero, type Fen } from '../money.ts'
import { committedMinor } from './stages/settled.ts'
import type { ClaimState } from './state.ts'

/** Why people set a reserve anew; the words go with the command's note. */
export const reserveReasons = [
  'newFacts',
  'survey',
  'assessment',
  'liability',
  'injuryCourse',
  'expense',
  'litigation',
  'correction',
] as const
export type ReserveReason = (typeof reserveReasons)[number]

/** What has been promised and has not arrived: less than this may not be set aside. */
export function owedMinor(state: ClaimState): Fen {
  const promised = Math.max(0, committedMinor(state) - paidMinor(state))
  // What may have left under an approval that fell is not promised any more, and may be taken all the same.
  const underWay = state.intents.filter(
    ({ posted, status }) => !posted && !['failed', 'returned', 'cancelled'].includes(status),
  )
  return fen(Math.max(promised, sum(underWay)))
}

export function paidMinor({ intents }: ClaimState): Fen {
  return sum(intents.filter(({ posted }) => posted))
}

const sum = (intents: ClaimState['intents']): Fen =>
  add(zero, ...intents.map(({ amountMinor }) => amountMinor))
