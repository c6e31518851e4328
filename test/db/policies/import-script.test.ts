import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditEntries, policies } from '../../../db/schema/index.ts'
import { checkoutFolder } from '../../../scripts/embedded/data-folder.ts'
import { inheritedEnvironment } from '../../../scripts/embedded/environment.ts'
import { policyDatabase } from './policy-database.ts'
import { canaries, motorPolicy, sampleFile } from './sample-file.ts'

const secret = Buffer.alloc(32, 7).toString('base64')
let world: Awaited<ReturnType<typeof policyDatabase>>
let folder: string
beforeAll(async () => {
  world = await policyDatabase()
  folder = mkdtempSync(join(tmpdir(), 'lipei-import-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await world.close()
})

/** Exit code and output of a script, run as an operator runs it. */
function run(script: string, args: readonly string[], mode: 'embedded' | 'production') {
  const env = {
    ...inheritedEnvironment(),
    LIPEI_MODE: mode,
    DATABASE_URL: world.server.url,
    DATABASE_OWNER_URL: world.server.url,
    TEMPORAL_ADDRESS: '',
    BANK_URL: 'http://127.0.0.1:1',
    BANK_SECRET: secret,
    MESSAGE_GATEWAY_URL: 'http://127.0.0.1:1',
    MESSAGE_GATEWAY_SECRET: secret,
    FILES_FOLDER: folder,
    FIELD_KEYS: `k1:${secret}`,
    LOOKUP_KEY: secret,
  }
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const options = { cwd: checkoutFolder, env }
    execFile(process.execPath, [join('scripts', script), ...args], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr })
    })
  })
}

function fileWith(document: unknown): string {
  const file = join(folder, 'policies.json')
  writeFileSync(file, JSON.stringify(document))
  return file
}

describe('the scripts that write policies', () => {
  it('import a file, report what they wrote, and leave a trace in the audit', async () => {
    const before = await world.database.$count(auditEntries)
    const { code, stdout, stderr } = await run(
      'import-policies.ts',
      [fileWith(sampleFile(motorPolicy()))],
      'production',
    )
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({ policies: 1, people: 1 })
    expect(await world.database.$count(auditEntries)).toBe(before + 1)
  })

  it('end with 1 and a line for each fault, without the values, when a file is refused', async () => {
    const policy = motorPolicy()
    policy.policyNumber = 'PDAA2026310100000009'
    Object.assign(policy.people[0] ?? {}, { phone: '199123', name: canaries.name })
    const { code, stdout, stderr } = await run(
      'import-policies.ts',
      [fileWith(sampleFile(policy))],
      'production',
    )
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^\/policies\/0\/people\/0\/phone\tmobilePhone\t/)
    expect(stderr).not.toContain('199123')
    expect(await world.database.$count(policies)).toBe(1)
  })

  it('never load demonstration data, whose passwords everybody knows, into production', async () => {
    const { code, stderr } = await run('demonstration-data.ts', [], 'production')
    expect(code).not.toBe(0)
    expect(stderr).toContain('LIPEI_MODE')
    expect(await world.database.$count(policies)).toBe(1)
    const embedded = await run('demonstration-data.ts', [], 'embedded')
    expect([embedded.code, embedded.stderr]).toEqual([0, ''])
    expect(embedded.stdout).toMatch(/^ready \d+ people and 28 policies were added/)
  })
})
