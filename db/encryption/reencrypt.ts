/**
 * Moves encrypted values to the key that writes now. It may be ended at any moment and begun again: what is done is
 * seen by its key, and nothing else is remembered. People work on meanwhile; whoever changes a value first wins, and
 * has written it with the new key.
 */
import type { Pool, PoolClient } from 'pg'
import { type EncryptedColumn, encryptedColumns } from './encrypted-columns.ts'
import { sqlState } from '../transact.ts'
import { FieldDamaged, FieldKeyMissing, type FieldCipher } from './field-cipher.ts'

export interface ColumnState {
  readonly table: string
  readonly column: string
  /** How many values were written with each key, by its id. */
  readonly keys: Readonly<Record<string, number>>
  /** Values that are none of ours: plain text where there must be none. */
  readonly plain: number
}

/** What could not be moved, by the key that is missing or the damage; `where` names table, column and row. */
export interface Unreadable {
  readonly where: string
  readonly why: string
}

export interface Moved {
  readonly moved: number
  readonly unreadable: readonly Unreadable[]
}

interface Batch extends Moved {
  /** Where the next batch goes on; null when this was the last. */
  readonly last: readonly string[] | null
}

type Queryable = Pick<Pool, 'query'>
type StoredRow = Readonly<Record<string, string>>

/** Few enough that nobody who writes one of these rows meanwhile waits for long. */
const batchSize = 100
const transient = new Set(['40001', '40P01'])
const tries = 10

/** Counts values by the key that wrote them: a key that is counted nowhere, and writes nowhere, may be withdrawn. */
export async function countKeys(database: Queryable): Promise<readonly ColumnState[]> {
  const states: ColumnState[] = []
  for (const { table, column, where = 'true' } of encryptedColumns) {
    const { rows } = await database.query<{ key: string | null; count: string }>(
      `select substring(${column} from '^v1\\.([A-Za-z0-9_-]{1,64})\\.') as key, count(*) as count
        from ${table} where ${column} is not null and ${where} group by 1`,
    )
    const keys = Object.fromEntries(
      rows.flatMap(({ key, count }) => (key === null ? [] : [[key, Number(count)]])),
    )
    states.push({ table, column, keys, plain: Number(rows.find(({ key }) => key === null)?.count ?? 0) })
  }
  return states
}

/**
 * Moves every value that still has another key, in batches of their own transaction.
 *
 * @param pool of the owner: what only grows can be changed by nobody else, and its content stays what it is.
 * @param onBatch hears how many values were moved so far.
 */
export async function reencrypt(
  pool: Pool,
  cipher: FieldCipher,
  current: string,
  onBatch: (moved: number) => void = () => undefined,
): Promise<Moved> {
  const unreadable: Unreadable[] = []
  let moved = 0
  for (const column of encryptedColumns) {
    for (let after: readonly string[] | null = null; ;) {
      const from: readonly string[] | null = after
      const batch: Batch = await inTransaction(pool, (client) =>
        moveBatch(client, column, { cipher, current, from }),
      )
      moved += batch.moved
      unreadable.push(...batch.unreadable)
      onBatch(moved)
      if (batch.last === null) break
      after = batch.last
    }
  }
  return { moved, unreadable }
}

/** Again after a deadlock with somebody who writes the same rows. */
async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(pool, work)
    } catch (error) {
      if (attempt === tries || !transient.has(sqlState(error) ?? '')) throw error
    }
  }
}

async function once<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

async function moveBatch(
  client: PoolClient,
  column: EncryptedColumn,
  moving: { readonly cipher: FieldCipher; readonly current: string; readonly from: readonly string[] | null },
): Promise<Batch> {
  const { table, column: name, key, context } = column
  const rows = await readBatch(client, column, moving.current, moving.from)
  const unreadable: Unreadable[] = []
  let moved = 0
  const found = key.map((part, index) => `${part} = $${index + 3}`).join(' and ')
  for (const row of rows) {
    const place = key.map((part) => row[part] ?? '')
    const stored = row['stored'] ?? ''
    try {
      const renewed = moving.cipher.rotate(stored, context(row))
      const { rowCount } = await client.query(
        `update ${table} set ${name} = $1 where ${name} = $2 and ${found}`,
        [renewed, stored, ...place],
      )
      moved += rowCount ?? 0
    } catch (error) {
      if (!(error instanceof FieldKeyMissing || error instanceof FieldDamaged)) throw error
      const why =
        error instanceof FieldKeyMissing ? `key ${error.keyId} is missing` : 'damaged or in plain text'
      unreadable.push({ where: `${table}.${name} ${place.join('/')}`, why })
    }
  }
  const last = rows.length === batchSize ? rows.at(-1) : undefined
  return { moved, unreadable, last: last === undefined ? null : key.map((part) => last[part] ?? '') }
}

async function readBatch(
  client: PoolClient,
  { table, column, key, bound, where = 'true' }: EncryptedColumn,
  current: string,
  from: readonly string[] | null,
): Promise<readonly StoredRow[]> {
  const names = [...new Set([...key, ...bound])].map((name) => `${name}::text as ${name}`)
  const given = key.map((_, index) => `$${index + 2}`).join(', ')
  const later = from === null ? '' : `and (${key.join(', ')}) > (${given})`
  const { rows } = await client.query<StoredRow>(
    `select ${names.join(', ')}, ${column} as stored
      from ${table} where ${column} is not null and ${where} and not starts_with(${column}, $1) ${later}
      order by ${key.map((name) => `${table}.${name}`).join(', ')} limit ${batchSize}`,
    [`v1.${current}.`, ...(from ?? [])],
  )
  return rows
}
