import type { Operation } from './evidence.ts'

/** Kept without an audit: drafts belong to one person and change no claim. */
const notAudited = /draft/i

/** Whether an operation is one of those that leave a line in the audit. */
export function isAudited({ type }: Pick<Operation, 'type'>): boolean {
  return !notAudited.test(type)
}
