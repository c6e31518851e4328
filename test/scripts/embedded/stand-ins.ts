/** A checkout in a temporary folder whose programs only say that they are ready, so that the supervisor can be tested alone. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { isAlive, ProcessRecords } from '../../../scripts/embedded/processes/process-records.ts'

export interface TemporaryFolder {
  readonly path: string
  remove(): void
}

export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'lipei-stand-in-'))
  // PostgreSQL may run as another user, who passes through here.
  chmodSync(path, 0o711)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

const service = (port: string): string => `import { createServer } from 'node:http'

const server = createServer((_request, response) => response.end(JSON.stringify(process.env)))
server.listen(Number(${port}), '127.0.0.1', () => {
  process.stdout.write('ready http://127.0.0.1:' + server.address().port + '\\n')
})
process.on('SIGTERM', () => process.exit(0))
`

/** Notes in the database's own table that it ran, which needs the owner's rights. */
const migration = `import { Client } from '${import.meta.resolve('pg')}'

const client = new Client({ connectionString: process.env.DATABASE_OWNER_URL })
await client.connect()
await client.query('create table if not exists migrated (at timestamptz)')
await client.query('insert into migrated values (now())')
await client.end()
`

const programs: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module" }\n',
  'quick-start.ts': 'export {}\n',
  'worker.ts': service('0'),
  'jobs.ts': service('0'),
  'api/server.ts': service('process.env.API_PORT'),
  'scripts/bank-simulator/server.ts': service('process.env.BANK_PORT'),
  'scripts/message-simulator/server.ts': service('process.env.MESSAGE_GATEWAY_PORT'),
  'scripts/migrate.ts': migration.replace('{ Client }', 'pg').replace("'\n", "'\n\nconst { Client } = pg\n"),
  'scripts/build-pages.ts': 'export {}\n',
  'scripts/demonstration-data.ts': "process.stdout.write('ready\\n')\n",
}

/** @param changed replaces programs by path. */
export function standInCheckout(folder: string, changed: Readonly<Record<string, string>> = {}): string {
  for (const [path, text] of Object.entries({ ...programs, ...changed })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** Whatever the developer's own environment names, these tests run on what is embedded. */
export const nothingBrought = {
  DATABASE_URL: '',
  DATABASE_OWNER_URL: '',
  TEMPORAL_ADDRESS: '',
  BANK_URL: '',
  MESSAGE_GATEWAY_URL: '',
}

/** Of a recorded program. */
export function pidIn(dataFolder: string, name: string): number {
  const records = new ProcessRecords(join(dataFolder, 'processes.json')).all()
  const found = records.find((record) => record.name === name)
  if (found === undefined) throw new Error(`${name} is not recorded in ${dataFolder}.`)
  return found.pid
}

/** The names of the recorded programs that are alive. */
export function aliveIn(dataFolder: string): readonly string[] {
  return new ProcessRecords(join(dataFolder, 'processes.json'))
    .all()
    .filter(isAlive)
    .map((record) => record.name)
}
