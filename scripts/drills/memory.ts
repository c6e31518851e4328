/**
 * `npm run drill:memory [-- --verdict FILE]`: worker and job runner fill their heaps and die of it while people work,
 * and photographs ask for more memory than there is. What died comes back and its work is done; a photograph that
 * cannot be drawn is given up, with a reason that its people see; the API answers as before. Starts a product of its
 * own.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { claimBefore } from '../demo/small-claim.ts'
import { AtHand, together, until } from './at-hand.ts'
import { checkDeaths, checkPulse } from './memory/judgement.ts'
import { Photographs } from './memory/photographs.ts'
import { p99, Pulse, type Taken } from './memory/pulse.ts'
import { People } from './people.ts'
import { checkAudit, checkBooks, checkWorkflowsFollow } from './restore/checks.ts'
import { checkAmounts } from './restore/judgement.ts'
import { type Drill, runDrill } from './run-drill.ts'
import type { Verdict } from './verdict.ts'

const { values: options } = parseArgs({ options: { verdict: { type: 'string' } } })

const atOnce = 2
const heapMegabytes = 256
/** Less than a picture of 49 million pixels, more than an ordinary one. */
const scarceMegabytes = 200
const usualMegabytes = 700
const deaths = 3
/** How long the usual time is measured; milliseconds. */
const measured = 30_000
const patience = 120_000

type Mortal = 'worker' | 'jobs'

class MemoryDrill {
  readonly #at: AtHand
  readonly #people: People
  readonly #verdict: Verdict
  readonly #pulse: Pulse
  readonly #photographs: Photographs
  #usual: Taken = { times: [], faults: [] }

  private constructor(
    at: AtHand,
    people: People,
    verdict: Verdict,
    rest: { readonly pulse: Pulse; readonly photographs: Photographs },
  ) {
    this.#at = at
    this.#people = people
    this.#verdict = verdict
    this.#pulse = rest.pulse
    this.#photographs = rest.photographs
  }

  static async begin(at: AtHand, people: People, verdict: Verdict): Promise<MemoryDrill> {
    const [story, read] = await together(['adjustment', 'adjustment'] as const, (stage) =>
      claimBefore(at.cast, stage),
    )
    if (story === undefined || read === undefined) throw new Error('Two claims are needed.')
    const { checklist } = await story.view()
    const photographs = await Photographs.paint(at, story, checklist[0]?.item ?? '')
    for (const name of ['worker', 'jobs'] as const) await at.product.child(name).restart(confined)
    await at.product.child('jobs').restart({ PHOTOGRAPH_MEMORY_MB: String(scarceMegabytes) })
    return new MemoryDrill(at, people, verdict, { pulse: new Pulse(read, story), photographs })
  }

  async run(over: AbortSignal): Promise<void> {
    const beating = this.#pulse.beat(over)
    beating.catch(() => undefined)
    await sleep(measured)
    this.#usual = this.#pulse.take()
    this.#verdict.figure('p99 of the API, while nothing dies (ms)', p99(this.#usual.times))
    this.#verdict.step('people are at work, and it is known how long answers take')
    await this.#worker()
    await this.#tooLarge()
    await this.#deadly()
  }

  async #worker(): Promise<void> {
    const finished = this.#people.files.size
    for (let death = 0; death < deaths; death += 1) {
      await this.#die('worker')
      await sleep(3000)
    }
    checkDeaths(this.#verdict, 'worker', deaths, this.#at.news)
    checkPulse(this.#verdict, 'while the worker dies', this.#pulse.take(), this.#usual)
    this.#verdict.figure('claims reported meanwhile', this.#people.files.size - finished)
    this.#verdict.step('the worker has died with its heap full, and is back')
  }

  async #tooLarge(): Promise<void> {
    await this.#photographs.tryTooLarge(this.#verdict)
    checkPulse(this.#verdict, 'while photographs take too much', this.#pulse.take(), this.#usual)
    this.#verdict.step('a photograph has taken too much memory, and was given up')
  }

  async #deadly(): Promise<void> {
    await this.#at.product.child('jobs').restart({ PHOTOGRAPH_MEMORY_MB: String(usualMegabytes) })
    await this.#photographs.tryDeadly(this.#verdict, deaths, async () => this.#die('jobs'))
    checkDeaths(this.#verdict, 'jobs', deaths, this.#at.news)
    checkPulse(this.#verdict, 'while the job runner dies', this.#pulse.take(), this.#usual)
    this.#verdict.step('the job runner has died with a photograph in hand, and gave it up')
  }

  /** Fills the heap of the program, and returns once another one has taken its place. */
  async #die(name: Mortal): Promise<void> {
    const child = this.#at.product.child(name)
    const before = child.pid
    const back = () => this.#at.news.filter((text) => text === `${name} is back.`).length
    const known = back()
    child.kill('SIGWINCH')
    await until(`the ${name} to die and to be back`, () =>
      Promise.resolve(child.pid !== undefined && child.pid !== before && back() > known),
    )
  }
}

const confined = { NODE_OPTIONS: `--max-old-space-size=${heapMegabytes}` }

async function drill({ verdict, folder }: Drill): Promise<void> {
  const at = await AtHand.start({
    dataFolder: folder('memory'),
    preload: new URL('memory/swell.ts', import.meta.url).href,
  })
  const over = new AbortController()
  let people: People | undefined
  let working: Promise<void> = Promise.resolve()
  try {
    verdict.step('the product runs')
    people = await People.signIn(at.product.urls)
    const memory = await MemoryDrill.begin(at, people, verdict)
    working = people.work(atOnce, over.signal)
    await memory.run(over.signal)
    over.abort()
    await working
    await checkTheEnd(at, people, verdict)
    people.removeRecords()
  } finally {
    over.abort()
    people?.giveUp()
    await working
    await at.product.stop()
  }
}

async function checkTheEnd(at: AtHand, people: People, verdict: Verdict): Promise<void> {
  const files = [...people.files.values()]
  const left = await people.finish([...people.files.keys()], patience)
  verdict.check('claims of people went on to their ends', files.length, left)
  await at.allTold()
  await checkWorkflowsFollow(verdict, at)
  checkAmounts(verdict, await at.journal(), files, files)
  await checkBooks(verdict, at)
  await checkAudit(verdict, at)
}

await runDrill('memory', drill, options.verdict)
