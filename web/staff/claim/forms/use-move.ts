import { useQueryClient } from '@tanstack/react-query'
import { Problem } from '../../../http/problem.ts'
import { useChange } from '../../../http/use-change.ts'
import { claimKey } from '../queries.ts'

/** Where a command goes, and under which key. */
export const at = (claimId: string, key: string) => ({
  path: { claimId },
  header: { 'idempotency-key': key },
})

/** The note as the API takes it: an empty one is none. */
export const noted = (note: string) => (note.trim() === '' ? {} : { note: note.trim() })

/** Whether somebody else was there first: both versions are to be shown. */
const isConflict = (error: unknown) =>
  error instanceof Problem && (error.status === 409 || error.status === 412)

/** A change of a claim; when it meets another's, the claim is read anew so that both can be seen. */
export function useMove<Input, Output>(
  claimId: string,
  send: (input: Input, key: string) => Promise<Output>,
  done: (output: Output) => void,
) {
  const queries = useQueryClient()
  const stale = [claimKey(claimId), ['worklist']]
  return useChange<Input, Output>({
    stale,
    done,
    send: async (input, key) => {
      try {
        return await send(input, key)
      } catch (error) {
        if (isConflict(error)) await queries.invalidateQueries({ queryKey: claimKey(claimId) })
        throw error
      }
    },
  })
}
