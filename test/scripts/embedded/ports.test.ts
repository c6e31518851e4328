import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:net'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort } from '../../../scripts/embedded/ports.ts'

const run = promisify(execFile)
const portsModule = new URL('../../../scripts/embedded/ports.ts', import.meta.url).href

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

  it('is one that no system gives to whoever asks for any, and that fits the columns of Temporal', async () => {
    const ports = await Promise.all(Array.from({ length: 50 }, () => freePort()))
    expect(new Set(ports).size).toBe(50)
    // Linux gives away 32768 and more, other systems 49152 and more; Temporal keeps ports in two signed bytes.
    for (const port of ports) expect(port).toBeLessThan(32_768)
  })

  it('is given to nobody else by another process, though nobody listens on it yet', async () => {
    const script = `import { freePort } from ${JSON.stringify(portsModule)}
      const ports = []
      for (let n = 0; n < 3000; n += 1) ports.push(await freePort())
      console.log(ports.join())`
    const ours = await Promise.all(Array.from({ length: 100 }, () => freePort()))
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script])
    const theirs = new Set(stdout.split(',').map(Number))
    expect(theirs.size).toBe(3000)
    expect(ours.filter((port) => theirs.has(port))).toEqual([])
  })
})
