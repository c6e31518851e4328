import type { Claim } from '../queries.ts'

/** What the customer has said to a version, or where it stands before they do. */
export function answerOf({
  proposedAt,
  agreement,
}: Pick<Claim['sheets'][number], 'proposedAt' | 'agreement'>): string {
  if (agreement !== null) return agreement.outcome
  return proposedAt === null ? 'draft' : 'proposed'
}
