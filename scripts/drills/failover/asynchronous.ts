/** A standby that was cut off for a while takes over: what was acknowledged since is lost, listed, and not paid twice. */
import { forgive } from '../../demo/bank.ts'
import { operatorCommand } from '../operator-command.ts'
import type { People } from '../people.ts'
import { carryOn } from '../restore/aftermath.ts'
import { readAtRest, readDatabase, restoredVersions } from '../restore/at-rest.ts'
import { keptOf, playClosed, playOn, playUntilTheMoment } from '../restore/before-and-after.ts'
import { checkAcknowledged, checkGaps, checkRestored } from '../restore/judgement.ts'
import { type Disaster, figureLoss, theMoment } from '../restore/moment.ts'
import type { Verdict } from '../verdict.ts'
import { caughtUp, promote } from './servers.ts'
import type { Standing } from './standing.ts'

/** @param stopWork ends the work of the people at once: what they get no answer to any more, they give up. */
export async function failOverAsynchronously(
  standing: Standing,
  people: People,
  stopWork: () => Promise<void>,
  verdict: Verdict,
): Promise<void> {
  const { at, primary } = standing
  const closed = await playClosed(at.cast)
  await standing.follow()
  verdict.step('people are at work, and a second server follows')
  const before = await playUntilTheMoment(at.cast, closed)
  const moment = await theMoment(at, async () => {
    await caughtUp(primary)
    standing.line.become({ kind: 'blackHole' })
  })
  verdict.step('the second server hears nothing any more; the office works on, and money leaves')
  const lost = await playOn(at.cast, before)
  verdict.figure('cut off (s)', Math.round((Date.now() - moment.at.getTime()) / 1000))
  await standing.killPrimary()
  verdict.step('the first server is killed under load')
  await stopWork()
  await forgive(at.product.urls.bank)
  const last = await readAtRest(primary.folder.path)
  const { standby } = standing
  await promote(standby)
  // Past the address: no program may reach the server before it has been looked after.
  await operatorCommand(
    { ...at.product.environment, DATABASE_URL: standby.postgres.appUrl },
    'after-restore.ts',
  )
  const restored = await readDatabase(standby.postgres.ownerUrl)
  const disaster: Disaster = { ...moment, last, restored, startedAt: new Date() }
  checkRestored(verdict, disaster)
  checkAcknowledged(verdict, people.attempts, {
    at: moment.at.getTime(),
    versions: restoredVersions(restored),
  })
  figureLoss(verdict, disaster)
  standing.leadToStandby()
  const after = await at.signInAgain()
  verdict.step('the promoted server was looked after, and the programs go on by themselves')
  await carryOn({
    at: after,
    people,
    kept: keptOf(before),
    lost: lost.paid,
    restored,
    startedAt: disaster.startedAt,
    judgeGaps: (gaps, outside) => checkGaps(verdict, gaps, disaster, outside),
    verdict,
  })
}
