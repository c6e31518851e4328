import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { answer, api } from '../../../http/client.ts'
import { Problem } from '../../../http/problem.ts'
import { boardKey, type Case } from '../queries.ts'

export interface Outcome {
  readonly claimId: string
  readonly caseNumber: string
  /** Why it was refused; null when it was done. */
  readonly error: unknown
}

interface Asked {
  readonly cases: readonly Case[]
  readonly toPersonId: string
  readonly note: string
}

/**
 * Gives claims to somebody else, one after the other: each is a decision of its own, so that one which is refused
 * keeps nobody else's back. What has no clear end is sent again under its key.
 */
export function useReassignments() {
  const queries = useQueryClient()
  const keys = useRef(new Map<string, string>())
  const [left, setLeft] = useState(0)
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])

  const one = async ({ claimId, caseNumber }: Case, toPersonId: string, note: string): Promise<Outcome> => {
    const intent = JSON.stringify([claimId, toPersonId, note])
    const key = keys.current.get(intent) ?? crypto.randomUUID()
    keys.current.set(intent, key)
    const params = { path: { claimId }, header: { 'idempotency-key': key } }
    try {
      await answer(api.POST('/claims/{claimId}/reassignment', { params, body: { toPersonId, note } }))
      keys.current.delete(intent)
      return { claimId, caseNumber, error: null }
    } catch (error) {
      if (!(error instanceof Problem) || !error.unclear) keys.current.delete(intent)
      return { claimId, caseNumber, error }
    }
  }

  /** Answers with the claims that were refused. */
  const send = async ({ cases, toPersonId, note }: Asked): Promise<readonly string[]> => {
    setOutcomes([])
    setLeft(cases.length)
    const found: Outcome[] = []
    for (const each of cases) {
      found.push(await one(each, toPersonId, note))
      setOutcomes([...found])
      setLeft(cases.length - found.length)
    }
    void queries.invalidateQueries({ queryKey: boardKey })
    return found.filter(({ error }) => error !== null).map(({ claimId }) => claimId)
  }

  return { send, left, outcomes }
}
