/**
 * `npm run drill:restore`: an office works, is backed up, works on, and is killed; its database is restored to before
 * the last of that work. Then everything that docs/operations.md asks for is done, and looked at.
 * `-- --minutes N` says how old the restored moment is when everything is killed; a quarter of a minute unless told.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Colleague } from '../demo/cast.ts'
import { Refused } from '../demo/http-client.ts'
import { decisions } from '../demo/small-claim.ts'
import { Story } from '../demo/story.ts'
import { checkoutFolder } from '../embedded/data-folder.ts'
import { inheritedEnvironment } from '../embedded/environment.ts'
import { endOrphans, findGaps } from '../gaps/find-gaps.ts'
import { withSources } from '../gaps/open-sources.ts'
import { sentBySimulator } from '../gaps/sent-messages.ts'
import { aboveZero } from './above-zero.ts'
import { AtHand, together, until } from './at-hand.ts'
import {
  type Before,
  type Lost,
  paid,
  playClosed,
  playOn,
  playUntilTheMoment,
  reportAgain,
} from './restore/before-and-after.ts'
import { readAtRest } from './restore/at-rest.ts'
import { checkAudit, checkBankWasAsked, checkBooks, checkWorkflowsFollow } from './restore/checks.ts'
import {
  checkAcknowledged,
  checkAmounts,
  checkGaps,
  checkNothingLeft,
  checkPaidOnce,
  checkPaused,
  checkReopening,
  checkRestored,
} from './restore/judgement.ts'
import { type Disaster, type Moment, theMoment } from './restore/moment.ts'
import { People } from './people.ts'
import { type Drill, runDrill } from './run-drill.ts'
import type { Verdict } from './verdict.ts'

/** Runs one of our own commands as an operator would, on the drill's data folder. */
async function command(dataFolder: string, script: string, ...args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [join(checkoutFolder, 'scripts', script), ...args], {
    env: { ...inheritedEnvironment(), LIPEI_DATA: dataFolder },
    stdio: 'inherit',
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`${script} ended with ${code}.`)
}

const atOnce = 3
/** A claim of the people that was on its way at the moment is at its end after this. */
const patience = 120_000

interface Office {
  readonly before: Before
  readonly lost: Lost
  readonly moment: Moment
}

async function workUntilTheEnd(at: AtHand, backup: string, { verdict }: Drill): Promise<Office> {
  const { cast, product } = at
  const closed = await playClosed(cast)
  verdict.step('claims are paid, people are at work; the cluster is copied')
  await command(product.dataFolder, 'backup.ts', '--to', backup)
  const before = await playUntilTheMoment(cast, closed)
  verdict.step('claims wait in every stage, payments are ready and unknown; the log is handed on')
  await command(product.dataFolder, 'backup.ts', '--to', backup, '--increment')
  const moment = await theMoment(at)
  await sleep(1500)
  verdict.step('the moment to be restored; the office works on')
  return { before, lost: await playOn(cast, before), moment }
}

async function killEverything({ product }: AtHand): Promise<void> {
  for (const name of ['api', 'worker', 'jobs', 'postgres', 'temporal'] as const) product.child(name).kill()
  await product.force()
}

/** What is released meanwhile has to be answered for first, so the first of them may have to try again. */
async function proposeReopening({ http }: Colleague): Promise<void> {
  await until('the bank to have answered for what was released meanwhile', async () => {
    try {
      await http.post('/pay-lane/reopening')
      return true
    } catch (error) {
      if (error instanceof Refused && error.code === 'intentOpen') return false
      throw error
    }
  })
}

/** Refused once is once too few: the same person again is no second one. */
async function reopenByTwo({ cast }: AtHand, verdict: Verdict): Promise<void> {
  const [one, other] = cast.all('finance')
  if (one === undefined || other === undefined) throw new Error('Two people of finance are needed.')
  await proposeReopening(one)
  let refusal: string | null = null
  try {
    await one.http.post('/pay-lane/reopening')
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    refusal = error.code
  }
  const afterOne = await one.http.get<Lane>('/pay-lane')
  const afterTwo = await other.http.post<Lane>('/pay-lane/reopening')
  checkReopening(verdict, {
    refusal,
    openAfterOne: afterOne.pausedAt === null,
    openAfterTwo: afterTwo.pausedAt === null,
  })
}

