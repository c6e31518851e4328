/**
 * `node scripts/reencrypt.ts`: writes everything that has an older key with the first one of FIELD_KEYS, rows and
 * files, while people work on. It may be ended and begun again.
 *
 *     --check        only counts by which keys rows and files were written
 *     --free KEY     says whether KEY may be withdrawn from FIELD_KEYS, and changes nothing
 *     --histories    with --free: and from PAYLOAD_KEYS, for which every history of Temporal is read
 *
 * Needs the services' environment and the owner of the schema in DATABASE_OWNER_URL. Ends with 0 when only the first
 * key is in use, with --free when nothing needs KEY; else with 1.
 */
import { parseArgs } from 'node:util'
import { Pool } from 'pg'
import { readConfig } from '../config.ts'
import { createFieldCipher } from '../db/encryption/field-cipher.ts'
import { countKeys, reencrypt, type Unreadable } from '../db/encryption/reencrypt.ts'
import { inheritedEnvironment } from './embedded/environment.ts'
import { historyKeys } from './reencrypt/history-keys.ts'
import { fileKeys, renewFiles } from './reencrypt/stored-files.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const { values: asked } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    free: { type: 'string' },
    histories: { type: 'boolean', default: false },
  },
})
const environment = inheritedEnvironment()
const config = readConfig({ ...environment, TEMPORAL_ADDRESS: environment['TEMPORAL_ADDRESS'] || 'unused' })
const { current, keys } = config.fieldKeys
const pool = new Pool({ connectionString: config.databaseOwnerUrl, max: 2 })

interface Place {
  readonly name: string
  readonly counts: ReadonlyMap<string, number>
  readonly plain: number
}

/** Every column, the files, and if asked for the histories. */
async function places(): Promise<readonly Place[]> {
  const columns = await countKeys(pool)
  return [
    ...columns.map(({ table, column, keys: used, plain }) => ({
      name: `${table}.${column}`,
      counts: new Map(Object.entries(used)),
      plain,
    })),
    { name: 'files', counts: await fileKeys(config), plain: 0 },
    ...(asked.histories ? [{ name: 'histories', counts: await historyKeys(config), plain: 0 }] : []),
  ]
}

function show(all: readonly Place[]): void {
  for (const { name, counts, plain } of all) {
    const texts = [...counts].map(([key, count]) => {
      const state =
        key === current || name === 'histories' ? '' : keys.has(key) ? ' (to be moved)' : ' (KEY MISSING)'
      return `${key}: ${count}${state}`
    })
    if (plain > 0) texts.push(`IN PLAIN TEXT: ${plain}`)
    say(`  ${name.padEnd(34)} ${texts.join(', ') || 'none'}`)
  }
}

/** So that a log of it stays short, however much is broken. */
function complain(unreadable: readonly Unreadable[]): void {
  for (const { where, why } of unreadable.slice(0, 20)) say(`  cannot be read: ${where}: ${why}`)
  if (unreadable.length > 20) say(`  and ${unreadable.length - 20} more`)
}

async function isFree(key: string): Promise<boolean> {
  const needing = (await places()).flatMap(({ name, counts }) => {
    const count = counts.get(key) ?? 0
    return count === 0 ? [] : [{ name, count }]
  })
  if (key === current) say(`${key} is the first of FIELD_KEYS, so everything new is written with it.`)
  for (const { name, count } of needing) say(`  ${name.padEnd(34)} ${count} need ${key}`)
  const free = needing.length === 0 && key !== current
  const from = asked.histories ? 'FIELD_KEYS and PAYLOAD_KEYS' : 'FIELD_KEYS'
  say(free ? `${key} may be withdrawn from ${from}.` : `${key} must NOT be withdrawn from ${from}.`)
  return free
}

async function moveAll(): Promise<boolean> {
  let told = 0
  const cipher = createFieldCipher(config.fieldKeys, config.lookupKey)
  const rows = await reencrypt(pool, cipher, current, (moved) => {
    if (moved - told < 1000) return
    told = moved
    say(`  ${moved} values moved`)
  })
  const files = await renewFiles(config)
  say(`${rows.moved} values and ${files.renewed} files were written with the key ${current}.`)
  const unreadable = [...rows.unreadable, ...files.unreadable]
  complain(unreadable)
  return unreadable.length === 0
}

async function main(): Promise<boolean> {
  if (asked.free !== undefined) return isFree(asked.free)
  const readable = asked.check || (await moveAll())
  const all = await places()
  show(all)
  const rowsAndFiles = all.filter(({ name }) => name !== 'histories')
  return (
    readable &&
    rowsAndFiles.every(
      ({ counts, plain }) => plain === 0 && [...counts.keys()].every((key) => key === current),
    )
  )
}

try {
  process.exitCode = (await main()) ? 0 : 1
} finally {
  await pool.end()
}
