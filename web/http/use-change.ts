import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { Problem } from './problem.ts'

interface Change<Input, Output> {
  /** Sends the change under the key. */
  readonly send: (input: Input, key: string) => Promise<Output>
  /** What was read and is stale afterwards. */
  readonly stale?: readonly QueryKey[]
  readonly done?: (output: Output) => void
}

/**
 * A change that takes effect once. The key belongs to the intent: pressing again after an unclear end sends the same
 * input under the same key; other input, or a clear answer, is a new intent.
 */
export function useChange<Input, Output>({ send, stale = [], done }: Change<Input, Output>) {
  const queries = useQueryClient()
  const intent = useRef<{ readonly input: string; readonly key: string } | null>(null)
  return useMutation<Output, Error, Input>({
    mutationFn: (input) => {
      const written = JSON.stringify(input)
      if (intent.current?.input !== written) intent.current = { input: written, key: crypto.randomUUID() }
      return send(input, intent.current.key)
    },
    onSuccess: async (output) => {
      intent.current = null
      done?.(output)
      await Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
    onError: (error) => {
      if (!(error instanceof Problem) || !error.unclear) intent.current = null
    },
  })
}
