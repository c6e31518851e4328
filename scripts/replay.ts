/**
 * `npm run replay`: whether the claims that live now would go on under this version's workflows. Before a deployment,
 * in the checkout of the version that is about to come, with the environment of the services that run
 * (docs/operations.md). Ends with 1 when a history does not replay. Reads histories and writes nothing.
 */
import { Worker } from '@temporalio/worker'
import { readConfig } from '../config.ts'
import { createTemporal } from '../temporal.ts'
import { createDataConverter } from '../temporal-codec.ts'
import { replay, storedHistories, storedHistory } from '../test/support/replay.ts'
import { workflowBundle } from '../workflow-bundle.ts'
import { defaultDataFolder } from './embedded/data-folder.ts'
import { inheritedEnvironment } from './embedded/environment.ts'
import { environmentOfRunning } from './embedded/running-product.ts'
import { liveHistories } from './replay/live-histories.ts'

const inherited = inheritedEnvironment()
const environment = inherited['DATABASE_URL']
  ? inherited
  : environmentOfRunning(defaultDataFolder(inherited), inherited)
const config = readConfig(environment)
const code = await workflowBundle({ folder: config.workflowBundles })
const say = (text: string): void => void process.stdout.write(`${text}\n`)

const stored = Object.fromEntries(storedHistories.map((name) => [name, storedHistory(name)]))
const storedFaults = [...(await replay({ code }, stored))].filter(([, fault]) => fault !== null)

const temporal = createTemporal(config)
let live = 0
const liveFaults: (readonly [string, Error])[] = []
try {
  const options = {
    workflowBundle: { code },
    dataConverter: createDataConverter(config.payloadKeys),
  }
  const histories = liveHistories(temporal.client, config.taskQueue)
  for await (const { workflowId, error } of Worker.runReplayHistories(options, histories)) {
    live += 1
    if (error !== undefined) liveFaults.push([workflowId, error])
  }
} finally {
  await temporal.close()
}

for (const [name, fault] of [...storedFaults, ...liveFaults]) say(`${name}: ${fault?.message}`)
say(
  JSON.stringify({
    stored: storedHistories.length,
    storedFaults: storedFaults.length,
    live,
    liveFaults: liveFaults.length,
  }),
)
process.exitCode = storedFaults.length + liveFaults.length === 0 ? 0 : 1
