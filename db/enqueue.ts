import { sql } from 'drizzle-orm'
import { fromDrizzle, PgBoss } from 'pg-boss'
import type { Transaction } from './client.ts'

export interface JobQueue {
  /** Puts jobs into a queue in the caller's transaction: they exist if and only if it commits. */
  enqueue(tx: Transaction, queue: string, jobs: readonly object[]): Promise<void>
  stop(): Promise<void>
}

/** The sending side of the queue: it runs no job, makes no table and keeps no schedule. */
export async function createJobQueue(url: string): Promise<JobQueue> {
  const boss = new PgBoss({
    connectionString: url,
    migrate: false,
    supervise: false,
    schedule: false,
    max: 1,
  })
  boss.on('error', () => {})
  await boss.start()
  return {
    async enqueue(tx, queue, jobs) {
      await boss.insert(
        queue,
        jobs.map((data) => ({ data })),
        { db: fromDrizzle(tx, sql) },
      )
    },
    stop: () => boss.stop({ graceful: false }),
  }
}
