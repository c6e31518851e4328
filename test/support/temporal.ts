import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'

export interface TestTemporal {
  readonly address: string
  readonly namespace: string
  /** Nobody else listens on it, so files that run at the same time do not take one another's tasks. */
  readonly taskQueue: string
}

/** The Temporal server of this run with a task queue of its own. */
export function testTemporal(): TestTemporal {
  return {
    address: inject('temporalAddress'),
    namespace: 'default',
    taskQueue: `test-${randomBytes(6).toString('hex')}`,
  }
}
