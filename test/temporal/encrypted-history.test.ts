import { fileURLToPath } from 'node:url'
import { Client, Connection } from '@temporalio/client'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { NativeConnection, Worker } from '@temporalio/worker'
import { expect, it } from 'vitest'
import { createDataConverter } from '../../temporal-codec.ts'
import { publicTestKeys } from '../support/public-test-keys.ts'
import { testTemporal } from '../support/temporal.ts'
import { canaryWorkflow, tellSignal } from './canary-workflow.ts'

const canary = '110101199003074514'

it('a workflow that fails with personal data leaves none of it in its history', async () => {
  const { address, namespace, taskQueue } = testTemporal()
  const dataConverter = createDataConverter(publicTestKeys)
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address }),
    namespace,
    taskQueue,
    dataConverter,
    workflowsPath: fileURLToPath(new URL('canary-workflow.ts', import.meta.url)),
    activities: {
      fail: async (value: string) => {
        throw new Error(`activity got ${value}`)
      },
    },
  })
  const connection = await Connection.connect({ address })
  const client = new Client({ connection, namespace, dataConverter })
  await worker.runUntil(async () => {
    const handle = await client.workflow.signalWithStart(canaryWorkflow, {
      taskQueue,
      workflowId: taskQueue,
      args: [canary],
      signal: tellSignal,
      signalArgs: [canary],
      memo: { reporter: canary },
    })
    await expect(handle.result()).rejects.toMatchObject({
      cause: { message: `workflow saw: activity got ${canary}`, type: 'Canary' },
    })
    const history = historyToJSON(await handle.fetchHistory())
    const everything =
      history + Array.from(history.matchAll(/"data": "([^"]+)"/g), ([, data]) => atob(data ?? '')).join()
    expect(everything).toContain(Buffer.from('sealed/public-test-1').toString('base64'))
    expect(everything).not.toContain(canary)
    expect(everything).not.toContain('activity got')
  })
  await connection.close()
}, 60_000)
