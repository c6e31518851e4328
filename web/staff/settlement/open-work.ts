import type { Claim } from '../claim/queries.ts'
import type { Settlement } from './queries.ts'

type Task = Claim['tasks'][number]

/** The decision on a settlement that somebody has to take now; undefined while none is open. */
export const openDecision = (
  { tasks }: Pick<Claim, 'tasks'>,
  { id }: Pick<Settlement, 'id'>,
): Task | undefined =>
  tasks.find(({ kind, clockKey }) => kind === 'decideApproval' && clockKey?.split(':')[1] === id)

/** Whether the money of a settlement can be let go: it is approved, and nothing of it was released before. */
export const isReleasable = (
  { intents }: Pick<Claim, 'intents'>,
  { id, state }: Pick<Settlement, 'id' | 'state'>,
): boolean => state === 'approved' && intents.every(({ settlementId }) => settlementId !== id)

/** The release that finance has to do now; one task stands for all that can be released. */
export const openRelease = (
  claim: Pick<Claim, 'tasks' | 'intents'>,
  settlement: Pick<Settlement, 'id' | 'state'>,
): Task | undefined =>
  isReleasable(claim, settlement) ? claim.tasks.find(({ kind }) => kind === 'releasePayment') : undefined
