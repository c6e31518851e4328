/**
 * `npm run drill:deploy [-- --stops N]`: the workflows are changed over living claims. First in a way that lets them
 * go on, then in one that does not, which is refused, forced all the same, and healed by going back. At the end the
 * whole product runs the new version, and every program is stopped so often in good order under load; 20 times unless
 * told.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { wholeAboveZero } from './above-zero.ts'
import { AtHand } from './at-hand.ts'
import { type Changed, changeVersions } from './deploy/change-versions.ts'
import { stopGracefully } from './deploy/graceful-stops.ts'
import { checkNoneFailed } from './deploy/judgement.ts'
import { readEnded, withTemporal } from './deploy/histories.ts'
import { noting } from './deploy/taken.ts'
import { copyOf } from './deploy/versions.ts'
import { People } from './people.ts'
import { checkWorkflowsFollow } from './restore/checks.ts'
import { type Drill, runDrill } from './run-drill.ts'

const patience = 120_000
const atOnce = 2

interface Second {
  readonly at: AtHand
  readonly changed: Changed
  /** Where the programs note the connections that they take. */
  readonly notes: string
}

async function stopUnderLoad(
  { at, changed, notes }: Second,
  stops: number,
  { verdict }: Drill,
): Promise<void> {
  const people = await People.signInAgain(at.product.urls, changed.people)
  const over = new AbortController()
  const working = people.work(atOnce, over.signal)
  try {
    await stopGracefully({ at, people, notes }, stops, verdict)
  } catch (error) {
    people.giveUp()
    throw error
  } finally {
    over.abort()
    await working
  }
  verdict.step('every program was stopped again and again')
  const left = await people.finish([...people.files.keys()], patience)
  verdict.check('claims of people went on to their ends', people.files.size, left)
  await at.allTold()
  await checkWorkflowsFollow(verdict, at)
  checkNoneFailed(verdict, await withTemporal(at, readEnded), changed.terminated)
}

async function drill(stops: number, setting: Drill): Promise<void> {
  const { verdict } = setting
  const dataFolder = setting.folder('data')
  const [next, bad] = [copyOf('compatible'), copyOf('incompatible')]
  try {
    const first = await AtHand.start({ dataFolder })
    let changed: Changed
    try {
      changed = await changeVersions({ at: first, next: next.path, bad: bad.path, verdict })
      await first.product.stop()
    } finally {
      await first.product.force()
    }
    verdict.step('everything was stopped in good order')
    const notes = join(setting.folder('taken'), 'connections')
    const at = await AtHand.start({ dataFolder, codeFolder: next.path, preload: noting(notes) })
    try {
      verdict.step('everything runs the next version')
      await stopUnderLoad({ at, changed, notes }, stops, setting)
    } finally {
      await at.product.force()
    }
    changed.people.removeRecords()
  } finally {
    next.remove()
    bad.remove()
  }
}

const { values } = parseArgs({ options: { stops: { type: 'string', default: '20' } } })
const stops = wholeAboveZero('--stops', values.stops)
await runDrill('deploy', (setting) => drill(stops, setting))
