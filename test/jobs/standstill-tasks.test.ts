import { setTimeout as sleep } from 'node:timers/promises'
import type { WorkerOptions } from '@temporalio/worker'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AnyClaimCommand, type Executed, systemSender } from '../../db/commands.ts'
import { forgetFailingClaims, noteFailingClaims, readFailingClaims } from '../../db/failing-claims.ts'
import { readWorklist } from '../../db/reads/worklist.ts'
import type { Identity } from '../../db/identity/identity.ts'
import { keepStandstillTasks } from '../../jobs/standstill-tasks.ts'
import { createDataConverter } from '../../temporal-codec.ts'
import { createFailingClaims } from '../../telemetry/failing-claims.ts'
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

it('a claim whose commands fail by a bug is the same task, until it goes on', async () => {
  const claimId = await journey.report()
  await noteFailingClaims(running.world.database, [{ claimId, command: 'runPanel', since: Date.now() }])
  await look()
  await look()
  expect(await tasksOf(claimId)).toMatchObject([{ role: 'approver', assigneeId: null }])
  await forgetFailingClaims(running.world.database, [claimId])
  await look()
  expect(await tasksOf(claimId)).toEqual([])
})

it('a worker tells of such a claim from the third failure on, and another one takes it back', async () => {
  const { database } = running.world
  const claimId = await journey.report()
  const command: AnyClaimCommand = { type: 'runPanel', claimId, body: {}, sender: systemSender, key: 'k' }
  const failing = createFailingClaims(new Registry(), () => undefined)
  const broken = failing.watch(() => Promise.reject(new TypeError('bug')))
  const tries = async (times: number) => {
    for (let time = 0; time < times; time += 1) await broken(command).catch(() => undefined)
    await failing.share(database)
  }
  await tries(2)
  expect(await readFailingClaims(database)).not.toContain(claimId)
  await tries(1)
  expect(await readFailingClaims(database)).toContain(claimId)

  const repaired = createFailingClaims(new Registry(), () => undefined)
  await repaired.share(database)
  await repaired.watch(async () => ({ told: { claimId } }) as unknown as Executed)(command)
  expect(await readFailingClaims(database)).toContain(claimId)
  await repaired.share(database)
  expect(await readFailingClaims(database)).not.toContain(claimId)
})
