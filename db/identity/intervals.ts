import { refuse } from '../../domain/errors.ts'
import type { Instant } from '../../domain/time/instant.ts'

export interface AskedInterval {
  /** Null: from now on. */
  readonly validFrom: Instant | null
  /** Null: until it is ended. */
  readonly validTo: Instant | null
}

export interface Interval {
  readonly validFrom: Instant
  readonly validTo: Instant | null
}

/** Clocks of people's machines differ by a little; what lies further back would give rights in hindsight. */
const tolerance = 60_000

/** The interval that is stored, by the database's clock. Refuses with `intervalInvalid`. */
export function intervalFrom({ validFrom, validTo }: AskedInterval, now: Instant): Interval {
  const from = validFrom ?? now
  if (from < now - tolerance) refuse('intervalInvalid', { validFrom: from, now })
  if (validTo !== null && validTo <= from) refuse('intervalInvalid', { validFrom: from, validTo })
  return { validFrom: from, validTo }
}
