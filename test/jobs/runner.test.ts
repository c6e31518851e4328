import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { PgBoss } from 'pg-boss'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentQueue, noticeQueue, statementQueue } from '../../db/queues.ts'
import { documents } from '../../db/schema/index.ts'
import { readDocument } from '../../db/documents/follow-document.ts'
import { readFindings } from '../../db/statements/read-findings.ts'
import { createFileStore, type FileStore } from '../../files/store.ts'
import { type JobRunner, startRunner } from '../../jobs/runner.ts'
import type { MessageGateway } from '../../messaging/gateway.ts'
import { createJobMetrics } from '../../telemetry/job-metrics.ts'
import { eventually } from '../activities/bank/run-simulator.ts'
import { RunningGateway } from '../messaging/run-gateway.ts'
import { publicTestKeys } from '../support/public-test-keys.ts'
import { NoticeWorld, type Reported } from './notice-world.ts'

let notices: NoticeWorld
let carrier: RunningGateway
let runner: JobRunner
let boss: PgBoss
let files: FileStore
let folder: string
/** Stands before the carrier. */
let behind: MessageGateway['send']
const failures: string[] = []

async function startJobs(): Promise<JobRunner> {
  const { database, cipher, execute, test } = notices.world
  return startRunner({
    databaseUrl: test.url,
    notices: { database, cipher, gateway: { send: (message) => behind(message) } },
    documents: { database, cipher, files },
    statements: {
      database,
      execute,
      tell: () => undefined,
      fetchStatement: async () => ({ status: 'unknown', reason: 'timedOut' }),
    },
    metrics: createJobMetrics(new Registry()),
    onFailure: (error, queue) =>
      failures.push(`${queue}: ${error instanceof Error ? error.message : String(error)}`),
  })
}

beforeAll(async () => {
  ;[notices, carrier, folder] = await Promise.all([
    NoticeWorld.create(),
    new RunningGateway().start(),
    mkdtemp(join(tmpdir(), 'lipei-files-')),
  ])
  behind = (message) => carrier.gateway().send(message)
  files = createFileStore(folder, publicTestKeys)
  boss = new PgBoss({
    connectionString: notices.world.test.url,
    migrate: false,
    supervise: false,
    schedule: false,
  })
  boss.on('error', () => undefined)
  await boss.start()
  runner = await startJobs()
})

afterAll(async () => {
  await runner.stop()
  await boss.stop({ graceful: false })
  await notices.close()
  await carrier.stop()
  await rm(folder, { recursive: true, force: true })
})

const statusOf = (id: string, status: string) =>
  eventually(
    async () => notices.notice(id),
    (notice) => notice.status === status,
  )

async function stored({ claimId }: Reported): Promise<string> {
  const id = randomUUID()
  await notices.world.database.insert(documents).values({
    id,
    claimId,
    itemCode: 'photographs',
    contentHash: 'a'.repeat(64),
    mediaType: 'image/jpeg',
    size: 10,
    nameEncrypted: 'x',
    channel: 'upload',
    receivedAt: Date.now(),
    state: 'stored',
  })
  return id
}

