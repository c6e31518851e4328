import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { inheritedEnvironment } from '../../scripts/embedded/environment.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'

const secret = Buffer.alloc(32, 7).toString('base64')
const program = fileURLToPath(new URL('../../api/server.ts', import.meta.url))

let test: TestDatabase
let folder: string

beforeAll(async () => {
  test = await testDatabase()
  folder = mkdtempSync(join(tmpdir(), 'lipei-api-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await test.drop()
})

interface Server {
  readonly process: ChildProcess
  readonly url: string
  readonly ended: Promise<number | null>
}

async function start(): Promise<Server> {
  const child = spawn(process.execPath, [program], {
    env: {
      ...inheritedEnvironment(),
      DATABASE_URL: test.url,
      TEMPORAL_ADDRESS: inject('temporalAddress'),
      API_PORT: '0',
      BANK_URL: 'http://127.0.0.1:1',
      BANK_SECRET: secret,
      MESSAGE_GATEWAY_URL: 'http://127.0.0.1:1',
      MESSAGE_GATEWAY_SECRET: secret,
      FIELD_KEYS: `test:${secret}`,
      LOOKUP_KEY: secret,
      FILES_FOLDER: folder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => void child.on('exit', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    const hear = (chunk: Buffer) => {
      output += chunk.toString()
      const ready = /^ready (http:\/\/\S+)$/m.exec(output)?.[1]
      if (ready !== undefined) resolve(ready)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', () => reject(new Error(`The API ended: ${output.slice(-2000)}`)))
  })
  return { process: child, url, ended }
}

describe('the API as a process', () => {
  it('says when it is ready, and stops without breaking off a request', async () => {
    const server = await start()
    try {
      await expect
        .poll(async () => (await fetch(`${server.url}/health/ready`)).json(), { timeout: 20_000 })
        .toMatchObject({ ready: true, database: 'ok', temporal: 'connected' })

      // Connections that are open already: what is not connected yet when we stop is refused, and can be.
      await Promise.all(
        Array.from({ length: 20 }, async () => (await fetch(`${server.url}/health/live`)).text()),
      )
      // Each takes some sixty milliseconds: the stop comes while all of them are under way or still unread.
      const underWay = Array.from({ length: 20 }, (_, index) =>
        fetch(`${server.url}/sign-in/codes`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ phone: `1380000${String(index).padStart(4, '0')}` }),
        }).then((response) => response.status),
      )
      await new Promise((resume) => setTimeout(resume, 5))
      server.process.kill('SIGTERM')
      for (const status of await Promise.all(underWay)) expect([202, 503]).toContain(status)
      expect(await server.ended).toBe(0)
      await expect(fetch(`${server.url}/health/live`)).rejects.toThrow('fetch failed')
    } finally {
      server.process.kill('SIGKILL')
    }
  })
})
