import { type AddressInfo, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Told } from '../domain/claim/told.ts'
import { createTemporal } from '../temporal.ts'
import { publicTestKeys } from './support/public-test-keys.ts'

it('tries to reach Temporal every second, however long it has been away', { timeout: 30_000 }, async () => {
  const tries: number[] = []
  const away = createServer((socket) => {
    tries.push(performance.now())
    socket.destroy()
  })
  await new Promise<void>((resume) => away.listen(0, '127.0.0.1', resume))
  const temporal = createTemporal({
    temporalAddress: `127.0.0.1:${(away.address() as AddressInfo).port}`,
    temporalNamespace: 'default',
    taskQueue: 'lipei',
    fieldKeys: publicTestKeys,
  })
  while (tries.length < 6) {
    await Promise.race([temporal.tell({ claimId: 'a', stage: 'report' } as Told).catch(() => {}), sleep(200)])
  }
  const [before = 0, last = 0] = tries.slice(-2)
  // Left alone, the library would wait for six seconds by now, and for two minutes in the end.
  expect(last - before).toBeLessThan(3000)
  await temporal.close()
  away.close()
})
