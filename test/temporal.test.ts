import { type AddressInfo, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Told } from '../domain/claim/told.ts'
import { createTemporal } from '../temporal.ts'
import { publicTestKeys } from './support/public-test-keys.ts'

it.concurrent(
  'tries to reach Temporal every second, however long it has been away',
  { timeout: 30_000 },
  async () => {
    const tries: number[] = []
    const away = createServer((socket) => {
      // The client may be gone first.
      socket.on('error', () => undefined)
      tries.push(performance.now())
      socket.destroy()
    })
    await new Promise<void>((resume) => away.listen(0, '127.0.0.1', resume))
    const temporal = createTemporal({
      temporalAddress: `127.0.0.1:${(away.address() as AddressInfo).port}`,
      temporalNamespace: 'default',
      taskQueue: 'lipei',
      payloadKeys: publicTestKeys,
    })
    // One call after the other: a channel that is closed under a call raises an error that nobody can handle.
    while (tries.length < 6) await temporal.tell({ claimId: 'a', stage: 'report' } as Told).catch(() => {})
    const [before = 0, last = 0] = tries.slice(-2)
    // Left alone, the library would wait for six seconds by now, and for two minutes in the end.
    expect(last - before).toBeLessThan(3000)
    await temporal.close()
    away.close()
  },
)

it.concurrent('is not called before it is needed, fails a tell within its deadline, and leaves a question open', async () => {
  // Takes every connection and says nothing: the worst kind of being away.
  const sockets: Socket[] = []
  const blackHole = createServer((socket) => {
    socket.on('error', () => undefined)
    sockets.push(socket)
  })
  await new Promise<void>((resume) => blackHole.listen(0, '127.0.0.1', resume))
  const temporal = createTemporal({
    temporalAddress: `127.0.0.1:${(blackHole.address() as AddressInfo).port}`,
    temporalNamespace: 'default',
    taskQueue: 'nobody',
    payloadKeys: publicTestKeys,
  })
  await sleep(50)
  expect(sockets).toHaveLength(0)
  const began = performance.now()
  const told = { claimId: 'one', stage: 'report', epoch: 1, version: 1 } as Told
  const [telling, answer] = await Promise.allSettled([temporal.tell(told), temporal.ask('one')])
  expect(telling.status).toBe('rejected')
  expect(answer).toEqual({ status: 'fulfilled', value: undefined })
  expect(performance.now() - began).toBeLessThan(7000)
  expect(sockets.length).toBeGreaterThan(0)
  await temporal.close()
  for (const socket of sockets) socket.destroy()
  blackHole.close()
})
