/**
 * Replays histories on the workflows of this checkout: `node scripts/faults/replay/main.ts FOLDER`, where each
 * `RUNID.json` holds one and `keys.txt` the keys of their payloads. Prints one JSON array. The checker of fault
 * runs starts it, because it may import nothing of the product itself.
 */
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js'
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDataConverter } from '../../../temporal-codec.ts'
import { checkoutFolder } from '../../embedded/data-folder.ts'

const [folder = ''] = process.argv.slice(2)

Runtime.install({ logger: new DefaultLogger('ERROR') })
const keys = new Map(
  readFileSync(join(folder, 'keys.txt'), 'utf8')
    .split(',')
    .map((part) => {
      const [id = '', key = ''] = part.trim().split(':')
      return [id, Buffer.from(key, 'base64')]
    }),
)
const dataConverter = createDataConverter({ current: [...keys.keys()][0] ?? '', keys })
const workflowBundle = await bundleWorkflowCode({
  workflowsPath: join(checkoutFolder, 'workflows', 'index.ts'),
  logger: new DefaultLogger('ERROR'),
  ...dataConverter,
})

function* histories() {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const { workflowId, history } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      workflowId: string
      history: string
    }
    yield { workflowId, history: historyFromJSON(JSON.parse(history)) }
  }
}

const results = []
for await (const { workflowId, runId, error } of Worker.runReplayHistories(
  { workflowBundle, dataConverter },
  histories(),
)) {
  results.push({ workflowId, runId, error: error === undefined ? null : `${error.name}: ${error.message}` })
}
process.stdout.write(`\n${JSON.stringify(results)}\n`)
