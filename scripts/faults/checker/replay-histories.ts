/**
 * The one thing that cannot be judged without the product: whether its workflows can go on with what has run. The
 * histories are fetched here and handed, as files, to a process of its own that loads the shipped workflows.
 */
import { Client, Connection } from '@temporalio/client'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sha256 } from './canonical.ts'
import type { Run } from './run-folder.ts'
import type { Execution } from './temporal/workflows.ts'

const most = 200
const script = fileURLToPath(new URL('../replay/main.ts', import.meta.url))

export interface Replayed {
  readonly workflowId: string
  readonly runId: string
  /** Null when it replays. */
  readonly error: string | null
}

/** The same seed chooses the same executions out of the same run. */
function sample(seed: string, executions: readonly Execution[]): readonly Execution[] {
  const rank = ({ workflowId, runId }: Execution): string => sha256(`${seed} ${workflowId} ${runId}`)
  return executions
    .map((execution) => ({ execution, rank: rank(execution) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, most)
    .map(({ execution }) => execution)
}

export async function replayHistories(
  run: Run,
  executions: readonly Execution[],
): Promise<readonly Replayed[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lipei-histories-'))
  const connection = await Connection.connect({ address: run.temporalAddress })
  const client = new Client({ connection, namespace: run.temporalNamespace })
  try {
    for (const { workflowId, runId } of sample(run.seed, executions)) {
      const history = await client.workflow.getHandle(workflowId, runId).fetchHistory()
      writeFileSync(
        join(folder, `${runId}.json`),
        JSON.stringify({ workflowId, history: historyToJSON(history) }),
      )
    }
    writeFileSync(join(folder, 'keys.txt'), run.fieldKeys)
    const { stdout } = await promisify(execFile)(process.execPath, [script, folder], { maxBuffer: 1 << 28 })
    return JSON.parse(stdout.slice(stdout.lastIndexOf('\n[') + 1)) as readonly Replayed[]
  } finally {
    await connection.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
