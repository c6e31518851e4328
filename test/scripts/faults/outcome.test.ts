import { describe, expect, it } from 'vitest'
import { outcomeOf } from '../../../scripts/faults/people/outcome.ts'

describe('what an answer says of an operation', () => {
  it.each([
    [200, 'ok'],
    [201, 'ok'],
    [204, 'ok'],
    [400, 'fail'],
    [403, 'fail'],
    [409, 'fail'],
    [422, 'fail'],
    [408, 'info'],
    [425, 'info'],
    [429, 'info'],
    [500, 'info'],
    [503, 'info'],
    [null, 'info'],
  ])('%s: %s', (status, outcome) => {
    expect(outcomeOf(status)).toBe(outcome)
  })
})
