import { describe, expect, it } from 'vitest'
import { checkDeaths, checkFailure, checkPulse } from '../../../../scripts/drills/memory/judgement.ts'
import { faultsOf } from '../faults-of.ts'

const taken = (slowest: number, faults: readonly string[] = []) => ({
  times: [...Array.from({ length: 98 }, () => 20), slowest, slowest],
  faults,
})

describe('the time that answers take', () => {
  const judged = (now: ReturnType<typeof taken>) =>
    faultsOf((verdict) => checkPulse(verdict, 'now', now, taken(50)))

  it('is wrong above twice the usual and a tenth of a second, or when one is not answered', () => {
    expect(judged(taken(200))).toEqual({})
    expect(judged(taken(201))).not.toEqual({})
    expect(judged(taken(50, ['answered by 503 instead of 200']))).not.toEqual({})
  })
})

describe('deaths of a program', () => {
  const died = 'worker is started again in 250 ms: ended by SIGABRT'
  const judged = (...news: readonly string[]) =>
    Object.values(faultsOf((verdict) => checkDeaths(verdict, 'worker', 1, news)))

  it('have to be of a full heap, as many as were meant, each with a return', () => {
    expect(judged(died, 'worker is back.', 'jobs is back.')).toEqual([])
    expect(judged(died)).toHaveLength(1)
    expect(judged(died, 'worker is back.', died, 'worker is back.')).toHaveLength(1)
    expect(judged('worker is started again in 250 ms: ended by SIGKILL', 'worker is back.')).toHaveLength(1)
  })
})

describe('a photograph that was given up', () => {
  const judged = (state: string, failure: { readonly code: string } | null) =>
    Object.values(
      faultsOf((verdict) => checkFailure(verdict, 'seen', [{ state, failure }], 'tookTooMuchMemory')),
    )

  it('has to be shown as failed, for its own reason', () => {
    expect(judged('failed', { code: 'tookTooMuchMemory' })).toEqual([])
    expect(judged('failed', { code: 'undecodable' })).toEqual([['failed is shown, because of undecodable']])
    expect(judged('stored', null)).toEqual([['stored is shown, because of nothing']])
  })
})