describe('the job runner', () => {
  it('takes a notice up with the commit that queued it, under the rights of the application alone', async () => {
    const began = performance.now()
    const { noticeId, phone } = await notices.report()
    await statusOf(noticeId, 'sent')
    expect(performance.now() - began).toBeLessThan(1500)
    expect(await carrier.messages(phone)).toHaveLength(1)
    expect(failures).toEqual([])
  })

  it('tries a job again that broke', async () => {
    const broken = behind
    behind = async () => {
      behind = broken
      throw new Error('once')
    }
    const { noticeId, phone } = await notices.report()
    await statusOf(noticeId, 'sent')
    expect(await carrier.messages(phone)).toHaveLength(1)
    // The notice is sent before its job is written off.
    const jobs = () => boss.findJobs(noticeQueue, { data: { noticeId } })
    await expect.poll(jobs, { timeout: 5000 }).toMatchObject([{ state: 'completed', retryCount: 1 }])
  })

  it('marks the row of a job that was given up, and keeps no word of what the error said', async () => {
    const healthy = behind
    behind = async () => {
      throw new TypeError('张三 13800000000')
    }
    const reported = await notices.report()
    const dying = await notices.toStaff(notices.handler.personId, 'delay', {
      caseNumber: 'LP1',
      task: 'survey',
      dueAt: Date.now(),
    })
    await boss.send(noticeQueue, { noticeId: dying }, { retryLimit: 0 })
    expect(await statusOf(dying, 'failed')).toMatchObject({ failure: 'jobFailed' })
    const kept = [
      ...(await boss.findJobs(noticeQueue, { data: { noticeId: dying } })),
      ...(await boss.findJobs(`${noticeQueue}-dead`, { data: { noticeId: dying } })),
    ]
    expect(kept).toMatchObject([{ state: 'failed', output: { message: 'TypeError' } }, {}])
    expect(JSON.stringify(kept)).not.toContain('张三')
    behind = healthy
    await statusOf(reported.noticeId, 'sent')

    // The queue itself gave this one up; what a job of it would find plays no part.
    const documentId = await stored(reported)
    await boss.send(`${documentQueue}-dead`, { documentId })
    await eventually(
      () => readDocument(notices.world.database, documentId),
      (document) => document?.state === 'failed',
    )

    await boss.send(statementQueue, { day: '2026-11-20' }, { retryLimit: 0 })
    const missing = await eventually(
      () => readFindings(notices.world.database, '2026-11-20'),
      ({ statement }) => statement !== null,
    )
    expect(missing.statement).toBe('statementMissing')
  })

  it('loses no job when it is stopped in the middle, and delivers none twice', async () => {
    const carrying = behind
    behind = async (message) => {
      await new Promise((resume) => setTimeout(resume, 300))
      return carrying(message)
    }
    const reported = await Promise.all(Array.from({ length: 12 }, () => notices.report()))
    await eventually(
      async () => Promise.all(reported.map(({ noticeId }) => notices.notice(noticeId))),
      (rows) => rows.some(({ tries }) => tries > 0),
    )
    await runner.stop()
    behind = carrying
    runner = await startJobs()
    for (const { noticeId, phone } of reported) {
      await statusOf(noticeId, 'sent')
      expect(await carrier.messages(phone)).toHaveLength(1)
    }
  })

  it('takes up again what a killed runner had in hand', { timeout: 45_000 }, async () => {
    await runner.stop()
    const { noticeId, phone } = await notices.report()
    // Somebody takes the jobs and is never heard of again; their time is set short so that the test is.
    const taken = await boss.fetch(noticeQueue, { batchSize: 10 })
    expect(taken.map(({ data }) => data)).toContainEqual({ noticeId })
    await notices.world.database.execute(
      sql`update pgboss.job set expire_seconds = 1 where state = 'active' and name = ${noticeQueue}`,
    )
    runner = await startJobs()
    await eventually(
      async () => notices.notice(noticeId),
      (notice) => notice.status === 'sent',
      Date.now() + 35_000,
    )
    expect(await carrier.messages(phone)).toHaveLength(1)
    expect(failures.filter((failure) => failure.startsWith('queue'))).toEqual([])
  })

  it('works a backlog off without pauses between its jobs', { timeout: 60_000 }, async () => {
    const reported = await notices.report()
    const ids: string[] = []
    while (ids.length < 60) ids.push(await stored(reported))
    const began = performance.now()
    await boss.insert(
      documentQueue,
      ids.map((documentId) => ({ data: { documentId } })),
    )
    for (const id of ids) {
      await eventually(
        () => readDocument(notices.world.database, id),
        (document) => document?.state === 'failed',
        Date.now() + 40_000,
      )
    }
    // At one job every two seconds it would take two minutes.
    expect(performance.now() - began).toBeLessThan(40_000)
  })

  it('has the daily statement in its calendar, an hour after midnight in Shanghai', async () => {
    expect(await boss.getSchedules(statementQueue)).toMatchObject([
      { cron: '0 1 * * *', timezone: 'Asia/Shanghai' },
    ])
  })
})