interface Lane {
  readonly pausedAt: string | null
  readonly pausedReason: string | null
}

/** References that were handed to the bank since. */
async function sentSince(at: AtHand, since: Date): Promise<readonly string[]> {
  const sent = await at.query<{ ref: string }>(
    `select i.ref from payment_attempts a join payment_intents i on i.id = a.intent_id where a.sent_at > $1`,
    [since],
  )
  return sent.map(({ ref }) => ref)
}

async function bankAnswers(at: AtHand): Promise<void> {
  await until('the bank to answer for everything', async () => {
    const { unknownPayments, owedStatements } = await at.cast
      .any('finance')
      .http.get<{ unknownPayments: number; owedStatements: number }>('/pay-lane')
    return unknownPayments + owedStatements === 0
  })
}

interface After {
  readonly at: AtHand
  readonly people: People
  /** Who works after the restore; they give up with the product. */
  readonly crew: People[]
  readonly office: Office
  readonly disaster: Disaster
  readonly verdict: Verdict
}

async function afterRestore(after: After): Promise<void> {
  const { at, office, disaster, verdict } = after
  const finance = at.cast.any('finance').http
  checkPaused(verdict, (await finance.get<Lane>('/pay-lane')).pausedReason)
  await bankAnswers(at)
  await at.allTold()
  verdict.step('the bank has answered, and every workflow was told')
  await checkBankWasAsked(verdict, at, disaster)
  const journal = await at.journal()
  await withSources(at.product.environment, async (sources) => {
    const gaps = await findGaps(sources)
    const sent = await sentBySimulator(at.product.urls.messageGateway, gaps.since)
    checkGaps(verdict, gaps, disaster, { journal, sent })
    await endOrphans(sources, gaps.orphans)
    await until('the orphans to be gone', async () => (await findGaps(sources)).orphans.length === 0)
    verdict.check('workflows without a row were ended', gaps.orphans.length, [])
  })
  const people = await People.signInAgain(at.product.urls, after.people)
  after.crew.push(people)
  const kept = [...people.files.keys()].filter((id) => disaster.restored.claims.has(id))
  const finishing = people.finish(kept, patience)
  const again = await together(office.before.approved, (story) => Story.goOn(at.cast, story))
  await together(again, (story) => story.release())
  await sleep(3000)
  verdict.step('what was released before is released again, and people work on, while the lane is shut')
  const movements = { before: journal.length, after: (await at.journal()).length }
  checkNothingLeft(verdict, await sentSince(at, disaster.startedAt), movements)
  await reopenByTwo(at, verdict)
  await together(again, (story) => story.closed())
  const stray = await finish(after)
  const left = await finishing
  verdict.check('claims of the people that were there at the moment went on to their ends', kept.length, left)
  const fresh = await People.signInAfresh(at.product.urls, people)
  after.crew.push(fresh)
  await fresh.work(atOnce, AbortSignal.timeout(5000))
  const unfinished = await fresh.finish([...fresh.files.keys()], patience)
  verdict.check('claims that were reported after the restore were paid', fresh.files.size, unfinished)
  await checkTheEnd(after, { claimIds: [...kept, ...fresh.files.keys()], worked: [people, fresh], stray })
}

/** Answers the claim that was paid, lost, and reported again. */
async function finish({ at, office, verdict }: After): Promise<Story> {
  const { ready, unknown, waiting } = office.before
  const resumed = (story: Story) => Story.goOn(at.cast, story)
  await together([...ready, unknown], async (story) => (await resumed(story)).closed())
  const approval = await resumed(waiting.approval)
  await decisions.approval(approval)
  await paid(approval)
  const stray = await reportAgain(await resumed(office.lost.paid))
  await settleStray(at, stray, verdict)
  verdict.step('the claims went on to their ends, and the one that was lost was reported again')
  return stray
}

