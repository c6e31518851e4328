/** What the drill writes down for itself, because the database will have forgotten it. */
import type { AtHand, Rows } from '../at-hand.ts'
import type { AtRest } from './at-rest.ts'

/** Between two looks at the rows, since people go on working: what it holds lies between them. */
export interface Moment {
  /** By the database's clock. */
  readonly at: Date
  readonly justBefore: Rows
  readonly justAfter: Rows
}

export interface Disaster extends Moment {
  /** What had been committed when everything was killed, from the cluster that was put aside. */
  readonly last: AtRest
  /** What came back, before any service has started on it. */
  readonly restored: AtRest
  /** When the services started on it. */
  readonly startedAt: Date
}

export async function theMoment(at: AtHand): Promise<Moment> {
  const justBefore = await at.rows()
  const [row] = await at.query<{ now: Date }>('select clock_timestamp() as now')
  return { at: row?.now ?? new Date(), justBefore, justAfter: await at.rows() }
}
