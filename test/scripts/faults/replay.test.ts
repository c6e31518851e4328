import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { publicTestKeys } from '../../support/public-test-keys.ts'

const script = new URL('../../../scripts/faults/replay/main.ts', import.meta.url).pathname
const full = readFileSync(new URL('../../histories/0.1.0-claim-full.json', import.meta.url), 'utf8')

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lipei-replay-'))
  const keys = [...publicTestKeys.keys].map(([id, key]) => `${id}:${Buffer.from(key).toString('base64')}`)
  writeFileSync(join(folder, 'keys.txt'), keys.join(','))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

it(
  'says which histories the shipped workflows can go on with, and which not',
  { timeout: 60_000 },
  async () => {
    const other = full.replaceAll('"claimWorkflow"', '"paymentWorkflow"')
    for (const [workflowId, history] of Object.entries({ full, other })) {
      writeFileSync(join(folder, `${workflowId}.json`), JSON.stringify({ workflowId, history }))
    }
    const { stdout } = await promisify(execFile)(process.execPath, [script, folder])
    const results = JSON.parse(stdout.slice(stdout.lastIndexOf('\n['))) as readonly {
      readonly workflowId: string
      readonly error: string | null
    }[]
    const errors = new Map(results.map(({ workflowId, error }) => [workflowId, error]))
    expect(errors.get('full')).toBeNull()
    expect(errors.get('other')).toMatch(/^DeterminismViolationError/)
  },
)
