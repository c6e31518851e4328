import { advisoryLock } from './advisory-locks.ts'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator'
import { Client } from 'pg'
import { PgBoss } from 'pg-boss'
import { createDatabase } from './client.ts'
import { queues } from './queues.ts'
import { loadBaseData } from './seed/load.ts'

const migrationLock = advisoryLock('migration')

/** Brings a database up to date as its owner; two processes at once queue behind one lock. */
export async function migrate(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    const migrationsFolder = new URL('migrations', import.meta.url).pathname
    await applyMigrations(drizzle(client), { migrationsFolder })
    await migrateQueues(ownerUrl)
    await client.query(queueRights)
    await seed(ownerUrl)
  } finally {
    await client.end()
  }
}

/** Decision tables and calendar: without them no claim can be decided. */
async function seed(ownerUrl: string): Promise<void> {
  const database = createDatabase(ownerUrl, { maxConnections: 1 })
  try {
    await loadBaseData(database)
  } finally {
    await database.$client.end()
  }
}

const queueRights = `
do $$ begin
  if exists (select from pg_roles where rolname = 'lipei_app') then
    grant usage on schema pgboss to lipei_app;
    grant select, insert, update, delete on all tables in schema pgboss to lipei_app;
    grant execute on all functions in schema pgboss to lipei_app;
    grant usage on all sequences in schema pgboss to lipei_app;
    grant usage on schema drizzle to lipei_app;
    grant select on all tables in schema drizzle to lipei_app;
  end if;
end $$`

/** The job queue's tables belong to the owner too: the application has no right to create any. */
async function migrateQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false, max: 2 })
  boss.on('error', () => {})
  await boss.start()
  try {
    for (const { name, deadLetter, ...options } of queues) {
      await boss.createQueue(deadLetter)
      await boss.createQueue(name, { ...options, deadLetter })
      // One that is there already is left as it was made.
      await boss.updateQueue(name, { ...options, deadLetter })
    }
  } finally {
    await boss.stop({ graceful: false })
  }
}
