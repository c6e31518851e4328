import type { ClaimView } from '../claim/queries.ts'
import { openDecision } from './open-work.ts'
import type { Settlement } from './queries.ts'

/** The person whom the open decision on a settlement is given to; undefined while nobody is named, or none is open. */
export function namedDecider(
  { claim, people }: Pick<ClaimView, 'claim' | 'people'>,
  { id }: Pick<Settlement, 'id'>,
): ClaimView['people'][number] | undefined {
  const task = openDecision(claim, { id })
  return people.find(({ personId }) => personId === task?.assigneeId)
}
