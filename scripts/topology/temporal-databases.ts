import { asUser } from '../embedded/postgres/postgres.ts'

const role = 'temporal'
const databases = ['temporal', 'temporal_visibility']

/** What docker/postgres-init.sh does for Temporal in a container: its role, and two empty databases of its own. */
export async function createTemporalDatabases(superuserUrl: string, password: string): Promise<void> {
  await asUser(superuserUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
    const verb = rowCount === 0 ? 'create' : 'alter'
    await client.query(`${verb} role ${role} login password ${client.escapeLiteral(password)}`)
    for (const name of databases) {
      const found = await client.query('select 1 from pg_database where datname = $1', [name])
      if (found.rowCount === 0) await client.query(`create database ${name} owner ${role}`)
    }
  })
}
