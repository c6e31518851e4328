import { createServer, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort } from '../../../scripts/embedded/ports.ts'

const servers: Server[] = []

async function occupy(port: number): Promise<void> {
  const server = createServer()
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
}

afterEach(async () => {
  await Promise.all(
    servers.splice(0).map((server) => new Promise<void>((resolve) => server.close(() => resolve()))),
  )
})

describe('a free port', () => {
  it('is the usual one while nobody has it', async () => {
    const usual = await freePort()
    expect(await freePort(usual)).toBe(usual)
  })

  it('is another one when the usual one is busy, and it can be listened on', async () => {
    const usual = await freePort()
    await occupy(usual)
    const port = await freePort(usual)
    expect(port).not.toBe(usual)
    await occupy(port)
  })

  it('is never one that was promised to somebody else already', async () => {
    const usual = await freePort()
    expect(await freePort(usual, new Set([usual]))).not.toBe(usual)
  })
})
