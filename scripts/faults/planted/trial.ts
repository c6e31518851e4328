/** One planted bug: the product with it, people who work, and the checker that looks until something is red. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Pool } from 'pg'
import { work } from '../people/day.ts'
import { Office } from '../people/office.ts'
import type { Rules } from '../people/person.ts'
import { quiesce } from '../quiesce.ts'
import { RunFolder } from '../run-folder.ts'
import { Seeded } from '../seeded.ts'
import { System } from '../system.ts'
import { Watch } from '../watch.ts'
import type { Bug } from './bugs.ts'
import { plantedCopy } from './copy.ts'
import type { Stage } from './stage.ts'

const checker = fileURLToPath(new URL('../checker/main.ts', import.meta.url))
const claimsAtOnce = 8
/** Within which a bug has to be seen, counted from the first thing that anybody does. */
const within = 300_000
/** If nothing was red by then, the load ends, and what comes to rest is judged as a whole. */
const loadEnds = 170_000
const cleanLoadEnds = 60_000
const lookEvery = 5_000
const restWithin = 45_000

export interface Caught {
  /** The invariants that are red; none when the bug was not seen in time. */
  readonly by: readonly string[]
  readonly seconds: number
}

export interface TrialOptions {
  readonly seed: string
  /** Provokes in the same way, and plants nothing: then nothing may be red. */
  readonly clean: boolean
  /** Hears what the trial does. */
  readonly say: (text: string) => void
}

export async function trial(bug: Bug, options: TrialOptions): Promise<Caught> {
  const copy = options.clean ? undefined : plantedCopy(bug.name)
  const folder = new RunFolder(undefined)
  try {
    const system = await System.start({
      dataFolder: join(folder.path, 'data'),
      crashFolder: join(folder.path, 'crash'),
      codeFolder: copy?.path,
      environment: bug.environment,
    })
    try {
      return await watchFor(bug, { ...options, folder, system })
    } finally {
      await system.end()
    }
  } finally {
    folder.remove()
    copy?.remove()
  }
}

interface Parts extends TrialOptions {
  readonly folder: RunFolder
  readonly system: System
}

async function watchFor(bug: Bug, parts: Parts): Promise<Caught> {
  const { folder, system, seed, clean, say } = parts
  describe(parts)
  const random = new Seeded(seed)
  const clicks = random.fork('clicks')
  const over = new AbortController()
  const rules: Rules = { folder, givenUp: over.signal, again: () => clicks.chance(bug.clicks ?? 0.02) }
  const { urls } = system.product
  const { api, bank, databaseOwner } = urls
  const office = await Office.signIn(urls, random, rules)
  const watch = new Watch(databaseOwner)
  const database = new Pool({ connectionString: databaseOwner, max: 1 })
  const stage: Stage = {
    api,
    bank,
    office,
    rules,
    database,
    kill: (program) => void system.signal(program, 'SIGKILL'),
  }
  const began = Date.now()
  const seconds = (): number => Math.round((Date.now() - began) / 1000)
  try {
    await bug.prepare?.(stage)
    say(`${office.size} people work on ${bug.name}${clean ? ', which is not planted' : ''}`)
    const day = {
      office,
      random: random.fork('day'),
      atOnce: claimsAtOnce,
      over: over.signal,
      only: bug.loss,
    }
    const working = Promise.all([work(day), provoking(bug, stage, over.signal)])
    working.catch(() => over.abort())
    while (Date.now() - began < (clean ? cleanLoadEnds : loadEnds) && !over.signal.aborted) {
      await sleep(lookEvery)
      const by = await red(folder, ['--live'])
      if (by.length > 0) {
        over.abort()
        await working
        return { by, seconds: seconds() }
      }
    }
    over.abort()
    await working
    await quiesce(watch, restWithin)
    const by = await red(folder, [])
    return { by: Date.now() - began > within ? [] : by, seconds: seconds() }
  } finally {
    over.abort()
    await Promise.allSettled([watch.close(), database.end()])
  }
}

async function provoking({ provoke }: Bug, stage: Stage, over: AbortSignal): Promise<void> {
  if (provoke === undefined) return
  while (!over.aborted) await provoke(stage)
}

/** The invariants that the checker finds violated now. */
async function red(folder: RunFolder, options: readonly string[]): Promise<readonly string[]> {
  const code = await new Promise<number>((resolve) => {
    const child = execFile(process.execPath, [checker, folder.path, ...options], { maxBuffer: 1 << 26 })
    child.once('exit', (exitCode) => resolve(exitCode ?? 2))
    child.once('error', () => resolve(2))
  })
  // It could not look: the database was just being killed.
  if (code === 2) return []
  const file = options.includes('--live') ? 'verdict-live.json' : 'verdict.json'
  const verdict = JSON.parse(readFileSync(join(folder.path, file), 'utf8')) as {
    readonly invariants: readonly { readonly id: string; readonly violated: number }[]
  }
  return verdict.invariants.filter(({ violated }) => violated > 0).map(({ id }) => id)
}

function describe({ folder, system, seed }: Parts): void {
  folder.describe({
    seed,
    commit: 'planted',
    minutes: within / 60_000,
    startedAt: Date.now(),
    endedAt: Date.now() + within,
    ...system.whereabouts,
  })
}
