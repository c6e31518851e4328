import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Child } from '../processes/child.ts'
import { inheritedEnvironment } from '../environment.ts'
import type { ProcessRecords } from '../processes/process-records.ts'
import type { TemporalBinary } from './binary.ts'

export interface TemporalOptions {
  readonly dataFolder: string
  readonly binary: TemporalBinary
  readonly port: number
  /** Without a port there is no user interface. */
  readonly uiPort?: number | undefined
  /** `memory` forgets every workflow when it stops. */
  readonly storage: 'file' | 'memory'
  readonly records: ProcessRecords
}

const reportedAfter = 'system.numConsecutiveWorkflowTaskProblemsToTriggerSearchAttribute'

/**
 * A worker that takes over a claim in the middle of a run replays it within the ten seconds of a workflow task:
 * a millisecond of a processor or more for each event, and a busy machine has few to spare. The server's own
 * measure of four thousand was seen to fail there. An ordinary claim has a hundred.
 */
const longHistory = 'limit.historyCount.suggestContinueAsNew'

/** Temporal's development server: one process with frontend, history, matching and SQLite. */
export function temporalServer(options: TemporalOptions): Child {
  const { dataFolder, binary, port, uiPort, storage, records } = options
  const folder = join(dataFolder, 'temporal')
  mkdirSync(folder, { recursive: true })
  const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'warn']
  // After three failed tries, not five, a workflow task is reported: the pauses between them grow to minutes.
  args.push('--dynamic-config-value', `${reportedAfter}=3`)
  args.push('--dynamic-config-value', `${longHistory}=1000`)
  args.push(...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]))
  if (storage === 'file') args.push('--db-filename', join(folder, 'temporal.db'))
  return new Child(
    {
      name: 'temporal',
      command: binary.path,
      args,
      folder,
      environment: inheritedEnvironment(),
      logFile: join(dataFolder, 'logs', 'temporal.log'),
      ready: /^Temporal Server:/,
      readyWithin: 30_000,
    },
    records,
  )
}
