import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Verdict } from '../../../../scripts/faults/checker/judge.ts'
import type { Attempt } from '../../../../scripts/faults/checker/run-folder.ts'
import { ClaimJourney } from '../../../support/claim-journey.ts'
import { RecordedClaims } from './recorded-claims.ts'

const program = new URL('../../../../scripts/faults/checker/main.ts', import.meta.url).pathname

let claims: RecordedClaims
let folder: string

beforeAll(async () => {
  claims = await RecordedClaims.start()
  const journey = await ClaimJourney.create(claims.running)
  await journey.toDocuments(await journey.report())
  folder = mkdtempSync(join(tmpdir(), 'lipei-run-'))
  writeFileSync(join(folder, 'run.json'), JSON.stringify(claims.run))
  writeFileSync(join(folder, 'faults.jsonl'), '')
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await claims.close()
})

/** How it ended and what it printed; the half of a line at the end is what a run is just writing. */
async function check(attempts: readonly Attempt[], from = folder) {
  const lines = attempts.map((attempt) => `${JSON.stringify(attempt)}\n`)
  writeFileSync(join(folder, 'history.jsonl'), `${lines.join('')}{"opId":`)
  return new Promise<{ readonly code: number | null; readonly output: string }>((resolve) => {
    const child = execFile(process.execPath, [program, from, '--live'], (_error, output) =>
      resolve({ code: child.exitCode, output }),
    )
  })
}

function verdict(): Verdict {
  return JSON.parse(readFileSync(join(folder, 'verdict-live.json'), 'utf8')) as Verdict
}

it('ends with 0 and a verdict when everything holds', async () => {
  const { code, output } = await check(claims.attempts)
  expect(output).toContain('seed 1, 1 minutes: green')
  expect(code).toBe(0)
  expect(verdict()).toMatchObject({ green: true, seed: '1', summary: { claims: { documents: 1 } } })
})

it('ends with 1 and says what is violated', async () => {
  const attempts = claims.attempts.map((attempt) => ({ ...attempt, bodyHash: attempt.opId }))
  const { code, output } = await check(attempts)
  expect(output).toMatch(/I17 +VIOLATED/)
  expect(output).toContain('The same request got different answers.')
  expect(code).toBe(1)
  expect(verdict().green).toBe(false)
})

it('ends with 2 when it could not look', async () => {
  const { code } = await check(claims.attempts, join(folder, 'nowhere'))
  expect(code).toBe(2)
})
