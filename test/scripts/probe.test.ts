import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { checkoutFolder } from '../../scripts/embedded/data-folder.ts'

const probe = join(checkoutFolder, 'scripts', 'probe.ts')
let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function listen(status: number | 'silent'): Promise<string> {
  const created = createServer((_request, response) => {
    if (status !== 'silent') response.writeHead(status, { location: '/elsewhere' }).end()
  })
  server = created
  await new Promise<void>((resolve) => {
    created.listen(0, '127.0.0.1', resolve)
  })
  return `http://127.0.0.1:${(created.address() as AddressInfo).port}/health`
}

/** As Docker would see it: the exit code and what was said. */
function run(url: string): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [probe, url], (error, said) => {
      resolve({ code: error === null ? 0 : Number(error.code), said })
    })
  })
}

describe('the health check of our containers', () => {
  it('holds when the process answers that it is well', async () => {
    expect((await run(await listen(200))).code).toBe(0)
  })

  it.each([503, 404, 302])('does not hold when it answers %i', async (status) => {
    expect(await run(await listen(status))).toMatchObject({
      code: 1,
      said: expect.stringContaining(`${status}`),
    })
  })

  it('does not hold when nothing listens, and says so', async () => {
    const url = await listen(200)
    server?.close()
    expect(await run(url)).toMatchObject({ code: 1, said: expect.stringContaining('ECONNREFUSED') })
  })

  it('gives up on a process that accepts and is silent before Docker does', async () => {
    expect(await run(await listen('silent'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('Timeout'),
    })
  })
})
