import type { Registry } from 'prom-client'
import type { Database } from '../db/client.ts'
import { readOperationState } from '../db/reads/operation.ts'
import { createOperationMetrics } from '../telemetry/operation-metrics.ts'
import { createStandstills } from '../telemetry/standstills.ts'
import type { Standstill, Temporal } from '../temporal.ts'
import { repeat } from './repeat.ts'

export interface ObservationDependencies {
  readonly database: Database
  readonly temporal: Pick<Temporal, 'standstills'>
  readonly registry: Registry
  readonly intervalMs: number
  readonly onStandstill: (standstill: Standstill) => void
  readonly onFailure: (error: unknown) => void
}

export interface Observation {
  /** Workflows that could not go on when Temporal was last asked. */
  standstills(): readonly Standstill[]
  stop(): Promise<void>
}

/** Reads again and again how claims, clocks, money, queues and workflows stand, for whoever asks for metrics. */
export function observe(dependencies: ObservationDependencies): Observation {
  const { database, temporal, registry, intervalMs, onStandstill, onFailure } = dependencies
  const show = createOperationMetrics(registry)
  const standstills = createStandstills(registry, () => temporal.standstills(), onStandstill)
  // Apart, so that a Temporal that is away hides nothing of what the database says.
  const reading = repeat(intervalMs, async () => show(await readOperationState(database)), onFailure)
  const asking = repeat(intervalMs, () => standstills.refresh(), onFailure)
  return {
    standstills: () => standstills.list(),
    stop: async () => {
      await Promise.all([reading.stop(), asking.stop()])
    },
  }
}
