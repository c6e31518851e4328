/** Run by bench/long-claim.ts inside vitest, which brings the servers up. */
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { subscribe } from 'node:diagnostics_channel'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { ClaimJourney } from '../../test/support/claim-journey.ts'
import { liveLong, type LongLife } from '../../test/support/long-life.ts'
import { replay } from '../../test/support/replay.ts'
import { RunningClaims } from '../../test/support/running-claims.ts'
import { claimWorkflowId } from '../../workflows/messages.ts'

declare module 'vitest' {
  interface ProvidedContext {
    steps: number
  }
}

let running: RunningClaims

beforeAll(async () => {
  running = await RunningClaims.start()
})

afterAll(() => running.close())

it('a long claim loses nothing', { timeout: 3_600_000 }, async () => {
  const decisions = Math.ceil(inject('steps') / 2)
  const journey = await ClaimJourney.create(running)
  const lost = countLostTells()
  const began = performance.now()
  let [last, slowest] = [began, 0]
  const { claimId, runs, decided, followed, refused } = await liveLong(journey, decisions, (made) => {
    const now = performance.now()
    slowest = Math.max(slowest, now - last)
    last = now
    if (made % 500 === 0) process.stdout.write(`  ${made * 2} steps\n`)
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  expect({ decided, followed, refused }).toEqual({ decided: decisions, followed: decisions, refused: 0 })
  const replayed = await replayLongest(runs.toSorted((a, b) => b.events - a.events)[0], claimId)
  const events = runs.reduce((sum, run) => sum + run.events, 0)
  process.stdout.write(
    `${decided} decisions of people, each sent and told twice, and ${followed} steps of the workflow, one after each:\n` +
      `none lost, none done twice, the audit's chain whole, the workflow knows what the row says.\n` +
      `${events} events in ${runs.length} runs (${runs.map((run) => run.events).join(', ')}), ${seconds} s;\n` +
      `the slowest decision with what followed it ${(slowest / 1000).toFixed(1)} s, ${lost()} tells lost and made up for by the sweep.\n` +
      `${replayed}\n`,
  )
})

/** Tells that did not reach the server within their deadline. */
function countLostTells(): () => number {
  let [begun, sent] = [0, 0]
  subscribe('lipei:tell.begun', () => (begun += 1))
  subscribe('lipei:tell.sent', () => (sent += 1))
  return () => begun - sent
}

/** What a worker spends on a claim that it has to take over in the middle of a run. */
async function replayLongest(run: LongLife['runs'][number] | undefined, claimId: string): Promise<string> {
  const { workflow } = running.temporal.client
  const history = await workflow.getHandle(claimWorkflowId(claimId), run?.runId).fetchHistory()
  const before = process.cpuUsage()
  const faults = await replay({ codePath: inject('workflowBundle') }, { longest: historyToJSON(history) })
  const { user, system } = process.cpuUsage(before)
  expect(faults.get('longest')).toBeNull()
  return `Its longest run of ${run?.events} events replays in ${Math.round((user + system) / 1000)} ms of a processor.`
}
