/** What docs/operations.md asks for once a database that was restored or promoted has been looked after, done and looked at. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { JournalRow } from '../../bank-simulator/store-schema.ts'
import { decisions } from '../../demo/small-claim.ts'
import { Story } from '../../demo/story.ts'
import { endOrphans, findGaps, type Gaps } from '../../gaps/find-gaps.ts'
import { withSources } from '../../gaps/open-sources.ts'
import { type SentMessage, sentBySimulator } from '../../gaps/sent-messages.ts'
import { type AtHand, together, until } from '../at-hand.ts'
import { People } from '../people.ts'
import type { Verdict } from '../verdict.ts'
import type { AtRest } from './at-rest.ts'
import { paid, reportAgain } from './before-and-after.ts'
import { checkAskedFirst, checkAudit, checkBankWasAsked, checkBooks, checkWorkflowsFollow } from './checks.ts'
import { checkAmounts, checkNothingLeft, checkPaidOnce, checkPaused } from './judgement.ts'
import { bankAnswers, payLane, reopenByTwo } from './pay-lane.ts'

/** Who works afterwards reports claims for so long; milliseconds. */
const freshWork = 5000
const atOnce = 3
/** A claim of the people that is there is at its end after this; milliseconds. */
const patience = 120_000

/** The drill's own claims that are there now, by what is still to be done. */
export interface Kept {
  readonly paid: readonly Story[]
  /** Approved, and nobody has released their payments, or it is forgotten that somebody has. */
  readonly approved: readonly Story[]
  /** Released, and nobody knows that they are paid. */
  readonly released: readonly Story[]
  readonly unapproved: Story
}

export interface After {
  readonly at: AtHand
  readonly people: People
  readonly kept: Kept
  /** Paid, and then lost with its claim; undefined when nothing was lost. */
  readonly lost?: Story
  /** What the database held when it had been looked after and nobody worked on it. */
  readonly restored: AtRest
  /** When the services started to work on it. */
  readonly startedAt: Date
  readonly judgeGaps: (gaps: Gaps, outside: Outside) => void
  readonly verdict: Verdict
}

/** The books of bank and message gateway. */
export interface Outside {
  readonly journal: readonly JournalRow[]
  readonly sent: readonly SentMessage[]
}

/** Whoever works in it gives up at its end, however it ends. */
export async function carryOn(after: After): Promise<void> {
  const crew: People[] = []
  try {
    await carryOnWith(after, crew)
  } finally {
    for (const some of crew) some.giveUp()
  }
}

async function carryOnWith(after: After, crew: People[]): Promise<void> {
  const { at, kept, restored, startedAt, verdict } = after
  checkPaused(verdict, (await payLane(at)).pausedReason)
  await bankAnswers(at)
  await at.allTold()
  verdict.step('the bank has answered, and every workflow was told')
  await checkBankWasAsked(verdict, at, restored)
  const journal = await at.journal()
  await lookForGaps(after, journal)
  const people = await People.signInAgain(at.product.urls, after.people)
  crew.push(people)
  const there = [...people.files.keys()].filter((id) => restored.claims.has(id))
  const finishing = people.finish(there, patience)
  const again = await together(kept.approved, (story) => Story.goOn(at.cast, story))
  await together(again, (story) => story.release())
  await sleep(3000)
  verdict.step('what was released before is released again, and people work on, while the lane is shut')
  const movements = { before: journal.length, after: (await at.journal()).length }
  checkNothingLeft(verdict, await sentSince(at, startedAt), movements)
  await reopenByTwo(at, verdict)
  await together(again, (story) => story.closed())
  const stray = await finish(after)
  const left = await finishing
  verdict.check(
    'claims of the people that were there at the moment went on to their ends',
    there.length,
    left,
  )
  const fresh = await People.signInAfresh(at.product.urls, people)
  crew.push(fresh)
  await fresh.work(atOnce, AbortSignal.timeout(freshWork))
  const unfinished = await fresh.finish([...fresh.files.keys()], patience)
  verdict.check('claims that were reported afterwards were paid', fresh.files.size, unfinished)
  await checkTheEnd(after, { claimIds: [...there, ...fresh.files.keys()], worked: [people, fresh], stray })
}

async function lookForGaps({ at, judgeGaps, verdict }: After, journal: readonly JournalRow[]): Promise<void> {
  await withSources(at.product.environment, async (sources) => {
    const gaps = await findGaps(sources)
    const sent = await sentBySimulator(at.product.urls.messageGateway, gaps.since)
    judgeGaps(gaps, { journal, sent })
    if (gaps.orphans.length === 0) return
    await endOrphans(sources, gaps.orphans)
    await until('the orphans to be gone', async () => (await findGaps(sources)).orphans.length === 0)
    verdict.check('workflows without a row were ended', gaps.orphans.length, [])
  })
}

/** References that were handed to the bank since. */
export async function sentSince(at: AtHand, since: Date): Promise<readonly string[]> {
  const sent = await at.query<{ ref: string }>(
    `select i.ref from payment_attempts a join payment_intents i on i.id = a.intent_id where a.sent_at > $1`,
    [since],
  )
  return sent.map(({ ref }) => ref)
}

/** Answers the claim that was paid, lost, and reported again, if there is one. */
async function finish({ at, kept, lost, verdict }: After): Promise<Story | undefined> {
  const resumed = (story: Story) => Story.goOn(at.cast, story)
  await together(kept.released, async (story) => (await resumed(story)).closed())
  const approval = await resumed(kept.unapproved)
  await decisions.approval(approval)
  await paid(approval)
  const stray = lost === undefined ? undefined : await reportAgain(await resumed(lost))
  if (stray !== undefined) await settleStray(at, stray, verdict)
  verdict.step('the claims went on to their ends')
  return stray
}

interface TheEnd {
  /** Claims of the people that have to be paid. */
  readonly claimIds: readonly string[]
  readonly worked: readonly People[]
  readonly stray: Story | undefined
}

async function checkTheEnd(
  { at, kept, lost, startedAt, verdict }: After,
  { claimIds, worked, stray }: TheEnd,
): Promise<void> {
  await at.allTold()
  await checkWorkflowsFollow(verdict, at)
  const stories = [...kept.paid, ...kept.approved, ...kept.released, kept.unapproved]
  const journal = await at.journal()
  checkPaidOnce(verdict, journal, [
    ...[...stories, ...(lost === undefined ? [] : [lost])].map((story) => ({
      who: story.title,
      account: story.onlyAccount(),
      times: 1,
    })),
    ...(stray === undefined
      ? []
      : [{ who: 'What was paid before it was lost', account: stray.onlyAccount(), times: 0 }]),
  ])
  const files = worked.flatMap((people) => [...people.files.values()])
  const payable = files.filter(({ claimId }) => claimIds.includes(claimId))
  checkAmounts(verdict, journal, payable, files)
  await checkAskedFirst(verdict, at, startedAt)
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
