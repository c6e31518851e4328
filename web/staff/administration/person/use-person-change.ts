import { useChange } from '../../../http/use-change.ts'
import { peopleKey } from '../queries.ts'

/** A change of a person; everything that was read of people is read anew afterwards. */
export function usePersonChange<Input>(
  send: (input: Input, key: string) => Promise<unknown>,
  done: () => void = () => undefined,
) {
  return useChange<Input, unknown>({ send, stale: [peopleKey, ['board']], done })
}

/** In whose record, and under which key. */
export const of = (personId: string, key: string) => ({
  path: { personId },
  header: { 'idempotency-key': key },
})
