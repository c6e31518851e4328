import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claims } from '../../db/schema/index.ts'
import { eventually } from '../activities/bank/run-simulator.ts'
import { RunningGateway } from '../messaging/run-gateway.ts'
import { publicTestKeys, publicTestLookupKey } from '../support/public-test-keys.ts'
import { testTemporal } from '../support/temporal.ts'
import { NoticeWorld } from './notice-world.ts'

const program = new URL('../../jobs.ts', import.meta.url).pathname
let notices: NoticeWorld
let carrier: RunningGateway
let folder: string
const children: ChildProcess[] = []

beforeAll(async () => {
  ;[notices, carrier, folder] = await Promise.all([
    NoticeWorld.create(),
    new RunningGateway().start(),
    mkdtemp(join(tmpdir(), 'lipei-files-')),
  ])
})

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await notices.close()
  await carrier.stop()
  await rm(folder, { recursive: true, force: true })
})

async function start(): Promise<ChildProcess> {
  const { address, namespace, taskQueue } = testTemporal()
  const [id = '', secret = Buffer.alloc(0)] = [...publicTestKeys.keys][0] ?? []
  const child = spawn(process.execPath, [program], {
    env: {
      DATABASE_URL: notices.world.test.url,
      TEMPORAL_ADDRESS: address,
      TEMPORAL_NAMESPACE: namespace,
      TASK_QUEUE: taskQueue,
      BANK_URL: 'http://127.0.0.1:1',
      BANK_SECRET: Buffer.alloc(32).toString('base64'),
      MESSAGE_GATEWAY_URL: carrier.url,
      MESSAGE_GATEWAY_SECRET: Buffer.from(carrier.key.secret).toString('base64'),
      FILES_FOLDER: folder,
      FIELD_KEYS: `${id}:${Buffer.from(secret).toString('base64')}`,
      LOOKUP_KEY: publicTestLookupKey.toString('base64'),
      COMPARE_INTERVAL_MS: '200',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  await eventually(
    () => printed,
    (text) => /^ready\b/m.test(text),
    Date.now() + 45_000,
  )
  return child
}

describe('the job runner’s process', () => {
  it('does its work, tells claims, and stops in good order', { timeout: 120_000 }, async () => {
    const before = await notices.report()
    const child = await start()
    const after = await notices.report()
    for (const { noticeId, claimId, phone } of [before, after]) {
      await eventually(
        () => notices.notice(noticeId),
        ({ status }) => status === 'sent',
      )
      expect(await carrier.messages(phone)).toHaveLength(1)
      await eventually(
        () => notices.world.database.select().from(claims).where(eq(claims.id, claimId)),
        ([row]) => row?.toldVersion === row?.version,
      )
    }
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
  })

  it('that is killed loses no notice', { timeout: 120_000 }, async () => {
    const child = await start()
    const reported = await Promise.all(Array.from({ length: 5 }, () => notices.report()))
    child.kill('SIGKILL')
    await once(child, 'exit')
    await notices.world.database.execute(`update pgboss.job set expire_seconds = 1 where state = 'active'`)
    const next = await start()
    for (const { noticeId, phone } of reported) {
      await eventually(
        () => notices.notice(noticeId),
        ({ status }) => status === 'sent',
        Date.now() + 30_000,
      )
      expect(await carrier.messages(phone)).toHaveLength(1)
    }
    next.kill('SIGTERM')
    await once(next, 'exit')
  })
})
