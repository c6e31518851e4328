/** What the drill writes down for itself, because the database will have forgotten it. */
import type { AtHand, Rows } from '../at-hand.ts'
import type { Verdict } from '../verdict.ts'
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

/** @param then is done at the moment, while people go on. */
export async function theMoment(
  at: AtHand,
  then: () => Promise<void> = () => Promise.resolve(),
): Promise<Moment> {
  const justBefore = await at.rows()
  const [row] = await at.query<{ now: Date }>('select clock_timestamp() as now')
  await then()
  return { at: row?.now ?? new Date(), justBefore, justAfter: await at.rows() }
}

export function figureLoss(verdict: Verdict, { last, restored }: Pick<Disaster, 'last' | 'restored'>): void {
  const figures = {
    claims: [last.claims, restored.claims],
    payments: [last.intents, restored.intents],
  } as const
  for (const [what, [before, after]] of Object.entries(figures))
    verdict.figure(`${what} at the disaster / restored`, `${before.size}/${after.size}`)
}
