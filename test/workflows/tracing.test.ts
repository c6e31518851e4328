import type { History } from '@temporalio/common/lib/proto-utils.js'
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js'
import { type ReplayResult, Worker, type WorkerOptions } from '@temporalio/worker'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createDataConverter } from '../../temporal-codec.ts'
import { startTracing, type Tracing } from '../../telemetry/traces/start-tracing.ts'
import { tracingClient, tracingWorker } from '../../telemetry/traces/temporal-tracing.ts'
import { claimWorkflowId } from '../../workflows/messages.ts'
import { ClaimJourney } from '../support/claim-journey.ts'
import { TraceCollector } from '../support/product/trace-collector.ts'
import { publicTestKeys } from '../support/public-test-keys.ts'
import { storedHistories, storedHistory } from '../support/replay.ts'
import { RunningClaims } from '../support/running-claims.ts'
import { tracedBundle } from '../support/traced-bundle.ts'

let collector: TraceCollector
let tracing: Tracing | undefined
let traced: Partial<WorkerOptions>

beforeAll(async () => {
  collector = await TraceCollector.start()
  tracing = await startTracing({ endpoint: collector.url, sampledShare: 1 }, 'test', '0')
  traced = { workflowBundle: await tracedBundle(tracing), ...(await tracingWorker(tracing)) }
}, 60_000)

afterAll(async () => {
  await tracing?.stop()
  collector.stop()
})

/** A claim from its report to where it waits for its adjuster, and what Temporal has of it. */
async function historyOf(running: RunningClaims): Promise<History> {
  const journey = await ClaimJourney.create(running)
  const claimId = await journey.report()
  await journey.toAdjustment(claimId)
  await running.known(claimId)
  return running.temporal.client.workflow.getHandle(claimWorkflowId(claimId)).fetchHistory()
}

async function replayed(
  histories: readonly (readonly [string, History])[],
  worker: Partial<WorkerOptions>,
): Promise<readonly ReplayResult[]> {
  const results: ReplayResult[] = []
  const given = histories.map(([workflowId, history]) => ({ workflowId, history }))
  const options = { dataConverter: createDataConverter(publicTestKeys), ...worker }
  for await (const result of Worker.runReplayHistories(options, given)) results.push(result)
  return results
}

const failures = (results: readonly ReplayResult[]) =>
  results.flatMap(({ workflowId, error }) => (error === undefined ? [] : [`${workflowId}: ${error.message}`]))

const plain = () => ({ workflowBundle: { codePath: inject('workflowBundle') } })

const headersIn = (history: History) => (JSON.stringify(history).match(/_tracer-data/g) ?? []).length

/** One history of each shape and version: what traces looks at commands as such, and knows nothing of their paths. */
const shapes =
  /-(claim-(full|fast-track|disputed|reopened|continued-run-\d)|payment-(full-1|continued-run-\d))\.json$/

describe('a worker that begins to trace, or ceases', { timeout: 180_000 }, () => {
  it('goes on with what ran before', async () => {
    const stored = storedHistories
      .filter((name) => shapes.test(name))
      .map((name) => [name, historyFromJSON(JSON.parse(storedHistory(name)))] as const)
    expect(stored.length).toBeGreaterThan(15)
    const results = await replayed(stored, traced)
    expect(failures(results)).toEqual([])
    expect(results).toHaveLength(stored.length)
  })

  it('goes on without tracing with what was traced, and the other way round', async () => {
    const running = await RunningClaims.start({ interceptors: await tracingClient(tracing), worker: traced })
    try {
      const history = await historyOf(running)
      expect(headersIn(history)).toBeGreaterThan(3)
      expect(failures(await replayed([['traced', history]], plain()))).toEqual([])
      expect(failures(await replayed([['traced', history]], traced))).toEqual([])
    } finally {
      await running.close()
    }
  })
})

describe('without tracing', { timeout: 60_000 }, () => {
  it('nothing of a trace is kept by Temporal', async () => {
    expect(await startTracing({ endpoint: undefined, sampledShare: 1 }, 'test', '0')).toBeUndefined()
    expect(await tracingClient(undefined)).toEqual({})
    expect(await tracingWorker(undefined)).toEqual({})
    const running = await RunningClaims.start()
    try {
      expect(headersIn(await historyOf(running))).toBe(0)
    } finally {
      await running.close()
    }
  })
})
