import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js'
import { DefaultLogger, Runtime, Worker, type ReplayResult } from '@temporalio/worker'
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { createDataConverter } from '../../temporal-codec.ts'
import { publicTestKeys } from '../support/public-test-keys.ts'

const folder = new URL('../histories/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.json'))

function stored(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8')
}

async function replayed(
  histories: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, ReplayResult>> {
  const results = new Map<string, ReplayResult>()
  const given = Object.entries(histories).map(([workflowId, json]) => ({
    workflowId,
    history: historyFromJSON(JSON.parse(json)),
  }))
  const options = {
    workflowBundle: { codePath: inject('workflowBundle') },
    dataConverter: createDataConverter(publicTestKeys),
  }
  for await (const result of Worker.runReplayHistories(options, given)) results.set(result.workflowId, result)
  return results
}

describe('workflows that were started by any released version', () => {
  let results: ReadonlyMap<string, ReplayResult>

  beforeAll(async () => {
    Runtime.install({ logger: new DefaultLogger('ERROR') })
    results = await replayed(Object.fromEntries(names.map((name) => [name, stored(name)])))
  })

  it.each([
    'claim-full',
    'claim-fast',
    'claim-rejected',
    'claim-withdrawn',
    'claim-survey-expired',
    'claim-returned',
    'claim-reopened',
    'payment-paid-1',
    'payment-returned-and-resent-1',
    'payment-returned-and-resent-2',
  ])('have left a history of %s', (path) => {
    expect(names.some((name) => name.endsWith(`-${path}.json`))).toBe(true)
  })

  it.each(names)('go on under this one: %s', (name) => {
    const result = results.get(name)
    expect(result).toBeDefined()
    expect(result?.error).toBeUndefined()
  })
})

describe('a history that this code could not have made', () => {
  it('is noticed', async () => {
    const full = names.find((name) => name.endsWith('claim-full.json')) ?? ''
    const other = stored(full).replaceAll('"claimWorkflow"', '"paymentWorkflow"')
    const results = await replayed({ other })
    expect(results.get('other')?.error?.name).toBe('DeterminismViolationError')
  })
})
