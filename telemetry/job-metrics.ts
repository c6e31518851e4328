import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** What became of a try at a job; `buried` is a job that failed for good and that its row now shows. */
type JobOutcome = 'done' | 'failed' | 'buried'

export interface JobMetrics {
  /** Times a job and counts what became of it; an error is counted and goes on its way. */
  measure(queue: string, work: () => Promise<void>): Promise<void>
  countBuried(queue: string): void
}

export function createJobMetrics(registry: Registry): JobMetrics {
  const registers = [registry]
  const jobs = new Counter<'queue' | 'outcome'>({
    name: 'lipei_jobs_total',
    help: 'Tries at jobs by what became of them; buried ones have failed for good.',
    labelNames: ['queue', 'outcome'],
    registers,
  })
  const durations = new Histogram({
    name: 'lipei_job_duration_seconds',
    help: 'How long a try at a job takes.',
    labelNames: ['queue'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120],
    registers,
  })
  const count = (queue: string, outcome: JobOutcome) => jobs.inc({ queue, outcome })
  return {
    async measure(queue, work) {
      const stop = durations.startTimer({ queue })
      try {
        await work()
        count(queue, 'done')
      } catch (error) {
        count(queue, 'failed')
        throw error
      } finally {
        stop()
      }
    },
    countBuried: (queue) => count(queue, 'buried'),
  }
}

export interface ComparisonMetrics {
  /** A comparison has ended, having started so many workflows that were missing. */
  compared(started: { readonly claimsTold: number; readonly paymentsStarted: number }): void
}

export function createComparisonMetrics(registry: Registry): ComparisonMetrics {
  const registers = [registry]
  const started = new Counter({
    name: 'lipei_comparison_started_total',
    help: 'Workflows that were missing in Temporal and were started from their rows.',
    labelNames: ['kind'],
    registers,
  })
  const last = new Gauge({
    name: 'lipei_comparison_timestamp_seconds',
    help: 'When rows and running workflows were last compared to the end.',
    registers,
  })
  for (const kind of ['claim', 'payment']) started.inc({ kind }, 0)
  return {
    compared({ claimsTold, paymentsStarted }) {
      started.inc({ kind: 'claim' }, claimsTold)
      started.inc({ kind: 'payment' }, paymentsStarted)
      last.setToCurrentTime()
    },
  }
}
