import Fastify from 'fastify'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import type { Api } from '../../api/api.ts'
import { drainer } from '../../api/drain.ts'

let app: Api
let isBusy = false

afterEach(async () => {
  isBusy = false
  await app.close()
})

/** Every turn of the event loop has two milliseconds of work, as when requests come one after the other. */
function work(): void {
  for (const began = performance.now(); performance.now() - began < 2;);
  if (isBusy) setImmediate(work)
}

it('stops to listen after a turn that found nothing to do, when no connection waits to be taken', async () => {
  app = Fastify()
  const drain = drainer(app)
  await app.listen({ host: '127.0.0.1', port: 0 })
  isBusy = true
  work()
  const drained = drain()
  await sleep(60)
  expect(app.server.listening).toBe(true)
  isBusy = false
  await drained
  expect(app.server.listening).toBe(false)
})

it('stops to listen although the work has no end', async () => {
  app = Fastify()
  const drain = drainer(app)
  await app.listen({ host: '127.0.0.1', port: 0 })
  isBusy = true
  work()
  await drain()
  expect(app.server.listening).toBe(false)
})
