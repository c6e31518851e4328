/** What the row of a claim tells its workflow, read by itself: the snapshot of the database is another moment's. */
import { Pool } from 'pg'

export type ToldState = Readonly<Record<string, unknown>>

export async function withRows<T>(url: string, work: (database: Pool) => Promise<T>): Promise<T> {
  const pool = new Pool({ connectionString: url, application_name: 'fault checker' })
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}

/** @param workflowId is `claim/` and the claim's id; null when there is no such claim. */
export async function toldInRow(database: Pool, workflowId: string): Promise<ToldState | null> {
  const claimId = workflowId.slice('claim/'.length)
  const { rows } = await database.query<{ id: string; told: ToldState; epoch: number; version: number }>(
    'select id, told, epoch, version from claims where id = $1',
    [claimId],
  )
  const [row] = rows
  return row === undefined ? null : toldState(row)
}

/** A row in the form in which its workflow tells what it knows. */
export function toldState(row: {
  readonly id: string
  readonly told: ToldState
  readonly epoch: number
  readonly version: number
}): ToldState {
  return { ...row.told, claimId: row.id, epoch: row.epoch, version: row.version }
}
