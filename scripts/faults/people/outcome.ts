import type { Outcome } from '../run-folder.ts'

/** Refusals that say nothing about the operation itself: it may be sent again. */
const comeAgain = new Set([408, 425, 429])

/** What an answer says of the operation; no answer, or a server that failed, leaves it open. */
export function outcomeOf(status: number | null): Outcome {
  if (status === null || status >= 500 || comeAgain.has(status)) return 'info'
  return status >= 200 && status < 300 ? 'ok' : 'fail'
}
