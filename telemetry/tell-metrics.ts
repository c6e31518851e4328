import { Counter, Histogram, type Registry } from 'prom-client'
import type { Told } from '../domain/claim/told.ts'

export type Send = (told: Told) => Promise<void>

/** Counts what is told to workflows, and how long Temporal takes to have it. */
export function meterTells(registry: Registry, send: Send): Send {
  const registers = [registry]
  const tells = new Counter({
    name: 'lipei_tells_total',
    help: 'News sent to the workflows of claims; one that failed is told again by the sweep.',
    labelNames: ['outcome'],
    registers,
  })
  const durations = new Histogram({
    name: 'lipei_tell_duration_seconds',
    help: 'Until Temporal has the news.',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  })
  return async (told) => {
    const stop = durations.startTimer()
    try {
      await send(told)
      tells.inc({ outcome: 'told' })
    } catch (error) {
      tells.inc({ outcome: 'failed' })
      throw error
    } finally {
      stop()
    }
  }
}