interface TheEnd {
  /** Claims of the people that have to be paid. */
  readonly claimIds: readonly string[]
  readonly worked: readonly People[]
  readonly stray: Story
}

async function checkTheEnd(
  { at, office, verdict }: After,
  { claimIds, worked, stray }: TheEnd,
): Promise<void> {
  await at.allTold()
  await checkWorkflowsFollow(verdict, at)
  const { closed, approved, ready, unknown, waiting } = office.before
  const stories = [...closed, ...approved, ...ready, unknown, waiting.approval, office.lost.paid]
  const journal = await at.journal()
  checkPaidOnce(verdict, journal, [
    ...stories.map((story) => ({ who: story.title, account: story.onlyAccount(), times: 1 })),
    { who: 'What was paid before it was lost', account: stray.onlyAccount(), times: 0 },
  ])
  const files = worked.flatMap((people) => [...people.files.values()])
  const payable = files.filter(({ claimId }) => claimIds.includes(claimId))
  checkAmounts(verdict, journal, payable, files)
  await checkBooks(verdict, at)
  await checkAudit(verdict, at)
}

/** The bank has paid this loss under a lost reference: two people see it, and pay nothing. */
async function settleStray({ cast }: AtHand, story: Story, verdict: Verdict): Promise<void> {
  const stopped = await story.until('the suspense', ({ intents }) => intents[0]?.status === 'suspense')
  const intent = stopped.intents[0]
  verdict.check(
    'a loss that was lost and reported again is stopped before it is paid again',
    1,
    intent?.suspense?.reason === 'strayPayment' ? [] : [`stopped for ${intent?.suspense?.reason}`],
  )
  for (const { http } of cast.all('finance').slice(0, 2))
    await http.post(story.path(`/payments/${intent?.id}/suspense-resolution`), { outcome: 'paid' })
  await story.closed()
}

async function drill(minutes: number, setting: Drill): Promise<void> {
  const { verdict } = setting
  const [dataFolder, backup] = [setting.folder('data'), setting.folder('backup')]
  const first = await AtHand.start({ dataFolder })
  verdict.step('the product runs')
  const people = await People.signIn(first.product.urls)
  const over = new AbortController()
  const working = people.work(atOnce, over.signal)
  let office: Office
  try {
    office = await workUntilTheEnd(first, backup, setting)
    await sleep(Math.max(0, office.moment.at.getTime() + minutes * 60_000 - Date.now()))
    verdict.figure(
      'age of what is restored (s)',
      Math.round((Date.now() - office.moment.at.getTime()) / 1000),
    )
  } finally {
    await killEverything(first)
    over.abort()
    people.giveUp()
    await working
  }
  const last = await readAtRest(dataFolder)
  verdict.step('everything was killed under load')
  const began = performance.now()
  const at = office.moment.at.toISOString()
  await command(dataFolder, 'restore.ts', '--from', backup, '--at', at, '--replace')
  verdict.figure('restore (s)', Math.round((performance.now() - began) / 1000))
  const restored = await readAtRest(dataFolder)
  const disaster = { ...office.moment, last, restored, startedAt: new Date() }
  checkRestored(verdict, disaster)
  checkAcknowledged(verdict, people.attempts, disaster)
  const figures = {
    claims: [last.claims, restored.claims],
    payments: [last.intents, restored.intents],
  } as const
  for (const [what, [before, after]] of Object.entries(figures))
    verdict.figure(`${what} at the disaster / restored`, `${before.size}/${after.size}`)
  verdict.step('the database is back at the moment; the product starts')
  const second = await AtHand.start({ dataFolder })
  const crew: People[] = []
  try {
    await afterRestore({ at: second, people, crew, office, disaster, verdict })
  } finally {
    for (const some of crew) some.giveUp()
    await second.product.stop()
  }
  people.removeRecords()
}

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '0.25' } } })
const minutes = aboveZero('--minutes', values.minutes)
await runDrill('restore', (setting) => drill(minutes, setting))
