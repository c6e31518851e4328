import { eq } from 'drizzle-orm'
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sessionCookie } from '../../../api/session/cookie.ts'
import { csrfHeader } from '../../../api/session/csrf.ts'
import { auditEntries } from '../../../db/schema/index.ts'
import { type Browser, TestApi } from '../../support/api.ts'
import { publicTestKeys, publicTestLookupKey } from '../../support/public-test-keys.ts'

const program = new URL('../../../scripts/first-administrator.ts', import.meta.url).pathname
const two =
  '--name 王芳 --login wang.fang --phone 0755-86002003 --name 李强 --login li.qiang --phone 0755-86002004'.split(
    ' ',
  )
let api: TestApi

beforeAll(async () => {
  api = await TestApi.create()
})
afterAll(() => api.close())

async function run(given: readonly string[], passwords = '') {
  const [id = '', secret = Buffer.alloc(0)] = [...publicTestKeys.keys][0] ?? []
  const child = spawn(process.execPath, [program, ...given], {
    env: {
      DATABASE_URL: api.world.test.url,
      BANK_URL: 'http://127.0.0.1:1',
      BANK_SECRET: Buffer.alloc(32).toString('base64'),
      MESSAGE_GATEWAY_URL: 'http://127.0.0.1:1',
      MESSAGE_GATEWAY_SECRET: Buffer.alloc(32).toString('base64'),
      FILES_FOLDER: '/nonexistent',
      FIELD_KEYS: `${id}:${Buffer.from(secret).toString('base64')}`,
      LOOKUP_KEY: publicTestLookupKey.toString('base64'),
    },
  })
  child.stdin.end(passwords)
  const [printed, complaint] = await Promise.all([text(child.stdout), text(child.stderr)])
  if (child.exitCode === null) await new Promise((ended) => child.once('exit', ended))
  return { code: child.exitCode, printed, complaint }
}

async function signedIn(login: string, password: string): Promise<Browser> {
  const response = await api.app.inject({
    method: 'POST',
    url: '/sign-in/staff-sessions',
    payload: { login, password },
  })
  expect(response.statusCode).toBe(201)
  const token = response.cookies.find(({ name }) => name === sessionCookie)?.value ?? ''
  const headers = {
    cookie: `${sessionCookie}=${token}`,
    [csrfHeader]: response.json<{ csrfToken: string }>().csrfToken,
  }
  return { token, headers }
}

const administration = () =>
  api.world.database.select().from(auditEntries).where(eq(auditEntries.action, 'managePeople'))

// Three starts of a program.
it(
  'an empty product is given two administrators who can give others their rights, and that only once',
  { timeout: 90_000 },
  async () => {
    const faulty = await run([...two.with(9, 'X'), '--passwords'], 'short\nshort\n')
    expect(faulty.code).toBe(2)
    for (const fault of ['login 2', 'password 1', 'two people have two passwords'])
      expect(faulty.complaint).toContain(fault)

    const made = await run(two)
    expect(made).toMatchObject({ code: 0, complaint: '' })
    const [first, second] = await Promise.all(
      made.printed
        .trim()
        .split('\n')
        .map((line) => signedIn(line.split('\t')[0] ?? '', line.split('\t')[1] ?? '')),
    )
    if (first === undefined || second === undefined) throw new Error('Two lines were expected.')
    const handler = await api.as(first, 'POST', '/people', {
      kind: 'natural',
      branchId: null,
      name: '赵敏',
      account: { login: 'zhao.min', password: 'Lipei-Handler-01' },
    })
    const { personId } = handler.json<{ personId: string }>()
    const proposed = await api.as(first, 'POST', `/people/${personId}/roles`, {
      role: 'handler',
      branchId: api.world.branchId,
    })
    expect(proposed.statusCode).toBe(201)
    const grant = `/people/${personId}/roles/${proposed.json<{ grantId: string }>().grantId}/confirmation`
    expect((await api.as(first, 'POST', grant, {})).statusCode).toBe(403)
    expect((await api.as(second, 'POST', grant, {})).statusCode).toBe(200)

    const again = await run(['--passwords', ...two], 'another-password-1\nanother-password-2\n')
    expect(again.code).toBe(1)
    expect(again.printed).toBe('')
    expect(again.complaint).toContain('administratorExists')
    await signedIn('zhao.min', 'Lipei-Handler-01')
    const entries = await administration()
    const bySystem = entries.filter(({ actorKind }) => actorKind === 'system')
    expect(bySystem.map(({ outcome, code }) => ({ outcome, code }))).toEqual([
      { outcome: 'done', code: null },
      { outcome: 'refused', code: 'alreadyDone' },
    ])
  },
)
