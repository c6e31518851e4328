import { setTimeout as sleep } from 'node:timers/promises'
import type { WorkerOptions } from '@temporalio/worker'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readWorklist } from '../../db/reads/worklist.ts'
import type { Identity } from '../../db/identity/identity.ts'
import { keepStandstillTasks } from '../../jobs/standstill-tasks.ts'
import { createDataConverter } from '../../temporal-codec.ts'
import { ClaimJourney } from '../support/claim-journey.ts'
import { RunningClaims } from '../support/running-claims.ts'

/** Of whoever was started without the key that the payloads are encrypted with: each task fails. */
const withoutKey = createDataConverter({ current: 'other', keys: new Map([['other', Buffer.alloc(32, 9)]]) })

const worker: { -readonly [Option in keyof WorkerOptions]?: WorkerOptions[Option] } = {}
let running: RunningClaims
let journey: ClaimJourney

beforeAll(async () => {
  running = await RunningClaims.start({ worker })
  journey = await ClaimJourney.create(running)
})
afterAll(() => running.close())

/** One look, as the job runner takes it again and again; the claims that stand still. */
async function look(): Promise<readonly string[]> {
  const found = []
  for await (const standstill of running.temporal.standstills()) found.push(standstill)
  await keepStandstillTasks(
    {
      database: running.world.database,
      execute: running.world.execute,
      tell: (told) => running.telling.tell(told),
      onFailure: (error) => {
        throw error
      },
    },
    found,
  )
  return found.map(({ workflowId }) => workflowId)
}

async function lookUntil(fits: (standing: readonly string[]) => boolean): Promise<void> {
  for (const until = Date.now() + 90_000; ; await sleep(500)) {
    const standing = await look()
    if (fits(standing)) return
    if (Date.now() > until) throw new Error(`Still ${standing.join(', ')}`)
  }
}

const tasksOf = async (claimId: string) =>
  (await running.state(claimId)).tasks.filter(({ kind }) => kind === 'standstill')

it(
  'a claim whose workflow stands still is a supervisor’s task, once, until it goes on',
  { timeout: 200_000 },
  async () => {
    const claimId = await journey.report()
    await running.known(claimId)
    await running.stopWorker()
    worker.dataConverter = withoutKey
    await running.startWorker()
    // Something that the workflow has to be told, which it cannot read.
    await journey.toDocuments(claimId)
    await lookUntil((standing) => standing.includes(`claim/${claimId}`))
    await look()
    expect(await tasksOf(claimId)).toMatchObject([{ role: 'approver', assigneeId: null }])
    const supervisor = {
      kind: 'person',
      personId: journey.approver.personId,
      roles: [{ role: 'approver', branchId: running.world.branchId }],
    } as unknown as Identity
    const page = { view: 'unassigned', kind: undefined, cursor: null, limit: 50 } as const
    const { tasks } = await readWorklist(running.world.database, running.world.cipher, supervisor, page)
    expect(tasks).toContainEqual(expect.objectContaining({ kind: 'standstill', claimId }))

    await running.stopWorker()
    delete worker.dataConverter
    await running.startWorker()
    await lookUntil((standing) => !standing.includes(`claim/${claimId}`))
    expect(await tasksOf(claimId)).toEqual([])
    await running.until(claimId, ({ checklistSentAt }) => checklistSentAt !== null)
  },
)
