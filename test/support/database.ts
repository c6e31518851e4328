import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { inject } from 'vitest'
import { asUser } from '../../scripts/embedded/postgres/postgres.ts'
import { templateDatabase } from './provided.ts'

export interface TestDatabase {
  readonly name: string
  /** As the application's role, which is what the code under test uses. */
  readonly url: string
  /** As the owner of the schema: for arranging what the application may not do itself. */
  readonly ownerUrl: string
  readonly readerUrl: string
  /** Ends every session on the database and removes it. */
  drop(): Promise<void>
}

/** Copies of one template wait for one another; the lock makes them queue instead of failing. */
const copyLock = 7_304_211

/** A database of its own, migrated and empty, in a few dozen milliseconds. */
export async function testDatabase(): Promise<TestDatabase> {
  const { superuserUrl, appUrl, ownerUrl, readerUrl } = inject('postgres')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asUser(superuserUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [copyLock])
    await client.query(`create database ${name} template ${templateDatabase} owner lipei_owner`)
  })
  const at = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href
  return {
    name,
    url: at(appUrl),
    ownerUrl: at(ownerUrl),
    readerUrl: at(readerUrl),
    drop: async () => {
      await asUser(superuserUrl, async (client) => {
        await sessionsEnded(client, name)
        await client.query(`drop database if exists ${name} with (force)`)
      })
    },
  }
}

/**
 * A pool that was closed a moment ago may still be saying goodbye; to force such
 * a session raises an error that no test handles. Whoever stays longer is forced.
 */
async function sessionsEnded(client: Client, name: string): Promise<void> {
  const deadline = performance.now() + 500
  while (performance.now() < deadline) {
    const { rowCount } = await client.query('select 1 from pg_stat_activity where datname = $1', [name])
    if (rowCount === 0) return
    await sleep(10)
  }
}
