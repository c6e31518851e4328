/** One fault run from start to verdict. */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commit } from './commit.ts'
import { failings } from './demands.ts'
import { judge } from './judge.ts'
import { calmBank, troubleBank } from './nemesis/bank-trouble.ts'
import { Nemesis } from './nemesis/nemesis.ts'
import { plan } from './nemesis/plan.ts'
import type { FaultOptions } from './options.ts'
import type { ClaimFile } from './people/claim-file.ts'
import { work } from './people/day.ts'
import { Office } from './people/office.ts'
import { shortenTerms } from './people/short-terms.ts'
import { askForStatement, askForStatements, changeLimits, readLists } from './people/side-work.ts'
import { settleDoubts } from './people/suspense.ts'
import { quiesce } from './quiesce.ts'
import { RunFolder } from './run-folder.ts'
import { Seeded } from './seeded.ts'
import { printSummary, summarize } from './summary.ts'
import { System } from './system.ts'
import { Watch } from './watch.ts'

/** As many as leave two processors the strength to start a program again. */
const claimsAtOnce = 20
/** The share of the run before the first death: people get their claims to where there is something to break. */
const opening = 0.12
/** After the last fault people go on without one for so long, so that the run ends healed. */
const healing = 8_000
/** How long an operation without a definite answer is sent again after the load has ended. */
const patience = 20_000
const restWithin = 60_000
const endWithin = 20_000

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** True when every invariant held and everything came to rest. */
export async function run(options: FaultOptions): Promise<boolean> {
  const folder = new RunFolder(options.folder)
  const startedAt = Date.now()
  say(`Fault run of ${options.minutes} min, seed ${options.seed}; it leaves what it finds in ${folder.path}`)
  const system = await System.start({
    dataFolder: join(folder.path, 'data'),
    crashFolder: join(folder.path, 'crash'),
    codeFolder: options.codeFolder,
  })
  const watch = new Watch(system.product.urls.databaseOwner)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void end(system, watch).finally(() => process.exit(130)))
  try {
    const load = await act(options, { folder, system, watch })
    await quiesce(watch, restWithin)
    await settle(load.files, watch)
    const rest = await quiesce(watch, restWithin)
    describe(options, { folder, system, startedAt })
    const summary = await summarize({ folder, watch, load, rest, startedAt })
    const held = await judge(folder.path)
    const failed = failings(summary, folder.judgements(), options.minutes)
    folder.addToVerdict({ summary, failings: failed })
    printSummary(summary, say)
    for (const failing of failed) say(`FAILS             ${failing}`)
    if (options.hold) {
      say('The product goes on running; Ctrl-C ends it.')
      await new Promise(() => undefined)
    }
    const clean = held && failed.length === 0
    say(clean ? 'The run is clean.' : `The run is not clean; look into ${folder.path}`)
    await end(system, watch)
    if (clean && !options.keep) folder.remove()
    return clean
  } finally {
    await end(system, watch)
  }
}

interface Parts {
  readonly folder: RunFolder
  readonly system: System
  readonly watch: Watch
}

async function act({ minutes, seed }: FaultOptions, { folder, system, watch }: Parts) {
  const random = new Seeded(seed)
  const clicks = random.fork('clicks')
  const givenUp = new AbortController()
  const { urls } = system.product
  const office = await Office.signIn(urls, random, {
    folder,
    givenUp: givenUp.signal,
    again: () => clicks.chance(0.02),
  })
  await shortenTerms(office)
  say(`${office.size} people are signed in.`)
  const over = AbortSignal.timeout(minutes * 60_000)
  const calm = AbortSignal.timeout(Math.max(0, minutes * 60_000 - healing))
  const side = { office, random: random.fork('side'), over }
  const nemesis = new Nemesis({ system, folder, watch, over: calm })
  const late = setTimeout(() => givenUp.abort(), minutes * 60_000 + patience)
  const [counts] = await Promise.all([
    work({ office, random: random.fork('day'), atOnce: claimsAtOnce, over }),
    changeLimits(side),
    askForStatements(side),
    readLists(side),
    sleep(minutes * 60_000 * opening).then(() => nemesis.rage(plan(random.fork('faults')))),
    troubleBank(urls.bank, { random: random.fork('bank'), folder, over: calm }),
  ])
  clearTimeout(late)
  await calmBank(urls.bank)
  await askForStatement(office, random)
  return { ...counts, people: office.size, missed: nemesis.missed }
}

/** Finance settles what the bank's misbehaviour has left in doubt. */
async function settle(files: ReadonlyMap<string, ClaimFile>, watch: Watch): Promise<void> {
  for (const claimId of await watch.claimsInDoubt()) {
    const file = files.get(claimId)
    if (file !== undefined) await settleDoubts(file)
  }
}

function describe(
  { minutes, seed }: FaultOptions,
  { folder, system, startedAt }: Pick<Parts, 'folder' | 'system'> & { readonly startedAt: number },
): void {
  folder.describe({
    seed,
    commit: commit(),
    minutes,
    startedAt,
    endedAt: Date.now(),
    ...system.whereabouts,
  })
}

async function end(system: System, watch: Watch): Promise<void> {
  const ended = (async () => {
    await watch.close().catch(() => undefined)
    await system.end()
    return true
  })()
  if (!(await Promise.race([ended, sleep(endWithin, false)])))
    say(`The product had not ended ${endWithin} ms after the verdict.`)
}
