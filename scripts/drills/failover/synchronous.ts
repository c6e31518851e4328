/** A standby without which nothing is acknowledged takes over: nothing is lost, and money waits for somebody to look. */
import { setTimeout as sleep } from 'node:timers/promises'
import { forgive } from '../../demo/bank.ts'
import { together, until } from '../at-hand.ts'
import { operatorCommand } from '../operator-command.ts'
import type { People } from '../people.ts'
import { carryOn, sentSince } from '../restore/aftermath.ts'
import { readDatabase } from '../restore/at-rest.ts'
import { keptOf, openLane, playClosed, playUntilTheMoment } from '../restore/before-and-after.ts'
import { checkAcknowledged, checkNothingLeft, checkPaused } from '../restore/judgement.ts'
import { payLane, refusalOfReopening } from '../restore/pay-lane.ts'
import type { Verdict } from '../verdict.ts'
import { checkKnownUntil, checkNotedBeforePaid, checkNothingLost, firstWriteAfter } from './judgement.ts'
import { makeSynchronous, promote } from './servers.ts'
import type { Standing } from './standing.ts'

/** How long people work on while nobody has looked; milliseconds. */
const unattended = 10_000
const programs = ['jobs', 'worker', 'api'] as const

interface Failover {
  readonly promotedAt: number
}

/** @param stopWork lets the people finish what they have in hand. */
export async function failOverSynchronously(
  standing: Standing,
  people: People,
  stopWork: () => Promise<void>,
  verdict: Verdict,
): Promise<void> {
  const { at, primary } = standing
  const closed = await playClosed(at.cast)
  await standing.follow()
  await makeSynchronous(primary)
  verdict.step('people are at work, and a second server has everything that is acknowledged')
  const before = await playUntilTheMoment(at.cast, closed)
  await forgive(at.product.urls.bank)
  await openLane(at.cast)
  const [kept, ...leaving] = before.approved
  const releasing = together(leaving, (story) => story.release())
  await sleep(150)
  const failover = await failOver(standing, people, verdict)
  await releasing
  await standUnattended(standing, people, failover, verdict)
  await stopWork()
  for (const name of programs) await at.product.child(name).stop()
  await operatorCommand(at.product.environment, 'after-restore.ts')
  const restored = await readDatabase(standing.standby.postgres.ownerUrl)
  const [lane] = await at.query<{ until: Date }>('select restored_to as until from pay_lane')
  checkKnownUntil(verdict, lane?.until.getTime(), failover.promotedAt)
  const startedAt = new Date()
  for (const name of programs.toReversed()) await at.product.child(name).restart()
  verdict.step('the database was looked after, and the programs started again')
  const there = keptOf(before)
  await carryOn({
    at: await at.signInAgain(),
    people,
    kept: {
      ...there,
      approved: kept === undefined ? [] : [kept],
      released: [...there.released, ...leaving],
    },
    restored,
    startedAt,
    judgeGaps: (gaps) => checkNothingLost(verdict, gaps, restored.claims.size),
    verdict,
  })
}

/** What an automatic failover does: nobody looks, and the programs are left alone. */
async function failOver(standing: Standing, people: People, verdict: Verdict): Promise<Failover> {
  const { at, standby } = standing
  const killedAt = Date.now()
  await standing.killPrimary()
  verdict.step('the first server is killed under load')
  await promote(standby)
  const promotedAt = Date.now()
  const { claims } = await readDatabase(standby.postgres.ownerUrl)
  checkAcknowledged(verdict, people.attempts, {
    at: promotedAt,
    versions: new Map([...claims].map(([id, { version }]) => [id, version])),
  })
  const ledAt = Date.now()
  standing.leadToStandby()
  await until('a write to be taken', () =>
    Promise.resolve(firstWriteAfter(people.attempts, killedAt) !== undefined),
  )
  const written = firstWriteAfter(people.attempts, killedAt) ?? Date.now()
  verdict.step('the programs go on by themselves')
  verdict.figure('from the kill to the promotion (s)', seconds(promotedAt - killedAt))
  verdict.figure('from the new address to the first write (s)', seconds(written - ledAt))
  verdict.figure('from the kill to the first write (s)', seconds(written - killedAt))
  verdict.check(
    'programs went on without being started again',
    programs.length,
    at.news.filter((text) => text.includes('is started again')),
  )
  return { promotedAt }
}

async function standUnattended(
  { at }: Standing,
  people: People,
  { promotedAt }: Failover,
  verdict: Verdict,
): Promise<void> {
  await sleep(unattended)
  const finance = at.cast.any('finance')
  checkPaused(verdict, (await payLane(at)).pausedReason)
  const refusal = await refusalOfReopening(finance)
  verdict.check(
    'nobody can open the lane before the database was looked after',
    1,
    refusal === 'laneClosed' ? [] : [`opening it gave ${refusal}`],
  )
  const noted = await at.query<{ ref: string }>(
    'select distinct i.ref from payment_attempts a join payment_intents i on i.id = a.intent_id',
  )
  const refs = new Set(noted.map(({ ref }) => ref))
  const journal = await at.journal()
  checkNotedBeforePaid(verdict, journal, refs)
  const movements = { before: journal.length, after: journal.length }
  checkNothingLeft(verdict, await sentSince(at, new Date(promotedAt)), movements)
  const decided = people.attempts.filter(
    ({ outcome, key, tInv }) => outcome === 'ok' && key !== null && tInv > promotedAt,
  )
  verdict.check('decisions were taken while money stood still', decided.length, [])
  verdict.step(`people have worked on for ${unattended / 1000} s while money stood still`)
}

const seconds = (milliseconds: number): number => Math.round(milliseconds / 100) / 10
