import { beforeAll, describe, expect, inject, it } from 'vitest'
import { continued, historiesOf, paths } from '../../scripts/histories/paths.ts'
import { replay, storedHistories, storedHistory } from '../support/replay.ts'

const shipped = { codePath: inject('workflowBundle') }

describe('workflows that were started by any released version', () => {
  let faults: ReadonlyMap<string, Error | null>

  beforeAll(async () => {
    faults = await replay(
      shipped,
      Object.fromEntries(storedHistories.map((name) => [name, storedHistory(name)])),
    )
  })

  it.each([
    ...Object.entries(paths).flatMap(([name, path]) => historiesOf(name, path)),
    `claim-${continued}-run-2`,
    `payment-${continued}-run-2`,
  ])('have left a history of %s', (path) => {
    expect(storedHistories.some((name) => name.endsWith(`-${path}.json`))).toBe(true)
  })

  it.each(storedHistories)('go on under this one: %s', (name) => {
    expect(faults.get(name)).toBeNull()
  })
})

describe('a history that this code could not have made', () => {
  it('is noticed', async () => {
    const full = storedHistories.find((name) => name.endsWith('claim-full.json')) ?? ''
    const other = storedHistory(full).replaceAll('"claimWorkflow"', '"paymentWorkflow"')
    const faults = await replay(shipped, { other })
    expect(faults.get('other')?.name).toBe('DeterminismViolationError')
  })
})
