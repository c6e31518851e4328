import type { Registry } from 'prom-client'
import type { Database } from '../db/client.ts'
import { readOperationState } from '../db/reads/operation.ts'
import { createOperationMetrics } from '../telemetry/operation-metrics.ts'
import { repeat, type Repetition } from './repeat.ts'

export interface ObservationDependencies {
  readonly database: Database
  readonly registry: Registry
  readonly intervalMs: number
  readonly onFailure: (error: unknown) => void
}

/** Reads again and again how claims, clocks, money and queues stand, for whoever asks for metrics. */
export function observe({ database, registry, intervalMs, onFailure }: ObservationDependencies): Repetition {
  const show = createOperationMetrics(registry)
  return repeat(intervalMs, async () => show(await readOperationState(database)), onFailure)
}
