import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { Client as TemporalClient, Connection } from '@temporalio/client'
import { asUser } from '../../scripts/embedded/postgres/postgres.ts'
import { testDatabase } from './database.ts'
import { testTemporal } from './temporal.ts'

describe('the servers of a test run', () => {
  it('give every caller a database of its own, also when many ask at once', async () => {
    const databases = await Promise.all([1, 2, 3, 4].map(() => testDatabase()))
    expect(new Set(databases.map((database) => database.url)).size).toBe(4)
    for (const database of databases) {
      const { rows } = await asUser(database.url, (client) =>
        client.query<{ name: string; role: string }>(
          'select current_database() as name, current_user as role',
        ),
      )
      expect(rows).toEqual([{ name: database.name, role: 'lipei_app' }])
    }
    await Promise.all(databases.map((database) => database.drop()))
  })

  it('drop a database while somebody is still connected to it', async () => {
    const database = await testDatabase()
    const client = new Client({ connectionString: database.url })
    client.on('error', () => undefined)
    await client.connect()
    await database.drop()
    await expect(asUser(database.url, (late) => late.query('select 1'))).rejects.toThrow(/does not exist/)
  })

  it('reach Temporal under an address, with a task queue nobody else has', async () => {
    const { address, namespace, taskQueue } = testTemporal()
    expect(testTemporal().taskQueue).not.toBe(taskQueue)
    const connection = await Connection.connect({ address })
    const client = new TemporalClient({ connection, namespace })
    const described = await client.workflowService.describeNamespace({ namespace })
    expect(described.namespaceInfo?.name).toBe('default')
    await connection.close()
  })
})
