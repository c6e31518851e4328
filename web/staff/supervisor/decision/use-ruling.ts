import { useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../../http/client.ts'
import { Problem } from '../../../http/problem.ts'
import { useChange } from '../../../http/use-change.ts'
import { claimKey } from '../../claim/queries.ts'
import { type Settlement, waitingKey } from '../../settlement/queries.ts'

export const decisions = ['approve', 'return', 'reject', 'refer'] as const
export type DecisionCode = (typeof decisions)[number]

export interface Decided {
  readonly decision: DecisionCode
  readonly note: string
  readonly clause: string
  /** Level and hash of what was on the screen: the decision falls on nothing else. */
  readonly level: number
  readonly hash: string
}

/** Whether a colleague was faster: they have decided, or what was seen has changed. */
export function isOvertaken(error: unknown): error is Problem {
  return error instanceof Problem && (error.status === 409 || error.status === 412)
}

/** Sends a decision; whoever comes second has the claim read anew, to see what it has become. */
export function useRuling(claimId: string, { id: settlementId }: Settlement) {
  const queries = useQueryClient()
  return useChange({
    stale: [claimKey(claimId), waitingKey],
    send: async ({ note, clause, ...ruling }: Decided, key) => {
      try {
        return await answer(
          api.POST('/claims/{claimId}/settlements/{settlementId}/decisions', {
            params: { path: { claimId, settlementId }, header: { 'idempotency-key': key } },
            body: {
              ...ruling,
              ...(note === '' ? {} : { note }),
              ...(clause === '' ? {} : { clause }),
            },
          }),
        )
      } catch (error) {
        if (isOvertaken(error)) await queries.invalidateQueries({ queryKey: claimKey(claimId) })
        throw error
      }
    },
  })
}
