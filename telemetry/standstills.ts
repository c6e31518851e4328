import { Gauge, type Registry } from 'prom-client'
import type { Standstill } from '../temporal.ts'

export interface Standstills {
  /** Asks again; rejected when Temporal cannot be asked, and what was known then stays. */
  refresh(): Promise<void>
  list(): readonly Standstill[]
}

/** Workflows that cannot go on, by what Temporal says of itself: counted by kind, named when they are new. */
export function createStandstills(
  registry: Registry,
  ask: () => AsyncIterable<Standstill>,
  onNew: (standstill: Standstill) => void,
): Standstills {
  let known: ReadonlyMap<string, Standstill> = new Map()
  const gauge = new Gauge({
    name: 'lipei_workflows_stuck',
    help: 'Running workflows whose task fails or is lost again and again, as Temporal reports them.',
    labelNames: ['type'],
    registers: [registry],
  })
  return {
    async refresh() {
      const found = new Map<string, Standstill>()
      for await (const standstill of ask()) found.set(standstill.workflowId, standstill)
      gauge.reset()
      for (const { type } of found.values()) gauge.inc({ type })
      for (const [id, standstill] of found) if (!known.has(id)) onNew(standstill)
      known = found
    },
    list: () => [...known.values()],
  }
}
