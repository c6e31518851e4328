/** Reads everything that is stored encrypted, row by row, file by file and payload by payload. */
import { createHash } from 'node:crypto'
import { Pool } from 'pg'
import type { Config } from '../../config.ts'
import { encryptedColumns } from '../../db/encryption/encrypted-columns.ts'
import { createFieldCipher } from '../../db/encryption/field-cipher.ts'
import { createFileStore } from '../../files/store.ts'
import { createPayloadCodec } from '../../temporal-codec.ts'
import { historyKeys } from '../reencrypt/history-keys.ts'

export interface Contents {
  /** SHA-256 of what each value says, by table, column and row. */
  readonly values: ReadonlyMap<string, string>
  readonly unreadable: readonly string[]
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export async function rowContents(config: Config): Promise<Contents> {
  const cipher = createFieldCipher(config.fieldKeys, config.lookupKey)
  const pool = new Pool({ connectionString: config.databaseOwnerUrl, max: 1 })
  const values = new Map<string, string>()
  const unreadable: string[] = []
  try {
    for (const { table, column, key, bound, context, where = 'true' } of encryptedColumns) {
      const names = [...new Set([...key, ...bound])].map((name) => `${name}::text as ${name}`)
      const { rows } = await pool.query<Record<string, string>>(
        `select ${names.join(', ')}, ${column} as stored from ${table} where ${column} is not null and ${where}`,
      )
      for (const row of rows) {
        const place = `${table}.${column} ${key.map((name) => row[name]).join('/')}`
        try {
          const text = cipher.decrypt(row['stored'] ?? '', context(row))
          values.set(place, createHash('sha256').update(text).digest('hex'))
        } catch (error) {
          unreadable.push(`${place}: ${nameOf(error)}`)
        }
      }
    }
    return { values, unreadable }
  } finally {
    await pool.end()
  }
}

interface Readable {
  readonly count: number
  readonly unreadable: readonly string[]
}

export async function fileContents(config: Config): Promise<Readable> {
  const files = createFileStore(config.filesFolder, config.fieldKeys)
  const unreadable: string[] = []
  let count = 0
  for await (const { hash } of files.list()) {
    count += 1
    await files.read(hash).catch((error: unknown) => unreadable.push(`${hash}: ${nameOf(error)}`))
  }
  return { count, unreadable }
}

export async function historyContents(
  config: Config,
): Promise<Readable & { readonly keys: readonly string[] }> {
  const codec = createPayloadCodec(config.payloadKeys)
  const unreadable: string[] = []
  const counts = await historyKeys(config, async (payload, workflowId) => {
    await codec
      .decode([payload])
      .catch((error: unknown) => unreadable.push(`${workflowId}: ${nameOf(error)}`))
  })
  return {
    count: [...counts.values()].reduce((sum, one) => sum + one, 0),
    unreadable,
    keys: [...counts.keys()],
  }
}
