import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkoutFolder } from '../../scripts/embedded/data-folder.ts'
import { createDataConverter } from '../../temporal-codec.ts'
import { publicTestKeys } from '../support/public-test-keys.ts'
import { replay, storedHistories, storedHistory } from '../support/replay.ts'

const folders: string[] = []

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

interface Change {
  /** In workflows/. */
  readonly file: string
  /** What stands there once, and what stands there after the change. */
  readonly edits: readonly (readonly [from: string, to: string])[]
}

/** The code of the workflows as it would be after the changes. */
async function changed(...changes: readonly Change[]): Promise<{ readonly code: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'lipei-workflows-'))
  folders.push(folder)
  for (const kept of ['node_modules', 'domain', 'package.json'])
    symlinkSync(join(checkoutFolder, kept), join(folder, kept))
  cpSync(join(checkoutFolder, 'workflows'), join(folder, 'workflows'), { recursive: true })
  for (const { file, edits } of changes) {
    const path = join(folder, 'workflows', file)
    let source = readFileSync(path, 'utf8')
    for (const [from, to] of edits) {
      // A change that changes nothing would prove nothing.
      expect(source.split(from)).toHaveLength(2)
      source = source.replace(from, to)
    }
    writeFileSync(path, source)
  }
  return bundleWorkflowCode({
    workflowsPath: join(folder, 'workflows', 'index.ts'),
    logger: new DefaultLogger('ERROR'),
    ...createDataConverter(publicTestKeys),
  })
}

/** Which of the histories do not replay under it. */
async function broken(
  code: Promise<{ readonly code: string }>,
  names: readonly string[],
): Promise<readonly string[]> {
  const histories = Object.fromEntries(names.map((name) => [name, storedHistory(name)]))
  const faults = [...(await replay(await code, histories))]
  for (const [, fault] of faults) expect([undefined, 'DeterminismViolationError']).toContain(fault?.name)
  return faults.flatMap(([name, fault]) => (fault === null ? [] : [name]))
}

const ofPaths = (...paths: readonly string[]) =>
  storedHistories.filter((name) => paths.some((path) => name.endsWith(`-${path}.json`)))
const withPatch = (name: string) => storedHistory(name).includes('core_patch')
const withChild = (name: string) => storedHistory(name).includes('START_CHILD_WORKFLOW_EXECUTION_INITIATED')

describe('a change that running workflows do not survive', { timeout: 60_000 }, () => {
  const stage = [`issue('askSatisfaction', {})`, `at(now + 1000, now, issue('askSatisfaction', {}))`] as const
  const payment = ['await payment.send(false)', `await payment.goOn('unknown')`] as const
  let both: Promise<{ readonly code: string }>

  // A claim and a payment know nothing of each other's steps, and code of the workflows is dear to make.
  beforeAll(() => {
    both = changed({ file: 'stages/after-care.ts', edits: [stage] }, { file: 'payment.ts', edits: [payment] })
    return both
  }, 60_000)

  it('is found when a stage waits before its command instead of issuing it', async () => {
    const archived = ofPaths('claim-full', 'claim-withdrawn', 'claim-rejected', 'claim-reopened')
    expect(await broken(both, archived)).toEqual(archived)
  })

  it('is found when a payment asks the bank before the gate instead of after it', async () => {
    const payments = ofPaths('payment-full-1', 'payment-sent-again-1', 'payment-lane-paused-1')
    expect(await broken(both, payments)).toEqual(payments)
  })
})

describe('the change in how payments are started', { timeout: 60_000 }, () => {
  // Of every version, with payments and without: all paths would say the same once more, for ten times the time.
  const claims = ofPaths('claim-full', 'claim-fast', 'claim-third-party', 'claim-rejected', 'claim-withdrawn')
  const patch = `patched('2026-11-27-payment-is-no-child')`

  it('breaks the claims from before when the old way is removed', async () => {
    const before = claims.filter(withChild)
    expect(before.length).toBeGreaterThan(0)
    expect(before.length).toBeLessThan(claims.length)
    const edits = [
      [patch, `(deprecatePatch('2026-11-27-payment-is-no-child') ?? true)`],
      ['  patched,', '  deprecatePatch,'],
    ] as const
    expect(await broken(changed({ file: 'payments.ts', edits }), claims)).toEqual(before)
  })

  it('breaks the claims from after when it is taken back', async () => {
    const after = claims.filter(withPatch)
    expect(after.length).toBeGreaterThan(0)
    expect(after.length).toBeLessThan(claims.length)
    expect(await broken(changed({ file: 'payments.ts', edits: [[patch, 'false']] }), claims)).toEqual(after)
  })
})

describe('the mark in the input of claims that began in the present way', { timeout: 60_000 }, () => {
  const mark = 'this.hasOneAlarm = (way ?? 1) >= ways.oneAlarm'
  const claimsOf = ofPaths('claim-full', 'claim-fast-track')
  const before = claimsOf.filter((name) => /^0\.[12]\./.test(name))
  const now = claimsOf.filter((name) => !before.includes(name))

  it('keeps the claims from before from breaking', async () => {
    expect(before.length).toBeGreaterThan(0)
    const edit = [mark, 'this.hasOneAlarm = Number(way) !== 0'] as const
    expect(await broken(changed({ file: 'followed-claim.ts', edits: [edit] }), claimsOf)).toEqual(before)
  })

  it('keeps the claims of now from breaking', async () => {
    expect(now.length).toBeGreaterThan(0)
    const edit = [mark, 'this.hasOneAlarm = Number(way) === 0'] as const
    expect(await broken(changed({ file: 'followed-claim.ts', edits: [edit] }), claimsOf)).toEqual(now)
  })
})
