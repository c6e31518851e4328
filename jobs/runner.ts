import { PgBoss } from 'pg-boss'
import type { JobMetrics } from '../telemetry/job-metrics.ts'
import { documentQueue, noticeQueue, statementQueue } from '../db/queues.ts'
import {
  buryDocument,
  drawCopies,
  type DocumentDependencies,
  type DocumentJob,
  type EarlierTries,
} from './documents.ts'
import { buryNotice, sendNotice, type NoticeDependencies, type NoticeJob } from './notices.ts'
import { buryStatement, reconcile, type StatementDependencies, type StatementJob } from './statements.ts'

export interface RunnerDependencies {
  readonly databaseUrl: string
  readonly notices: Omit<NoticeDependencies, 'later'>
  readonly documents: DocumentDependencies
  readonly statements: StatementDependencies
  readonly metrics: JobMetrics
  /** Told of what the queue itself cannot do, and of each job that failed; never with the job's content. */
  readonly onFailure: (error: unknown, queue: string) => void
}

export interface JobRunner {
  /** Lets running jobs end; what does not end in time goes back into its queue. */
  stop(): Promise<void>
}

/** The statement of a day is complete after its midnight; the bank is given an hour. */
const dailyStatement = '0 1 * * *'
const stopWithin = 10_000

/**
 * A notification wakes a queue within milliseconds, but only for new jobs: one that is to be tried again is found by
 * asking. Where jobs wait behind others the pause between two of them is left out, or a backlog would shrink by one
 * job every two seconds; how many wait is counted every few seconds.
 */
const polling = {
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 2,
  burstWhenReadyExceeds: 1,
} as const

/** What the queue keeps of a failure must hold no personal data, and errors of the database carry their parameters. */
class JobFailed extends Error {
  override readonly name = 'JobFailed'

  constructor(error: unknown) {
    super(error instanceof Error ? error.name : 'unknown')
  }
}

/** What the queue notes of a job whose runner has fallen silent (pg-boss, `failJobsByHeartbeat`). */
function diedWith(output: unknown): boolean {
  return JSON.stringify(output ?? null).includes('job heartbeat timeout')
}

/** Takes jobs out of their queues. A job whose last try failed is buried: its row says so, where people look. */
export async function startRunner(dependencies: RunnerDependencies): Promise<JobRunner> {
  const { databaseUrl, documents, statements, metrics, onFailure } = dependencies
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'lipei jobs',
    migrate: false,
    createSchema: false,
    // The owner keeps the tables; this role may not rebuild their indexes.
    reindex: false,
    monitorVacuum: false,
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    queueCacheIntervalSeconds: 5,
    max: 6,
  })
  boss.on('error', (error) => onFailure(error, 'queue'))
  await boss.start()
  const notices: NoticeDependencies = {
    ...dependencies.notices,
    later: async (job, seconds) => {
      await boss.send(noticeQueue, job, { startAfter: seconds })
    },
  }

  /** One job at a time a worker, so that one that fails does not fail others. */
  async function work<Job>(
    queue: string,
    localConcurrency: number,
    perform: (job: Job, earlier: EarlierTries) => Promise<void>,
    bury: (job: Job) => Promise<void>,
  ): Promise<void> {
    const options = { ...polling, localConcurrency, batchSize: 1, includeMetadata: true } as const
    await boss.work<Job, void, typeof options>(queue, options, async ([job]) => {
      if (job === undefined) return
      const failure = await metrics
        .measure(queue, () => perform(job.data, { count: job.retryCount, runnerDied: diedWith(job.output) }))
        .then(
          () => null,
          (error: unknown) => ({ error }),
        )
      if (failure === null) return
      onFailure(failure.error, queue)
      throw new JobFailed(failure.error)
    })
    await boss.work<Job>(`${queue}-dead`, { ...polling, batchSize: 1 }, async ([job]) => {
      if (job === undefined) return
      await bury(job.data)
      metrics.countBuried(queue)
    })
  }

  await work<NoticeJob>(
    noticeQueue,
    8,
    (job) => sendNotice(notices, job),
    (job) => buryNotice(notices, job),
  )
  await work<DocumentJob>(
    documentQueue,
    1,
    (job, earlier) => drawCopies(documents, job, earlier),
    (job) => buryDocument(documents, job),
  )
  await work<StatementJob>(
    statementQueue,
    1,
    (job) => reconcile(statements, job),
    (job) => buryStatement(statements, job),
  )
  await boss.schedule(statementQueue, dailyStatement, {}, { tz: 'Asia/Shanghai' })
  return { stop: () => boss.stop({ graceful: true, timeout: stopWithin }) }
}
