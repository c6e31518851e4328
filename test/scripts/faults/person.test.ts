import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HttpClient } from '../../../scripts/demo/http-client.ts'
import { Person } from '../../../scripts/faults/people/person.ts'
import { type Attempted, RunFolder } from '../../../scripts/faults/run-folder.ts'

type Answer = { readonly status: number; readonly body: object } | 'reset'

let server: Server
let answers: Answer[]
let requests: { readonly key: unknown; readonly requestId: unknown }[]
let folder: RunFolder
let again: boolean
let givenUp: AbortController
let person: Person

beforeEach(async () => {
  answers = []
  requests = []
  again = false
  givenUp = new AbortController()
  server = createServer((request: IncomingMessage, response) => {
    requests.push({ key: request.headers['idempotency-key'], requestId: request.headers['x-request-id'] })
    const answer = answers.shift()
    if (answer === undefined || answer === 'reset') request.socket.resetAndDestroy()
    else response.writeHead(answer.status).end(JSON.stringify(answer.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  folder = new RunFolder(mkdtempSync(join(tmpdir(), 'lipei-person-')))
  const identity = { accountId: 'account', personId: 'person', role: 'handler', limitMinor: 0 }
  const rules = { folder, givenUp: givenUp.signal, again: () => again }
  person = new Person(new HttpClient(`http://127.0.0.1:${port}`), identity, rules)
})

afterEach(async () => {
  rmSync(folder.path, { recursive: true, force: true })
  server.closeAllConnections()
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

const written = (): readonly Attempted[] =>
  readFileSync(join(folder.path, 'history.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Attempted)

const operation = {
  type: 'acceptClaim',
  method: 'POST',
  path: '/claims/c1/acceptance',
  claimId: 'c1',
  body: { panelRun: 1 },
} as const

describe('somebody who acts in a fault run', () => {
  it('sends again under the same key and another name until the answer is definite', async () => {
    answers.push(
      'reset',
      { status: 503, body: { code: 'temporarilyUnavailable' } },
      { status: 200, body: { version: 4 } },
    )
    const { outcome } = await person.perform(operation)
    expect(outcome).toBe('ok')
    const lines = written()
    expect(lines.map((line) => [line.attempt, line.outcome, line.http, line.code, line.version])).toEqual([
      [1, 'info', null, null, null],
      [2, 'info', 503, 'temporarilyUnavailable', null],
      [3, 'ok', 200, null, 4],
    ])
    expect(new Set(lines.map(({ key }) => key)).size).toBe(1)
    expect(lines.map(({ retryOf }) => retryOf)).toEqual([null, lines[0]?.opId, lines[0]?.opId])
    expect(requests).toEqual(lines.map(({ key, opId }) => ({ key, requestId: opId })))
  })

  it('takes a refusal for definite', async () => {
    answers.push({ status: 409, body: { code: 'wrongStage' } })
    await person.perform(operation)
    expect(written()).toMatchObject([
      {
        outcome: 'fail',
        http: 409,
        code: 'wrongStage',
        entity: 'claim/c1',
        args: { panelRun: 1 },
        person: 'person',
      },
    ])
  })

  it('keeps what was answered with the hash of its bytes, and of reads the hash alone', async () => {
    const body = { version: 7 }
    const bodyHash = createHash('sha256').update(JSON.stringify(body)).digest('hex')
    answers.push({ status: 200, body }, { status: 200, body })
    await person.perform(operation)
    await person.read({ type: 'readClaim', method: 'GET', path: '/claims/c1', claimId: 'c1' })
    expect(written()).toMatchObject([
      { bodyHash, reply: body, version: 7 },
      { bodyHash, reply: null, version: 7, key: null },
    ])
  })

  it('clicks twice when it is told to', async () => {
    again = true
    answers.push({ status: 200, body: {} }, { status: 200, body: {} })
    await person.perform(operation)
    const [first, second] = written()
    expect(second).toMatchObject({ key: first?.key, retryOf: first?.opId, attempt: 2 })
  })

  it('does one thing at a time', async () => {
    answers.push({ status: 200, body: {} }, { status: 200, body: {} }, { status: 200, body: {} })
    await Promise.all([person.perform(operation), person.read(operation), person.perform(operation)])
    const lines = written()
    for (const [index, line] of lines.entries()) {
      expect(line.tInv).toBeGreaterThanOrEqual(lines[index - 1]?.tRet ?? 0)
    }
  })

  it('leaves an operation open when nobody waits for it any more', async () => {
    givenUp.abort()
    answers.push('reset')
    expect((await person.perform(operation)).outcome).toBe('info')
    expect(written()).toHaveLength(1)
  })
})
