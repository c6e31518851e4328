import { DomainError } from '../domain/errors.ts'
import { type Check, type FieldFault, fieldFaults } from '../domain/identity/check.ts'
import type { FieldReason } from './field-reasons.ts'

/** The normal form of one field, by its JSON pointer. Refuses with `fieldInvalid`. */
export function requireField<Value>(path: string, check: Check<Value>): Value {
  if (check.ok) return check.value
  throw new DomainError('fieldInvalid', { fields: [fieldReason(path, check.reason)] })
}

/**
 * The normal forms of several fields, by JSON pointer; null stands for one that was not given. Refuses with
 * `fieldInvalid`, naming everything that is wrong at once.
 */
export function requireFields<Values extends Record<string, unknown>>(checks: {
  readonly [Path in keyof Values]: Check<Values[Path]> | null
}): { readonly [Path in keyof Values]: Values[Path] | null } {
  const entries: [string, Check<unknown> | null][] = Object.entries(checks)
  const fields = entries.flatMap(([path, check]) =>
    check === null || check.ok ? [] : [fieldReason(path, check.reason)],
  )
  if (fields.length > 0) throw new DomainError('fieldInvalid', { fields })
  const values = entries.map(([path, check]) => [path, check?.ok === true ? check.value : null])
  return Object.fromEntries(values) as { readonly [Path in keyof Values]: Values[Path] | null }
}

function fieldReason(path: string, reason: FieldFault): FieldReason {
  return { path, reason, text: fieldFaults[reason] }
}
