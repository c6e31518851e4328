import { Gauge, type Registry } from 'prom-client'

interface Pool {
  readonly totalCount: number
  readonly idleCount: number
  readonly waitingCount: number
}

/** Shows by pool how many connections work, how many are free, and how many requests wait for one. */
export function showConnections(registry: Registry, pools: Readonly<Record<string, Pool>>): void {
  registry.registerMetric(
    new Gauge({
      name: 'lipei_database_connections',
      help: 'Connections to PostgreSQL that are in use or idle, and requests that wait for one.',
      labelNames: ['pool', 'state'],
      registers: [],
      collect() {
        for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
          this.set({ pool, state: 'inUse' }, totalCount - idleCount)
          this.set({ pool, state: 'idle' }, idleCount)
          this.set({ pool, state: 'waiting' }, waitingCount)
        }
      },
    }),
  )
}
