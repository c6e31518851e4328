import type { Pool } from 'pg'
import type { Office } from '../people/office.ts'
import type { Rules } from '../people/person.ts'

/** Where a planted bug is brought to light: the running product and the people on it. */
export interface Stage {
  readonly api: string
  /** Of the bank's simulator. */
  readonly bank: string
  readonly office: Office
  /** Under which everybody's attempts are recorded. */
  readonly rules: Rules
  /** The owner's session, past everything, for looking only. */
  readonly database: Pool
  kill(program: 'api' | 'temporal'): void
}
