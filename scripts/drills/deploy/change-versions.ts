/** The next version comes over living claims; a wrong one is forced in place of it, and taken back. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Cast } from '../../demo/cast.ts'
import {
  claimBefore,
  type DecidedStage,
  decisions,
  policyholder,
  reportedBefore,
} from '../../demo/small-claim.ts'
import type { Story } from '../../demo/story.ts'
import { claimWorkflowId } from '../../../workflows/messages.ts'
import { type AtHand, together, until } from '../at-hand.ts'
import { People } from '../people.ts'
import { checkWorkflowsFollow } from '../restore/checks.ts'
import type { Verdict } from '../verdict.ts'
import { readClaims, withTemporal } from './histories.ts'
import { checkForced, checkGate, checkNewWay, type Replayed } from './judgement.ts'
import { patchId } from './versions.ts'
import { Workers } from './workers.ts'

const stages = ['report', 'documents', 'acceptance', 'survey', 'adjustment', 'approval', 'payment'] as const
const atOnce = 2
const patience = 180_000

interface Change {
  readonly at: AtHand
  /** The checkouts of the next version and of the one that must not come. */
  readonly next: string
  readonly bad: string
  readonly verdict: Verdict
}

export interface Changed {
  /** Who has worked meanwhile. Their claims wait where they are. */
  readonly people: People
  /** The workflow that was ended by us. */
  readonly terminated: string
}

/** No worker runs when it is over. */
export async function changeVersions(change: Change): Promise<Changed> {
  const { at, next, bad, verdict } = change
  const people = await People.signIn(at.product.urls)
  const over = new AbortController()
  const working = people.work(atOnce, over.signal)
  const workers = new Workers(at.product)
  try {
    const [first, second] = [await claimsIn(at.cast), await claimsIn(at.cast)]
    verdict.step('claims wait in every stage, people are at work')
    const replayed = { next: await replayIn(next, at), bad: await replayIn(bad, at) }
    checkGate(verdict, replayed)
    verdict.step('the next version may come; the incompatible one was refused')

    // One after the other: the old version cannot go on with a claim that has taken the new way.
    const stopped = performance.now()
    await at.product.child('worker').stop()
    await workers.start('worker-next', next)
    verdict.figure('no worker between the versions (ms)', Math.round(performance.now() - stopped))
    verdict.step('the old version was stopped in good order, the next one runs')
    verdict.check(
      'claims in every stage go on under the next version',
      first.length,
      await goOn(first, stages),
    )
    const fresh = await claimBefore(at.cast, 'documents')
    const claims = await withTemporal(at, readClaims)
    checkNewWay(verdict, claims, claimWorkflowId(fresh.claimId), patchId)
    const changed = claims.filter(({ patches }) => patches.has(patchId)).length
    verdict.figure('claims that have taken the new way / all', `${changed}/${claims.length}`)
    over.abort()
    await working
    // What was reported at the last moment has begun, too: only one claim is to begin under the wrong version.
    await at.allTold()
    await checkWorkflowsFollow(verdict, at)

    await workers.stop('worker-next')
    await workers.start('worker-bad', bad)
    verdict.step('the version that was refused is forced')
    return { people, terminated: await forceAndGoBack(change, second, workers) }
  } catch (error) {
    people.giveUp()
    throw error
  } finally {
    over.abort()
    await working
    await workers.force()
  }
}

/** What lived before stands still and heals; what began under the wrong version fits no other, and begins anew. */
async function forceAndGoBack(
  { at, next, verdict }: Change,
  waiting: readonly Story[],
  workers: Workers,
): Promise<string> {
  const begun = await reportedBefore(await policyholder(at.cast, 'report'), 'report')
  const deciding = goOn(waiting, stages)
  await until('a workflow to be reported stuck', async () => (await stuck(at)).length > 0, patience)
  const metric = await stuckByMetric(at)
  const during = await withTemporal(at, readClaims)
  const ids = waiting.map(({ claimId }) => claimWorkflowId(claimId))
  checkForced(verdict, { claims: during, ids, metric })

  await workers.stop('worker-bad')
  await workers.start('worker-next', next)
  verdict.step('the next version is back in place of it')
  verdict.check('claims that were decided meanwhile went on', waiting.length, await deciding)
  const own = claimWorkflowId(begun.claimId)
  await until(
    'only what began under the wrong version to be stuck',
    async () => (await stuck(at)).every((id) => id === own),
    patience,
  )
  await withTemporal(at, (client) => client.workflow.getHandle(own).terminate('Begun under a wrong version.'))
  verdict.check('a claim that began under the wrong version begins anew', 1, await goOn([begun], ['report']))
  await until('no workflow to be stuck', async () => (await stuckByMetric(at)) === 0, patience)
  verdict.check('no workflow is stuck any more', waiting.length, await stuck(at))
  await workers.stop('worker-next')
  return own
}

const claimsIn = (cast: Cast): Promise<Story[]> => together(stages, (stage) => claimBefore(cast, stage))

/** Every story decides what it waits for, and goes on by itself; answers those that could not. */
async function goOn(stories: readonly Story[], from: readonly DecidedStage[]): Promise<readonly string[]> {
  const waiting = stories.map((story, index) => ({ story, stage: from[index] as DecidedStage }))
  const left = await together(waiting, async ({ story, stage }) => {
    try {
      await decisions[stage](story)
      await story.until('the next stage', (claim) => claim.stage !== stage, patience)
      return []
    } catch (error) {
      return [`${story.title}: ${error instanceof Error ? error.message : String(error)}`]
    }
  })
  return left.flat()
}

/** `npm run replay` of that version, on the claims that live here. */
async function replayIn(codeFolder: string, { product }: AtHand): Promise<Replayed> {
  const child = spawn(process.execPath, [join(codeFolder, 'scripts', 'replay.ts')], {
    env: product.environment,
    cwd: codeFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (chunk) => (said += String(chunk)))
  const [code] = (await once(child, 'close')) as [number | null]
  const last = said.trim().split('\n').at(-1)
  if (!last?.startsWith('{')) throw new Error(`The replay ended with ${code} and without its counts.`)
  return { code, ...(JSON.parse(last) as Omit<Replayed, 'code'>) }
}

/** Ids of the workflows that cannot go on, as the job runner names them. */
async function stuck({ product }: AtHand): Promise<readonly string[]> {
  const response = await fetch(`${product.urls.metrics.jobs}/standstill`)
  const { standstill } = (await response.json()) as {
    readonly standstill: readonly { readonly workflowId: string }[]
  }
  return standstill.map(({ workflowId }) => workflowId)
}

async function stuckByMetric({ product }: AtHand): Promise<number> {
  const text = await (await fetch(`${product.urls.metrics.jobs}/metrics`)).text()
  const counts = [...text.matchAll(/^lipei_workflows_stuck\{[^}]*\} (\d+)/gm)]
  return counts.reduce((sum, [, count]) => sum + Number(count), 0)
}
