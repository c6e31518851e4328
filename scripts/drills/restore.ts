/**
 * `npm run drill:restore`: an office works, is backed up, works on, and is killed; its database is restored to before
 * the last of that work. Then everything that docs/operations.md asks for is done, and looked at.
 * `-- --minutes N` says how old the restored moment is when everything is killed; a quarter of a minute unless told.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { aboveZero } from './above-zero.ts'
import { AtHand } from './at-hand.ts'
import { operatorCommand } from './operator-command.ts'
import { carryOn } from './restore/aftermath.ts'
import {
  type Before,
  keptOf,
  type Lost,
  playClosed,
  playOn,
  playUntilTheMoment,
} from './restore/before-and-after.ts'
import { readAtRest, restoredVersions } from './restore/at-rest.ts'
import { checkAcknowledged, checkGaps, checkRestored } from './restore/judgement.ts'
import { type Disaster, figureLoss, type Moment, theMoment } from './restore/moment.ts'
import { People } from './people.ts'
import { type Drill, runDrill } from './run-drill.ts'

const atOnce = 3

interface Office {
  readonly before: Before
  readonly lost: Lost
  readonly moment: Moment
}

async function workUntilTheEnd(at: AtHand, backup: string, { verdict }: Drill): Promise<Office> {
  const { cast, product } = at
  const here = { LIPEI_DATA: product.dataFolder }
  const closed = await playClosed(cast)
  verdict.step('claims are paid, people are at work; the cluster is copied')
  await operatorCommand(here, 'backup.ts', '--to', backup)
  const before = await playUntilTheMoment(cast, closed)
  verdict.step('claims wait in every stage, payments are ready and unknown; the log is handed on')
  await operatorCommand(here, 'backup.ts', '--to', backup, '--increment')
  const moment = await theMoment(at)
  await sleep(1500)
  verdict.step('the moment to be restored; the office works on')
  return { before, lost: await playOn(cast, before), moment }
}

async function killEverything({ product }: AtHand): Promise<void> {
  for (const name of ['api', 'worker', 'jobs', 'postgres', 'temporal'] as const) product.child(name).kill()
  await product.force()
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
  await operatorCommand({ LIPEI_DATA: dataFolder }, 'restore.ts', '--from', backup, '--at', at, '--replace')
  verdict.figure('restore (s)', Math.round((performance.now() - began) / 1000))
  const restored = await readAtRest(dataFolder)
  const disaster: Disaster = { ...office.moment, last, restored, startedAt: new Date() }
  const { startedAt } = disaster
  checkRestored(verdict, disaster)
  checkAcknowledged(verdict, people.attempts, {
    at: disaster.at.getTime(),
    versions: restoredVersions(restored),
  })
  figureLoss(verdict, disaster)
  verdict.step('the database is back at the moment; the product starts')
  const second = await AtHand.start({ dataFolder })
  try {
    await carryOn({
      at: second,
      people,
      kept: keptOf(office.before),
      lost: office.lost.paid,
      restored,
      startedAt,
      judgeGaps: (gaps, outside) => checkGaps(verdict, gaps, disaster, outside),
      verdict,
    })
  } finally {
    await second.product.stop()
  }
  people.removeRecords()
}

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '0.25' } } })
const minutes = aboveZero('--minutes', values.minutes)
await runDrill('restore', (setting) => drill(minutes, setting))
