/**
 * `npm run drill:keys [-- --verdict FILE]`: another key takes over while claims are reported, decided and paid, as
 * docs/operations.md says. Starts a product of its own, and ends with 0 when nothing was lost, left unreadable, left
 * in clear or answered as a bug.
 */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type Config, readConfig } from '../../config.ts'
import { examine } from '../demo/checks.ts'
import { checkoutFolder } from '../embedded/data-folder.ts'
import type { Environment } from '../embedded/environment.ts'
import { AtHand } from './at-hand.ts'
import { fileContents, historyContents, rowContents } from './key-use.ts'
import { fetchPatiently } from './patient-fetch.ts'
import { type Drill, runDrill } from './run-drill.ts'
import { SteadyLoad } from './steady-load.ts'

const lanes = 2
/** Written once and for ever: what it says before and after can be compared although people work on. */
const writtenOnce = /^(?:claim_events|contents|messages|payment_intents|insured_objects)\./

const { values: options } = parseArgs({ options: { verdict: { type: 'string' } } })

const newKey = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`

interface Ended {
  readonly code: number
  readonly output: string
}

class Rotation {
  readonly #drill: Drill
  readonly #atHand: AtHand

  constructor(drill: Drill, atHand: AtHand) {
    this.#drill = drill
    this.#atHand = atHand
  }

  /** One process after the other, each ready before the next one goes. */
  async restart(change: Environment, what: string): Promise<void> {
    for (const name of ['worker', 'jobs', 'api'] as const)
      await this.#atHand.product.child(name).restart(change)
    this.#drill.verdict.step(what)
  }

  config(change: Environment): Config {
    return readConfig(this.#environment(change))
  }

  /** The script that operators use, as they use it. */
  async script(change: Environment, ...args: readonly string[]): Promise<Ended> {
    const script = join(checkoutFolder, 'scripts', 'reencrypt.ts')
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        [script, ...args],
        { env: this.#environment(change) },
        (error, output, complaint) => resolve({ code: error === null ? 0 : 1, output: output + complaint }),
      )
    })
  }

  #environment(change: Environment): Record<string, string | undefined> {
    const { environment, urls } = this.#atHand.product
    return { ...environment, DATABASE_OWNER_URL: urls.databaseOwner, ...change }
  }
}

const ended = ({ code, output }: Ended, expected: number, says: string): readonly string[] =>
  code === expected && output.includes(says) ? [] : [`ended with ${code}: ${output.slice(-600)}`]

async function rotate(drill: Drill, atHand: AtHand): Promise<void> {
  const { verdict } = drill
  const rotation = new Rotation(drill, atHand)
  const old = atHand.product.environment['FIELD_KEYS'] ?? ''
  const [oldId = ''] = old.split(':')
  const fresh = newKey('fresh')
  const patience = fetchPatiently(atHand.product.urls.api)
  const load = new SteadyLoad(atHand.cast, lanes)
  const working = async (claims: number): Promise<void> => {
    const until = load.finished + claims
    while (load.finished < until && load.failed === 0) await sleep(200)
  }
  await working(2)
  verdict.step(`${load.finished} claims are paid with the old key alone`)

  const both = { FIELD_KEYS: `${fresh},${old}` }
  await rotation.restart({ FIELD_KEYS: `${old},${fresh}` }, 'every process can read with the new key')
  await rotation.restart(both, 'every process writes with the new key')
  const needed = await rotation.script(both, '--free', oldId)
  verdict.check('a key that values need is not called free', 1, ended(needed, 1, 'must NOT be withdrawn'))
  const before = await rowContents(rotation.config(both))
  const began = performance.now()
  const moved = await rotation.script(both)
  verdict.figure('re-encryption seconds', Math.round((performance.now() - began) / 100) / 10)
  verdict.check(
    'everything was written with the new key',
    1,
    ended(moved, 0, 'were written with the key fresh'),
  )
  verdict.step(moved.output.split('\n')[0] ?? '')
  const free = await rotation.script(both, '--free', oldId)
  verdict.check(
    'then the old key is called free',
    1,
    ended(free, 0, `${oldId} may be withdrawn from FIELD_KEYS.`),
  )

  // Histories cannot be rewritten: what Temporal has keeps the old key for as long as it is kept.
  const withdrawn = { FIELD_KEYS: fresh, PAYLOAD_KEYS: `${fresh},${old}` }
  await rotation.restart(withdrawn, 'the old key is withdrawn from rows and files')
  await working(2)
  const { played, failures } = await load.stop()
  patience.end()
  verdict.figure('claims paid', played.length)
  verdict.figure('requests sent again, nobody having taken them', patience.repeated())
  verdict.check('claims under way were all brought to their end', played.length, failures)
  verdict.check('nothing was answered as a bug', patience.answered(), patience.bugs())
  for (const { name, checked, faults } of await examine(played)) verdict.check(name, checked, faults)

  const config = rotation.config(withdrawn)
  const after = await rowContents(config)
  verdict.check('rows can be read without the old key', after.values.size, after.unreadable)
  const once = [...before.values].filter(([place]) => writtenOnce.test(place))
  const differing = once.filter(([place, hash]) => after.values.get(place) !== hash)
  verdict.check('what was written before says the same', once.length, [
    ...before.unreadable,
    ...differing.map(([place]) => `${place} says something else`),
  ])
  const files = await fileContents(config)
  verdict.check('files can be read without the old key', files.count, files.unreadable)
  const histories = await historyContents(config)
  verdict.check('histories can be read, old and new', histories.count, histories.unreadable)
  verdict.check(
    'histories were written with both keys',
    histories.count,
    [oldId, 'fresh'].filter((key) => !histories.keys.includes(key)),
  )
  const held = await rotation.script(withdrawn, '--free', oldId, '--histories')
  verdict.check('histories hold the old key back', 1, ended(held, 1, 'histories'))
  const lost = await rotation.script({ FIELD_KEYS: newKey('third'), PAYLOAD_KEYS: fresh })
  verdict.check('a key that is missing is called by its name', 1, ended(lost, 1, 'key fresh is missing'))
}

await runDrill(
  'keys',
  async (drill) => {
    const atHand = await AtHand.start({ dataFolder: drill.folder('keys') })
    try {
      drill.verdict.step('the product is started')
      await rotate(drill, atHand)
    } finally {
      await atHand.product.stop()
    }
  },
  options.verdict,
)
