import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { and, eq, inArray } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Activities } from '../../activities/create-activities.ts'
import { claimEvents } from '../../db/schema/index.ts'
import { readTold } from '../../db/told.ts'
import type { CommandType } from '../../domain/claim/commands.ts'
import {
  claimWorkflowId,
  claimWorkflowType,
  type ClaimInput,
  type IssuedAnswer,
  type IssuedCommand,
  type News,
  newsOf,
  presentWay,
  toldSignal,
  ways,
} from '../../workflows/messages.ts'
import { ClaimJourney } from '../support/claim-journey.ts'
import { replay } from '../support/replay.ts'
import { RunningClaims } from '../support/running-claims.ts'
import { shortLadder, shortTerms } from '../support/short-terms.ts'

type Issue = () => Promise<IssuedAnswer>

const never = Date.now() + 1_000_000_000

let running: RunningClaims
let journey: ClaimJourney
/** How a command of the workflow is issued. */
let issued: (type: CommandType, command: IssuedCommand, issue: Issue) => Promise<IssuedAnswer>

const between = (activities: Activities): Activities => ({
  ...activities,
  issueCommand: (command) => issued(command.type, command, () => activities.issueCommand(command)),
})

const pause = (milliseconds: number) => new Promise<void>((resume) => setTimeout(resume, milliseconds))

beforeEach(async () => {
  running = await RunningClaims.start({ between })
  journey = await ClaimJourney.create(running)
  // The contact is replaced and the clock breached at one instant, and soon afterwards the clock has its next step.
  await shortTerms(running.world, { firstContact: 100 })
  await shortLadder(running.world, 'firstContact', [['remind', 300]])
})

afterEach(() => running.close())

/** Runs of a way before are started by the versions that had it. */
async function startedIn(way: number, claimId: string, known?: News): Promise<void> {
  const first = known ?? newsOf(await readTold(running.world.database, claimId))
  await running.temporal.client.workflow.start(claimWorkflowType, {
    workflowId: claimWorkflowId(claimId),
    taskQueue: running.taskQueue,
    // A task that lasts longer is continued by another one, in which news and timers may come.
    workflowTaskTimeout: '3 seconds',
    args: [{ claimId, known: first, way } satisfies ClaimInput],
  })
}

/** News of a claim whose contact has to call by that time, and whose clock has its next step at that one. */
async function newsWith(
  claimId: string,
  version: number,
  callBy: number | null,
  nextAt: number,
): Promise<News> {
  const now = newsOf(await readTold(running.world.database, claimId))
  const [clock] = now.clocks
  return { ...now, version, callBy, clocks: clock === undefined ? [] : [{ ...clock, nextAt }] }
}

async function climbed(claimId: string): Promise<number> {
  const steps = await running.world.database
    .select({ type: claimEvents.type })
    .from(claimEvents)
    .where(
      and(eq(claimEvents.claimId, claimId), inArray(claimEvents.type, ['clockBreached', 'clockEscalated'])),
    )
  return steps.length
}

async function replayed(claimId: string): Promise<Error | null | undefined> {
  const handle = running.temporal.client.workflow.getHandle(claimWorkflowId(claimId))
  const faults = await replay(
    { codePath: inject('workflowBundle') },
    { claim: historyToJSON(await handle.fetchHistory()) },
  )
  return faults.get('claim')
}

describe('what a claim has to do at once', () => {
  // A replay is given all answers of a task together: what was begun between two of them is then not begun.
  it.each(Object.entries(ways))(
    'is done in turn, so that its history replays however late an answer comes: %s',
    async (_name, way) => {
      let asked = 0
      const secondAsked = Promise.withResolvers<void>()
      issued = async (type, { claimId }) => {
        const answer = async (...news: [number, number | null, number]) => ({
          told: await newsWith(claimId, ...news),
          refused: null,
        })
        if (type === 'replaceContact') {
          asked += 1
          // By the time that the workflow hears of the first contact the second has not called either.
          if (asked === 1) return answer(2, Date.now() - 60_000, 0)
          secondAsked.resolve()
          await pause(200)
          return answer(3, never, 0)
        }
        // The clock's answer comes when the second was asked, unless that waits for this one.
        await Promise.race([secondAsked.promise, pause(1000)])
        return answer(4, null, never)
      }
      const claimId = await running.silently(() => journey.report())
      await startedIn(way, claimId)
      // A question would end the task before all answers are there.
      await expect.poll(() => asked, { timeout: 15_000 }).toBe(2)
      await pause(800)
      expect((await running.temporal.ask(claimId))?.told?.version).toBe(4)
      expect(await replayed(claimId)).toBeNull()
    },
    40_000,
  )

  it('is not begun while an answer is awaited, whatever news and timers come meanwhile', async () => {
    const claimId = await running.silently(() => journey.report())
    const handle = running.temporal.client.workflow.getHandle(claimWorkflowId(claimId))
    const asked: CommandType[] = []
    issued = async (type) => {
      asked.push(type)
      if (type === 'replaceContact') return { told: await newsWith(claimId, 5, null, never), refused: null }
      // After 2.4 s the task is continued by one that brings news: of an instant that comes before this answer.
      const callBy = Date.now() + 3200
      await pause(500)
      await handle.signal(toldSignal, await newsWith(claimId, 3, callBy, never))
      await pause(3500)
      return { told: await newsWith(claimId, 4, callBy, never), refused: null }
    }
    await startedIn(ways.inTurn, claimId, await newsWith(claimId, 1, never, Date.now() - 1000))
    await expect.poll(() => asked, { timeout: 15_000 }).toEqual(['takeClockSteps', 'replaceContact'])
    await pause(500)
    expect(await replayed(claimId)).toBeNull()
  }, 40_000)

  it('waits for a worker that knows how, when a later version began it', async () => {
    const claimId = await running.silently(() => journey.report())
    await startedIn(presentWay + 1, claimId)
    const handle = running.temporal.client.workflow.getHandle(claimWorkflowId(claimId))
    await expect
      .poll(async () => historyToJSON(await handle.fetchHistory()), { timeout: 15_000 })
      .toContain('EVENT_TYPE_WORKFLOW_TASK_FAILED')
    expect((await handle.describe()).status.name).toBe('RUNNING')
    await handle.terminate()
  }, 40_000)

  it('goes on beside a command that fails again and again, and that is done once it can be', async () => {
    let fails = true
    let tries = 0
    issued = async (type, _command, issue) => {
      if (type !== 'replaceContact' || !fails) return issue()
      tries += 1
      throw new Error('A bug.')
    }
    const claimId = await journey.report()
    await expect.poll(() => climbed(claimId), { timeout: 15_000 }).toBe(2)
    await expect.poll(() => tries).toBeGreaterThan(2)
    expect((await running.state(claimId)).contactsTried).toHaveLength(1)
    fails = false
    await running.until(claimId, ({ contactsTried }) => contactsTried.length > 1, 30_000)
    await running.known(claimId)
    expect(await replayed(claimId)).toBeNull()
  }, 60_000)
})
