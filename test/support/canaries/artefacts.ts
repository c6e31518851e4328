/** Everything that the product leaves behind: what somebody with access to one part of it could read. */
import proto from '@temporalio/proto'
import { Client, Connection } from '@temporalio/client'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ProductUnderTest } from '../product/product-under-test.ts'

export interface Artefact {
  readonly where: string
  readonly content: string | Uint8Array
}

const { History } = proto.temporal.api.history.v1

/** Logs of our processes and of what they stand on; the simulators are the outside world. */
export function logs(running: ProductUnderTest): readonly Artefact[] {
  const folder = join(running.product.dataFolder, 'logs')
  return readdirSync(folder)
    .filter((name) => !/^(?:bank|messages)\./.test(name))
    .map((name) => ({ where: `log ${name}`, content: readFileSync(join(folder, name)) }))
}

/** Uploaded files as they lie in their folder, and Temporal's own database. */
export function files(running: ProductUnderTest): readonly Artefact[] {
  return ['files', 'temporal'].flatMap((part) => {
    const folder = join(running.product.dataFolder, part)
    return (
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => ({ where: `file ${part}/${name}`, path: join(folder, name) }))
        // SQLite's journals come and go between the listing and the reading.
        .filter(({ path }) => !path.endsWith('.db-journal') && statSync(path).isFile())
        .map(({ where, path }) => ({ where, content: readFileSync(path) }))
    )
  })
}

/** Every row of every table, as text. */
export async function tables(running: ProductUnderTest): Promise<readonly Artefact[]> {
  const names = await running.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const all: Artefact[] = []
  for (const { name } of names) {
    const rows = await running.query<{ row: string }>(`select one::text as row from ${name} one`)
    all.push({ where: `table ${name}`, content: rows.map(({ row }) => row).join('\n') })
  }
  return all
}

/** Histories as the server has them, and what its list shows: read without the codec that opens payloads. */
export async function temporalRecords(address: string): Promise<readonly Artefact[]> {
  const connection = await Connection.connect({ address })
  const client = new Client({ connection })
  const all: Artefact[] = []
  try {
    for await (const { workflowId, raw } of client.workflow.list()) {
      all.push({ where: `visibility ${workflowId}`, content: JSON.stringify(raw) })
      const history = await client.workflow.getHandle(workflowId).fetchHistory()
      all.push({ where: `history ${workflowId}`, content: History.encode(history).finish() })
    }
  } finally {
    await connection.close()
  }
  return all
}
